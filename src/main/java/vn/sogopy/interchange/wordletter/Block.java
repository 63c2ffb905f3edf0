package vn.sogopy.interchange.wordletter;

import java.util.List;

/** A block of a document, in reading order. */
sealed interface Block {

  /**
   * @param text never blank
   * @param label of automatic numbering; empty if none
   * @param level of automatic numbering, from 0
   * @param heading whether it is formatted as a heading
   * @param number among the paragraphs that are not blank, from 1
   */
  record Paragraph(String text, String label, int level, boolean heading, int number)
      implements Block {

    /** The paragraph as printed. */
    String whole() {
      return label.isEmpty() ? text : label + " " + text;
    }
  }

  /**
   * @param number among the tables of the document, from 1
   */
  record Table(List<Row> rows, int number) implements Block {}

  /** A row of a table. */
  record Row(List<Cell> cells) {}

  /**
   * @param span number of columns
   * @param continued whether it continues the cell above
   */
  record Cell(List<Paragraph> paragraphs, int span, boolean continued) {
    String text() {
      return paragraphs.stream()
          .map(Paragraph::whole)
          .reduce((one, other) -> one + "\n" + other)
          .orElse("");
    }
  }
}
