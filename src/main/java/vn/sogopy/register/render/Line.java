package vn.sogopy.register.render;

import java.util.List;

/**
 * A line of an annex, before it is set in type.
 *
 * @param anchors by which a page can be linked to at this line
 * @param agency whose line it is, for filters; null in the annexes that name it in a column
 * @param cells a String, an Integer, a LocalDate or null each; of a heading its text alone
 */
record Line(Kind kind, List<String> anchors, String agency, List<Object> cells) {
  enum Kind {
    GROUP,
    AGENCY,
    ROW,
    SUM
  }

  boolean isHeading() {
    return kind == Kind.GROUP || kind == Kind.AGENCY;
  }

  String heading() {
    return (String) cells.get(0);
  }
}
