package vn.sogopy.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * One event at its place in the feed.
 *
 * @param event the same wherever the event stands; no two events share it
 * @param type such as "comment.received"
 * @param subject the comment, letter or edition
 * @param at when it happened, in the words of the act itself
 */
record Change(long position, String event, String type, UUID subject, Instant at) {

  boolean isOf(String kind) {
    return type.startsWith(kind);
  }

  /** Tells this event from one that took its position after an older backup was restored. */
  String mark() {
    return Integer.toHexString((event + " " + subject + " " + at).hashCode());
  }
}
