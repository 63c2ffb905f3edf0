package vn.sogopy.security.matrix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** The work-list of a draft or of one letter, with an assignee in all rows. */
final class WorklistSheet {
  private WorklistSheet() {}

  static byte[] assigned(String draft, String query, String assignee) {
    byte[] out =
        Api.as(Key.COORDINATOR).accept("*/*").get(draft + "/worklist" + query).asByteArray();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out))) {
      XSSFSheet sheet = book.getSheet("Ý kiến");
      for (Cell heading : sheet.getRow(0)) {
        if (heading.getStringCellValue().equals("Phân công")) {
          for (int row = 1; row <= sheet.getLastRowNum(); row++) {
            sheet.getRow(row).createCell(heading.getColumnIndex()).setCellValue(assignee);
          }
        }
      }
      ByteArrayOutputStream in = new ByteArrayOutputStream();
      book.write(in);
      return in.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
