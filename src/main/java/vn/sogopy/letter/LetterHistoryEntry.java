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
import vn.sogopy.platform.text.Labelled;

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
  public enum LetterAction implements Labelled {
    RECEIVED("Vào sổ"),
    CORRECTED("Sửa"),
    REPLACED("Được thay thế"),
    WITHDRAWN("Rút"),
    ATTACHED("Lưu tệp kèm theo"),
    /** A program or script that came with the letter was not stored. */
    LEFT_OUT("Không lưu tệp là chương trình, tập lệnh");

    private final String label;

    LetterAction(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
