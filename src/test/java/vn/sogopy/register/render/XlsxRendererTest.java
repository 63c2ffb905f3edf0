package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.sogopy.register.Annexes;
import vn.sogopy.register.DocumentKind;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;
import vn.sogopy.register.Seal;

class XlsxRendererTest {
  private static XSSFWorkbook book(Register register, Seal seal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxRenderer().write(register, seal, out);
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<List<String>> texts(XSSFSheet sheet) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : sheet) {
      rows.add(
          IntStream.range(0, row.getLastCellNum())
              .mapToObj(i -> row.getCell(i) == null ? "" : row.getCell(i).toString())
              .toList());
    }
    return rows;
  }

  private static Row row(XSSFSheet sheet, String first) {
    for (Row row : sheet) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(first)) {
        return row;
      }
    }
    throw new AssertionError("no row " + first);
  }

  private static Register ofOne(Register.Row... rows) {
    return Registers.of(
        DocumentKind.FULL,
        null,
        List.of(
            new Register.Group(
                "I",
                "G",
                "Nhóm",
                List.of(Registers.body(1, "a", "Cơ quan A", List.of(), null, rows)))));
  }

  @Test
  void annexIsASheet() throws IOException {
    try (XSSFWorkbook book = book(Registers.sample(), null)) {
      assertThat(book)
          .extracting(sheet -> sheet.getSheetName())
          .containsExactly("Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV");
    }
    try (XSSFWorkbook book =
        book(Registers.of(DocumentKind.RESPONSE, null, Registers.sample().groups()), null)) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      assertThat(texts(book.getSheetAt(1)).get(1).get(0))
          .isEqualTo("TỔNG HỢP SỐ LIỆU THEO NHÓM CƠ QUAN");
    }
  }

  @Test
  void theRowsOfTheFirstAnnex() throws IOException {
    try (XSSFWorkbook book = book(Registers.sample(), null)) {
      List<List<String>> rows = texts(book.getSheetAt(0));
      assertThat(rows.subList(0, 5))
          .extracting(row -> row.get(0))
          .containsExactly(
              "Phụ lục I",
              "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý ĐỐI VỚI DỰ THẢO (LẦN 2) QUY HOẠCH TỈNH BẮC KẠN",
              PageHeadings.attachedTo(Registers.sample(), null),
              "DỮ LIỆU MẪU · DỰ THẢO (09 giờ 05 ngày 01/10/2021)",
              PageHeadings.provenance(Registers.sample()));
      assertThat(rows.get(5))
          .containsExactly(
              "STT",
              "Số, ngày văn bản",
              "Phần, mục của dự thảo",
              "Nội dung góp ý",
              "Kết quả xử lý",
              "Nội dung tiếp thu, giải trình (vị trí chỉnh sửa)",
              "Ghi chú",
              "Cơ quan góp ý");
      assertThat(rows.subList(6, rows.size()))
          .extracting(row -> row.get(0))
          .containsExactly(
              "I. Sở, ban, ngành và cơ quan Trung ương trên địa bàn",
              "1. Sở Xây dựng (kèm theo các văn bản góp ý: số 642/SXD-QHKT ngày 25/8/2021; 452/SXD-QHKT ngày 10/8/2021)",
              "1.1",
              "1.2",
              "2. Sở Giao thông vận tải (kèm theo văn bản góp ý số 510/SGTVT-KCHT ngày 24/8/2021)",
              "",
              "3. Sở Công Thương (kèm theo văn bản góp ý số 294/SCT-KHTCTH ngày 12/8/2021)",
              "3.1",
              "II. UBND các huyện, thành phố",
              "4. UBND huyện Ba Bể",
              "4.1");
      assertThat(rows.get(8))
          .containsExactly(
              "1.1",
              "",
              "Báo cáo tổng hợp, mục V.1, trang 45",
              "Đề nghị làm rõ số liệu:\n- điểm 1;\n- điểm 2.\nĐề xuất: Bổ sung số liệu.",
              "Tiếp thu",
              "Tiếp thu ý kiến.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp)",
              "",
              "Sở Xây dựng");
      assertThat(rows.get(11).get(3)).isEqualTo("Nhất trí với nội dung dự thảo");
    }
  }

  @Test
  void numbersAndDatesAreTyped() throws IOException {
    try (XSSFWorkbook book = book(Registers.sample(), null)) {
      DataFormatter shown = new DataFormatter(java.util.Locale.ROOT);
      Row asked = row(book.getSheet("Phụ lục II"), "1.0");
      assertThat(asked.getCell(3).getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2021, 9, 15));
      assertThat(shown.formatCellValue(asked.getCell(3))).isEqualTo("15/9/2021");
      assertThat(shown.formatCellValue(asked.getCell(5))).isEqualTo("26/8/2021");
      assertThat(asked.getCell(7).getNumericCellValue()).isEqualTo(2);
      Row sum = book.getSheet("Phụ lục III").getRow(7);
      assertThat(sum.getCell(1).getStringCellValue()).isEqualTo("Cộng");
      assertThat(sum.getCell(5).getNumericCellValue()).isEqualTo(4859);
      assertThat(shown.formatCellValue(sum.getCell(5))).isEqualTo("4,859");
    }
  }

  @Test
  void datesHaveLeadingZeros() throws IOException {
    Annexes.Asked asked =
        new Annexes.Asked(
            1, "a", "A", List.of(), LocalDate.of(2022, 2, 5), List.of(), "Có ý kiến", 0, null);
    Register sample = Registers.sample();
    Register register =
        new Register(
            sample.title(),
            null,
            sample.plan(),
            sample.planTitle(),
            2,
            sample.draftStatus(),
            sample.document(),
            null,
            false,
            sample.generatedAt(),
            sample.generatedBy(),
            sample.letterhead(),
            sample.report(),
            List.of(),
            sample.summary(),
            3,
            sample.sections(),
            sample.groups(),
            null,
            List.of(new Annexes.AskedGroup("I", "Nhóm", List.of(asked))),
            sample.matrix(),
            sample.letters(),
            null);
    try (XSSFWorkbook book = book(register, Registers.ISSUED)) {
      Cell due = row(book.getSheet("Phụ lục II"), "1.0").getCell(3);
      assertThat(new DataFormatter(java.util.Locale.ROOT).formatCellValue(due))
          .isEqualTo("05/02/2022");
      assertThat(texts(book.getSheetAt(0)))
          .extracting(row -> row.get(0))
          .contains("Bản này không bao gồm 03 ý kiến thuộc diện hạn chế tiếp cận");
    }
  }

  @Test
  void filterAndPrintSettings() throws IOException {
    try (XSSFWorkbook book = book(Registers.sample(), null)) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 6);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A6:H17");
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("6:6");
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(book.getPrintArea(0)).isEqualTo("'Phụ lục I'!$A$1:$G$17");
      assertThat(sheet.getColumnWidth(3)).isGreaterThan(30 * 256);
      assertThat(row(sheet, "1.1").getCell(3).getCellStyle().getWrapText()).isTrue();
    }
  }

  @Test
  void textsAreNotFormulas() throws IOException {
    String hostile = "=HYPERLINK(\"http://x\",\"y\") <b>&</b> _x0041_ ữ 😀 \u202Eabc";
    Register register =
        ofOne(Registers.row("1.1", "V.1", hostile, true), Registers.row("1.2", "V.1", "+1", true));
    try (XSSFWorkbook book = book(register, null)) {
      assertThat(row(book.getSheetAt(0), "1.1").getCell(3).getStringCellValue())
          .isEqualTo(hostile + "\nĐề xuất: Bổ sung số liệu.");
      for (Row row : book.getSheetAt(0)) {
        assertThat(row).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
        assertThat(row)
            .filteredOn(cell -> cell.getCellType() != CellType.BLANK)
            .allMatch(cell -> cell.getCellType() == CellType.STRING);
      }
    }
  }

  @Test
  void longTextContinuesBelow() throws IOException {
    String words =
        IntStream.range(0, 20_000).mapToObj(i -> "từ" + i).collect(Collectors.joining(" "));
    Register register = ofOne(Registers.row("1.1", "V.1", words, true));
    try (XSSFWorkbook book = book(register, null)) {
      List<List<String>> rows = texts(book.getSheetAt(0));
      List<List<String>> parts = rows.stream().filter(row -> row.get(0).startsWith("1.1")).toList();
      assertThat(parts).hasSizeGreaterThan(3);
      assertThat(parts).extracting(row -> row.get(0)).startsWith("1.1", "1.1 (tiếp)");
      assertThat(parts).allMatch(row -> row.get(3).length() <= 32_767);
      assertThat(parts.stream().map(row -> row.get(3)).reduce((a, b) -> a + " " + b))
          .hasValue(words + "\nĐề xuất: Bổ sung số liệu.");
      assertThat(parts).extracting(row -> row.get(4)).startsWith("Tiếp thu", "");
    }
  }

  @Test
  void sealIsAtTheEnd() throws IOException {
    try (XSSFWorkbook book = book(Registers.sample(), Registers.ISSUED)) {
      List<String> firsts = new ArrayList<>();
      book.forEach(sheet -> texts((XSSFSheet) sheet).forEach(row -> firsts.add(row.get(0))));
      assertThat(firsts)
          .noneMatch(text -> text.contains("DỰ THẢO (09") || text.contains("kết xuất"));
      assertThat(firsts.get(firsts.size() - 1)).isEqualTo(Registers.ISSUED.line());
      assertThat(firsts).containsOnlyOnce(Registers.ISSUED.line());
      assertThat(firsts).contains(PageHeadings.attachedTo(Registers.sample(), Registers.ISSUED));
    }
  }

  @Test
  void extractNamesItsFilters() throws IOException {
    Register register =
        Registers.of(
            DocumentKind.FULL, List.of("nhóm Sở, ban, ngành"), Registers.sample().groups());
    try (XSSFWorkbook book = book(register, null)) {
      assertThat(texts(book.getSheetAt(0)).get(3).get(0)).isEqualTo("Trích: nhóm Sở, ban, ngành");
    }
  }

  @Test
  void byTopic() throws IOException {
    try (XSSFWorkbook book = book(Registers.sample().byTopic(), null)) {
      List<List<String>> rows = texts(book.getSheetAt(0));
      assertThat(rows.get(5))
          .containsExactly(
              "NHÓM VẤN ĐỀ HOẶC PHẦN, MỤC",
              "CHỦ THỂ GÓP Ý",
              "NỘI DUNG GÓP Ý",
              "NỘI DUNG TIẾP THU, GIẢI TRÌNH");
      assertThat(rows.subList(6, rows.size()))
          .extracting(row -> row.get(0))
          .containsExactly(
              "Ý kiến chung",
              "Báo cáo tổng hợp, mục V.1. Giao thông",
              "Báo cáo tổng hợp, mục V.1. Giao thông",
              "Báo cáo tổng hợp, mục V.1. Giao thông",
              "Không có ý kiến cụ thể");
      assertThat(rows.get(6).get(1)).isEqualTo("Sở Xây dựng (1.2)");
      assertThat(rows.get(10))
          .containsExactly(
              "Không có ý kiến cụ thể",
              "Sở Giao thông vận tải (kèm theo văn bản góp ý số 510/SGTVT-KCHT ngày 24/8/2021)",
              "Nhất trí với nội dung dự thảo",
              "");
    }
  }
}
