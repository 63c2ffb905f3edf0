package vn.sogopy.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import vn.sogopy.table.TableException.Fault;

/**
 * Copies a workbook and writes a column of notes beside its rows (ECMA-376 part 1, section 18.3);
 * everything else stays: formats, other sheets, drop-downs, hidden columns, drawings. One part
 * after the other, each as a stream: a large workbook takes no more memory than a small one.
 */
public final class XlsxNotes {
  private final XlsxPackage book;
  private final ZipOutputStream zip;

  private XlsxNotes(XlsxPackage book, ZipOutputStream zip) {
    this.book = book;
    this.zip = zip;
  }

  /** The same for the first visible sheet, which is the one that {@link TableReader} reads. */
  public static void write(
      Path in, int headingRow, String heading, Map<Integer, String> notes, OutputStream out)
      throws IOException, TableException {
    write(in, null, headingRow, heading, notes, out);
  }

  /**
   * Writes a copy of the workbook. A column that has this heading already is used again, and what
   * stood below its heading goes; else the notes stand right of the last used column.
   *
   * @param sheet its name; null for the first visible one
   * @param headingRow the sheet's own number, from 1; as the keys of the notes
   * @param notes what is longer than a cell can hold is cut, what XML cannot hold left out
   * @param out not closed here; after an exception what was written to it is of no use
   * @throws TableException if the file is no readable workbook (NOT_XLSX), holds too much or has no
   *     column left (TOO_LARGE), or no such sheet (EMPTY)
   * @throws IOException if the file is not to be had, or as {@code out} throws it
   */
  public static void write(
      Path in,
      String sheet,
      int headingRow,
      String heading,
      Map<Integer, String> notes,
      OutputStream out)
      throws IOException, TableException {
    Map<Integer, String> all = new TreeMap<>();
    notes.forEach((row, note) -> all.put(row, CellText.of(note)));
    all.put(headingRow, CellText.of(heading));
    for (int row : all.keySet()) {
      if (row < 1 || row > SheetPlace.MAX_ROW) {
        throw new IllegalArgumentException("row " + row);
      }
    }
    try (XlsxPackage book = XlsxPackage.open(in)) {
      ZipOutputStream zip = new ZipOutputStream(out);
      new XlsxNotes(book, zip).write(sheet, headingRow, heading, all);
      zip.finish();
    } catch (XMLStreamException damaged) {
      throw new TableException(Fault.NOT_XLSX, 0);
    }
  }

  private void write(String sheet, int headingRow, String heading, Map<Integer, String> notes)
      throws IOException, XMLStreamException, TableException {
    String part = book.sheet(sheet);
    String styles = book.part("styles").orElse(null);
    SheetScan scan = new SheetScan(headingRow);
    try (InputStream in = book.read(part)) {
      scan.sheet(PlainXml.read(in));
    }
    scan.sharedStrings(book);
    int known = scan.column(heading);
    int number = known > 0 ? known : scan.free();
    if (known > 0) {
      notes.remove(headingRow); // it is there
    }
    if (number == 0) {
      throw new TableException(Fault.TOO_LARGE, SheetPlace.MAX_COLUMN);
    }
    NoteStyle style = styles == null ? null : NoteStyle.of(book, styles);
    SheetNotes.Column column =
        new SheetNotes.Column(
            number,
            headingRow,
            known > 0,
            style == null ? null : style.number(),
            scan.headingStyle(),
            scan::hasRow);
    for (ZipArchiveEntry entry : book.parts()) {
      ZipEntry same = new ZipEntry(entry.getName());
      same.setTime(entry.getTime());
      zip.putNextEntry(same);
      try (InputStream in = book.read(entry.getName())) {
        Writer out =
            new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 64 * 1024);
        if (entry.getName().equals(part)) {
          XMLStreamReader reader = PlainXml.read(in);
          new SheetNotes(reader, new XmlCopy(reader, out), column, notes).write();
        } else if (style != null && entry.getName().equals(styles)) {
          style.write(in, out);
        } else {
          in.transferTo(zip);
        }
        out.flush();
      }
      zip.closeEntry();
    }
  }
}
