package vn.sogopy.platform.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills cells that are merged over several rows: to people, each of these rows has the value. */
final class Merged {
  private final List<XlsxGuard.Merge> merges;
  private final Map<XlsxGuard.Merge, Cell> open = new HashMap<>();
  private int next;

  /**
   * @param merges in the order of their first rows
   */
  Merged(List<XlsxGuard.Merge> merges) {
    this.merges = merges;
  }

  /** The row with what stands above it; to be asked for every row, in their order. */
  TableRow fill(TableRow row) {
    while (next < merges.size() && merges.get(next).firstRow() <= row.number()) {
      XlsxGuard.Merge merge = merges.get(next++);
      if (merge.firstRow() == row.number()) {
        open.put(merge, row.cell(merge.column()));
      }
    }
    open.keySet().removeIf(merge -> merge.lastRow() < row.number());
    if (open.isEmpty()) {
      return row;
    }
    List<Cell> cells = new ArrayList<>(row.cells());
    open.forEach(
        (merge, cell) -> {
          while (cells.size() <= merge.column()) {
            cells.add(Cell.EMPTY);
          }
          if (cells.get(merge.column()).isEmpty()) {
            cells.set(merge.column(), cell);
          }
        });
    return new TableRow(row.sheet(), row.number(), cells);
  }
}
