package vn.sogopy.comment.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.text.Labelled;

/** A request to an organization about a comment, and the reply. */
@Entity
public class CommentRequest {
  /**
   * The statuses of a comment in which a request can be replied to. Includes SPLIT: the reply helps
   * to answer the parts.
   */
  static final Set<Status> REPLYABLE =
      EnumSet.complementOf(EnumSet.of(Status.APPROVED, Status.WITHDRAWN));

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(updatable = false)
  public UUID commentId;

  @Column(updatable = false)
  public UUID organizationId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public RequestKind kind;

  @Column(updatable = false)
  public String text;

  @Column(updatable = false)
  public LocalDate dueOn;

  @Column(updatable = false)
  public Instant askedAt;

  @Column(updatable = false)
  public String askedBy;

  /** null = no reply yet. */
  public String reply;

  public Instant repliedAt;

  public String repliedBy;

  @Version public int version;

  /** The kind of a request ("đề nghị cung cấp, làm rõ"). */
  public enum RequestKind implements Labelled {
    OPINION("Cho ý kiến chuyên ngành"),
    DATA("Cung cấp số liệu"),
    CLARIFICATION("Làm rõ");

    private final String label;

    RequestKind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
