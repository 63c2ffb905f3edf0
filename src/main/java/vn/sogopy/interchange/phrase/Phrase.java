package vn.sogopy.interchange.phrase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import vn.sogopy.comment.Result;

/** A stock phrase of a plan. */
@Entity
public class Phrase {
  @Id public UUID id;

  public UUID planId;

  public String text;

  /** LIKE pattern: the fixed words, and % for each placeholder. */
  public String pattern;

  /** The result that the phrase is for; null = any. */
  @Enumerated(EnumType.STRING)
  public Result result;

  public String addedBy;

  public Instant addedAt;
}
