package vn.sogopy.register;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The rows of a register as they come from the database: the list of each body knows how many it
 * has, and is walked once, in the order of the bodies, while they pass.
 */
final class PassingRows {
  private final Supplier<Snapshot.CommentRow> comments;
  private final Consumer<Register.Row> seen;
  private int bodies;
  private int turn;

  /**
   * @param comments in the order of the register; null behind the last one
   * @param seen is shown each row as it passes
   */
  PassingRows(Supplier<Snapshot.CommentRow> comments, Consumer<Register.Row> seen) {
    this.comments = comments;
    this.seen = seen;
  }

  /** Makes of a comment the row with this number among those of its body, from 1. */
  @FunctionalInterface
  interface Maker {
    Register.Row row(int number, Snapshot.CommentRow comment);
  }

  /** Those of the next body; to be asked for in the order of the bodies. */
  List<Register.Row> next(int size, Maker maker) {
    return size == 0 ? List.of() : new OfBody(bodies++, size, maker);
  }

  /**
   * To be called when all was told.
   *
   * @throws IllegalStateException if something was not
   */
  void requireEnd() {
    if (turn < bodies || comments.get() != null) {
      throw new IllegalStateException("rows of the register are left over");
    }
  }

  private final class OfBody extends AbstractList<Register.Row> {
    private final int body;
    private final int size;
    private final Maker maker;

    private OfBody(int body, int size, Maker maker) {
      this.body = body;
      this.size = size;
      this.maker = maker;
    }

    @Override
    public Iterator<Register.Row> iterator() {
      if (body != turn) {
        throw new IllegalStateException("rows of the register are told once, and in their order");
      }
      turn++;
      return new Iterator<>() {
        private int told;

        @Override
        public boolean hasNext() {
          return told < size;
        }

        @Override
        public Register.Row next() {
          if (told == size) {
            throw new NoSuchElementException();
          }
          Snapshot.CommentRow comment = comments.get();
          if (comment == null || comment.body() != body) {
            throw new IllegalStateException("not the rows that were counted");
          }
          Register.Row row = maker.row(++told, comment);
          seen.accept(row);
          return row;
        }
      };
    }

    @Override
    public Register.Row get(int index) {
      throw new UnsupportedOperationException("rows that pass are walked in turn");
    }

    @Override
    public int size() {
      return size;
    }
  }
}
