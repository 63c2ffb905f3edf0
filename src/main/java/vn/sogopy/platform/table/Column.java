package vn.sogopy.platform.table;

/**
 * A column of a printed table.
 *
 * @param mm width in millimetres
 * @param centred for short cells: numbers, dates
 */
public record Column(String heading, int mm, boolean centred) {

  public static Column text(String heading, int mm) {
    return new Column(heading, mm, false);
  }

  public static Column centred(String heading, int mm) {
    return new Column(heading, mm, true);
  }
}
