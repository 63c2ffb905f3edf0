package vn.sogopy.platform.table;

import java.util.List;

/** A column of a kind of table; the constants of an enum. */
public interface TableColumn {
  /** In Vietnamese and English; accents, case, blanks and punctuation do not matter. */
  List<String> headings();

  /** What errors call it in a table without this column. */
  default String title() {
    return headings().get(0);
  }
}
