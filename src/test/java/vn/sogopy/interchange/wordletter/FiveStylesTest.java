package vn.sogopy.interchange.wordletter;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.interchange.wordletter.SampleDocx.DOWN;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Kind;
import vn.sogopy.interchange.wordletter.ProposedParts.Item;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped.Reason;
import vn.sogopy.letter.Position;

/** Letters in the five styles that organizations use. */
class FiveStylesTest {
  @TempDir Path folder;

  private static ProposedParts pasted(List<String> paragraphs) {
    return LetterParts.propose(Block.pasted(SampleLetters.text(paragraphs)), SampleLetters.OUTLINE);
  }

  private ProposedParts docx(SampleDocx docx) throws Exception {
    return docx(docx.bytes());
  }

  private ProposedParts docx(byte[] bytes) throws Exception {
    return LetterParts.propose(
        DocxDocument.read(file(bytes), "letter.docx"), SampleLetters.OUTLINE);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("letter.docx"), bytes);
  }

  private static List<String> contents(ProposedParts parts) {
    return parts.items().stream().map(Item::content).toList();
  }

  private static List<String> sections(ProposedParts parts) {
    return parts.items().stream().map(one -> String.valueOf(one.section())).toList();
  }

  private static List<String> skipped(ProposedParts parts, Reason reason) {
    return parts.skipped().stream()
        .filter(one -> one.reason() == reason)
        .map(Skipped::text)
        .toList();
  }

  @Test
  void listBelowAPointKeepsItsPlace() {
    ProposedParts parts =
        pasted(
            List.of(
                "1. Tại mục V.1: đề nghị rà soát toàn bộ.",
                "- Bổ sung tuyến ĐT.258B là tuyến chính.",
                "- Làm rõ vì sao nguồn vốn là của trung ương."));
    assertThat(contents(parts))
        .containsExactly(
            "Tại mục V.1: đề nghị rà soát toàn bộ.",
            "Tại mục V.1: Bổ sung tuyến ĐT.258B là tuyến chính.",
            "Tại mục V.1: Làm rõ vì sao nguồn vốn là của trung ương.");
    assertThat(sections(parts)).containsExactly("V.1", "V.1", "V.1");
  }

  @Test
  void manuallyNumbered() throws Exception {
    List<String> letter = SampleLetters.whole(SampleLetters.NUMBERED);
    ProposedParts parts = pasted(letter);

    assertThat(contents(parts))
        .containsExactly(
            "Tại trang 45, mục V.1: đề nghị bổ sung tuyến đường tỉnh ĐT.258B vào danh mục các tuyến cần nâng cấp.\n"
                + "Lý do: tuyến này đã được HĐND tỉnh thông qua.",
            "Về hạ tầng giao thông: Đề nghị làm rõ cơ sở xác định quy mô 4 làn xe của tuyến Chợ Mới - Bắc Kạn;",
            "Về hạ tầng giao thông: Số liệu vận tải hành khách tại trang 47 chưa thống nhất với Niên giám thống kê năm 2020;\n"
                + "+ Năm 2019: 1,2 triệu lượt;\n+ Năm 2020: 0,9 triệu lượt.",
            "Đề nghị bổ sung vào danh mục dự án (Chương X) các công trình sau:\n"
                + "- Cầu Bắc Kạn 2;\n- Bến xe khách Ba Bể;\n- Đường vành đai thành phố.",
            "Sửa lỗi chính tả tại trang 12: “Bắc Cạn” thành “Bắc Kạn”.");
    assertThat(sections(parts)).containsExactly("V.1", "V.1", "V.1", "X", "null");
    assertThat(parts.items())
        .extracting(Item::kind)
        .containsExactly(Kind.MISSING, Kind.QUESTION, Kind.DATA, Kind.MISSING, Kind.EDITORIAL);
    assertThat(parts.items())
        .extracting(one -> one.locator() == null ? null : one.locator().page())
        .containsExactly(45, null, 47, null, 12);
    assertThat(parts.items().get(0).place()).isEqualTo("đoạn 10");
    assertThat(parts.position()).isEqualTo(Position.COMMENTS);
    assertThat(skipped(parts, Reason.LETTERHEAD)).hasSize(7);
    assertThat(skipped(parts, Reason.RECIPIENT)).containsExactly(SampleLetters.RECIPIENT);
    assertThat(skipped(parts, Reason.OPENING)).containsExactly(SampleLetters.OPENING);
    assertThat(skipped(parts, Reason.CLOSING)).containsExactly(SampleLetters.CLOSING);
    assertThat(skipped(parts, Reason.SIGNATURE)).isEqualTo(SampleLetters.FOOT);

    // The same from Word, and in decomposed Unicode (NFD).
    assertThat(contents(docx(new SampleDocx().text(letter)))).isEqualTo(contents(parts));
    List<String> apart =
        letter.stream().map(one -> Normalizer.normalize(one, Normalizer.Form.NFD)).toList();
    assertThat(docx(new SampleDocx().text(apart)).items())
        .isEqualTo(docx(new SampleDocx().text(letter)).items());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tại trang 45-46 chưa khớp | 45-46",
        "tại trang 45 – 46, 50: chưa khớp | 45-46, 50",
        "từ trang 45 đến trang 46 chưa khớp | 45-46",
        "tại trang 45, 46 và 50 chưa khớp | 45, 46, 50",
        "tại các trang 45, 46, 50 chưa khớp | 45, 46, 50",
        "tại trang 45, 3 tuyến chưa khớp | 45",
        "tại trang 45 - 3 tuyến chưa khớp | 45",
        "(tr. 112) chưa khớp | 112",
        "tại trang 0 chưa khớp |"
      })
  void rangesOfPages(String words, String pages) {
    ProposedParts parts = pasted(List.of("1. Đề nghị rà soát: số liệu " + words + "."));

    assertThat(parts.items())
        .extracting(one -> one.locator() == null ? null : one.locator().pages())
        .containsExactly(pages);
  }

  @Test
  void wordNumberingWithDashes() throws Exception {
    SampleDocx letter =
        new SampleDocx()
            .sideBySide(
                "UBND TỈNH BẮC KẠN\nSỞ XÂY DỰNG\nSố: 642/SXD-QHKT",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
            .text(
                "Kính gửi:",
                "- Ủy ban nhân dân tỉnh;",
                "- Sở Kế hoạch và Đầu tư.",
                SampleLetters.OPENING);
    BigInteger list = letter.list();
    letter
        .numbered(list, 0, "Về giao thông")
        .numbered(list, 1, "Đề nghị bổ sung bãi đỗ xe tại thành phố Bắc Kạn.")
        .numbered(list, 1, "Chưa nêu hiện trạng đường giao thông nông thôn.")
        .numbered(list, 0, "Đề nghị rà soát chỉ tiêu đất ở đô thị (mục VII.2, tr. 112).")
        .text("Số liệu cần lấy theo kiểm kê đất đai năm 2019.")
        .numbered(list, 0, "Cơ bản nhất trí với các nội dung khác.")
        .text(SampleLetters.CLOSING)
        .sideBySide("Nơi nhận:\n- Như trên;\n- Lưu: VT.", "GIÁM ĐỐC\n(Đã ký)\nTrần Thị B");
    ProposedParts parts = docx(letter);

    assertThat(contents(parts))
        .containsExactly(
            "Về giao thông: Đề nghị bổ sung bãi đỗ xe tại thành phố Bắc Kạn.",
            "Về giao thông: Chưa nêu hiện trạng đường giao thông nông thôn.",
            "Đề nghị rà soát chỉ tiêu đất ở đô thị (mục VII.2, tr. 112).\n"
                + "Số liệu cần lấy theo kiểm kê đất đai năm 2019.");
    assertThat(sections(parts)).containsExactly("V.1", "V.1", "VII.2");
    assertThat(parts.items().get(2).locator()).isEqualTo(new Locator(112, null, null, null));
    assertThat(skipped(parts, Reason.AGREEMENT))
        .containsExactly("3. Cơ bản nhất trí với các nội dung khác.");
    assertThat(parts.position()).isEqualTo(Position.AGREES_WITH_COMMENTS);
    assertThat(skipped(parts, Reason.RECIPIENT)).hasSize(3);
    assertThat(skipped(parts, Reason.SIGNATURE)).hasSize(6);
  }

  @Test
  void comparisonTable() throws Exception {
    String quoted =
        "Đến năm 2030, 100% số xã có đường ô tô đến trung tâm được cứng hóa, đi lại thuận tiện quanh năm.";
    ProposedParts parts =
        docx(
            new SampleDocx()
                .text(SampleLetters.HEAD)
                .text(SampleLetters.RECIPIENT, SampleLetters.OPENING)
                .table(
                    new String[] {
                      "STT", "Nội dung dự thảo/Phần, mục", "Nội dung góp ý", "Lý do/Đề xuất"
                    },
                    new String[] {"1", "Mục V.1, trang 45", "Chưa nêu tuyến ĐT.258B.", ""},
                    new String[] {
                      "2", quoted, "Chỉ tiêu này chưa khả thi.", "Sửa thành: “95% số xã”"
                    },
                    new String[] {
                      "3", "Y tế", "- Chưa có cơ sở.\n- Thiếu số liệu giường bệnh.", ""
                    },
                    new String[] {"4", "Toàn văn", "Nhất trí", ""})
                .text(SampleLetters.CLOSING)
                .text(SampleLetters.FOOT));

    assertThat(contents(parts))
        .containsExactly(
            "Chưa nêu tuyến ĐT.258B.",
            "Chỉ tiêu này chưa khả thi.",
            "Y tế: Chưa có cơ sở.",
            "Y tế: Thiếu số liệu giường bệnh.");
    assertThat(sections(parts)).containsExactly("V.1", "null", "null", "null");
    assertThat(parts.items().get(0).locator().page()).isEqualTo(45);
    assertThat(parts.items().get(1).locator().quote()).isEqualTo(quoted);
    assertThat(parts.items().get(1).proposal()).isEqualTo("Sửa thành: “95% số xã”");
    assertThat(parts.items().get(1).place()).isEqualTo("bảng 1, dòng 3");
    // Two sections have this title: the clerk chooses.
    assertThat(parts.items().get(2).sectionCandidates())
        .extracting(ProposedParts.Candidate::code)
        .containsExactly("III.4", "VI.1");
    assertThat(skipped(parts, Reason.TABLE_HEADING)).hasSize(1);
    assertThat(skipped(parts, Reason.AGREEMENT)).containsExactly("4\nToàn văn\nNhất trí");
  }

  @Test
  void proseUnderHeadings() throws Exception {
    List<String> letter = SampleLetters.whole(SampleLetters.PROSE);
    ProposedParts parts = docx(new SampleDocx().text(letter));

    assertThat(contents(parts))
        .containsExactly(
            "Về đất đai: Chỉ tiêu đất rừng đặc dụng tại biểu 5 chưa khớp với hiện trạng kiểm kê năm 2019.\n"
                + "Diện tích chênh lệch là 352 ha, tập trung ở huyện Na Rì.",
            "Về đất đai: Đề nghị đơn vị tư vấn phối hợp rà soát, thống nhất số liệu trước khi trình.",
            "Về đa dạng sinh học: đề nghị làm rõ cơ sở, lý do mở rộng diện tích Vườn Quốc gia Ba Bể.",
            "Đối với Báo cáo đánh giá môi trường chiến lược: Cần cập nhật Luật Bảo vệ môi trường năm 2020.");
    assertThat(sections(parts)).containsExactly("VII", "VII", "IX.2", "ĐMC");
    assertThat(skipped(parts, Reason.AGREEMENT)).hasSize(1);
    assertThat(parts.position()).isEqualTo(Position.AGREES_WITH_COMMENTS);
  }

  @Test
  void generalAgreementWithMergedTables() throws Exception {
    ProposedParts parts =
        docx(
            new SampleDocx()
                .text(SampleLetters.HEAD)
                .text(SampleLetters.RECIPIENT)
                .text(
                    "Sau khi nghiên cứu, Công an tỉnh cơ bản nhất trí với dự thảo và có một số ý kiến (chi tiết tại phụ lục kèm theo)./.")
                .sideBySide("Nơi nhận:\n- Như trên.", "GIÁM ĐỐC\nLê Văn C")
                .text("PHỤ LỤC")
                .bold("Ý kiến góp ý của Công an tỉnh")
                .table(
                    new String[] {"TT", "Phần, mục", "Nội dung góp ý", "Đề xuất"},
                    new String[] {"(1)", "(2)", "(3)", "(4)"},
                    new String[] {"I. VỀ HẠ TẦNG"},
                    new String[] {
                      "1", "V.2", "Bổ sung nguồn điện dự phòng.", "Thêm 01 trạm 110 kV"
                    },
                    new String[] {DOWN, DOWN, "Làm rõ cấp điện áp.", ""},
                    new String[] {"2", "Chương V, mục 1", "Bổ sung đường cứu hộ.", ""})
                .text("Bảng 2: số liệu cần đính chính")
                .table(
                    new String[] {"3", "I.2", "Dân số năm 2020 là 316.463 người.", ""},
                    new String[] {"4", "Trang 20, đoạn 2", "Đề nghị ghi rõ nguồn.", ""}));

    assertThat(contents(parts))
        .containsExactly(
            "VỀ HẠ TẦNG: Bổ sung nguồn điện dự phòng.",
            "VỀ HẠ TẦNG: Làm rõ cấp điện áp.",
            "VỀ HẠ TẦNG: Bổ sung đường cứu hộ.",
            "Bảng 2: số liệu cần đính chính",
            "Dân số năm 2020 là 316.463 người.",
            "Đề nghị ghi rõ nguồn.");
    assertThat(sections(parts)).containsExactly("V.2", "V.2", "V.1", "null", "I.2", "null");
    assertThat(parts.items().get(0).proposal()).isEqualTo("Thêm 01 trạm 110 kV");
    assertThat(parts.items().get(5).locator()).isEqualTo(new Locator(20, null, 2, null));
    assertThat(parts.position()).isEqualTo(Position.AGREES_WITH_COMMENTS);
  }

  @Test
  void agreementHasNoPoints() {
    ProposedParts parts =
        pasted(
            List.of(
                "Kính gửi: Sở Kế hoạch và Đầu tư",
                "Phúc đáp Văn bản số 1234/SKHĐT-TH về việc đề nghị tham gia ý kiến, Bảo hiểm xã hội tỉnh nhất trí với nội dung dự thảo, không có ý kiến bổ sung./.",
                "Nơi nhận:",
                "- Như trên.",
                "GIÁM ĐỐC"));
    assertThat(parts.items()).isEmpty();
    assertThat(parts.position()).isEqualTo(Position.AGREES);
    assertThat(parts.skipped()).hasSize(5);
  }

  @Test
  void disagreementIsNotAgreement() {
    ProposedParts parts =
        pasted(
            List.of(
                "Kính gửi: Sở Kế hoạch và Đầu tư", "Không nhất trí với phương án tuyến cao tốc."));
    assertThat(contents(parts)).containsExactly("Không nhất trí với phương án tuyến cao tốc.");
    assertThat(parts.position()).isEqualTo(Position.DISAGREES);
  }

  @Test
  void generalHeadingsAreSkipped() {
    ProposedParts parts =
        pasted(
            List.of(
                "I. Ý kiến chung",
                "Bố cục còn dài, đề nghị rút gọn phần hiện trạng.",
                "II. Ý kiến cụ thể:",
                "1. Về thương mại: Đề nghị bổ sung trung tâm logistics.",
                "a) Quy mô 20 ha.",
                "b) Vị trí tại xã Thanh Thịnh.",
                "2. Về hạ tầng giao thông",
                "Chưa nêu đường thủy.",
                "3. Trang 33: số liệu GRDP chưa đúng.",
                "Ngoài ra, đề nghị gửi dữ liệu GIS."));
    assertThat(contents(parts))
        .containsExactly(
            "Bố cục còn dài, đề nghị rút gọn phần hiện trạng.",
            "Về thương mại: Đề nghị bổ sung trung tâm logistics.\na) Quy mô 20 ha.\nb) Vị trí tại xã Thanh Thịnh.",
            "Về hạ tầng giao thông: Chưa nêu đường thủy.",
            "Trang 33: số liệu GRDP chưa đúng.",
            "Ngoài ra, đề nghị gửi dữ liệu GIS.");
    assertThat(skipped(parts, Reason.HEADING))
        .containsExactly("I. Ý kiến chung", "II. Ý kiến cụ thể:");
  }

  @Test
  void trackedChangesAreReadAsAccepted() throws Exception {
    String w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    String xml =
        ("<w:document xmlns:w=\"%s\"><w:body><w:p><w:r><w:t>1. Đề nghị </w:t></w:r>"
                + "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
                + "<w:ins><w:r><w:t>bổ sung</w:t></w:r></w:ins><w:r><w:tab/><w:t>tuyến</w:t><w:footnoteReference w:id=\"2\"/>"
                + "<w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
                + "<w:r><w:txbxContent><w:p><w:r><w:t>2. Đề nghị b.</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>3. Đề nghị </w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>c.</w:t></w:r></w:p></w:body></w:document>")
            .formatted(w);
    String notes =
        "<w:footnotes xmlns:w=\"%s\"><w:footnote w:id=\"2\"><w:p><w:r><w:t>ĐT.258B</w:t></w:r></w:p></w:footnote></w:footnotes>"
            .formatted(w);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(out)) {
      for (String[] part :
          new String[][] {{"word/document.xml", xml}, {"word/footnotes.xml", notes}}) {
        zip.putNextEntry(new java.util.zip.ZipEntry(part[0]));
        zip.write(part[1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    assertThat(contents(docx(out.toByteArray())))
        .containsExactly("Đề nghị bổ sung tuyến [ĐT.258B]", "Đề nghị b.", "Đề nghị c.");
  }

  /** The first row failed, and the last cell of the second was lost. */
  @Test
  void rowsMayHaveFewerOrMoreCellsThanTheHeadings() {
    ProposedParts parts =
        pasted(
            List.of(
                "STT\tPhần, mục\tNội dung góp ý\tĐề xuất",
                "1\tVề điện",
                "2\tMục V.2\tThiếu nguồn điện.\tThêm trạm.\tTrang 9"));
    assertThat(contents(parts)).containsExactly("Về điện: Thiếu nguồn điện.\nTrang 9");
    assertThat(parts.items().get(0).proposal()).isEqualTo("Thêm trạm.");
    assertThat(sections(parts)).containsExactly("V.2");
  }
}
