package vn.sogopy.interchange.edxml;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.sogopy.letter.attachment.FileRisk;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.sql.Pieces.Piece;

/**
 * An official letter with an unknown sender or date, to a draft that is not open, about a document
 * that never came, or with an {@link #obstacle}. The coordinator decides on it.
 */
@Entity
public class ParkedLetter {
  @Id public UUID id;

  public UUID planId;

  public UUID draftId;

  /** The identity of the message. */
  public String messageKey;

  @JdbcTypeCode(SqlTypes.JSON)
  public EdxmlHeader header;

  /** SHA-256 of header and files. */
  public byte[] digest;

  /** Why the message of a known sender was parked; null = none of the reasons. */
  @Enumerated(EnumType.STRING)
  public WarningCode obstacle;

  /** Empty once it is settled. */
  @BatchSize(size = Page.MAX_LIMIT)
  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "parked_file", joinColumns = @JoinColumn(name = "parked_id"))
  @OrderColumn(name = "ordinal")
  public List<ParkedFile> files = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  public ParkedStatus status;

  /** The stored letter; null = none. */
  public UUID letterId;

  public String client;

  public String receivedBy;

  /** The organization of the sender's API key; null = none. */
  public String keyOrganization;

  public Instant receivedAt;

  public String reason;

  public Instant decidedAt;

  public String decidedBy;

  public int version;

  /** The status of a parked letter. */
  public enum ParkedStatus {
    WAITING("Chờ vào sổ"),
    FILED("Đã vào sổ"),
    DROPPED("Đã bỏ");

    private final String label;

    ParkedStatus(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * A file; its bytes are stored in pieces.
   *
   * @param fileRisk null = a program or script, without pieces
   */
  @Embeddable
  public record ParkedFile(
      UUID id,
      String fileName,
      String mediaType,
      @Enumerated(EnumType.STRING) FileRisk fileRisk,
      long size,
      byte[] sha256) {

    boolean isProgram() {
      return fileRisk == null;
    }
  }

  @Entity
  @Table(name = "parked_piece")
  static class ParkedPiece extends Piece {}
}
