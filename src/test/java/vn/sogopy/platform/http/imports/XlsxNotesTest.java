package vn.sogopy.platform.http.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** Workbooks of Excel, LibreOffice and three libraries give the same result. */
class XlsxNotesTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  @TempDir Path folder;

  private XSSFWorkbook noted(byte[] book, int headingRow, Map<Integer, String> notes)
      throws Exception {
    return noted(book, "A", headingRow, notes);
  }

  private XSSFWorkbook noted(byte[] book, String sheet, int headingRow, Map<Integer, String> notes)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(file(book), sheet, headingRow, notes, out);
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private byte[] bytes(byte[] book, int headingRow, Map<Integer, String> notes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(file(book), "A", headingRow, notes, out);
    return out.toByteArray();
  }

  private static void write(
      Path file, String sheet, int headingRow, Map<Integer, String> notes, OutputStream out)
      throws IOException {
    XlsxNotes.write(file, List.of(new XlsxNotes.Sheet(sheet, headingRow, "Lỗi", notes)), out);
  }

  private List<TableRow> read(byte[] book) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    new TableReader(9, 9).read(file(book), true, sheet -> sheet.takeAll(rows::add));
    return rows;
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("book.xlsx"), bytes);
  }

  private static byte[] fastexcel(Consumer<Worksheet> fill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook book = new Workbook(out, "Test", "1.0");
    fill.accept(book.newWorksheet("A"));
    book.finish();
    return out.toByteArray();
  }

  private static byte[] plain() throws IOException {
    return fastexcel(
        sheet -> {
          sheet.value(0, 0, "Mã");
          sheet.value(0, 1, "Nội dung");
          sheet.style(0, 1).bold().set();
          sheet.value(1, 0, 1);
          sheet.value(1, 1, "a");
          sheet.value(3, 1, "b");
        });
  }

  private static byte[] poi(Consumer<XSSFWorkbook> fill) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      fill.accept(book);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  /** The plain workbook with this sheet. */
  private static byte[] sheet(String xml) throws IOException {
    return Zips.rewritten(plain(), SHEET, old -> xml);
  }

  private static String text(XSSFWorkbook book, int row, int column) {
    XSSFCell cell =
        book.getSheetAt(0).getRow(row) == null
            ? null
            : book.getSheetAt(0).getRow(row).getCell(column);
    return cell == null ? null : cell.toString();
  }

  @Test
  void notesAreInANewLastColumn() throws Exception {
    try (XSSFWorkbook book = noted(plain(), 1, Map.of(2, "một\nhai", 4, "ba", 3, "chen", 9, "x"))) {
      assertThat(text(book, 0, 2)).isEqualTo("Lỗi");
      assertThat(text(book, 1, 2)).isEqualTo("một\nhai");
      assertThat(text(book, 2, 2)).isEqualTo("chen");
      assertThat(text(book, 3, 2)).isEqualTo("ba");
      assertThat(text(book, 8, 2)).isEqualTo("x");
      assertThat(text(book, 0, 1)).isEqualTo("Nội dung");
      assertThat(text(book, 1, 0)).isEqualTo("1.0");
      assertThat(text(book, 3, 1)).isEqualTo("b");
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getColumnWidth(2)).isEqualTo(50 * 256);
      XSSFCell note = sheet.getRow(1).getCell(2);
      assertThat(note.getCellStyle().getWrapText()).isTrue();
      assertThat(note.getCellStyle().getFont().getXSSFColor().getARGBHex()).isEqualTo("FFC00000");
      assertThat(sheet.getRow(0).getCell(2).getCellStyle().getFont().getBold()).isTrue();
    }
  }

  @Test
  void secondRunReplacesNotes() throws Exception {
    byte[] once = bytes(plain(), 1, Map.of(2, "một", 4, "hai"));
    byte[] twice = bytes(once, 1, Map.of(4, "ba"));
    assertThat(read(once).get(1).cell(2).text()).isEqualTo("một");
    var rows = read(twice);
    assertThat(rows.get(0).cells()).extracting(Cell::text).containsExactly("Mã", "Nội dung", "Lỗi");
    assertThat(rows.get(1).cell(2).isEmpty()).isTrue();
    assertThat(rows.get(2).cell(2).text()).isEqualTo("ba");
  }

  @Test
  void notesColumnIsFoundByHeading() throws Exception {
    String typed = Normalizer.normalize("  Lỗi ", Normalizer.Form.NFD);
    byte[] shared =
        poi(
            book -> {
              XSSFSheet sheet = book.createSheet("A");
              sheet.createRow(0).createCell(0).setCellValue("Bảng kê");
              sheet.createRow(2).createCell(0).setCellValue(typed);
              sheet.getRow(2).createCell(1).setCellValue("Mã");
              sheet.createRow(3).createCell(0).setCellValue("cũ");
              sheet.createRow(4).createCell(0).setCellValue("cũ");
            });
    try (XSSFWorkbook book = noted(shared, 3, Map.of(5, "mới"))) {
      assertThat(text(book, 0, 0)).isEqualTo("Bảng kê");
      assertThat(text(book, 2, 0)).isEqualTo(typed);
      assertThat(text(book, 2, 2)).isNull();
      assertThat(text(book, 3, 0)).isNull();
      assertThat(text(book, 4, 0)).isEqualTo("mới");
    }
  }

  @Test
  void otherContentIsKept() throws Exception {
    byte[] rich =
        poi(
            book -> {
              XSSFSheet hidden = book.createSheet("Danh mục");
              hidden.createRow(0).createCell(0).setCellValue("x");
              XSSFSheet sheet = book.createSheet("Bảng");
              book.setSheetHidden(0, true);
              sheet.createRow(0).createCell(0).setCellValue("Gộp");
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
              sheet.createRow(1).createCell(0).setCellValue("Mã");
              sheet.createRow(2).createCell(0).setCellFormula("1+1");
              sheet.setColumnHidden(1, true);
              DataValidationHelper help = sheet.getDataValidationHelper();
              DataValidation list =
                  help.createValidation(
                      help.createFormulaListConstraint("'Danh mục'!$A$1:$A$9"),
                      new CellRangeAddressList(2, 9, 0, 0));
              list.createPromptBox("Chọn", "dòng một\ndòng \"hai\" & ba");
              sheet.addValidationData(list);
              sheet.createFreezePane(0, 2);
            });
    // The line breaks of Excel.
    byte[] excel =
        Zips.rewritten(rich, "xl/worksheets/sheet2.xml", xml -> xml.replace("_x000a_", "&#10;"));
    try (XSSFWorkbook book = noted(excel, "Bảng", 2, Map.of(3, "đây"))) {
      XSSFSheet sheet = book.getSheetAt(1);
      assertThat(sheet.getRow(2).getCell(4).toString()).isEqualTo("đây");
      assertThat(sheet.getRow(2).getCell(0).getCellFormula()).isEqualTo("1+1");
      assertThat(sheet.getMergedRegions()).hasSize(1);
      assertThat(sheet.isColumnHidden(1)).isTrue();
      assertThat(sheet.getDataValidations().get(0).getPromptBoxText())
          .isEqualTo("dòng một_x000A_dòng \"hai\" & ba");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(book.isSheetHidden(0)).isTrue();
      assertThat(book.getSheetAt(0).getRow(0).getLastCellNum()).isEqualTo((short) 1);
    }
  }

  @Test
  void aSheetCanBeNamed() throws Exception {
    byte[] two =
        poi(
            book -> {
              book.createSheet("Bìa").createRow(0).createCell(0).setCellValue("x");
              book.createSheet("Ý kiến").createRow(0).createCell(0).setCellValue("Mã");
            });
    try (XSSFWorkbook book = noted(two, "Ý kiến", 1, Map.of(2, "đây"))) {
      assertThat(book.getSheetAt(0).getRow(0).getLastCellNum()).isEqualTo((short) 1);
      assertThat(book.getSheetAt(1).getRow(1).getCell(1).toString()).isEqualTo("đây");
    }
  }

  @Test
  void unwrittenNotesAreCounted() throws Exception {
    byte[] bare =
        sheet(
            "<x:worksheet xmlns:x=\"%s\"><x:sheetData>".formatted(NS)
                + "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
                + "<x:row spans=\"1:2\"><x:c><x:v>3</x:v></x:c></x:row>"
                + "</x:sheetData></x:worksheet>");
    try (XSSFWorkbook book = noted(bare, 1, new TreeMap<>(Map.of(2, "b", 3, "c")))) {
      assertThat(text(book, 0, 2)).isEqualTo("Lỗi");
      assertThat(text(book, 0, 1)).isEqualTo("2.0");
      assertThat(text(book, 1, 2)).isEqualTo("b");
      assertThat(text(book, 2, 2)).isEqualTo("c");
    }
  }

  @Test
  void notesColumnIsVisible() throws Exception {
    byte[] hidden =
        sheet(
            "<worksheet xmlns=\"%s\"><dimension ref=\"A1\"/>".formatted(NS)
                + "<cols><col min=\"1\" max=\"16384\" width=\"5\" hidden=\"1\"/></cols><sheetData>"
                + "<row r=\"1\" ht=\"12\"><c r=\"A1\"><v>1</v></c><c r=\"C1\" s=\"1\"/></row>"
                + "</sheetData></worksheet>");
    try (XSSFWorkbook book = noted(hidden, 1, Map.of())) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(text(book, 0, 1)).isEqualTo("Lỗi");
      assertThat(sheet.isColumnHidden(0)).isTrue();
      assertThat(sheet.isColumnHidden(1)).isFalse();
      assertThat(sheet.isColumnHidden(2)).isTrue();
      assertThat(sheet.getRow(0).getCell(2).getCellStyle().getIndex()).isEqualTo((short) 1);
    }
  }

  @Test
  void notesAreTruncatedAndCleaned() throws Exception {
    String wild = "a\u0000\u000B\uD800\uFFFEb\r\nc<&>\"'";
    String emoji = "x".repeat(32_765) + "\uD83D\uDE00\uD83D\uDE00";
    Map<Integer, String> notes = Map.of(2, wild, 3, emoji, 4, "y".repeat(32_768), 5, "_x0041_");
    try (XSSFWorkbook book = noted(plain(), 1, notes)) {
      assertThat(text(book, 1, 2)).isEqualTo("ab\nc<&>\"'");
      assertThat(text(book, 2, 2)).isEqualTo("x".repeat(32_765) + "…");
      assertThat(text(book, 3, 2)).isEqualTo("y".repeat(32_766) + "…");
      assertThat(text(book, 4, 2)).isEqualTo("_x0041_");
    }
  }

  private void assertIsPlain(byte[] book, String... cells) throws Exception {
    List<TableRow> rows = read(book);
    assertThat(rows.get(0).cells()).extracting(Cell::text).containsExactly("Dòng", "Lỗi");
    assertThat(rows.stream().skip(1).flatMap(row -> row.cells().stream()).map(Cell::text))
        .containsExactly(cells);
  }

  @Test
  void fullSheetGivesAPlainWorkbook() throws Exception {
    byte[] full = fastexcel(sheet -> sheet.value(0, 16_383, "Mã"));
    assertIsPlain(bytes(full, 1, Map.of(4, "ba", 2, "một\nhai")), "2", "một\nhai", "4", "ba");
  }

  @Test
  void unreadableFileGivesAPlainWorkbook() throws Exception {
    byte[] strict =
        Zips.rewritten(
            plain(),
            "_rels/.rels",
            xml ->
                xml.replace(
                    "schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                    "purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"));
    assertIsPlain(bytes(strict, 1, Map.of(2, "một")), "2", "một");
  }

  @Test
  void largeFileGivesAPlainWorkbook() throws Exception {
    byte[] noise = new byte[5 * 1024 * 1024];
    new Random(1).nextBytes(noise);
    byte[] image = poi(book -> book.createSheet("A").createRow(0).createCell(0).setCellValue("Mã"));
    byte[] large = Zips.with(image, "xl/media/image1.png", noise);
    assertIsPlain(bytes(large, 1, Map.of(2, "một")), "2", "một");
  }

  @Test
  void millionRowsGiveAPlainWorkbook() throws Exception {
    StringBuilder empty = new StringBuilder();
    for (int i = 2; i <= 1_048_576; i++) {
      empty.append("<row r=\"").append(i).append("\" spans=\"1:1\" ht=\"12\"/>");
    }
    byte[] book =
        Zips.rewritten(
            fastexcel(sheet -> sheet.value(0, 0, "Mã")),
            SHEET,
            xml -> xml.replace("</sheetData>", empty + "</sheetData>"));
    assertIsPlain(
        bytes(book, 1, Map.of(1_048_576, "cuối", 2, "đầu")), "2", "đầu", "1048576", "cuối");
  }

  @Test
  void hostileFilesAreRefused() throws Exception {
    String dtd = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    for (String part : new String[] {SHEET, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"}) {
      byte[] xxe = Zips.rewritten(plain(), part, xml -> xml.replaceFirst("\\?>", "?>" + dtd));
      fault(() -> bytes(xxe, 1, Map.of()), FieldCode.MALFORMED_XLSX);
    }
    byte[] swollen = Zips.swollen(plain(), "docProps/app.xml", 70);
    fault(() -> bytes(swollen, 1, Map.of()), FieldCode.TOO_LONG);
    fault(() -> bytes(Arrays.copyOf(plain(), 700), 1, Map.of()), FieldCode.MALFORMED_XLSX);
    fault(
        () -> bytes("Mã".getBytes(StandardCharsets.UTF_8), 1, Map.of()), FieldCode.MALFORMED_XLSX);
    fault(() -> bytes(new byte[0], 1, Map.of()), FieldCode.MALFORMED_XLSX);
    assertThatThrownBy(
            () -> write(folder.resolve("none"), "A", 1, Map.of(), OutputStream.nullOutputStream()))
        .isInstanceOf(NoSuchFileException.class);
  }

  private static void fault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, FieldCode code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors()).extracting(FieldError::code).containsExactly(code));
  }
}
