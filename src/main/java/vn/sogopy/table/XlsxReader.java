package vn.sogopy.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The first visible sheet of a workbook. */
final class XlsxReader {
  /** So many rows without a word, and the sheet has ended, however far its formats reach. */
  private static final int GAP = 1_000;

  /** Beyond it a number is shown with its exponent: 1E999999999 is short only so. */
  private static final int MAX_DIGITS = 100;

  private final TableReader limits;

  XlsxReader(TableReader limits) {
    this.limits = limits;
  }

  List<TableRow> read(byte[] bytes) throws TableException {
    if (!TableReader.looksLikeXlsx(bytes)) {
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
    try {
      requireModest(bytes);
      try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
        Sheet sheet =
            workbook
                .getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new TableException(TableException.Fault.EMPTY, 0));
        return rows(workbook, sheet);
      }
    } catch (IOException | RuntimeException e) {
      // The library throws what it likes at a damaged or hostile workbook.
      throw new TableException(TableException.Fault.NOT_XLSX, 0);
    }
  }

  private static void requireModest(byte[] bytes) throws IOException, TableException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      XlsxPackage.requireModest(zip);
    }
  }

  private List<TableRow> rows(ReadableWorkbook workbook, Sheet sheet)
      throws IOException, TableException {
    List<TableRow> rows = new ArrayList<>();
    int last = 0;
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
        Row row = all.next();
        int before = rows.size();
        limits.add(rows, row(workbook, row));
        if (rows.size() > before) {
          last = row.getRowNum();
        } else if (row.getRowNum() - last > GAP) {
          break;
        }
      }
    }
    return rows;
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
    return Cell.of(value == null ? "" : value.toString());
  }
}
