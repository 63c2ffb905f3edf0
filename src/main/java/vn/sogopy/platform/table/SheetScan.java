package vn.sogopy.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks through a sheet, before it is written again, for what must be known at its beginning. */
final class SheetScan {
  /** Characters of a heading that are looked at. */
  private static final int MAX_HEADING = 1_000;

  private final int headingRow;

  private final BitSet rows = new BitSet();
  private final Map<Integer, StringBuilder> headings = new TreeMap<>();

  /** Columns of the heading row by the number of the shared string they show. */
  private final Map<Integer, Integer> shared = new HashMap<>();

  private int lastUsed;
  private int lastMerged;
  private int lastStyled;
  private String style;

  SheetScan(int headingRow) {
    this.headingRow = headingRow;
  }

  /** Whether the sheet has a row of this number. */
  boolean hasRow(int row) {
    return rows.get(row);
  }

  /** The style of the last heading; null if it has none. */
  String headingStyle() {
    return style;
  }

  /** The column that has this heading; 0 if none has. */
  int column(String heading) {
    String wanted = bare(heading);
    return headings.entrySet().stream()
        .filter(one -> bare(one.getValue().toString()).equals(wanted))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private static String bare(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFC).strip();
  }

  /** The first column right of all that is used; 0 if there is none. */
  int free() {
    int after = Math.max(lastUsed, lastMerged) + 1;
    after = after > SheetPlace.MAX_COLUMN ? lastUsed + 1 : after;
    return after > SheetPlace.MAX_COLUMN ? 0 : after;
  }

  void sheet(XMLStreamReader reader) throws XMLStreamException {
    int row = 0;
    int column = 0;
    boolean data = false;
    boolean text = false;
    String type = null;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        if (name.equals("sheetData")) {
          data = true;
        } else if (name.equals("mergeCell")) {
          merged(reader.getAttributeValue(null, "ref"));
        } else if (data && name.equals("row")) {
          row = SheetPlace.row(reader.getAttributeValue(null, "r"), row);
          rows.set(row);
          column = 0;
        } else if (data && name.equals("c")) {
          column = SheetPlace.column(reader.getAttributeValue(null, "r"), column);
          type = reader.getAttributeValue(null, "t");
          if (row == headingRow && column > lastStyled) {
            lastStyled = column;
            style = reader.getAttributeValue(null, "s");
          }
        } else if (data && (name.equals("v") || name.equals("f") || name.equals("is"))) {
          lastUsed = Math.max(lastUsed, column);
        }
        text = data && row == headingRow && (name.equals("v") || name.equals("t"));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        String name = reader.getLocalName();
        data &= !name.equals("sheetData");
        if (data && row == headingRow && name.equals("c") && "s".equals(type)) {
          share(column);
        }
        text = false;
      } else if (text && reader.hasText()) {
        StringBuilder heading = headings.computeIfAbsent(column, one -> new StringBuilder());
        append(heading, reader.getText());
      }
    }
  }

  private void share(int column) throws XMLStreamException {
    StringBuilder number = headings.remove(column);
    try {
      if (number != null) {
        shared.putIfAbsent(Integer.parseInt(number.toString().strip()), column);
      }
    } catch (NumberFormatException e) {
      throw new XMLStreamException("shared string " + number);
    }
  }

  private static void append(StringBuilder text, String more) {
    text.append(more, 0, Math.min(more.length(), MAX_HEADING - text.length()));
  }

  private void merged(String range) throws XMLStreamException {
    if (range != null) {
      lastMerged =
          Math.max(lastMerged, SheetPlace.column(range.substring(range.indexOf(':') + 1), 0));
    }
  }

  /** Looks up the headings that are kept apart from the sheet. */
  void sharedStrings(XlsxPackage book) throws IOException, XMLStreamException, TableException {
    String part = book.part("sharedStrings").orElse(null);
    if (shared.isEmpty() || part == null) {
      return;
    }
    try (InputStream in = book.read(part)) {
      sharedStrings(PlainXml.read(in));
    }
  }

  private void sharedStrings(XMLStreamReader reader) throws XMLStreamException {
    int index = -1;
    boolean text = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        index += reader.getLocalName().equals("si") ? 1 : 0;
        text = reader.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        text = false;
      } else if (text && reader.hasText() && shared.containsKey(index)) {
        int column = shared.get(index);
        append(headings.computeIfAbsent(column, one -> new StringBuilder()), reader.getText());
      }
    }
  }
}
