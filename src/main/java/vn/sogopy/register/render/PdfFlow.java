package vn.sogopy.register.render;

import com.lowagie.text.pdf.PdfPRow;
import com.lowagie.text.pdf.PdfPTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets rows below each other, turns the page and repeats the head of a table. A row is a {@link
 * PdfPTable} of that one row: so nothing of a long table is kept but the row in hand.
 */
final class PdfFlow {
  /** What stands alone at the foot or the head of a page: three lines. */
  private static final float LEAST = 50;

  /** What is lower than this part of a page goes to the next one whole. */
  private static final float UNBROKEN = 1 / 3f;

  private final PdfPages pages;
  private final List<Kept> kept = new ArrayList<>();
  private PdfPTable head;
  private boolean headed;
  private boolean fresh;
  private Runnable next = () -> {};

  /**
   * @param headed it stands in the table
   */
  private record Kept(PdfPTable row, Runnable mark, boolean headed) {}

  PdfFlow(PdfPages pages) {
    this.pages = pages;
  }

  /** A new part: nothing is on its sheet yet. */
  void begin() {
    head = null;
    fresh = true;
  }

  /** Rows that follow have this head, on every page. */
  void open(PdfPTable with) {
    head = with;
    headed = false;
  }

  /** The table ends; one without rows keeps its head. */
  void close() {
    release();
    repeatHead();
    pages.rule();
    head = null;
  }

  /**
   * A row that does not stand without the next one.
   *
   * @param mark run once the row's place is known, before it is written there
   */
  void keep(PdfPTable row, Runnable mark) {
    kept.add(new Kept(row, mark, head != null));
  }

  void add(PdfPTable row) {
    add(row, height(row) <= pages.whole() * UNBROKEN);
  }

  /**
   * @param mark run once the place of the next row is known, before it is written there
   */
  void mark(Runnable mark) {
    next = mark;
  }

  /** A row that goes to the next page rather than be broken, if it can stand on a page. */
  void addWhole(PdfPTable row) {
    add(row, height(row) <= pages.whole());
  }

  void gap(float height) {
    if (!fresh) {
      pages.skip(height);
    }
  }

  private void add(PdfPTable row, boolean unbroken) {
    float needed = headHeight() + (unbroken ? height(row) : Math.min(height(row), LEAST));
    for (Kept before : kept) {
      needed += height(before.row());
    }
    if (!fresh && needed > pages.room() && needed <= pages.whole()) {
      turn();
    }
    release();
    put(row, unbroken, next);
    next = () -> {};
  }

  private void release() {
    PdfPTable tables = head;
    for (Kept before : kept) {
      head = before.headed() ? tables : null;
      put(before.row(), false, before.mark());
    }
    head = tables;
    kept.clear();
  }

  private void put(PdfPTable table, boolean unbroken, Runnable mark) {
    PdfPRow row = table.getRow(0);
    boolean marked = false;
    while (row != null) {
      float height = row.getMaxHeights();
      float room = pages.room() - headHeight();
      boolean fits = height <= room;
      if (!fits && !fresh && (unbroken || room < LEAST)) {
        turn();
        continue;
      }
      PdfPRow rest = fits ? null : row.splitRow(table, 0, cut(height, room));
      if (!fits && rest == null) {
        if (fresh) {
          throw new IllegalStateException("a row cannot be broken");
        }
        turn();
        continue;
      }
      repeatHead();
      if (!marked) {
        mark.run();
        marked = true;
      }
      pages.write(row);
      fresh = false;
      row = rest;
      if (rest != null) {
        turn();
      }
    }
  }

  /** How much of a row stays on this page, so that no single line is left for the next one. */
  private static float cut(float height, float room) {
    boolean single = height - room < LEAST;
    return single && height - LEAST >= LEAST ? height - LEAST : room;
  }

  private void turn() {
    if (headed) {
      pages.rule();
    }
    pages.turn();
    headed = false;
    fresh = true;
  }

  private float headHeight() {
    return head == null || headed ? 0 : height(head);
  }

  private void repeatHead() {
    if (head != null && !headed) {
      pages.write(head.getRow(0));
      headed = true;
    }
  }

  private static float height(PdfPTable row) {
    return row.getRow(0).getMaxHeights();
  }
}
