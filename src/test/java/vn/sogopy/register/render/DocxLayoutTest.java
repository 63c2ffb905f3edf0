package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;

/** Layout by Nghị định 30/2020/NĐ-CP, and a document that can be edited further. */
class DocxLayoutTest {
  private static final String SENTENCE = "Đề nghị rà soát, bổ sung số liệu. ";

  private static final List<String> HOSTILE =
      List.of(
          "<w:p>&amp; ]]> \"nháy\" 'đơn' <!-- -->",
          Normalizer.normalize("Nguyễn, ữ ự ặ ỗ", Normalizer.Form.NFD),
          "😀👨‍👩‍👧 \u202Eabc\u202C שלום \u200F",
          "  đầu và cuối  ",
          "cột\tmột\tcột hai\n\n\ndòng ba",
          "https://example.vn/" + "quyhoach".repeat(60),
          SENTENCE.repeat(300));

  @Test
  void portraitReportAndLandscapeAnnexes() throws IOException {
    try (DocxFile file = DocxFile.of(Registers.sample(), null)) {
      List<CTSectPr> sections = file.sections();
      assertThat(sections)
          .hasSize(5)
          .allSatisfy(
              section -> {
                assertThat(section.getPgNumType().getStart()).isEqualTo(BigInteger.ONE);
                assertThat(section.isSetTitlePg()).isTrue();
                assertThat(section.sizeOfHeaderReferenceArray()).isEqualTo(2);
                assertMargins(section.getPgMar());
              });
      assertThat(sections.get(0).getPgSz().getW()).isEqualTo(BigInteger.valueOf(11906));
      assertThat(sections.subList(1, 5))
          .allSatisfy(
              section -> {
                assertThat(section.getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
                assertThat(section.getPgSz().getW()).isEqualTo(BigInteger.valueOf(16838));
              });
    }
  }

  private static void assertMargins(CTPageMar margins) {
    assertThat(mm(margins.getTop())).isBetween(20.0, 25.0);
    assertThat(mm(margins.getBottom())).isBetween(20.0, 25.0);
    assertThat(mm(margins.getLeft())).isBetween(30.0, 35.0);
    assertThat(mm(margins.getRight())).isBetween(15.0, 20.0);
  }

  private static double mm(Object twips) {
    // Margins are whole twips. The rounding error is below a tenth of a millimetre.
    return Math.round(((BigInteger) twips).doubleValue() * 254 / 1440) / 10.0;
  }

  @Test
  void pagesAreNumberedButNotTheFirst() throws IOException {
    try (DocxFile file = DocxFile.of(Registers.sample(), null)) {
      assertThat(file.parts().get("word/header1.xml")).contains("w:instr=\"PAGE\"");
      assertThat(file.parts().get("word/header2.xml")).doesNotContain("PAGE");
      assertThat(file.document.getStyles().getStyle("header").getCTStyle().xmlText())
          .contains("<w:jc w:val=\"center\"/>", "<w:sz w:val=\"28\"/>");
    }
  }

  @Test
  void theDocumentIsVietnamese() throws IOException {
    try (DocxFile file = DocxFile.of(Registers.sample(), null)) {
      assertThat(file.parts().get("word/styles.xml"))
          .contains("<w:lang w:val=\"vi-VN\"", "w:ascii=\"Times New Roman\"");
      assertThat(file.document.getProperties().getCoreProperties().getCreated().toInstant())
          .isEqualTo(Registers.AT);
      assertThat(file.document.getProperties().getCoreProperties().getTitle())
          .isEqualTo(Registers.sample().title());
    }
  }

  @Test
  void headingsRepeatAndStayWithRows() throws IOException {
    try (DocxFile file = DocxFile.of(Registers.sample(), null)) {
      XWPFTable table = file.annex("Phụ lục I");
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getRows().stream().filter(XWPFTableRow::isRepeatHeader)).hasSize(1);
      assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
    }
  }

  @ParameterizedTest
  @CsvSource({"TITLE, 0", "GROUP, 1", "AGENCY, 2", "TOPIC, 1"})
  void headingsAreInTheOutline(DocxStyle style, int level) throws IOException {
    try (DocxFile file = DocxFile.of(Registers.sample(), null)) {
      assertThat(file.document.getStyles().getStyle(style.id()).getCTStyle().xmlText())
          .contains("<w:keepNext/>", "<w:outlineLvl w:val=\"" + level + "\"/>");
    }
  }

  @Test
  void groupsAndAgenciesAreHeadingRows() throws IOException {
    try (DocxFile file = DocxFile.of(Registers.sample(), null)) {
      List<XWPFTableRow> rows = file.annex("Phụ lục I").getRows();
      assertThat(rows.stream().filter(row -> row.getTableCells().size() == 2))
          .extracting(DocxFile::style)
          .containsExactly(
              DocxStyle.GROUP.id(),
              DocxStyle.AGENCY.id(),
              DocxStyle.AGENCY.id(),
              DocxStyle.AGENCY.id(),
              DocxStyle.GROUP.id(),
              DocxStyle.AGENCY.id());
    }
  }

  @Test
  void onlyLargeRowsBreak() throws IOException {
    IntFunction<String> words = i -> i == 0 ? SENTENCE.repeat(60) : "Ngắn.";
    try (DocxFile file = DocxFile.of(Registers.large(60, words), null)) {
      List<XWPFTableRow> rows = file.annex("Phụ lục I").getRows();
      assertThat(rows.stream().filter(row -> !row.isCantSplitRow()))
          .hasSize(1)
          .first()
          .satisfies(row -> assertThat(row.getCell(0).getText()).isEqualTo("1.1"));
    }
  }

  @Test
  void everyTextIsPrinted() throws IOException {
    Register register = Registers.large(300, i -> i + ": " + HOSTILE.get(i % HOSTILE.size()));
    List<String> expected = new ArrayList<>();
    register.groups().stream()
        .flatMap(group -> group.bodies().stream())
        .flatMap(body -> body.rows().stream())
        .forEach(
            row -> expected.add(row.index() + "|" + row.fullContent() + "|" + row.fullAnswer()));
    try (DocxFile file = DocxFile.of(register, null)) {
      assertThat(expected).hasSize(300);
      assertThat(
              DocxFile.cells(file.annex("Phụ lục I")).stream()
                  .filter(cells -> cells.size() == 7 && cells.get(0).contains("."))
                  .map(cells -> cells.get(0) + "|" + cells.get(3) + "|" + cells.get(5)))
          .isEqualTo(expected);
    }
  }
}
