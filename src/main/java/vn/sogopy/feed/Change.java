package vn.sogopy.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One event at its position in the feed. */
@Entity
@Immutable
public class Change {
  @Id public long position;

  /** The id of the event, globally unique. */
  public String event;

  /** Such as "comment.received". */
  public String type;

  /** The id of the comment, letter or edition. */
  public UUID subject;

  public UUID planId;

  /** The organization that wrote; null for an event of the office. */
  public UUID organizationId;

  /** The time of the change. */
  public Instant at;

  public boolean forOffice;

  public boolean forBody;

  /** Distinguishes this event from one at the same position before a restore of a backup. */
  String mark() {
    return Integer.toHexString((event + " " + subject + " " + at).hashCode());
  }

  /** An event without a position yet: {@link SequencerService}. */
  @Entity(name = "ChangeArrival")
  @Table(name = "change_arrival")
  static class Arrival {
    @Id long id;

    UUID planId;
  }

  /** The one row with the highest position, locked while events are numbered. */
  @Entity(name = "ChangeHead")
  @Table(name = "change_head")
  static class Head {
    @Id boolean onlyOne;

    long position;
  }
}
