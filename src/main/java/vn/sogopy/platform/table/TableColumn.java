package vn.sogopy.platform.table;

import java.util.List;

/** A column of an input table; a constant of an enum. */
public interface TableColumn {
  /** Headings in Vietnamese and English; accents, case, blanks and punctuation are ignored. */
  List<String> headings();

  /** The name of the column in errors, if the table does not have it. */
  default String title() {
    return headings().get(0);
  }
}
