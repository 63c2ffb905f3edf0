package vn.sogopy.platform.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hears of every statement that wrote something, whoever sent it: {@link Sql}, or Hibernate through
 * {@link HibernateWrites}. The rooms above say who listens.
 */
public final class Writes {
  private static final Pattern WITHIN =
      Pattern.compile(
          "\\binsert\\s+into\\b|\\bdelete\\s+from\\b|\\bmerge\\s+into\\b|(?<!\\bfor )(?<!\\bkey )\\bupdate\\b",
          Pattern.CASE_INSENSITIVE);

  private static volatile Listener listener = new Listener() {};

  /** Called within the transaction of the statement, if it has one. */
  public interface Listener {
    /** A statement wrote. */
    default void wrote(String statement) {}

    /** A savepoint: what was written before it stays whatever is undone after it. */
    default void saved() {}

    /** All that was written since the last savepoint, or an earlier one, is undone. */
    default void tookBack() {}

    /**
     * What it still has to write before the commit, and then does not write itself; null = none.
     */
    default Sql last() {
      return null;
    }
  }

  private Writes() {}

  /** From now on this one is told. */
  public static void tell(Listener told) {
    listener = told;
  }

  static Sql last() {
    return listener.last();
  }

  /**
   * After a statement.
   *
   * @param rows whether it touched or returned any
   */
  static void after(String statement, boolean rows) {
    String text = statement.stripLeading();
    if (begins(text, "savepoint")) {
      listener.saved();
    } else if (begins(text, "rollback to")) {
      listener.tookBack();
    } else if (rows && writes(text)) {
      listener.wrote(text);
    }
  }

  /**
   * Whether such a statement can write; of SELECTs that call functions which do, it is not told.
   */
  static boolean writes(String text) {
    return begins(text, "insert")
        || begins(text, "update")
        || begins(text, "delete")
        || begins(text, "merge")
        || (begins(text, "with") && namesWriting(text) && WITHIN.matcher(text).find());
  }

  /** The pattern takes its time: it is asked of what has one of its words only. */
  private static boolean namesWriting(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("insert")
        || lower.contains("update")
        || lower.contains("delete")
        || lower.contains("merge");
  }

  private static boolean begins(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length());
  }
}
