package vn.sogopy.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One more cell format in a workbook's styles: wrapped, red, in the workbook's own font. */
final class NoteStyle {
  private static final String RED = "FFC00000";

  /** Of cell formats in a workbook (Excel's own is 65,490). */
  private static final int MAX_FORMATS = 60_000;

  private int depth;
  private String list = "";
  private int fonts;
  private int formats;
  private String size = "11";
  private String font = "Calibri";

  private NoteStyle() {}

  /** Null if the workbook cannot take one more. */
  static NoteStyle of(XlsxPackage book, String part)
      throws IOException, XMLStreamException, TableException {
    NoteStyle style = new NoteStyle();
    try (InputStream in = book.read(part)) {
      XMLStreamReader reader = PlainXml.read(in);
      while (reader.hasNext()) {
        style.count(reader, reader.next());
      }
    }
    boolean room = style.fonts > 0 && style.formats > 0 && style.formats < MAX_FORMATS;
    return room ? style : null;
  }

  /** The number of the format, as cells name it. */
  String number() {
    return String.valueOf(formats);
  }

  private void count(XMLStreamReader reader, int event) {
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
      String name = reader.getLocalName();
      list = depth == 2 ? name : list;
      if (depth == 3) {
        fonts += list.equals("fonts") ? 1 : 0;
        formats += list.equals("cellXfs") ? 1 : 0;
      } else if (depth == 4 && list.equals("fonts") && fonts == 1) {
        String value = reader.getAttributeValue(null, "val");
        size = name.equals("sz") && value != null ? value : size;
        font = name.equals("name") && value != null ? value : font;
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
  }

  void write(InputStream in, Writer out) throws IOException, XMLStreamException {
    XMLStreamReader reader = PlainXml.read(in);
    XmlCopy copy = new XmlCopy(reader, out);
    int at = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      String name = reader.hasName() ? reader.getLocalName() : "";
      boolean ours = name.equals("fonts") || name.equals("cellXfs");
      at += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      if (ours && at == 2 && event == XMLStreamConstants.START_ELEMENT) {
        Map<String, String> attributes = copy.attributes();
        attributes.put("count", String.valueOf((name.equals("fonts") ? fonts : formats) + 1));
        copy.start(attributes);
        continue;
      }
      if (ours && at == 2 && event == XMLStreamConstants.END_ELEMENT) {
        if (name.equals("fonts")) {
          font(copy);
        } else {
          format(copy);
        }
      }
      at -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      copy.event();
    }
  }

  private void font(XmlCopy copy) throws IOException {
    copy.start(copy.beside("font"), Map.of());
    empty(copy, "sz", Map.of("val", size));
    empty(copy, "color", Map.of("rgb", RED));
    empty(copy, "name", Map.of("val", font));
    copy.end(copy.beside("font"));
  }

  private void format(XmlCopy copy) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String id : new String[] {"numFmtId", "fontId", "fillId", "borderId", "xfId"}) {
      attributes.put(id, id.equals("fontId") ? String.valueOf(fonts) : "0");
    }
    attributes.put("applyFont", "1");
    attributes.put("applyAlignment", "1");
    copy.start(copy.beside("xf"), attributes);
    Map<String, String> alignment = new LinkedHashMap<>();
    alignment.put("vertical", "top");
    alignment.put("wrapText", "1");
    empty(copy, "alignment", alignment);
    copy.end(copy.beside("xf"));
  }

  private static void empty(XmlCopy copy, String name, Map<String, String> attributes)
      throws IOException {
    copy.start(copy.beside(name), attributes);
    copy.end(copy.beside(name));
  }
}
