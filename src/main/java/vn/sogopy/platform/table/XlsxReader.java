package vn.sogopy.platform.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The visible sheets of a workbook. */
final class XlsxReader {
  /** Characters; programs that write workbooks allow 31. */
  private static final int MAX_NAME = 200;

  /** Above it a number is shown with its exponent: 1E999999999 would be too long without. */
  private static final int MAX_DIGITS = 100;

  private final TableReader limits;

  XlsxReader(TableReader limits) {
    this.limits = limits;
  }

  List<String> read(byte[] bytes, TableReader.Choice choice, TableReader.Rows rows)
      throws TableException {
    requireZip(bytes);
    return read(
        new SeekableInMemoryByteChannel(bytes),
        () -> new ReadableWorkbook(new ByteArrayInputStream(bytes)),
        choice,
        rows);
  }

  List<String> read(Path file, TableReader.Choice choice, TableReader.Rows rows)
      throws TableException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      requireZip(in.readNBytes(8));
    }
    return read(
        Files.newByteChannel(file), () -> new ReadableWorkbook(file.toFile()), choice, rows);
  }

  /** Opens the workbook in the library that reads it. */
  private interface Opening {
    ReadableWorkbook open() throws IOException;
  }

  private static void requireZip(byte[] head) throws TableException {
    if (TableReader.looksLikeOldOffice(head)) {
      throw new TableException(TableException.Fault.OLD_OFFICE, 0);
    }
    if (!TableReader.looksLikeXlsx(head)) {
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
  }

  private List<String> read(
      SeekableByteChannel channel,
      Opening opening,
      TableReader.Choice choice,
      TableReader.Rows rows)
      throws TableException {
    XlsxGuard guard = XlsxGuard.of(channel);
    List<String> leftOut = new ArrayList<>();
    try (ReadableWorkbook workbook = opening.open()) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE
            && !read(workbook, sheet, merged(guard, sheet), choice, rows)) {
          leftOut.add(sheet.getName());
        }
      }
      return leftOut;
    } catch (TakenException e) {
      throw e.cause;
    } catch (IOException | RuntimeException e) {
      // The library throws any exception for a damaged or hostile workbook.
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
  }

  private Merged merged(XlsxGuard guard, Sheet sheet) {
    return new Merged(limits.fillsMerged() ? guard.merges(sheet.getId()) : List.of());
  }

  private static String name(Sheet sheet) throws TableException {
    String name = sheet.getName();
    if (name == null || name.length() > MAX_NAME) {
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
    return name;
  }

  /** An exception of the consumer of the rows, not of the library. */
  private static final class TakenException extends RuntimeException {
    private final RuntimeException cause;

    private TakenException(RuntimeException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /**
   * @return false if the sheet has rows and was not chosen
   */
  private boolean read(
      ReadableWorkbook workbook,
      Sheet sheet,
      Merged merged,
      TableReader.Choice choice,
      TableReader.Rows rows)
      throws IOException, TableException {
    String name = name(sheet);
    List<TableRow> waiting = new ArrayList<>();
    boolean chosen = false;
    boolean tooWide = false;
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
        TableRow read = row(workbook, name, all.next());
        TableRow filled = merged.fill(read);
        if (read.isEmpty()) {
          continue;
        }
        waiting.add(filled);
        tooWide |= read.cells().size() > limits.maxColumns();
        if (!chosen && waiting.size() == TableReader.HEADING_WITHIN) {
          if (!choice.takes(waiting)) {
            return false;
          }
          chosen = true;
        }
        if (chosen) {
          hand(waiting, tooWide, rows);
        }
      }
    }
    if (chosen || waiting.isEmpty()) {
      return true;
    }
    if (!choice.takes(waiting)) {
      return false;
    }
    hand(waiting, tooWide, rows);
    return true;
  }

  private void hand(List<TableRow> waiting, boolean tooWide, TableReader.Rows rows)
      throws TableException {
    if (tooWide) {
      throw new TableException(TableException.Fault.TOO_LARGE, limits.maxColumns());
    }
    try {
      for (TableRow row : waiting) {
        rows.take(row);
      }
    } catch (RuntimeException e) {
      throw new TakenException(e);
    }
    waiting.clear();
  }

  /** A row that is too wide gets one cell more than the limit. */
  private TableRow row(ReadableWorkbook workbook, String sheet, Row row) {
    List<Cell> cells = new ArrayList<>();
    for (org.dhatim.fastexcel.reader.Cell cell : row) {
      Cell read = cell == null ? Cell.EMPTY : cell(workbook, cell);
      if (cells.size() < limits.maxColumns() || !read.isEmpty()) {
        cells.add(read);
      }
      if (cells.size() > limits.maxColumns()) {
        break;
      }
    }
    return new TableRow(sheet, row.getRowNum(), cells);
  }

  private static Cell cell(ReadableWorkbook workbook, org.dhatim.fastexcel.reader.Cell cell) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.FORMULA) {
      // The value of the formula at the time of saving.
      return Cell.of(cell.getRawValue() == null ? "" : cell.getRawValue());
    }
    if (value instanceof BigDecimal number) {
      boolean plain = Math.abs(number.scale()) < MAX_DIGITS && number.precision() < MAX_DIGITS;
      String text = plain ? number.stripTrailingZeros().toPlainString() : number.toString();
      return new Cell(text, number, workbook.isDate1904());
    }
    return Cell.of(value == null ? "" : CellText.read(value.toString()));
  }
}
