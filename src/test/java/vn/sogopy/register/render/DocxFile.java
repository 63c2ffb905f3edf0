package vn.sogopy.register.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** A rendered DOCX document, parsed. */
final class DocxFile implements AutoCloseable {
  final byte[] bytes;
  final XWPFDocument document;

  private DocxFile(byte[] bytes) throws IOException {
    this.bytes = bytes;
    this.document = new XWPFDocument(new ByteArrayInputStream(bytes));
  }

  static DocxFile of(Register register, Seal seal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DocxRenderer().write(register, seal, out);
    return new DocxFile(out.toByteArray());
  }

  /** Every part as text, by name. */
  Map<String, String> parts() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  /** The non-empty paragraphs outside tables. */
  List<String> paragraphs() {
    return document.getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The table that follows the annex's heading. */
  XWPFTable annex(String heading) {
    boolean found = false;
    for (IBodyElement element : document.getBodyElements()) {
      if (element instanceof XWPFParagraph paragraph && paragraph.getText().equals(heading)) {
        found = true;
      }
      if (found && element instanceof XWPFTable table) {
        return table;
      }
    }
    throw new AssertionError("no " + heading);
  }

  static List<List<String>> cells(XWPFTable table) {
    return table.getRows().stream().map(DocxFile::cells).toList();
  }

  static List<String> cells(XWPFTableRow row) {
    return row.getTableCells().stream().map(DocxFile::text).toList();
  }

  /** One line per paragraph; POI joins them. */
  private static String text(XWPFTableCell cell) {
    return cell.getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .collect(Collectors.joining("\n"));
  }

  /** The style of the first styled paragraph of the last cell that has one. */
  static String style(XWPFTableRow row) {
    List<XWPFTableCell> cells = row.getTableCells();
    return cells.get(cells.size() - 1).getParagraphs().get(0).getStyle();
  }

  /** In order; the last one is that of the document. */
  List<CTSectPr> sections() {
    return Stream.concat(
            document.getParagraphs().stream()
                .map(XWPFParagraph::getCTP)
                .filter(p -> p.isSetPPr() && p.getPPr().isSetSectPr())
                .map(p -> p.getPPr().getSectPr()),
            Stream.of(document.getDocument().getBody().getSectPr()))
        .toList();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
