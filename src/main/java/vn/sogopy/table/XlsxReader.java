package vn.sogopy.table;

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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A visible sheet of a workbook. */
final class XlsxReader {
  /** Among so many rows a sheet is known by its headings. */
  private static final int FIRST = 20;

  /** Beyond it a number is shown with its exponent: 1E999999999 is short only so. */
  private static final int MAX_DIGITS = 100;

  private final TableReader limits;

  XlsxReader(TableReader limits) {
    this.limits = limits;
  }

  void read(byte[] bytes, TableReader.Rows rows) throws TableException {
    requireZip(bytes);
    read(
        new SeekableInMemoryByteChannel(bytes),
        () -> new ReadableWorkbook(new ByteArrayInputStream(bytes)),
        rows);
  }

  void read(Path file, TableReader.Rows rows) throws TableException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      requireZip(in.readNBytes(8));
    }
    read(Files.newByteChannel(file), () -> new ReadableWorkbook(file.toFile()), rows);
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

  private void read(SeekableByteChannel channel, Opening opening, TableReader.Rows rows)
      throws TableException {
    XlsxGuard guard = guard(channel);
    try (ReadableWorkbook workbook = opening.open()) {
      Sheet sheet =
          workbook
              .getSheets()
              .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElseThrow(() -> new TableException(TableException.Fault.EMPTY, 0));
      try (Stream<Row> stream = sheet.openStream()) {
        rows(workbook, stream.iterator(), new Merged(guard.merges()), rows);
      }
    } catch (TakenException e) {
      throw e.cause;
    } catch (IOException | RuntimeException e) {
      // The library throws what it likes at a damaged or hostile workbook.
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
  }

  private static XlsxGuard guard(SeekableByteChannel channel) throws TableException {
    XlsxGuard guard = new XlsxGuard();
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
      guard.look(zip);
      return guard;
    } catch (IOException | RuntimeException e) {
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
  }

  /** Merged cells are not filled: what stands in one row is said of that row alone. */
  List<TableReader.Sheet> find(Path file, Predicate<TableRow> wanted)
      throws TableException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      requireZip(in.readNBytes(8));
    }
    guard(Files.newByteChannel(file));
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      List<Sheet> visible =
          workbook
              .getSheets()
              .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
              .toList();
      List<TableReader.Sheet> found = new ArrayList<>();
      for (Sheet sheet : visible) {
        List<TableRow> rows = wanted(workbook, sheet, wanted);
        if (!rows.isEmpty()) {
          found.add(new TableReader.Sheet(sheet.getName(), rows));
        }
      }
      return found;
    } catch (IOException | RuntimeException e) {
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
  }

  /** All rows of the sheet; none if the first ones are not as wanted. */
  private List<TableRow> wanted(ReadableWorkbook workbook, Sheet sheet, Predicate<TableRow> wanted)
      throws IOException, TableException {
    List<TableRow> rows = new ArrayList<>();
    TableReader.Rows counted =
        limits.counted(
            row -> {
              rows.add(row);
              if (rows.size() == FIRST && rows.stream().noneMatch(wanted)) {
                throw new TableException(TableException.Fault.EMPTY, 0);
              }
            });
    try (Stream<Row> stream = sheet.openStream()) {
      rows(workbook, stream.iterator(), new Merged(List.of()), counted);
    } catch (TableException e) {
      if (e.fault() != TableException.Fault.EMPTY) {
        throw e;
      }
      return List.of();
    }
    return rows.stream().limit(FIRST).anyMatch(wanted) ? rows : List.of();
  }

  /** What whoever takes the rows has thrown is not the library's. */
  private static final class TakenException extends RuntimeException {
    private final RuntimeException cause;

    private TakenException(RuntimeException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private void rows(
      ReadableWorkbook workbook, Iterator<Row> all, Merged merged, TableReader.Rows rows)
      throws TableException {
    while (all.hasNext()) {
      TableRow read = row(workbook, all.next());
      TableRow filled = merged.fill(read);
      if (!read.isEmpty()) {
        try {
          rows.take(filled);
        } catch (RuntimeException e) {
          throw new TakenException(e);
        }
      }
    }
  }

  private TableRow row(ReadableWorkbook workbook, Row row) throws TableException {
    List<Cell> cells = new ArrayList<>();
    for (org.dhatim.fastexcel.reader.Cell cell : row) {
      Cell read = cell == null ? Cell.EMPTY : cell(workbook, cell);
      if (cells.size() == limits.maxColumns()) {
        if (!read.isEmpty()) {
          throw new TableException(TableException.Fault.TOO_LARGE, limits.maxColumns());
        }
        continue;
      }
      cells.add(read);
    }
    return new TableRow(row.getRowNum(), cells);
  }

  private static Cell cell(ReadableWorkbook workbook, org.dhatim.fastexcel.reader.Cell cell) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.FORMULA) {
      // What the formula came to when the file was saved.
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
