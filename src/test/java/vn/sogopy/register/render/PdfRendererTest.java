package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.junit.jupiter.api.Test;
import vn.sogopy.register.DocumentKind;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;

class PdfRendererTest {
  private static final Register SAMPLE = Registers.sample();

  @Test
  void reportIsPortrait() throws IOException {
    try (PdfFile pdf = PdfFile.of(SAMPLE, Registers.ISSUED)) {
      assertThat(pdf.page(1))
          .containsSubsequence(
              "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN",
              "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "Số: 126/BC-SKHĐT",
              "Bắc Kạn, ngày 05 tháng 10 năm 2021",
              "BÁO CÁO",
              "Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn",
              "Sở Kế hoạch và Đầu tư báo cáo kết quả như sau:",
              SAMPLE.report().paragraphs().get(0),
              SAMPLE.report().paragraphs().get(1),
              "Những nội dung còn ý kiến khác nhau",
              "Lý do đề nghị xem xét",
              "Không nhất trí mở rộng diện tích Vườn Quốc gia Ba Bể.",
              SAMPLE.report().closing(),
              "Nơi nhận:",
              "- Như trên;",
              "GIÁM ĐỐC",
              "Nguyễn Văn A");
      assertThat(pdf.page(1))
          .contains("3.1 Sở Công Thương", "bảo lưu ý kiến")
          .doesNotContain("Đã có ý kiến chỉ đạo");
      assertThat(pdf.document().getPage(0).getMediaBox().getHeight())
          .isGreaterThan(pdf.document().getPage(0).getMediaBox().getWidth());
    }
  }

  @Test
  void pointsWithADirection() throws IOException {
    try (PdfFile pdf = PdfFile.of(Registers.directed(), null)) {
      assertThat(pdf.page(1))
          .containsSubsequence(
              "Đến nay, không còn nội dung có ý kiến khác nhau.",
              "Đã có ý kiến chỉ đạo",
              "Có 01 nội dung đã có ý kiến chỉ đạo, cụ thể:",
              "Văn bản, ngày",
              "giữ nguyên.",
              "Thông báo số 12/TB-UBND");
    }
  }

  @Test
  void annexesAreLandscape() throws IOException {
    try (PdfFile pdf = PdfFile.of(SAMPLE, Registers.ISSUED)) {
      List<String> numbers = List.of("Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV");
      assertThat(pdf.pages()).isEqualTo(1 + numbers.size());
      for (int i = 0; i < numbers.size(); i++) {
        assertThat(pdf.page(2 + i))
            .contains(numbers.get(i) + " ")
            .contains("(Kèm theo Báo cáo số 126/BC-SKHĐT ngày 05 tháng 10 năm 2021 của Sở")
            .doesNotContain("Độc lập - Tự do - Hạnh phúc");
        assertThat(pdf.document().getPage(1 + i).getMediaBox().getWidth()).isGreaterThan(800);
      }
      // The citation takes two lines of its column.
      assertThat(pdf.page(3).replace(" ", ""))
          .contains("số1186/SKHĐT-THngày16/8/2021", "26/8/2021");
      assertThat(pdf.page(4)).contains("4.859", "4.857");
      assertThat(pdf.page(5)).contains("642/SXD-QHKT 25/8/2021 1540 26/8/2021");
    }
  }

  @Test
  void otherDocumentsHaveTheirOwnAnnexes() throws IOException {
    Register summary = Registers.of(DocumentKind.SUMMARY, null, SAMPLE.groups());
    try (PdfFile pdf = PdfFile.of(summary, null)) {
      assertThat(pdf.pages()).isEqualTo(4);
      assertThat(pdf.page(2)).doesNotContain("Kết quả xử lý", "Tiếp thu ý kiến.");
      assertThat(pdf.page(4)).contains("Phụ lục III DANH MỤC VĂN BẢN GÓP Ý");
    }
  }

  @Test
  void extractNamesItsFilters() throws IOException {
    Register extract =
        Registers.of(DocumentKind.FULL, List.of("nhóm Sở", "mục V.1"), SAMPLE.groups());
    try (PdfFile pdf = PdfFile.of(extract, null)) {
      assertThat(pdf.page(1)).contains("Trích: nhóm Sở; mục V.1");
      assertThat(pdf.page(2)).contains("Trích: nhóm Sở; mục V.1");
    }
  }

  @Test
  void unsealedIsMarkedOnEveryPage() throws IOException {
    try (PdfFile pdf = PdfFile.of(SAMPLE, null)) {
      for (int page = 1; page <= pdf.pages(); page++) {
        assertThat(pdf.page(page)).contains(PageHeadings.draftMark(SAMPLE), "DỮ LIỆU MẪU");
      }
      assertThat(pdf.text()).contains("Số: /BC-SKHĐT").endsWith(PageHeadings.provenance(SAMPLE));
    }
  }

  @Test
  void sealIsAtTheEnd() throws IOException {
    Register real = Registers.of(DocumentKind.FULL, null, SAMPLE.groups(), null);
    try (PdfFile pdf = PdfFile.of(real, Registers.UNSIGNED)) {
      String line = Registers.UNSIGNED.line();
      assertThat(pdf.text())
          .endsWith(line)
          .containsOnlyOnce(line)
          .contains("Số: /BC-SKHĐT")
          .doesNotContain("DỰ THẢO (0", "DỮ LIỆU MẪU", PageHeadings.provenance(real));
    }
  }

  @Test
  void metadata() throws IOException {
    try (PdfFile pdf = PdfFile.of(SAMPLE, null)) {
      PDDocumentCatalog catalog = pdf.document().getDocumentCatalog();
      PDDocumentInformation about = pdf.document().getDocumentInformation();
      assertThat(catalog.getLanguage()).isEqualTo("vi-VN");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(about.getTitle()).isEqualTo(SAMPLE.title());
      assertThat(about.getAuthor()).isEqualTo("SỞ KẾ HOẠCH VÀ ĐẦU TƯ");
      assertThat(about.getCreationDate().toInstant()).isEqualTo(Registers.AT);
    }
  }

  @Test
  void fontsAreSubsetEmbedded() throws IOException {
    try (PdfFile pdf = PdfFile.of(SAMPLE, null)) {
      assertThat(pdf.fonts())
          .isNotEmpty()
          .allSatisfy(
              font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSerif.*");
                assertThat(font.getCOSObject().getNameAsString("Encoding")).isEqualTo("Identity-H");
              });
    }
  }

  @Test
  void outputIsReproducible() throws IOException {
    assertThat(PdfFile.bytes(SAMPLE, Registers.ISSUED))
        .isEqualTo(PdfFile.bytes(SAMPLE, Registers.ISSUED))
        .isNotEqualTo(PdfFile.bytes(SAMPLE, Registers.UNSIGNED));
  }

  @Test
  void streamFailureIsThrown() {
    IOException broken = new IOException("gone");
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw broken;
          }
        };

    assertThatThrownBy(() -> new PdfRenderer().write(SAMPLE, null, out)).isSameAs(broken);
  }
}
