package vn.sogopy.platform.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import vn.sogopy.platform.table.TableException.Fault;

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

  /**
   * The notes of one sheet.
   *
   * @param name null for the first visible one
   * @param headingRow the sheet's own number, from 1; as the keys of the notes
   * @param heading of the column
   * @param notes what is longer than a cell can hold is cut, what XML cannot hold left out
   */
  public record Sheet(String name, int headingRow, String heading, Map<Integer, String> notes) {}

  /**
   * Writes a copy of the workbook. A column that has the heading already is used again, and what
   * stood below its heading goes; else the notes stand right of the last used column.
   *
   * @param sheets those that get notes, each once
   * @param out not closed here; after an exception what was written to it is of no use
   * @throws TableException if the file is no readable workbook (NOT_XLSX), holds too much or has no
   *     column left (TOO_LARGE), or no such sheet (EMPTY)
   * @throws IOException if the file is not to be had, or as {@code out} throws it
   */
  public static void write(Path in, List<Sheet> sheets, OutputStream out)
      throws IOException, TableException {
    try (XlsxPackage book = XlsxPackage.open(in)) {
      ZipOutputStream zip = new ZipOutputStream(out);
      new XlsxNotes(book, zip).write(sheets);
      zip.finish();
    } catch (XMLStreamException damaged) {
      throw new TableException(Fault.NOT_XLSX, 0);
    }
  }

  /** The column of a sheet, and what is written into it. */
  private record Noted(SheetNotes.Column column, Map<Integer, String> notes) {}

  private Noted noted(Sheet sheet, String part, NoteStyle style)
      throws IOException, XMLStreamException, TableException {
    Map<Integer, String> notes = new TreeMap<>();
    sheet.notes.forEach((row, note) -> notes.put(row, CellText.of(note)));
    notes.put(sheet.headingRow, CellText.of(sheet.heading));
    for (int row : notes.keySet()) {
      if (row < 1 || row > SheetPlace.MAX_ROW) {
        throw new IllegalArgumentException("row " + row);
      }
    }
    SheetScan scan = new SheetScan(sheet.headingRow);
    try (InputStream in = book.read(part)) {
      scan.sheet(PlainXml.read(in));
    }
    scan.sharedStrings(book);
    int known = scan.column(sheet.heading);
    int number = known > 0 ? known : scan.free();
    if (known > 0) {
      notes.remove(sheet.headingRow); // it is there
    }
    if (number == 0) {
      throw new TableException(Fault.TOO_LARGE, SheetPlace.MAX_COLUMN);
    }
    SheetNotes.Column column =
        new SheetNotes.Column(
            number,
            sheet.headingRow,
            known > 0,
            style == null ? null : style.number(),
            scan.headingStyle(),
            scan::hasRow);
    return new Noted(column, notes);
  }

  private void write(List<Sheet> sheets) throws IOException, XMLStreamException, TableException {
    String styles = book.part("styles").orElse(null);
    NoteStyle style = styles == null ? null : NoteStyle.of(book, styles);
    Map<String, Noted> parts = new HashMap<>();
    for (Sheet sheet : sheets) {
      String part = book.sheet(sheet.name);
      parts.put(part, noted(sheet, part, style));
    }
    for (ZipArchiveEntry entry : book.parts()) {
      ZipEntry same = new ZipEntry(entry.getName());
      same.setTime(entry.getTime());
      zip.putNextEntry(same);
      try (InputStream in = book.read(entry.getName())) {
        Writer out =
            new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 64 * 1024);
        Noted noted = parts.get(entry.getName());
        if (noted != null) {
          XMLStreamReader reader = PlainXml.read(in);
          new SheetNotes(reader, new XmlCopy(reader, out), noted.column, noted.notes).write();
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
