package vn.sogopy.platform.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/** Copies the value of a cell that is merged over several rows to each of them. */
final class Merged {
  private final List<CellRangeAddress> merges;
  private final Map<CellRangeAddress, Cell> open = new HashMap<>();
  private int next;

  /**
   * @param merges in the order of their first rows
   */
  Merged(List<CellRangeAddress> merges) {
    this.merges = merges;
  }

  /** The row with the values of merged cells. Must be called for every row, in order. */
  TableRow fill(TableRow row) {
    int number = row.number() - 1;
    while (next < merges.size() && merges.get(next).getFirstRow() <= number) {
      CellRangeAddress merge = merges.get(next++);
      if (merge.getFirstRow() == number) {
        open.put(merge, row.cell(merge.getFirstColumn()));
      }
    }
    open.keySet().removeIf(merge -> merge.getLastRow() < number);
    if (open.isEmpty()) {
      return row;
    }
    List<Cell> cells = new ArrayList<>(row.cells());
    open.forEach(
        (merge, cell) -> {
          while (cells.size() <= merge.getFirstColumn()) {
            cells.add(Cell.EMPTY);
          }
          if (cells.get(merge.getFirstColumn()).isEmpty()) {
            cells.set(merge.getFirstColumn(), cell);
          }
        });
    return new TableRow(row.sheet(), row.number(), cells);
  }
}
