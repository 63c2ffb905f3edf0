package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.table.Column;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Annexes;
import vn.sogopy.register.DocumentKind;
import vn.sogopy.register.Extracts;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;
import vn.sogopy.register.Seal;
import vn.sogopy.register.Topics;

class DocxRendererTest {
  private static final Register SAMPLE = Registers.sample();
  private static final String TOPIC = "Báo cáo tổng hợp, mục V.1. Giao thông";

  @Test
  void reportComesFirst() throws IOException {
    try (DocxFile file = DocxFile.of(SAMPLE, null)) {
      List<String> head =
          DocxFile.cells(file.document.getTables().get(0).getRow(0)).stream()
              .flatMap(String::lines)
              .filter(line -> !line.isEmpty())
              .toList();
      assertThat(head)
          .containsExactly(
              "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN",
              "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
              "Số:      /BC-SKHĐT",
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "Bắc Kạn, ngày      tháng      năm 2021");
      assertThat(file.paragraphs().subList(0, 10))
          .containsExactly(
              "BÁO CÁO",
              SAMPLE.report().subject(),
              "Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn",
              "Thực hiện Kế hoạch số 1/KH-UBND.",
              "Sở Kế hoạch và Đầu tư báo cáo kết quả như sau:",
              SAMPLE.report().paragraphs().get(0),
              SAMPLE.report().paragraphs().get(1),
              SAMPLE.report().differencesTitle(),
              SAMPLE.report().differencesText(),
              SAMPLE.report().closing());
      assertThat(DocxFile.cells(file.document.getTables().get(2).getRow(0)))
          .containsExactly("Nơi nhận:\n- Như trên;\n- Lưu: VT, TH.", "GIÁM ĐỐC\nNguyễn Văn A");
    }
  }

  @Test
  void pointsForDecision() throws IOException {
    try (DocxFile file = DocxFile.of(SAMPLE, null)) {
      assertThat(DocxFile.cells(file.document.getTables().get(1)))
          .containsExactly(
              Annex.DIFFERING.stream().map(Column::heading).toList(),
              List.of(
                  "3.1",
                  "Sở Công Thương",
                  "Không nhất trí mở rộng diện tích Vườn Quốc gia Ba Bể.\n"
                      + "(Nguyễn Văn B, Phó Giám đốc)",
                  "Giải trình, giữ nguyên dự thảo\nGiữ nguyên theo quy hoạch quốc gia.",
                  "Cơ quan góp ý bảo lưu ý kiến: chưa đủ cơ sở"));
    }
  }

  @Test
  void pointsWithADirection() throws IOException {
    try (DocxFile file = DocxFile.of(Registers.directed(), null)) {
      assertThat(file.paragraphs())
          .containsSubsequence(
              "Đến nay, không còn nội dung có ý kiến khác nhau.",
              "Đã có ý kiến chỉ đạo",
              "Có 01 nội dung đã có ý kiến chỉ đạo, cụ thể:");
      assertThat(DocxFile.cells(file.document.getTables().get(1)))
          .containsExactly(
              Annex.DIRECTED.stream().map(Column::heading).toList(),
              List.of(
                  "1.1",
                  "Sở Công Thương",
                  "Không nhất trí mở rộng diện tích Vườn Quốc gia Ba Bể.\n"
                      + "(Nguyễn Văn B, Phó Giám đốc)",
                  "Giải trình, giữ nguyên dự thảo\nGiữ nguyên theo quy hoạch quốc gia.",
                  "giữ nguyên.",
                  "Thông báo số 12/TB-UBND ngày 05/10/2021"));
      assertThat(DocxFile.cells(file.annex("Phụ lục I")).get(3))
          .contains(
              "Giữ nguyên theo quy hoạch quốc gia.\n"
                  + "Ý kiến chỉ đạo (Thông báo số 12/TB-UBND ngày 05/10/2021): giữ nguyên.");
    }
  }

  @Test
  void annexOneByAgency() throws IOException {
    try (DocxFile file = DocxFile.of(SAMPLE, null)) {
      XWPFTable table = file.annex("Phụ lục I");
      assertThat(DocxFile.cells(table))
          .containsExactly(
              List.of(
                  "STT",
                  "Số, ngày văn bản",
                  "Phần, mục của dự thảo",
                  "Nội dung góp ý",
                  "Kết quả xử lý",
                  "Nội dung tiếp thu, giải trình (vị trí chỉnh sửa)",
                  "Ghi chú"),
              List.of("I", "Sở, ban, ngành và cơ quan Trung ương trên địa bàn"),
              List.of(
                  "1",
                  "Sở Xây dựng (kèm theo các văn bản góp ý: số 642/SXD-QHKT ngày 25/8/2021;"
                      + " 452/SXD-QHKT ngày 10/8/2021)"),
              List.of(
                  "1.1",
                  "",
                  "Báo cáo tổng hợp, mục V.1, trang 45",
                  "Đề nghị làm rõ số liệu:\n- điểm 1;\n- điểm 2.\nĐề xuất: Bổ sung số liệu.",
                  "Tiếp thu",
                  "Tiếp thu ý kiến.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp)",
                  ""),
              List.of(
                  "1.2",
                  "",
                  "Ý kiến chung",
                  "Ý kiến chung về bố cục.\nĐề xuất: Bổ sung số liệu.",
                  "Đang nghiên cứu, xử lý",
                  "",
                  "Gửi sau thời hạn"),
              List.of(
                  "2",
                  "Sở Giao thông vận tải (kèm theo văn bản góp ý số 510/SGTVT-KCHT ngày"
                      + " 24/8/2021)"),
              List.of("", "", "", "Nhất trí với nội dung dự thảo", "", "", ""),
              List.of(
                  "3", "Sở Công Thương (kèm theo văn bản góp ý số 294/SCT-KHTCTH ngày 12/8/2021)"),
              List.of(
                  "3.1",
                  "",
                  "Báo cáo tổng hợp, mục V.1",
                  "Không nhất trí mở rộng diện tích Vườn Quốc gia Ba Bể.\n"
                      + "(Nguyễn Văn B, Phó Giám đốc)",
                  "Giải trình, giữ nguyên dự thảo",
                  "Giữ nguyên theo quy hoạch quốc gia.",
                  ""),
              List.of("II", "UBND các huyện, thành phố"),
              List.of("4", "UBND huyện Ba Bể"),
              List.of(
                  "4.1",
                  "",
                  "Báo cáo tổng hợp, mục V.1, trang 45",
                  "=1+1 là công thức; <b>thẻ</b> & \"nháy\"; tiếng Việt: ữ ự ặ ỗ.\n"
                      + "Đề xuất: Bổ sung số liệu.",
                  "Tiếp thu",
                  "Tiếp thu ý kiến.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp)",
                  ""));
    }
  }

  @Test
  void otherAnnexes() throws IOException {
    try (DocxFile file = DocxFile.of(SAMPLE, null)) {
      assertThat(DocxFile.cells(file.annex("Phụ lục II")))
          .contains(
              List.of("I", "Sở, ban, ngành và cơ quan Trung ương trên địa bàn"),
              List.of(
                  "1",
                  "Sở Xây dựng",
                  "số 1186/SKHĐT-TH ngày 16/8/2021",
                  "15/9/2021",
                  "số 642/SXD-QHKT ngày 25/8/2021",
                  "26/8/2021",
                  "Có ý kiến",
                  "2",
                  "Trả lời sau thời hạn"));
      List<List<String>> matrix = DocxFile.cells(file.annex("Phụ lục III"));
      assertThat(matrix.get(0).subList(2, 13)).isEqualTo(Annexes.MATRIX_HEADINGS);
      assertThat(matrix.get(2))
          .containsExactly(
              "", "Cộng", "69", "3", "1", "4.859", "4.857", "0", "0", "0", "1", "0", "1");
      assertThat(DocxFile.cells(file.annex("Phụ lục IV")).get(1))
          .containsExactly(
              "1",
              "Sở Xây dựng",
              "642/SXD-QHKT",
              "25/8/2021",
              "1540",
              "26/8/2021",
              "Có ý kiến góp ý",
              "Văn bản giấy",
              "2",
              "1",
              "Gửi sau thời hạn");
    }
  }

  @Test
  void summaryHasNoAnswers() throws IOException {
    Register summary = Registers.of(DocumentKind.SUMMARY, null, SAMPLE.groups());
    try (DocxFile file = DocxFile.of(summary, null)) {
      assertThat(DocxFile.cells(file.annex("Phụ lục I")).get(0))
          .containsExactly(
              "STT", "Số, ngày văn bản", "Phần, mục của dự thảo", "Nội dung góp ý", "Ghi chú");
      assertThat(file.paragraphs())
          .contains("Phụ lục III", "DANH MỤC VĂN BẢN GÓP Ý")
          .doesNotContain("Phụ lục IV", "TỔNG HỢP SỐ LIỆU THEO NHÓM CƠ QUAN");
      assertThat(file.sections()).hasSize(4);
    }
  }

  @Test
  void byTopicHasFourColumns() throws IOException {
    try (DocxFile file = DocxFile.of(SAMPLE.byTopic(), null)) {
      List<List<String>> cells = DocxFile.cells(file.annex("Phụ lục I"));
      assertThat(cells.get(0))
          .containsExactly(
              "NHÓM VẤN ĐỀ HOẶC PHẦN, MỤC",
              "CHỦ THỂ GÓP Ý",
              "NỘI DUNG GÓP Ý",
              "NỘI DUNG TIẾP THU, GIẢI TRÌNH");
      assertThat(cells.get(1))
          .containsExactly(
              "Ý kiến chung",
              "Sở Xây dựng (1.2)",
              "Ý kiến chung về bố cục.\nĐề xuất: Bổ sung số liệu.",
              "Đang nghiên cứu, xử lý");
      assertThat(cells)
          .hasSize(6)
          .extracting(row -> row.get(0))
          .endsWith(TOPIC, TOPIC, TOPIC, Topics.NO_COMMENTS);
      assertThat(cells.get(5).get(2)).isEqualTo(Register.AGREEMENT);
    }
  }

  @Test
  void extractNamesItsFilters() throws IOException {
    Register extract =
        Registers.of(DocumentKind.FULL, List.of("nhóm Sở, ban, ngành"), SAMPLE.groups());
    try (DocxFile file = DocxFile.of(extract, null)) {
      assertThat(file.paragraphs())
          .containsSubsequence("Phụ lục I", extract.title(), "Trích: nhóm Sở, ban, ngành");
    }
    try (DocxFile whole = DocxFile.of(SAMPLE, null)) {
      assertThat(whole.paragraphs()).noneMatch(text -> text.startsWith("Trích"));
    }
  }

  @Test
  void extractOfOneOrganizationIsAnnexOne() throws IOException {
    Register extract = Extracts.ofOneBody(SAMPLE, List.of("Sở Xây dựng"));
    try (DocxFile file = DocxFile.of(extract, null)) {
      assertThat(file.document.getTables()).hasSize(1);
      assertThat(file.paragraphs().get(0)).isEqualTo("Phụ lục I");
      assertThat(file.sections()).hasSize(1);
    }
  }

  @Test
  void unsealedIsMarkedWithItsSource() throws IOException {
    try (DocxFile file = DocxFile.of(SAMPLE, null)) {
      assertThat(file.document.getHeaderList())
          .hasSize(2)
          .allSatisfy(
              header ->
                  assertThat(header.getText())
                      .contains(PageHeadings.draftMark(SAMPLE), "DỮ LIỆU MẪU"));
      assertThat(file.paragraphs().get(file.paragraphs().size() - 1))
          .isEqualTo(PageHeadings.provenance(SAMPLE));
    }
  }

  @Test
  void sealIsAtTheEnd() throws IOException {
    Register real = Registers.of(DocumentKind.FULL, null, SAMPLE.groups(), null);
    for (Seal seal : List.of(Registers.UNSIGNED, Registers.ISSUED)) {
      try (DocxFile file = DocxFile.of(real, seal)) {
        assertThat(String.join("", file.parts().values()))
            .doesNotContain("DỰ THẢO (10", "DỰ THẢO (09", "DỮ LIỆU MẪU", "kết xuất")
            .containsOnlyOnce(seal.line());
        assertThat(file.paragraphs().get(file.paragraphs().size() - 1)).isEqualTo(seal.line());
      }
    }
    try (DocxFile file = DocxFile.of(real, Registers.ISSUED)) {
      assertThat(file.document.getTables().get(0).getText())
          .contains("Số: 126/BC-SKHĐT", "Bắc Kạn, ngày 05 tháng 10 năm 2021");
      assertThat(file.paragraphs()).contains(PageHeadings.attachedTo(real, Registers.ISSUED));
    }
  }

  @Test
  void outputIsReproducible() throws IOException {
    try (DocxFile one = DocxFile.of(SAMPLE, Registers.ISSUED);
        DocxFile two = DocxFile.of(Registers.sample(), Registers.ISSUED)) {
      assertThat(one.bytes).isEqualTo(two.bytes);
    }
  }

  @Test
  void streamIsNotClosedAndFailuresAreThrown() throws IOException {
    boolean[] closed = {false};
    OutputStream open =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    new DocxRenderer().write(SAMPLE, null, open);
    assertThat(closed[0]).isFalse();

    IOException gone = new IOException("gone");
    OutputStream broken =
        new OutputStream() {
          private int room = 20_000;

          @Override
          public void write(int b) throws IOException {
            if (room-- == 0) {
              throw gone;
            }
          }
        };
    Register large = Registers.large(3_000, i -> "Ý kiến số " + i);
    assertThatThrownBy(() -> new DocxRenderer().write(large, null, broken)).isSameAs(gone);
  }
}
