package vn.sogopy.platform.http.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** Sheets are found by their headings, whatever their name and position. */
class SheetFindingTest {
  @TempDir Path folder;

  private final List<TableRow> rows = new ArrayList<>();

  /** The names of the sheets that are not read. */
  private List<String> read(Path file) {
    return new TableReader(50, 5).read(file, true, this::readBelowHeading);
  }

  private boolean readBelowHeading(TableReader.SheetRows sheet) {
    for (int i = 0; i < TableReader.HEADING_WITHIN; i++) {
      TableRow row = sheet.next();
      if (row != null && row.cell(0).text().equals("Mã")) {
        rows.add(sheet.take(row));
        return sheet.takeAll(rows::add);
      }
    }
    return false;
  }

  private static void fill(Worksheet sheet, int heading, int rows) {
    sheet.value(heading, 0, "Mã");
    for (int i = 1; i <= rows; i++) {
      sheet.value(heading + i, 0, "_x0041_" + i);
    }
  }

  private Path book(java.util.function.Consumer<Workbook> sheets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook book = new Workbook(out, "Test", "1.0");
    sheets.accept(book);
    book.finish();
    return Files.write(folder.resolve("book.xlsx"), out.toByteArray());
  }

  @Test
  void sheetIsFoundAfterOthers() throws Exception {
    Path file =
        book(
            book -> {
              Worksheet cover = book.newWorksheet("Bìa");
              for (int i = 0; i < 200; i++) {
                cover.value(i, 0, "lời " + i);
              }
              Worksheet hidden = book.newWorksheet("Ẩn");
              fill(hidden, 0, 1);
              hidden.setVisibilityState(VisibilityState.HIDDEN);
              fill(book.newWorksheet("Ý kiến"), 3, 2);
            });
    // The cover exceeds the maximum number of rows, but is not a list.
    assertThat(read(file)).containsExactly("Bìa");
    assertThat(rows).extracting(TableRow::sheet).containsOnly("Ý kiến");
    assertThat(rows).extracting(TableRow::number).containsExactly(4, 5, 6);
    // As Excel escapes characters that XML cannot hold.
    assertThat(rows.get(1).cell(0).text()).isEqualTo("A1");
  }

  @Test
  void matchingSheetsInOrder() throws Exception {
    Path file =
        book(
            book -> {
              fill(book.newWorksheet("Một"), 0, 40);
              book.newWorksheet("Trống");
              fill(book.newWorksheet("Hai"), 0, 1);
            });
    assertThat(read(file)).isEmpty();
    assertThat(rows).hasSize(43);
    assertThat(rows).extracting(TableRow::sheet).startsWith("Một").endsWith("Hai", "Hai");
    assertThat(new TableReader(50, 5).read(file, true, sheet -> sheet.next() == null))
        .containsExactly("Một", "Hai");
  }

  /** Limits apply only to sheets of the list. */
  @Test
  void wideOtherSheetIsSkipped() throws Exception {
    Path file =
        book(
            book -> {
              fill(book.newWorksheet("Một"), 0, 1);
              book.newWorksheet("Rộng").value(0, 99, "x");
            });
    assertThat(read(file)).containsExactly("Rộng");
    assertThat(rows).hasSize(2);
  }

  @Test
  void chartIsSkipped() throws Exception {
    byte[] two =
        Files.readAllBytes(
            book(
                book -> {
                  fill(book.newWorksheet("Một"), 0, 1);
                  book.newWorksheet("Biểu đồ").value(0, 0, "x");
                }));
    byte[] chart =
        Zips.rewritten(
            two,
            "xl/worksheets/sheet2.xml",
            xml ->
                "<chartsheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews></chartsheet>");
    assertThat(read(Files.write(folder.resolve("chart.xlsx"), chart))).isEmpty();
    assertThat(rows).hasSize(2);
  }

  @Test
  void tooManyRowsAreRefused() throws Exception {
    Path file = book(book -> fill(book.newWorksheet("Ý kiến"), 0, 50));
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors().get(0).code()).isEqualTo(FieldCode.TOO_LONG));
  }

  @Test
  void otherFilesAreRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("text"), "PK\u0003\u0004 no");
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors().get(0).code()).isEqualTo(FieldCode.MALFORMED_XLSX));
  }
}
