package vn.sogopy.feed;

import java.util.List;
import java.util.UUID;
import vn.sogopy.platform.http.paging.Cursor;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * The position and the mark of the last event that a reader has passed. It stays valid after dump
 * and restore.
 */
record ChangeCursor(long position, String mark) {
  static final ChangeCursor BEGINNING = new ChangeCursor(0, "");

  private static final String PARAMETER = "after";

  static ChangeCursor at(Change change) {
    return new ChangeCursor(change.position, change.mark());
  }

  /**
   * @param after null = from the beginning
   * @throws ProblemException 400 if it is not a cursor of the feed of this plan
   */
  static ChangeCursor parse(String after, UUID plan) {
    List<String> keys = Cursor.decode(PARAMETER, after, question(plan), 2);
    if (keys == null) {
      return BEGINNING;
    }
    String position = keys.get(0);
    if (!position.matches("0|[1-9][0-9]{0,17}") || !keys.get(1).matches("[0-9a-f]{0,8}")) {
      throw Cursor.invalid(PARAMETER);
    }
    return new ChangeCursor(Long.parseLong(position), keys.get(1));
  }

  String text(UUID plan) {
    return Cursor.encode(question(plan), List.of(Long.toString(position), mark));
  }

  private static String question(UUID plan) {
    return "changes " + plan;
  }

  /**
   * @param head the highest position
   * @throws ProblemException 410 if the cursor is after the head: an older backup was restored
   */
  void requireUpTo(long head) {
    if (position > head) {
      throw new ProblemException(ProblemCode.CURSOR_GONE);
    }
  }

  /**
   * @param found the event now at this position
   * @throws ProblemException 410 if it is not the event that was read
   */
  void requireSame(Change found) {
    if (!mark.equals(found.mark())) {
      throw new ProblemException(ProblemCode.CURSOR_GONE);
    }
  }
}
