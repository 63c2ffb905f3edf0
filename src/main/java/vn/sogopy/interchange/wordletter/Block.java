package vn.sogopy.interchange.wordletter;

import java.util.List;
import java.util.stream.Collectors;

/** A block of a document, in reading order. */
sealed interface Block {
  /** The paragraphs of the block, in reading order. */
  List<Paragraph> paragraphs();

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
    String text() {
      return paragraphs.stream().map(Paragraph::whole).collect(Collectors.joining("\n"));
    }
  }
}
