package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.platform.table.Column;

class LinesTest {
  private final Register register = Registers.sample();

  @Test
  void blanksBeforeIssuance() {
    assertThat(PageHeadings.numberLine(register, null)).isEqualTo("Số:      /BC-SKHĐT");
    assertThat(PageHeadings.numberLine(register, Registers.UNSIGNED))
        .isEqualTo("Số:      /BC-SKHĐT");
    assertThat(PageHeadings.placeAndDate(register, Registers.UNSIGNED))
        .isEqualTo("Bắc Kạn, ngày      tháng      năm 2021");
    assertThat(PageHeadings.attachedTo(register, null))
        .isEqualTo(
            "(Kèm theo Báo cáo số      /BC-SKHĐT ngày      tháng      năm 2021 của Sở Kế hoạch và Đầu"
                + " tư)");
  }

  @Test
  void numberAndDate() {
    assertThat(PageHeadings.numberLine(register, Registers.ISSUED)).isEqualTo("Số: 126/BC-SKHĐT");
    assertThat(PageHeadings.placeAndDate(register, Registers.ISSUED))
        .isEqualTo("Bắc Kạn, ngày 05 tháng 10 năm 2021");
    assertThat(PageHeadings.attachedTo(register, Registers.ISSUED))
        .isEqualTo(
            "(Kèm theo Báo cáo số 126/BC-SKHĐT ngày 05 tháng 10 năm 2021 của Sở Kế hoạch và Đầu tư)");
  }

  @Test
  void numberWithSymbolIsKept() {
    Seal seal = new Seal(1, "AAAA", "126/BC-SKHĐT", LocalDate.of(2021, 10, 5));

    assertThat(PageHeadings.numberLine(register, seal)).isEqualTo("Số: 126/BC-SKHĐT");
  }

  @Test
  void lastLineHasSealOrSource() {
    assertThat(PageHeadings.last(register, Registers.ISSUED))
        .isEqualTo("Bản chốt số liệu lần 1; mã tra cứu 3F2A-9C10-77DE-B4E1");
    assertThat(PageHeadings.last(register, null))
        .isEqualTo(
            "Tài liệu kết xuất từ Sổ Góp Ý lúc 09 giờ 05 ngày 01/10/2021; tình trạng dự thảo: Đang"
                + " lấy ý kiến");
  }

  @Test
  void nameOfAFileHasTheEdition() {
    RegisterScope scope = new RegisterScope(null, null, "V.1", true, DocumentKind.FULL);
    String whole =
        "Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý - bac-kan-2021-2030 - dự thảo lần 2";
    assertThat(scope.fileName(Snapshots.DRAFT, 1, false, RegisterFormat.DOCX))
        .isEqualTo(whole + " - bản chốt số liệu lần 1 - V.1 - công khai.docx");
    assertThat(scope.fileName(Snapshots.DRAFT, null, true, RegisterFormat.PDF))
        .isEqualTo(whole + " - theo nội dung - V.1 - công khai.pdf");
  }

  @Test
  void leftOutCommentsAreNumbered() {
    assertThat(PageHeadings.leftOut(register)).isNull();
    assertThat(PageHeadings.leftOut(Registers.without(4, register)))
        .isEqualTo("Bản này không bao gồm 04 ý kiến thuộc diện hạn chế tiếp cận");
    assertThat(PageHeadings.leftOut(Registers.without(12, register)))
        .isEqualTo("Bản này không bao gồm 12 ý kiến thuộc diện hạn chế tiếp cận");
  }

  /** The public may know the figures, but not that comments are restricted. */
  @Test
  void publicFormTellsNothingOfLeftOutComments() {
    assertThat(PageHeadings.leftOut(Registers.inPublic(Registers.without(4, register)))).isNull();
  }

  @Test
  void extractIsNamedByItsFilters() {
    assertThat(PageHeadings.extract(register)).isNull();
    Register extract =
        Extracts.ofOneBody(register, List.of("Sở Xây dựng", "phần, mục V.1. Giao thông"));
    assertThat(PageHeadings.extract(extract))
        .isEqualTo("Trích: Sở Xây dựng; phần, mục V.1. Giao thông");
  }

  /** A direction moves a point from one table to the other. */
  @Test
  void tablesForTheLeaders() {
    assertThat(PageHeadings.leaderTables(register))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.title()).startsWith("Những nội dung còn ý kiến khác nhau");
              assertThat(open.rows()).hasSize(1);
              assertThat(open.rows().get(0)).startsWith("3.1", "Sở Công Thương");
            });
    List<PageHeadings.LeaderTable> tables = PageHeadings.leaderTables(Registers.directed());
    assertThat(tables).extracting(table -> table.rows().size()).containsExactly(0, 1);
    assertThat(tables.get(1).title()).isEqualTo("Đã có ý kiến chỉ đạo");
    assertThat(tables.get(1).rows().get(0))
        .hasSameSizeAs(tables.get(1).columns())
        .endsWith("giữ nguyên.", "Thông báo số 12/TB-UBND ngày 05/10/2021");
  }

  @Test
  void sharedTextIsPrintedOnce() {
    Register.Voice one = voice("Sở A", Registers.row("1.1", "V.1", "Như nhau", true));
    Register.Voice two = voice("Sở B", Registers.row("2.1", "V.1", "Như nhau", true));
    Register.Voice other = voice("Sở C", Registers.row("3.1", "V.1", "Khác", true));

    Topics.Shared same = new Topics.Shared(List.of(one, two), "Tiếp thu", "");
    Topics.Shared mixed = new Topics.Shared(List.of(one, other), "Tiếp thu", "Đã sửa.");

    assertThat(PageHeadings.bodies(same)).isEqualTo("Sở A (1.1)\nSở B (2.1)");
    assertThat(PageHeadings.contents(same)).isEqualTo("Như nhau\nĐề xuất: Bổ sung số liệu.");
    assertThat(PageHeadings.answer(same)).isEqualTo("Tiếp thu");
    assertThat(PageHeadings.contents(mixed))
        .startsWith("Sở A (1.1): Như nhau\n")
        .contains("\nSở C (3.1): Khác\n");
    assertThat(PageHeadings.answer(mixed)).isEqualTo("Tiếp thu\nĐã sửa.");
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void tablesFillThePage(DocumentKind document) {
    Register agencies = Registers.of(document, null, register.groups());
    Register topics = agencies.byTopic();

    assertThat(Arrays.asList(Annex.values()))
        .allSatisfy(
            annex -> {
              assertThat(mm(annex.columns(agencies))).isEqualTo(Annex.LANDSCAPE_MM);
              assertThat(mm(annex.columns(topics))).isEqualTo(Annex.LANDSCAPE_MM);
            });
    assertThat(mm(Annex.DIFFERING)).isEqualTo(Annex.PORTRAIT_MM);
    assertThat(mm(Annex.DIRECTED)).isEqualTo(Annex.PORTRAIT_MM);
  }

  private static int mm(List<Column> columns) {
    return columns.stream().mapToInt(Column::mm).sum();
  }

  @Test
  void longCommentIsTruncatedWithReference() {
    Register register = Registers.sample();
    Register.Row small = Registers.row("1.1", "V.1", "ngắn", true);
    assertThat(PageHeadings.brief(register, small)).isEqualTo(small.fullContent());
    String brief =
        PageHeadings.brief(register, Registers.row("1.2", "V.1", "từng chữ ".repeat(400), true));
    assertThat(brief)
        .startsWith("từng chữ ")
        .endsWith("chữ … (toàn văn: điểm 1.2, Phụ lục I)")
        .hasSizeBetween(800, 960);
    String solid =
        PageHeadings.brief(register, Registers.row("1.3", null, "😀".repeat(2_000), true));
    assertThat(solid.codePointCount(0, solid.length())).isLessThan(960);
    assertThat(solid).startsWith("😀").contains("😀 …");
  }

  private static Register.Voice voice(String body, Register.Row row) {
    return new Register.Voice(body, row, "x", "Nhóm", "");
  }
}
