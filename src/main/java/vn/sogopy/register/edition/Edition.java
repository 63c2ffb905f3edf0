package vn.sogopy.register.edition;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.register.Seal;
import vn.sogopy.security.Caller;

/** A sealed register. Only the number and date of its report are set, and corrected, later. */
@Entity
public class Edition {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID draftId;

  /** 1, 2, 3… within the draft. */
  public int number;

  public String note;

  public boolean allowUnanswered;

  public boolean allowUnplaced;

  /** Rows of annex I; the following counts are subsets. */
  public int comments;

  public int restricted;

  /** The restricted comments among those unanswered, and among those without a place. */
  public int restrictedUnanswered;

  public int restrictedUnplaced;

  public int unanswered;
  public int unplaced;

  /** SHA-256 of the register as canonical JSON. */
  public byte[] digest;

  public Instant sealedAt;

  public String sealedBy;

  public String client;

  /** Null until the edition is issued. */
  @Embedded public EditionView.Issuance issuance;

  /** How often number and date were corrected. */
  public int corrections;

  @Version public int version;

  boolean isIssued() {
    return issuance != null;
  }

  /** Whether the caller gets only the public form, because of restricted comments. */
  boolean isClosedTo(Caller caller) {
    return restricted > 0 && !caller.seesRestricted();
  }

  String digestHex() {
    return HexFormat.of().formatHex(digest);
  }

  /** The first eight bytes of the digest: "3F2A-9C10-77DE-B4E1". */
  String code() {
    return HexFormat.of().withUpperCase().formatHex(digest, 0, 8).replaceAll("(.{4})(?=.)", "$1-");
  }

  Seal seal() {
    return isIssued()
        ? new Seal(number, code(), issuance.reportNumber(), issuance.reportDate())
        : new Seal(number, code(), null, null);
  }
}
