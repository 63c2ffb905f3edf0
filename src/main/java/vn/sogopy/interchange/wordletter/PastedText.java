package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text pasted from a letter: one paragraph a line, the cells of a table separated by tabs. */
final class PastedText {
  private PastedText() {}

  static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    List<List<Block.Cell>> rows = null;
    int number = 0;
    int tables = 0;
    for (String pasted : text.split("\\R")) {
      String bare = Words.clean(pasted);
      // A tab also follows the number of a list.
      boolean cells = bare.indexOf('\t') > 0 && Marker.of(bare.split("\t")[0] + " x") == null;
      if (cells) {
        if (rows == null) {
          rows = new ArrayList<>();
          blocks.add(new Block.Table(rows, ++tables));
        }
        rows.add(Arrays.stream(pasted.split("\t", 100)).map(PastedText::cell).toList());
      } else if (!bare.isEmpty()) {
        rows = null;
        blocks.add(Block.Paragraph.plain(bare, ++number));
      }
    }
    return blocks;
  }

  private static Block.Cell cell(String text) {
    String clean = Words.clean(text);
    return new Block.Cell(
        clean.isEmpty() ? List.of() : List.of(Block.Paragraph.plain(clean, 0)), 1, false);
  }
}
