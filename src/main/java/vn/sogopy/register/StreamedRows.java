package vn.sogopy.register;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of a register, read from the database while they are written. The list of each
 * organization has a known size, and is iterated once, in the order of the organizations. Comments
 * without a row are passed over; the numbers count them.
 */
final class StreamedRows {
  private final Supplier<Snapshot.Numbered> comments;
  private final Consumer<Register.Row> seen;
  private final boolean held;
  private int bodies;

  /** The organization of the last comment that was read, and the number of this comment. */
  private int body = -1;

  private int number;

  /**
   * @param comments in the order of the register; null after the last one
   * @param seen receives each row that is read
   * @param held whether the rows are read at once, into lists in memory
   */
  StreamedRows(Supplier<Snapshot.Numbered> comments, Consumer<Register.Row> seen, boolean held) {
    this.comments = comments;
    this.seen = seen;
    this.held = held;
  }

  /**
   * The rows of the next organization. Must be called in the order of the organizations.
   *
   * @param maker converts a comment to the row with this number within its organization, from 1
   */
  List<Register.Row> next(int size, BiFunction<Integer, Snapshot.CommentRow, Register.Row> maker) {
    if (size == 0) {
      return List.of();
    }
    int own = bodies++;
    Supplier<Stream<Register.Row>> rows =
        () -> IntStream.range(0, size).mapToObj(place -> read(own, maker));
    return held ? rows.get().toList() : once(size, rows);
  }

  private static List<Register.Row> once(int size, Supplier<Stream<Register.Row>> rows) {
    return new AbstractList<>() {
      @Override
      public Iterator<Register.Row> iterator() {
        return rows.get().iterator();
      }

      @Override
      public Register.Row get(int index) {
        throw new UnsupportedOperationException("streamed rows have no random access");
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private Register.Row read(int own, BiFunction<Integer, Snapshot.CommentRow, Register.Row> maker) {
    Snapshot.CommentRow comment = nextWithRow();
    if (comment == null || body != own) {
      throw new IllegalStateException("not the rows that were counted, or not in their order");
    }
    Register.Row row = maker.apply(number, comment);
    seen.accept(row);
    return row;
  }

  /** Null after the last one. */
  private Snapshot.CommentRow nextWithRow() {
    Snapshot.Numbered next = comments.get();
    while (next != null) {
      number = next.body() == body ? number + 1 : 1;
      body = next.body();
      if (next.comment() != null) {
        return next.comment();
      }
      next = comments.get();
    }
    return null;
  }

  /**
   * Checks at the end that all rows were read.
   *
   * @throws IllegalStateException if a row was not read
   */
  void requireEnd() {
    if (nextWithRow() != null) {
      throw new IllegalStateException("rows of the register are left over");
    }
  }
}
