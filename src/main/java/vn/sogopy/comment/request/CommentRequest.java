package vn.sogopy.comment.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** What an organization is asked about a comment, and its reply. */
@Entity
@Table(name = "comment_request")
public class CommentRequest {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(name = "comment_id", updatable = false)
  public UUID commentId;

  @Column(name = "organization_id", updatable = false)
  public UUID organizationId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public RequestKind kind;

  @Column(updatable = false)
  public String text;

  @Column(name = "due_on", updatable = false)
  public LocalDate dueOn;

  @Column(name = "asked_at", updatable = false)
  public Instant askedAt;

  @Column(name = "asked_by", updatable = false)
  public String askedBy;

  /** null = not replied yet. */
  public String reply;

  @Column(name = "replied_at")
  public Instant repliedAt;

  @Column(name = "replied_by")
  public String repliedBy;

  @Version public int version;

  /** What is asked for; "đề nghị cung cấp, làm rõ". */
  public enum RequestKind {
    /** Cho ý kiến chuyên ngành. */
    OPINION,
    /** Cung cấp số liệu. */
    DATA,
    /** Làm rõ. */
    CLARIFICATION
  }
}
