package vn.sogopy.platform.http.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.table.CellText;

/** The visible sheets of a workbook. */
final class XlsxReader {
  /** Characters; programs that write workbooks allow 31. */
  private static final int MAX_NAME = 200;

  /** Above it a number is shown with its exponent: 1E999999999 would be too long without. */
  private static final int MAX_DIGITS = 100;

  private final TableReader reader;
  private final Predicate<TableReader.SheetRows> sheets;

  XlsxReader(TableReader reader, Predicate<TableReader.SheetRows> sheets) {
    this.reader = reader;
    this.sheets = sheets;
  }

  List<String> read(Path file) throws IOException {
    FileMagic magic = FileMagic.valueOf(file.toFile());
    if (magic != FileMagic.OOXML) {
      throw XlsxGuard.refused(
          magic == FileMagic.OLE2 ? FieldCode.OLD_OR_LOCKED_XLS : FieldCode.MALFORMED_XLSX);
    }
    XlsxGuard guard = XlsxGuard.of(file);
    List<String> leftOut = new ArrayList<>();
    try (ReadableWorkbook workbook = wellFormed(() -> new ReadableWorkbook(file.toFile()))) {
      for (Sheet sheet : wellFormed(() -> workbook.getSheets().toList())) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE && !read(workbook, sheet, guard)) {
          leftOut.add(sheet.getName());
        }
      }
    }
    return leftOut;
  }

  private static <T> T wellFormed(Callable<T> step) {
    try {
      return step.call();
    } catch (Exception e) {
      // The library throws any exception for a damaged or hostile workbook.
      throw XlsxGuard.refused(FieldCode.MALFORMED_XLSX);
    }
  }

  /**
   * @return false if the sheet has rows and is not read
   */
  private boolean read(ReadableWorkbook workbook, Sheet sheet, XlsxGuard guard) {
    String name = sheet.getName();
    if (name == null || name.length() > MAX_NAME) {
      throw XlsxGuard.refused(FieldCode.MALFORMED_XLSX);
    }
    Merged merged = new Merged(guard, sheet);
    try (Stream<Row> stored = wellFormed(sheet::openStream)) {
      Stream<TableRow> rows = stored.map(row -> merged.filled(row(workbook, name, row)));
      return reader.read(rows, e -> XlsxGuard.refused(FieldCode.MALFORMED_XLSX), sheets);
    }
  }

  /** A row that is too wide gets one cell more than the limit. */
  private TableRow row(ReadableWorkbook workbook, String sheet, Row row) {
    List<Cell> cells = new ArrayList<>();
    for (org.dhatim.fastexcel.reader.Cell cell : row) {
      Cell read = cell == null ? Cell.EMPTY : cell(workbook, cell);
      if (cells.size() < reader.maxColumns || !read.isEmpty()) {
        cells.add(read);
      }
      if (cells.size() > reader.maxColumns) {
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

  /** Copies the value of a cell that is merged over several rows to each of them. */
  private final class Merged {
    private final List<CellRangeAddress> merges;
    private final Map<CellRangeAddress, Cell> open = new HashMap<>();
    private int next;

    Merged(XlsxGuard guard, Sheet sheet) {
      merges = reader.fillsMerged ? guard.merges(sheet.getId()) : List.of();
    }

    /**
     * The row with the values of merged cells; an empty row stays empty. Must be called for every
     * row, in order.
     */
    TableRow filled(TableRow row) {
      int number = row.number() - 1;
      while (next < merges.size() && merges.get(next).getFirstRow() <= number) {
        CellRangeAddress merge = merges.get(next++);
        Cell first = row.cell(merge.getFirstColumn());
        if (merge.getFirstRow() == number && !first.isEmpty()) {
          open.put(merge, first);
        }
      }
      open.keySet().removeIf(merge -> merge.getLastRow() < number);
      if (open.isEmpty() || row.isEmpty()) {
        return row;
      }
      List<Cell> cells = new ArrayList<>(row.cells());
      open.forEach(
          (merge, cell) -> {
            while (cells.size() <= merge.getFirstColumn()) {
              cells.add(Cell.EMPTY);
            }
            if (cells.get(merge.getFirstColumn()).isEmpty()) {
              cells.set(merge.getFirstColumn(), cell);
            }
          });
      return new TableRow(row.sheet(), row.number(), cells);
    }
  }
}
