package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A block of a document, in reading order. */
sealed interface Block {
  /** The paragraphs of the block, in reading order. */
  List<Paragraph> paragraphs();

  /** The blocks of pasted text: one paragraph a line, the cells of a table separated by tabs. */
  static List<Block> pasted(String text) {
    List<Block> blocks = new ArrayList<>();
    List<List<Cell>> rows = null;
    int number = 0;
    int tables = 0;
    for (String pasted : text.split("\\R")) {
      String bare = Words.clean(pasted);
      // A tab also follows the number of a list.
      boolean cells = bare.indexOf('\t') > 0 && Marker.of(bare.split("\t")[0] + " x") == null;
      if (cells) {
        if (rows == null) {
          rows = new ArrayList<>();
          blocks.add(new Table(rows, ++tables));
        }
        rows.add(Arrays.stream(pasted.split("\t", 100)).map(Cell::plain).toList());
      } else if (!bare.isEmpty()) {
        rows = null;
        blocks.add(Paragraph.plain(bare, ++number));
      }
    }
    return blocks;
  }

  /**
   * @param text never blank
   * @param label of automatic numbering; empty if none
   * @param level of automatic numbering, from 0
   * @param heading whether it is formatted as a heading
   * @param number among the paragraphs that are not blank, from 1
   */
  record Paragraph(String text, String label, int level, boolean heading, int number)
      implements Block {

    /** A paragraph without formatting. */
    static Paragraph plain(String text, int number) {
      return new Paragraph(text, "", 0, false, number);
    }

    /** The paragraph as printed. */
    String whole() {
      return label.isEmpty() ? text : label + " " + text;
    }

    @Override
    public List<Paragraph> paragraphs() {
      return List.of(this);
    }
  }

  /**
   * @param rows the cells of each row
   * @param number among the tables of the document, from 1
   */
  record Table(List<List<Cell>> rows, int number) implements Block {
    @Override
    public List<Paragraph> paragraphs() {
      return rows.stream().flatMap(List::stream).flatMap(c -> c.paragraphs.stream()).toList();
    }
  }

  /**
   * @param span number of columns
   * @param continued whether it continues the cell above
   */
  record Cell(List<Paragraph> paragraphs, int span, boolean continued) {
    private static Cell plain(String text) {
      String clean = Words.clean(text);
      return new Cell(clean.isEmpty() ? List.of() : List.of(Paragraph.plain(clean, 0)), 1, false);
    }

    String text() {
      return paragraphs.stream().map(Paragraph::whole).collect(Collectors.joining("\n"));
    }
  }
}
