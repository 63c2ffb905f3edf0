package vn.sogopy.interchange.worklist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A work-list as a user edits it, read and written by POI. */
public final class SheetFile {
  private final XSSFWorkbook book;
  private final XSSFSheet sheet;

  public SheetFile(byte[] bytes) {
    try {
      book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sheet = book.getSheet("Ý kiến");
  }

  XSSFWorkbook book() {
    return book;
  }

  XSSFSheet sheet() {
    return sheet;
  }

  List<String> headings() {
    List<String> headings = new ArrayList<>();
    sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
    return headings;
  }

  private int column(String heading) {
    int column = headings().indexOf(heading);
    if (column < 0) {
      throw new AssertionError("no column " + heading + " among " + headings());
    }
    return column;
  }

  /** The row, from 0, of the comment whose content begins so. */
  int rowOf(String content) {
    for (int row = 1; row <= sheet.getLastRowNum(); row++) {
      if (text(row, "Nội dung góp ý").startsWith(content)) {
        return row;
      }
    }
    throw new AssertionError("no row " + content);
  }

  public int rows() {
    return sheet.getLastRowNum();
  }

  String text(int row, String heading) {
    return new DataFormatter().formatCellValue(cell(row, column(heading)));
  }

  private Cell cell(int row, int column) {
    return sheet.getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  public SheetFile set(String content, String heading, Object value) {
    return set(rowOf(content), heading, value);
  }

  SheetFile set(int row, String heading, Object value) {
    Cell cell = cell(row, column(heading));
    if (value == null) {
      cell.setBlank();
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue(value.toString());
    }
    return this;
  }

  public SheetFile answer(String content, String result, String response) {
    return set(content, "Kết quả", result).set(content, "Nội dung trả lời", response);
  }

  SheetFile delete(String content) {
    int row = rowOf(content);
    sheet.removeRow(sheet.getRow(row));
    if (row < sheet.getLastRowNum()) {
      sheet.shiftRows(row + 1, sheet.getLastRowNum(), -1);
    }
    return this;
  }

  /** Reverses all rows and all columns and moves them two rows down. */
  SheetFile turnedRound() {
    List<List<Object>> table = new ArrayList<>();
    int width = headings().size();
    for (int row = 0; row <= sheet.getLastRowNum(); row++) {
      List<Object> cells = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        Cell cell = cell(row, column);
        cells.add(
            cell.getCellType() == CellType.NUMERIC
                ? (Object) cell.getNumericCellValue()
                : cell.getCellType() == CellType.BLANK ? null : cell.getStringCellValue());
      }
      Collections.reverse(cells);
      table.add(cells);
    }
    Collections.reverse(table.subList(1, table.size()));
    for (int row = sheet.getLastRowNum(); row >= 0; row--) {
      sheet.removeRow(sheet.getRow(row));
    }
    sheet.createRow(0).createCell(0).setCellValue("Danh sách của tôi");
    for (int row = 0; row < table.size(); row++) {
      Row made = sheet.createRow(row + 2);
      for (int column = 0; column < width; column++) {
        Object value = table.get(row).get(column);
        if (value instanceof Double number) {
          made.createCell(column).setCellValue(number);
        } else if (value != null) {
          // POI reads these escapes, but does not write them.
          String stored = ((String) value).replace("_x", "_x005F_x");
          made.createCell(column).setCellValue(Normalizer.normalize(stored, Normalizer.Form.NFD));
        }
      }
    }
    return this;
  }

  SheetFile removeColumn(String heading) {
    int column = column(heading);
    for (Row row : sheet) {
      Cell cell = row.getCell(column);
      if (cell != null) {
        row.removeCell(cell);
      }
    }
    return this;
  }

  /** Copies all cells of one row into another, as copy and paste does. */
  SheetFile copyRow(int from, int to) {
    if (sheet.getRow(to) == null) {
      sheet.createRow(to);
    }
    for (Cell cell : sheet.getRow(from)) {
      Cell copy = cell(to, cell.getColumnIndex());
      if (cell.getCellType() == CellType.NUMERIC) {
        copy.setCellValue(cell.getNumericCellValue());
      } else {
        copy.setCellValue(cell.getStringCellValue());
      }
    }
    return this;
  }

  Map<String, String> row(int row) {
    Map<String, String> cells = new HashMap<>();
    headings().forEach(heading -> cells.put(heading, text(row, heading)));
    return cells;
  }

  public byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
