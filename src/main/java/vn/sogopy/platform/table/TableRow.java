package vn.sogopy.platform.table;

import java.util.List;

/**
 * A row that is not empty.
 *
 * @param sheet name of its sheet; null in CSV
 * @param number line of the file (CSV, where a cell may hold line ends) or the sheet's own row
 *     number, from 1
 */
public record TableRow(String sheet, int number, List<Cell> cells) {

  boolean isEmpty() {
    return cells.stream().allMatch(Cell::isEmpty);
  }

  /** The cell of this column, counted from 0; empty beyond the last one. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }
}
