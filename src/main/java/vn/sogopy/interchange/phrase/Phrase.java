package vn.sogopy.interchange.phrase;

import jakarta.persistence.Column;
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

  @Column(name = "plan_id")
  public UUID planId;

  public String text;

  /** For LIKE: its fixed words, and % for what is filled in. */
  public String pattern;

  /** null = for any. */
  @Enumerated(EnumType.STRING)
  public Result result;

  @Column(name = "added_by")
  public String addedBy;

  @Column(name = "added_at")
  public Instant addedAt;
}
