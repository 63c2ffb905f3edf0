package vn.sogopy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets that are known by their headings, whatever their name and place. */
class SheetFindingTest {
  private static final Predicate<TableRow> HEADING = row -> row.cell(0).text().equals("Mã");

  @TempDir Path folder;

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
  void itIsFoundBehindOthersAndBelowItsTitle() throws Exception {
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
    // The cover is longer than a list may be, but is none.
    List<TableReader.Sheet> found = new TableReader(50, 5).find(file, HEADING);
    assertThat(found).extracting(TableReader.Sheet::name).containsExactly("Ý kiến");
    assertThat(found.get(0).rows()).extracting(TableRow::number).containsExactly(4, 5, 6);
    // As Excel stores what it cannot write otherwise.
    assertThat(found.get(0).rows().get(1).cell(0).text()).isEqualTo("A1");
  }

  @Test
  void allAreFoundOrNone() throws Exception {
    Path two =
        book(
            book -> {
              fill(book.newWorksheet("Một"), 0, 1);
              fill(book.newWorksheet("Hai"), 0, 1);
            });
    assertThat(new TableReader(50, 5).find(two, HEADING)).hasSize(2);
    assertThat(new TableReader(50, 5).find(two, row -> false)).isEmpty();
  }

  @Test
  void aLongListIsRefused() throws Exception {
    Path file = book(book -> fill(book.newWorksheet("Ý kiến"), 0, 50));
    assertThatThrownBy(() -> new TableReader(50, 5).find(file, HEADING))
        .isInstanceOfSatisfying(
            TableException.class,
            e -> assertThat(e.fault()).isEqualTo(TableException.Fault.TOO_LARGE));
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("text"), "PK\u0003\u0004 no");
    assertThatThrownBy(() -> new TableReader(50, 5).find(file, HEADING))
        .isInstanceOfSatisfying(
            TableException.class,
            e -> assertThat(e.fault()).isEqualTo(TableException.Fault.NOT_XLSX));
  }
}
