package vn.sogopy.platform.http.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.logging.Logger;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidations;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.CellText;

/**
 * Writes notes on the rows of an uploaded workbook: into a copy of it, in a column of their own. If
 * the workbook is too large, or POI cannot handle it, the result is a plain workbook with the
 * numbers of the rows and the notes.
 */
public final class XlsxNotes {
  private static final Logger LOG = Logger.getLogger(XlsxNotes.class);

  /** In bytes. */
  static final long MAX_FILE = 5L * 1024 * 1024;

  /**
   * XML elements and attributes of all parts. POI takes up to 384 bytes of heap for each, and may
   * take a third of the heap.
   */
  static final long MAX_NODES = Runtime.getRuntime().maxMemory() / 3 / 384;

  private static final byte[] RED = {(byte) 0xC0, 0, 0};

  /** In characters. */
  private static final int WIDTH = 50;

  /** The escape of ECMA-376 part 1, section 22.9.2.19. */
  private static final String LINE_END = "_x000A_";

  static {
    // XlsxGuard has limited the unpacked size; repeated long texts are no attack.
    ZipSecureFile.setMinInflateRatio(0);
  }

  private XlsxNotes() {}

  /**
   * The notes of one sheet.
   *
   * @param headingRow the sheet's own number, from 1; as the keys of the notes
   * @param heading of the column
   * @param notes by row; a text too long for a cell is cut, characters not allowed in XML left out
   */
  public record Sheet(String name, int headingRow, String heading, Map<Integer, String> notes) {}

  /**
   * Writes a copy of the workbook. An existing column with this heading is cleared and reused;
   * otherwise the notes are right of the last used column.
   *
   * @param sheets those that get notes, each once
   * @param out not closed here
   * @throws ProblemException 400 if the file is no readable workbook or holds too much
   * @throws IOException if the file cannot be opened, or as {@code out} throws it
   */
  public static void write(Path in, List<Sheet> sheets, OutputStream out) throws IOException {
    XlsxGuard guard = XlsxGuard.of(in);
    boolean small = Files.size(in) <= MAX_FILE && guard.nodes() <= MAX_NODES;
    ByteArrayOutputStream copy = small ? annotated(in, sheets) : null;
    if (copy == null) {
      plain(sheets, out);
    } else {
      copy.writeTo(out);
    }
  }

  /**
   * One at a time, since the workbook is in memory. Null if POI cannot handle it (strict OOXML, no
   * column left, and the like).
   */
  private static synchronized ByteArrayOutputStream annotated(Path in, List<Sheet> sheets) {
    OPCPackage parts = null;
    try {
      parts = OPCPackage.open(in.toFile(), PackageAccess.READ_WRITE);
      XSSFWorkbook book = new XSSFWorkbook(parts);
      CellStyle style = style(book);
      for (Sheet notes : sheets) {
        annotate(book.getSheet(notes.name), notes, style);
      }
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        escapeLineEnds(book.getSheetAt(i));
      }
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      book.write(copy);
      return copy;
    } catch (IOException | OpenXML4JException | RuntimeException e) {
      LOG.infof("notes go into a workbook of their own: %s", e);
      return null;
    } finally {
      if (parts != null) {
        parts.revert(); // Closes without saving.
      }
    }
  }

  private static void annotate(XSSFSheet sheet, Sheet notes, CellStyle style) {
    Row headings = CellUtil.getRow(notes.headingRow - 1, sheet);
    int known = column(headings, notes.heading);
    int column = known < 0 ? free(sheet) : known;
    if (known < 0) {
      Cell last =
          headings.getLastCellNum() < 1 ? null : headings.getCell(headings.getLastCellNum() - 1);
      Cell heading = headings.createCell(column);
      heading.setCellValue(CellText.of(notes.heading));
      heading.setCellStyle(last == null ? null : last.getCellStyle());
    } else {
      for (Row row : sheet) {
        Cell old = row.getRowNum() < notes.headingRow ? null : row.getCell(column);
        if (old != null) {
          row.removeCell(old);
        }
      }
    }
    if (known < 0 || sheet.isColumnHidden(column)) {
      sheet.setColumnWidth(column, WIDTH * 256);
      sheet.setColumnHidden(column, false);
    }
    for (Map.Entry<Integer, String> note : notes.notes.entrySet()) {
      Row row = CellUtil.getRow(note.getKey() - 1, sheet);
      Cell cell = row.createCell(column);
      cell.setCellValue(CellText.of(note.getValue()));
      cell.setCellStyle(style);
      if (!((XSSFRow) row).getCTRow().getCustomHeight()) {
        row.setHeight((short) -1); // Else Excel keeps the old height.
      }
    }
  }

  /** XmlBeans writes a line end in an attribute unescaped, and XML parsers read it as a blank. */
  private static void escapeLineEnds(XSSFSheet sheet) {
    CTDataValidations rules = sheet.getCTWorksheet().getDataValidations();
    for (CTDataValidation rule :
        rules == null ? List.<CTDataValidation>of() : rules.getDataValidationList()) {
      if (rule.isSetPrompt()) {
        rule.setPrompt(rule.getPrompt().replace("\n", LINE_END));
      }
      if (rule.isSetError()) {
        rule.setError(rule.getError().replace("\n", LINE_END));
      }
    }
  }

  /** -1 if no column has this heading. */
  private static int column(Row headings, String heading) {
    for (Cell cell : headings) {
      if (cell.getCellType() == CellType.STRING
          && bare(cell.getStringCellValue()).equals(bare(heading))) {
        return cell.getColumnIndex();
      }
    }
    return -1;
  }

  private static String bare(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFC).strip();
  }

  /** The first column right of all used ones. */
  private static int free(XSSFSheet sheet) {
    int lastUsed = -1;
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() != CellType.BLANK) {
          lastUsed = Math.max(lastUsed, cell.getColumnIndex());
        }
      }
    }
    int lastMerged =
        sheet.getMergedRegions().stream()
            .mapToInt(CellRangeAddress::getLastColumn)
            .max()
            .orElse(-1);
    int right = Math.max(lastUsed, lastMerged) + 1;
    return right > SpreadsheetVersion.EXCEL2007.getLastColumnIndex() ? lastUsed + 1 : right;
  }

  /** Wrapped and red, in the workbook's own font. */
  private static CellStyle style(XSSFWorkbook book) {
    XSSFFont own = book.getFontAt(0);
    XSSFFont font = book.createFont();
    font.setFontName(own.getFontName());
    font.setFontHeight(own.getFontHeight());
    font.setColor(new XSSFColor(RED, null));
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  /** A sheet of the same name for each, with the numbers of the rows beside the notes. */
  private static void plain(List<Sheet> sheets, OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "SoGopY", "1.0");
    for (Sheet notes : sheets) {
      Worksheet sheet = book.newWorksheet(notes.name);
      sheet.width(1, 2 * WIDTH);
      sheet.value(0, 0, "Dòng");
      sheet.value(0, 1, notes.heading);
      sheet.range(0, 0, 0, 1).style().bold().set();
      int row = 0;
      for (Map.Entry<Integer, String> note : new TreeMap<>(notes.notes).entrySet()) {
        row++;
        sheet.value(row, 0, note.getKey());
        sheet.inlineString(row, 1, CellText.of(note.getValue()));
        sheet.style(row, 1).wrapText(true).set();
      }
      sheet.finish();
    }
    book.finish();
  }
}
