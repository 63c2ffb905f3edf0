package vn.sogopy.letter;

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
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entry of the history of a letter; written by {@link LetterService}. */
@Entity
@Immutable
@Table(name = "letter_history")
public class LetterHistoryEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public UUID letterId;

  public Instant at;

  @Column(name = "by_name")
  public String by;

  public String client;

  @Enumerated(EnumType.STRING)
  public LetterAction action;

  /** JSON: fields with their values before and after. */
  @JdbcTypeCode(SqlTypes.JSON)
  public JsonNode changes;

  public String reason;

  /** Actions in the history of a letter. */
  public enum LetterAction {
    RECEIVED,
    CORRECTED,
    REPLACED,
    WITHDRAWN,
    ATTACHED,
    /** A program or script that came with the letter was not stored. */
    LEFT_OUT
  }
}
