package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.sogopy.platform.text.Labelled;

/** One entry of the history of a consultee; written by {@link ConsulteeStore}. */
@Entity
@Immutable
@Table(name = "consultee_history")
public class ConsulteeHistoryEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public UUID draftId;

  public UUID organizationId;

  public Instant at;

  @Column(name = "by_name")
  public String by;

  public String client;

  @Enumerated(EnumType.STRING)
  public ConsulteeAction action;

  @JdbcTypeCode(SqlTypes.JSON)
  public List<Change> changes;

  public String reason;

  /** A field with its value before and after, as JSON. */
  @Schema(name = "ConsulteeHistoryChange")
  public record Change(
      String field,
      @Schema(nullable = true, implementation = Object.class) JsonNode before,
      @Schema(nullable = true, implementation = Object.class) JsonNode after) {}

  /** Actions in the history of a consultee. */
  public enum ConsulteeAction implements Labelled {
    ADDED("Đưa vào danh sách lấy ý kiến"),
    CHANGED("Sửa, gia hạn"),
    /** Sent by mistake. */
    REMOVED("Đưa ra khỏi danh sách"),
    /** It has ended: the request went to its successors. */
    HANDED_OVER("Bàn giao cho cơ quan kế thừa");

    private final String label;

    ConsulteeAction(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
