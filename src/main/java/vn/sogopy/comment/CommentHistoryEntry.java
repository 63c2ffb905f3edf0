package vn.sogopy.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entry of the history of a comment; written by {@link HistoryWriter}. */
@Entity
@Immutable
@Table(name = "comment_history")
public class CommentHistoryEntry {
  @Id public long id;

  public UUID commentId;

  public Instant at;

  public String byName;

  public String client;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "comment_action")
  public History.Action action;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "comment_status")
  public Status fromStatus;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "comment_status")
  public Status toStatus;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<History.Change> changes;

  public String reason;
}
