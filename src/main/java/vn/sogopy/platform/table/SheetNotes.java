package vn.sogopy.platform.table;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes a sheet again with one column of notes; the rest stays as it is. */
final class SheetNotes {
  private static final Pattern SPANS = Pattern.compile("([0-9]{1,5}):([0-9]{1,5})");

  private final XMLStreamReader in;
  private final XmlCopy copy;
  private final Column column;

  /** What is still to be written. */
  private final NavigableMap<Integer, String> notes;

  private int row;
  private int cell;
  private boolean data;
  private boolean widthsDone;

  /**
   * The column of notes.
   *
   * @param number counted from 1
   * @param again whether it was there, and what it holds below its heading goes
   * @param style of the notes, null for none; as {@code headingStyle}
   * @param hasRow whether the sheet as it is has this row
   */
  record Column(
      int number,
      int headingRow,
      boolean again,
      String style,
      String headingStyle,
      IntPredicate hasRow) {}

  /**
   * @param notes with that of the heading row
   */
  SheetNotes(XMLStreamReader in, XmlCopy copy, Column column, Map<Integer, String> notes) {
    this.in = in;
    this.copy = copy;
    this.column = column;
    this.notes = new TreeMap<>(notes);
  }

  void write() throws IOException, XMLStreamException {
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(in.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(in.getLocalName());
      } else {
        copy.event();
      }
    }
  }

  private void start(String name) throws IOException, XMLStreamException {
    if (name.equals("sheetData")) {
      if (!widthsDone) {
        new SheetWidths(in, copy).add(column.number);
      }
      data = true;
      copy.event();
    } else if (name.equals("cols") && !widthsDone) {
      new SheetWidths(in, copy).widen(column.number);
      widthsDone = true;
    } else if (name.equals("dimension")) {
      // Optional, and rather none than a wrong one.
      copy.skip();
    } else if (data && name.equals("row")) {
      row(SheetPlace.row(in.getAttributeValue(null, "r"), row));
    } else if (data && name.equals("c")) {
      cell();
    } else {
      copy.event();
    }
  }

  private void end(String name) throws IOException {
    if (data && name.equals("row")) {
      note();
    } else if (data && name.equals("sheetData")) {
      insert(SheetPlace.MAX_ROW + 1);
      data = false;
    }
    copy.event();
  }

  private void row(int number) throws IOException {
    insert(number);
    row = number;
    cell = 0;
    Map<String, String> attributes = copy.attributes();
    attributes.put("r", String.valueOf(row));
    if (notes.containsKey(row)) {
      widen(attributes);
      if (!isTrue(attributes.get("customHeight"))) {
        // Else Excel keeps the height that fitted without the note.
        attributes.remove("ht");
      }
    }
    copy.start(attributes);
  }

  private static boolean isTrue(String attribute) {
    return "1".equals(attribute) || "true".equals(attribute);
  }

  private void widen(Map<String, String> attributes) {
    String spans = attributes.remove("spans");
    Matcher one = SPANS.matcher(spans == null ? "" : spans);
    if (one.matches()) {
      int from = Math.min(Integer.parseInt(one.group(1)), column.number);
      int to = Math.max(Integer.parseInt(one.group(2)), column.number);
      attributes.put("spans", from + ":" + to);
    }
  }

  private void cell() throws IOException, XMLStreamException {
    cell = SheetPlace.column(in.getAttributeValue(null, "r"), cell);
    if (cell == column.number && (notes.containsKey(row) || isOldNote())) {
      note();
      copy.skip();
      return;
    }
    if (cell > column.number) {
      note();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("r", SheetPlace.letters(cell) + row);
    attributes.putAll(copy.attributes());
    copy.start(attributes);
  }

  private boolean isOldNote() {
    return column.again && row > column.headingRow;
  }

  /** The rows before this one that the sheet does not have. */
  private void insert(int before) throws IOException {
    for (int missing : notes.headMap(before).keySet().toArray(Integer[]::new)) {
      if (!column.hasRow.test(missing)) {
        String name = copy.beside("row");
        copy.start(name, Map.of("r", String.valueOf(missing)));
        note(missing);
        copy.end(name);
      }
    }
  }

  private void note() throws IOException {
    note(row);
  }

  private void note(int row) throws IOException {
    String text = notes.remove(row);
    if (text == null) {
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("r", SheetPlace.letters(column.number) + row);
    String style = row == column.headingRow ? column.headingStyle : column.style;
    if (style != null) {
      attributes.put("s", style);
    }
    attributes.put("t", "inlineStr");
    copy.start(copy.beside("c"), attributes);
    copy.start(copy.beside("is"), Map.of());
    copy.start(copy.beside("t"), Map.of("xml:space", "preserve"));
    copy.text(text);
    copy.end(copy.beside("t"));
    copy.end(copy.beside("is"));
    copy.end(copy.beside("c"));
  }
}
