package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text pasted from a letter: one paragraph a line, the cells of a table separated by tabs. */
final class PastedText {
  private PastedText() {}

  static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Row> rows = new ArrayList<>();
    int number = 0;
    int tables = 0;
    for (String pasted : text.split("\\R")) {
      String bare = Words.clean(pasted);
      if (bare.isEmpty()) {
        continue;
      }
      // A tab also follows the number of a list.
      boolean cells = bare.indexOf('\t') > 0 && Marker.of(bare.split("\t")[0] + " x") == null;
      if (cells) {
        rows.add(row(pasted));
        continue;
      }
      if (!rows.isEmpty()) {
        blocks.add(new Block.Table(List.copyOf(rows), ++tables));
        rows.clear();
      }
      blocks.add(new Block.Paragraph(bare, "", 0, false, ++number));
    }
    if (!rows.isEmpty()) {
      blocks.add(new Block.Table(rows, tables + 1));
    }
    return blocks;
  }

  private static Block.Row row(String line) {
    return new Block.Row(
        Arrays.stream(line.split("\t", 100))
            .map(
                cell ->
                    new Block.Cell(
                        Words.clean(cell).isEmpty()
                            ? List.of()
                            : List.of(new Block.Paragraph(Words.clean(cell), "", 0, false, 0)),
                        1,
                        false))
            .toList());
  }
}
