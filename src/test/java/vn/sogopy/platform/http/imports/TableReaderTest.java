package vn.sogopy.platform.http.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

class TableReaderTest {
  @TempDir Path folder;

  private List<TableRow> csv(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), false);
  }

  private List<TableRow> xlsx(byte[] bytes) throws IOException {
    return read(bytes, true);
  }

  private List<TableRow> read(byte[] bytes, boolean xlsx) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    Path file = Files.write(folder.resolve("table"), bytes);
    new TableReader(100, 20).read(file, xlsx, sheet -> sheet.takeAll(rows::add));
    return rows;
  }

  private static byte[] sheet(Consumer<Worksheet> fill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook book = new Workbook(out, "Test", "1.0");
    fill.accept(book.newWorksheet("A"));
    book.finish();
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,\"b;c\"\r\nd,e\r\n", "a;\"b;c\"\nd;e", "\uFEFFa,\"b;c\"\n\n,\nd,e"})
  void separatorIsOfTheFirstLine(String text) throws IOException {
    List<TableRow> rows = csv(text);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).cells()).extracting(Cell::text).containsExactly("a", "b;c");
    assertThat(rows.get(1).cells()).extracting(Cell::text).containsExactly("d", "e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TỔNG HỢP, TIẾP THU, GIẢI TRÌNH\na;\"b, c\"\nd;e",
        "Tổng hợp, lần 2; quý 3\na;b, c\nd;e, f, g\n",
        "Số, ngày;Phần, mục\n1, 2/9;3",
        "a;b\n\"x\n1,2\n3,4\n5,6\";c\nd;e"
      })
  void titlesDoNotChangeTheSeparator(String text) throws IOException {
    assertThat(csv(text)).last().extracting(row -> row.cells().size()).isEqualTo(2);
  }

  @Test
  void semicolonsInTexts() throws IOException {
    String text = "a,b,c\nx,\"1;2;3\",y\n\"m; n\no; p\nq; r\",s,t\n";
    assertThat(csv(text)).allMatch(row -> row.cells().size() == 3);
  }

  @Test
  void neutralizedFormulasAreRestored() throws Exception {
    assertThat(csv("'=1+1,'+84,'-,'@x,'chữ,''=1\n").get(0).cells())
        .extracting(Cell::text)
        .containsExactly("=1+1", "+84", "-", "@x", "'chữ", "''=1");
    assertThat(xlsx(sheet(sheet -> sheet.value(0, 0, "'+84 209"))).get(0).cell(0).text())
        .isEqualTo("+84 209");
  }

  @Test
  void rowNumberIsTheLine() throws IOException {
    assertThat(csv("a,b\n\"x\ny\",c\n\nd,e")).extracting(TableRow::number).containsExactly(1, 2, 5);
  }

  @Test
  void malformedCsvIsReported() throws IOException {
    fault(() -> csv("a,b\nc,\"d"), FieldCode.MALFORMED_CSV);
    fault(() -> csv("a,b\nc,\"d\"e"), FieldCode.MALFORMED_CSV);
    fault(() -> read(new byte[] {'a', (byte) 0xE1, ','}, false), FieldCode.INVALID_UTF8);
    assertThat(csv("\n , \n")).isEmpty();
    fault(() -> csv("x\n".repeat(101)), FieldCode.TOO_LONG);
    fault(() -> csv("x,".repeat(21)), FieldCode.TOO_LONG);
  }

  @Test
  void numbersAndDatesOfASheet() throws Exception {
    byte[] book =
        sheet(
            sheet -> {
              sheet.value(0, 0, " Cơ quan ");
              sheet.value(3, 0, new BigDecimal("912345678"));
              sheet.value(3, 1, LocalDate.of(2021, 9, 15));
              sheet.style(3, 1).format("dd/mm/yyyy").set();
              sheet.value(3, 2, true);
            });
    List<TableRow> rows = xlsx(book);
    assertThat(rows).extracting(TableRow::number).containsExactly(1, 4);
    assertThat(rows.get(0).cell(0).text()).isEqualTo("Cơ quan");
    assertThat(rows.get(1).cell(0).text()).isEqualTo("912345678");
    assertThat(rows.get(1).cell(1).date()).isEqualTo("2021-09-15");
    assertThat(rows.get(1).cell(9).isEmpty()).isTrue();
  }

  @Test
  void formattedEmptyRowsAreSkipped() throws Exception {
    StringBuilder empty = new StringBuilder();
    for (int i = 2; i < 1_048_576; i++) {
      empty.append("<row r=\"").append(i).append("\"/>");
    }
    empty.append("<row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row>");
    byte[] book =
        Zips.rewritten(
            sheet(sheet -> sheet.value(0, 0, "Mã")),
            "xl/worksheets/sheet1.xml",
            xml -> xml.replace("</sheetData>", empty + "</sheetData>"));
    assertThat(xlsx(book)).extracting(TableRow::number).containsExactly(1, 1_048_576);
  }

  @Test
  void zipBombIsRefused() throws Exception {
    byte[] book =
        Zips.swollen(sheet(sheet -> sheet.value(0, 0, "Mã")), "xl/worksheets/sheet1.xml", 70);
    assertThat(book.length).isLessThan(1024 * 1024);
    fault(() -> xlsx(book), FieldCode.TOO_LONG);
  }

  @Test
  void entitiesAreNotExpanded() throws Exception {
    byte[] book =
        Zips.rewritten(
            sheet(sheet -> sheet.value(0, 0, "Mã")),
            "xl/sharedStrings.xml",
            xml ->
                xml.replaceFirst(
                        "\\?>",
                        "?><!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>")
                    .replace("Mã", "&f;&b;&b;&b;"));
    try {
      assertThat(xlsx(book).toString()).doesNotContain("root:").doesNotContain("aaaaaaaaaa");
    } catch (ProblemException refused) {
      assertThat(refused.errors().get(0).code()).isEqualTo(FieldCode.MALFORMED_XLSX);
    }
  }

  @Test
  void hugeNumberIsHandled() throws Exception {
    byte[] book =
        Zips.rewritten(
            sheet(
                sheet -> {
                  sheet.value(0, 0, "Mã");
                  sheet.value(1, 0, 5);
                }),
            "xl/worksheets/sheet1.xml",
            xml -> xml.replace("<v>5</v>", "<v>1E999999999</v>"));
    Cell cell = xlsx(book).get(1).cell(0);
    assertThat(cell.text()).hasSizeLessThan(50);
    assertThatThrownBy(cell::date).isInstanceOf(DateTimeException.class);
  }

  @Test
  void invalidWorkbookIsReported() throws Exception {
    fault(() -> xlsx("Mã,Tên".getBytes(StandardCharsets.UTF_8)), FieldCode.MALFORMED_XLSX);
    fault(() -> xlsx(new byte[] {'P', 'K', 3, 4, 0, 0}), FieldCode.MALFORMED_XLSX);
    fault(
        () -> xlsx(java.util.Arrays.copyOf(sheet(sheet -> sheet.value(0, 0, "Mã")), 700)),
        FieldCode.MALFORMED_XLSX);
    assertThat(xlsx(sheet(sheet -> sheet.value(0, 0, "")))).isEmpty();
    fault(() -> xlsx(sheet(sheet -> sheet.value(0, 20, "x"))), FieldCode.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "15/9/2021",
        "15/09/2021",
        "15-9-2021",
        "15.09.2021",
        "2021-09-15",
        "15/9/2021 00:00"
      })
  void dateFormats(String text) {
    assertThat(Cell.of(text).date()).isEqualTo("2021-09-15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/9/2021", "9/15/2021", "15/9/21", "mai", "2021-13-01", "1/1/1066"})
  void invalidDateIsRefused(String text) {
    assertThatThrownBy(() -> Cell.of(text).date()).isInstanceOf(DateTimeException.class);
  }

  @Test
  void serialDates() {
    assertThat(new Cell("44454", new BigDecimal("44454.5"), false).date()).isEqualTo("2021-09-15");
    assertThat(new Cell("42992", new BigDecimal("42992"), true).date()).isEqualTo("2021-09-15");
    assertThatThrownBy(() -> new Cell("0", BigDecimal.ZERO, false).date())
        .isInstanceOf(DateTimeException.class);
  }

  private static void fault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, FieldCode code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors()).extracting(FieldError::code).containsExactly(code));
  }
}
