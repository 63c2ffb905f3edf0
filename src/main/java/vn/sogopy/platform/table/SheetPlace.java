package vn.sogopy.platform.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Names of rows, columns and cells of a sheet, all counted from 1. */
final class SheetPlace {
  static final int MAX_ROW = 1_048_576;
  static final int MAX_COLUMN = 16_384;

  private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

  private SheetPlace() {}

  /** The row an element names, or the one after the row before it. */
  static int row(String named, int before) throws XMLStreamException {
    try {
      return within(named == null ? before + 1 : Integer.parseInt(named), MAX_ROW);
    } catch (NumberFormatException e) {
      throw new XMLStreamException("row " + named);
    }
  }

  /** The column of the cell an element names ("AB12"), or the one after the cell before it. */
  static int column(String named, int before) throws XMLStreamException {
    if (named == null) {
      return within(before + 1, MAX_COLUMN);
    }
    Matcher cell = CELL.matcher(named);
    if (!cell.matches()) {
      throw new XMLStreamException("cell " + named);
    }
    int column = 0;
    for (char letter : cell.group(1).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return within(column, MAX_COLUMN);
  }

  static String letters(int column) {
    return column == 0 ? "" : letters((column - 1) / 26) + (char) ('A' + (column - 1) % 26);
  }

  private static int within(int number, int max) throws XMLStreamException {
    if (number < 1 || number > max) {
      throw new XMLStreamException("no such row or column: " + number);
    }
    return number;
  }
}
