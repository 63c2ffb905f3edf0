package vn.sogopy.platform.table;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes the widths of a sheet's columns again, with one for the column of notes. */
final class SheetWidths {
  /** In characters. */
  private static final String WIDTH = "50";

  private final XMLStreamReader in;
  private final XmlCopy copy;
  private boolean done;

  SheetWidths(XMLStreamReader in, XmlCopy copy) {
    this.in = in;
    this.copy = copy;
  }

  /** For a sheet without widths; the reader stands before its rows. */
  void add(int column) throws IOException {
    String cols = copy.beside("cols");
    copy.start(cols, Map.of());
    ours(column, copy.beside("col"));
    copy.end(cols);
  }

  /** Copies the widths that the reader stands at; the column of notes is parted from its range. */
  void widen(int column) throws IOException, XMLStreamException {
    copy.event();
    for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        range(column);
        copy.skip();
      }
    }
    ours(column, copy.beside("col"));
    copy.event();
  }

  private void range(int column) throws IOException, XMLStreamException {
    Map<String, String> attributes = copy.attributes();
    String name = copy.name();
    int min = number(attributes.get("min"));
    int max = number(attributes.get("max"));
    if (min == column && max == column && !attributes.containsKey("hidden")) {
      // As somebody has drawn it.
      range(name, attributes, min, max);
      done = true;
      return;
    }
    range(name, attributes, min, Math.min(max, column - 1));
    if (max >= column) {
      ours(column, name);
      range(name, attributes, Math.max(min, column + 1), max);
    }
  }

  private void range(String name, Map<String, String> attributes, int min, int max)
      throws IOException {
    if (min <= max) {
      Map<String, String> range = new LinkedHashMap<>(attributes);
      range.put("min", String.valueOf(min));
      range.put("max", String.valueOf(max));
      copy.start(name, range);
      copy.end(name);
    }
  }

  private void ours(int column, String name) throws IOException {
    if (done) {
      return;
    }
    done = true;
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("min", String.valueOf(column));
    attributes.put("max", String.valueOf(column));
    attributes.put("width", WIDTH);
    attributes.put("customWidth", "1");
    copy.start(name, attributes);
    copy.end(name);
  }

  private static int number(String attribute) throws XMLStreamException {
    try {
      return Integer.parseInt(attribute);
    } catch (NumberFormatException e) {
      throw new XMLStreamException("column " + attribute);
    }
  }
}
