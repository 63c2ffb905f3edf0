package vn.sogopy.consultation.consultee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entry of the history of a consultee; written by {@link ConsulteeStore}. */
@Entity
@Immutable
@Table(name = "consultee_history")
public class ConsulteeHistoryEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "draft_id")
  public UUID draftId;

  @Column(name = "organization_id")
  public UUID organizationId;

  public Instant at;

  @Column(name = "by_name")
  public String by;

  public String client;

  @Enumerated(EnumType.STRING)
  public ConsulteeAction action;

  /** JSON: a list of {@link ConsulteeHistory.Change}. */
  @JdbcTypeCode(SqlTypes.JSON)
  public String changes;

  public String reason;
}
