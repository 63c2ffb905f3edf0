package vn.sogopy.register;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The rows of a register, read from the database while they are written. The list of each
 * organization has a known size, and is iterated once, in the order of the organizations.
 */
final class StreamedRows {
  private final Supplier<Snapshot.CommentRow> comments;
  private final Consumer<Register.Row> seen;
  private int bodies;

  /**
   * @param comments in the order of the register; null after the last one
   * @param seen receives each row that is read
   */
  StreamedRows(Supplier<Snapshot.CommentRow> comments, Consumer<Register.Row> seen) {
    this.comments = comments;
    this.seen = seen;
  }

  /** Converts a comment to the row with this number within its organization, from 1. */
  @FunctionalInterface
  interface Maker {
    Register.Row row(int number, Snapshot.CommentRow comment);
  }

  /** The rows of the next organization. Must be called in the order of the organizations. */
  List<Register.Row> next(int size, Maker maker) {
    if (size == 0) {
      return List.of();
    }
    int body = bodies++;
    return new AbstractList<>() {
      @Override
      public Iterator<Register.Row> iterator() {
        return IntStream.rangeClosed(1, size).mapToObj(n -> read(body, n, maker)).iterator();
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

  private Register.Row read(int body, int number, Maker maker) {
    Snapshot.CommentRow comment = comments.get();
    if (comment == null || comment.body() != body) {
      throw new IllegalStateException("not the rows that were counted, or not in their order");
    }
    Register.Row row = maker.row(number, comment);
    seen.accept(row);
    return row;
  }

  /**
   * Checks at the end that all rows were read.
   *
   * @throws IllegalStateException if a row was not read
   */
  void requireEnd() {
    if (comments.get() != null) {
      throw new IllegalStateException("rows of the register are left over");
    }
  }
}
