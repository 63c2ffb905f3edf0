package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.register.DocumentKind;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterLetterhead;
import vn.sogopy.register.Registers;

/** Unusual text, and characters that the font lacks. */
class PdfTextTest {
  private static final String LETTERS =
      "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ";

  private static Register said(String... contents) {
    Register.Row[] rows = new Register.Row[contents.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Registers.row("1." + (i + 1), "V.1", contents[i], true);
    }
    return Registers.of(
        DocumentKind.FULL,
        null,
        List.of(
            new Register.Group(
                "I", "G", "Nhóm", List.of(Registers.body(1, "a", "Sở A", List.of(), null, rows)))));
  }

  private static String annex(String content) throws IOException {
    try (PdfFile pdf = PdfFile.of(said(content), null)) {
      return pdf.page(2);
    }
  }

  @Test
  void everyVietnameseLetterCanBeSearched() throws IOException {
    assertThat(PdfFile.solid(annex(LETTERS))).contains(PdfFile.solid(LETTERS));
    assertThat(PdfFile.solid(annex(LETTERS.toUpperCase())))
        .contains(PdfFile.solid(LETTERS.toUpperCase()));
  }

  @Test
  void decomposedLettersAreComposed() throws IOException {
    assertThat(annex("quy hoa\u0323ch ti\u0309nh, d\u01B0\u031B\u0323 tha\u0309o"))
        .contains("quy hoạch tỉnh");
  }

  /** The font lacks these characters: each is printed as a box. */
  @ParameterizedTest
  @CsvSource({
    "đầu 😀 cuối, đầu □ cuối",
    "đầu 漢字 cuối, đầu □□ cuối",
    "đầu ✓ cuối, đầu □ cuối",
    "đầu 👍🏽 cuối, đầu □□ cuối"
  })
  void missingGlyphsAreBoxes(String content, String shown) throws IOException {
    assertThat(annex(content)).contains(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trước\u200Bsau",
        "trước\u200Fsau",
        "trước\u00ADsau",
        "trước\uFE0Fsau",
        "trước\u2067sau"
      })
  void invisibleCharactersAreSkipped(String content) throws IOException {
    assertThat(annex(content)).contains("trướcsau");
  }

  @Test
  void otherSpacesAndHyphens() throws IOException {
    assertThat(annex("cột\tsau\u00A0cột\u3000ba\u2011bốn")).contains("cột sau cột ba-bốn");
  }

  @Test
  void rightToLeftText() throws IOException {
    assertThat(annex("đầu שלום giữa \u202Eđảo\u202C cuối")).contains("đầu", "giữa đảo cuối", "ש");
  }

  @Test
  void combiningMarks() throws IOException {
    assertThat(annex("=1+1; <b>thẻ</b> & \"nháy\" \\ (ngoặc) %s {0} €½²≥–…"))
        .contains("=1+1; <b>thẻ</b> & \"nháy\" \\ (ngoặc) %s {0} €½²≥–…");
  }

  @Test
  void agreementHasOneRow() throws IOException {
    try (PdfFile pdf = PdfFile.of(Registers.sample(), null)) {
      assertThat(pdf.page(2))
          .contains(
              "2 Sở Giao thông vận tải (kèm theo văn bản góp ý số 510/SGTVT-KCHT ngày 24/8/2021)"
                  + " Nhất trí với nội dung dự thảo 3 Sở Công Thương");
    }
  }

  @Test
  void byTopicInFourColumns() throws IOException {
    Register topics = Registers.sample().byTopic();
    try (PdfFile pdf = PdfFile.of(topics, null)) {
      String text = pdf.page(2);
      assertThat(text)
          .containsSubsequence(
              "CHỦ THỂ GÓP Ý",
              "Ý kiến chung Sở Xây dựng (1.2)",
              "Đang nghiên cứu, xử lý",
              "Sở Xây dựng (1.1)",
              "UBND huyện Ba Bể (4.1)");
      assertThat(pdf.bookmarks())
          .extracting(PdfFile.Bookmark::title)
          .contains("Ý kiến chung", "Báo cáo tổng hợp, mục V.1. Giao thông");
    }
  }

  @Test
  void withoutReportOnlyAnnexOne() throws IOException {
    Register one = withoutReport(Registers.sample());
    try (PdfFile pdf = PdfFile.of(one, null)) {
      assertThat(pdf.page(1)).contains("Phụ lục I ").doesNotContain("BÁO CÁO");
      assertThat(pdf.text()).doesNotContain("Phụ lục II").endsWith(PageHeadings.provenance(one));
    }
  }

  private static Register withoutReport(Register of) {
    return new Register(
        of.title(),
        of.mark(),
        of.plan(),
        of.planTitle(),
        of.draft(),
        of.draftStatus(),
        of.document(),
        List.of("Cơ quan: Sở Xây dựng"),
        of.publicForm(),
        of.generatedAt(),
        of.generatedBy(),
        new RegisterLetterhead(null, null, null, null, null, null, null, List.of(), null),
        null,
        List.of(),
        of.summary(),
        of.restrictedLeftOut(),
        of.sections(),
        of.groups(),
        of.topics(),
        of.asked(),
        of.matrix(),
        of.letters(),
        null);
  }
}
