package vn.sogopy.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * One event at its position in the feed.
 *
 * @param event id of the event, globally unique
 * @param type such as "comment.received"
 * @param subject id of the comment, letter or edition
 * @param at time of the change
 */
record Change(long position, String event, String type, UUID subject, Instant at) {

  boolean isOf(String kind) {
    return type.startsWith(kind);
  }

  /** Distinguishes this event from one at the same position before a restore of a backup. */
  String mark() {
    return Integer.toHexString((event + " " + subject + " " + at).hashCode());
  }
}
