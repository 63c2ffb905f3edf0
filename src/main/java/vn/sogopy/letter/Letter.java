package vn.sogopy.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.UuidGenerator;

/** The official letter of an organization, identified by draft, organization, number and year. */
@Entity
public class Letter {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID draftId;

  public UUID organizationId;

  /** As typed. */
  public String number;

  public String numberKey;

  @Column(name = "letter_date")
  public LocalDate date;

  /** Số đến. */
  public String arrivalNumber;

  /** The day of arrival at the coordinator's office, in Vietnam; null = unknown. */
  public LocalDate receivedOn;

  /** The day of arrival, else that of entry, in Vietnam; computed by the database. */
  @Column(insertable = false, updatable = false)
  public LocalDate arrivedOn;

  /** Null if its sender claims no other arrival. */
  @Embedded public Claim claimed;

  /** Null if nothing of it is known. */
  @Embedded public Signer signer;

  /** Null = unknown. */
  @Enumerated(EnumType.STRING)
  public Position position;

  @Enumerated(EnumType.STRING)
  public Channel channel;

  public String subject;

  @Column(updatable = false)
  public UUID planId;

  public String occasion;

  /** Number of the request letter this one answers. */
  public String inReplyTo;

  /** The earlier letter that this one replaces. */
  public UUID replacesId;

  /**
   * Codes of the organizations that it also speaks for. Null = the ended organizations of which the
   * sender is the only successor; empty = none.
   */
  public String[] onBehalfOf;

  /** A document with a degree of secrecy. Its contents and files are not stored. */
  public boolean classified;

  /** Time of withdrawal or replacement; null = valid. */
  public Instant withdrawnAt;

  @Column(updatable = false)
  public String externalId;

  @Column(updatable = false)
  public String client;

  @Column(updatable = false)
  public byte[] sentDigest;

  public Instant updatedAt;

  public Instant createdAt;

  @Version public int version;

  /** Sets the number, its comparison key and the date. */
  public void identify(String typed, LocalDate day) {
    number = typed;
    numberKey = LetterNumber.key(typed);
    date = day;
  }

  /**
   * Day and number of arrival belong to the receiver. What the sender states is kept as a claim.
   *
   * @param today the day of arrival
   */
  void claimArrival(LocalDate today) {
    claimed = Claim.of(today.equals(receivedOn) ? null : receivedOn, arrivalNumber);
    receivedOn = today;
    arrivalNumber = null;
  }

  /** The arrival as the sender states it. */
  @Embeddable
  @Schema(name = "LetterClaim")
  public record Claim(
      @Column(name = "claimed_received_on", updatable = false)
          @Schema(nullable = true, description = "Ngày đến · day of arrival")
          LocalDate receivedOn,
      @Column(name = "claimed_arrival_number", updatable = false)
          @Schema(nullable = true, maxLength = 50, description = "Số đến · arrival number")
          String arrivalNumber) {

    /** Null if both are unknown. */
    static Claim of(LocalDate receivedOn, String arrivalNumber) {
      return receivedOn == null && arrivalNumber == null
          ? null
          : new Claim(receivedOn, arrivalNumber);
    }
  }

  /** The person who signed. */
  @Embeddable
  @Schema(name = "LetterSigner")
  public record Signer(
      @Column(name = "signer_full_name")
          @Size(min = 1, max = 200)
          @Pattern(regexp = "[^\\n\\t]*")
          @Schema(nullable = true, examples = "Nguyễn Văn A")
          String fullName,
      @Column(name = "signer_position")
          @Size(min = 1, max = 300)
          @Schema(nullable = true, examples = "Phó Giám đốc")
          String position) {

    /** Null if both are unknown. */
    public static Signer of(String fullName, String position) {
      return fullName == null && position == null ? null : new Signer(fullName, position);
    }
  }
}
