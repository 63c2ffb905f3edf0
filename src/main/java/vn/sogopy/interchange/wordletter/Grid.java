package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;

/** A table with its merged cells filled in: those that go down and those that go across. */
final class Grid {
  /** Columns; Word itself has 63. */
  private static final int MAX_COLUMNS = 100;

  private Grid() {}

  static List<List<Block.Cell>> of(Block.Table table) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    List<Block.Cell> above = List.of();
    for (Block.Row row : table.rows()) {
      List<Block.Cell> filled = new ArrayList<>();
      for (Block.Cell cell : row.cells()) {
        int column = filled.size();
        boolean down = cell.continued() && cell.paragraphs().isEmpty() && column < above.size();
        Block.Cell shown = down ? above.get(column) : cell;
        for (int i = 0; i < Math.max(1, cell.span()) && filled.size() < MAX_COLUMNS; i++) {
          filled.add(shown);
        }
      }
      rows.add(filled);
      above = filled;
    }
    return rows;
  }
}
