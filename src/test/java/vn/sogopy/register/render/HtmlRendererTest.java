package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import vn.sogopy.register.DocumentKind;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;
import vn.sogopy.register.Seal;

class HtmlRendererTest {
  private static String html(Register register, Seal seal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlRenderer().write(register, seal, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Document page(Register register, Seal seal) throws IOException {
    return Jsoup.parse(html(register, seal));
  }

  private static List<String> cells(Element row) {
    return row.select("td").stream().map(Element::wholeText).toList();
  }

  private static Register saying(String words) {
    Register.Row row = Registers.row("1.1", "V.1", words, true);
    Register.Body body = Registers.body(1, "a", words, List.of(), null, row);
    return Registers.of(
        DocumentKind.FULL,
        List.of(words),
        List.of(new Register.Group("I", "G", words, List.of(body))));
  }

  @Test
  void reportComesFirst() throws IOException {
    Element report = page(Registers.sample(), null).selectFirst("section#bao-cao");
    assertThat(report.text())
        .contains(
            "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN",
            "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
            "/BC-SKHĐT",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "DỮ LIỆU MẪU",
            "DỰ THẢO (09 giờ 05 ngày 01/10/2021)",
            "Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn",
            "Sở Kế hoạch và Đầu tư báo cáo kết quả như sau:",
            "Sở Kế hoạch và Đầu tư đã gửi hồ sơ lấy ý kiến đến 69 cơ quan, đơn vị, địa phương.",
            "kính báo cáo UBND tỉnh xem xét, chỉ đạo./.",
            "GIÁM ĐỐC",
            "Nguyễn Văn A",
            "- Lưu: VT, TH.");
    Elements open = report.select("tbody tr");
    assertThat(open).hasSize(1);
    assertThat(cells(open.get(0)))
        .containsExactly(
            "3.1",
            "Sở Công Thương",
            "Không nhất trí mở rộng diện tích Vườn Quốc gia Ba Bể.\n(Nguyễn Văn B, Phó Giám đốc)",
            "Giải trình, giữ nguyên dự thảo\nGiữ nguyên theo quy hoạch quốc gia.",
            "Cơ quan góp ý bảo lưu ý kiến: chưa đủ cơ sở");
  }

  @Test
  void pointsWithADirection() throws IOException {
    Element report = page(Registers.directed(), null).selectFirst("section#bao-cao");
    assertThat(report.select("h2").eachText())
        .containsExactly(Registers.directed().report().differencesTitle(), "Đã có ý kiến chỉ đạo");
    Elements rows = report.select("tbody tr");
    assertThat(rows).hasSize(1);
    assertThat(cells(rows.get(0)))
        .hasSize(6)
        .startsWith("1.1", "Sở Công Thương")
        .endsWith("giữ nguyên.", "Thông báo số 12/TB-UBND ngày 05/10/2021");
    assertThat(rows.select("a").attr("href")).isEqualTo("#y-kien-1.1");
  }

  @Test
  void theRowsOfTheFirstAnnex() throws IOException {
    Element annex = page(Registers.sample(), null).selectFirst("section.annex");
    assertThat(annex.select("h2").eachText())
        .containsExactly("Phụ lục I", Registers.sample().title());
    assertThat(annex.select("thead th").eachText())
        .containsExactly(
            "STT",
            "Số, ngày văn bản",
            "Phần, mục của dự thảo",
            "Nội dung góp ý",
            "Kết quả xử lý",
            "Nội dung tiếp thu, giải trình (vị trí chỉnh sửa)",
            "Ghi chú");
    assertThat(annex.select("tbody tr").eachAttr("id"))
        .containsExactly(
            "nhom-I",
            "co-quan-1",
            "y-kien-1.1",
            "y-kien-1.2",
            "co-quan-2",
            "co-quan-3",
            "y-kien-3.1",
            "nhom-II",
            "co-quan-4",
            "y-kien-4.1");
    assertThat(cells(annex.getElementById("y-kien-1.1")))
        .containsExactly(
            "1.1",
            "",
            "Báo cáo tổng hợp, mục V.1, trang 45",
            "Đề nghị làm rõ số liệu:\n- điểm 1;\n- điểm 2.\nĐề xuất: Bổ sung số liệu.",
            "Tiếp thu",
            "Tiếp thu ý kiến.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp)",
            "");
    assertThat(annex.getElementById("co-quan-2").nextElementSibling().text())
        .isEqualTo("Nhất trí với nội dung dự thảo");
  }

  @Test
  void otherAnnexes() throws IOException {
    Document page = page(Registers.sample(), null);
    assertThat(cells(page.select("#phu-luc-co-quan tbody tr").get(1)))
        .containsExactly(
            "1",
            "Sở Xây dựng",
            "số 1186/SKHĐT-TH ngày 16/8/2021",
            "15/9/2021",
            "số 642/SXD-QHKT ngày 25/8/2021",
            "26/8/2021",
            "Có ý kiến",
            "2",
            "Trả lời sau thời hạn");
    assertThat(cells(page.selectFirst("#phu-luc-so-lieu tr.sum")))
        .startsWith("", "Cộng", "69", "3", "1", "4.859", "4.857");
    assertThat(cells(page.selectFirst("#phu-luc-van-ban tbody tr")))
        .startsWith("1", "Sở Xây dựng", "642/SXD-QHKT", "25/8/2021", "1540", "26/8/2021");
  }

  @Test
  void everyLinkHasATarget() throws IOException {
    for (Register register : List.of(Registers.sample(), Registers.sample().byTopic())) {
      Document page = page(register, null);
      Elements links = page.select("a");
      assertThat(links).hasSizeGreaterThan(5);
      for (Element link : links) {
        assertThat(link.attr("href")).startsWith("#");
        assertThat(page.getElementById(link.attr("href").substring(1))).as(link.text()).isNotNull();
      }
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(ids).doesNotHaveDuplicates().contains("y-kien-1.1", "y-kien-3.1", "y-kien-4.1");
    }
  }

  @Test
  void pageIsSelfContainedWithoutScripts() throws IOException {
    Document page = page(Registers.sample(), null);
    assertThat(page.select("script, link, img, iframe, object, form, [style], [src]")).isEmpty();
    assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import", "</");
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("vi");
    assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(page.title()).isEqualTo(Registers.sample().title());
  }

  @Test
  void markupIsEscaped() throws IOException {
    String words = "</td><script>alert(\"1\")</script><img src=x onerror='y'> & &amp; \"' ữ 😀";
    Document page = page(saying(words), null);

    assertThat(page.select("script, img")).isEmpty();
    assertThat(cells(page.getElementById("y-kien-1.1")).get(3))
        .isEqualTo(words + "\nĐề xuất: Bổ sung số liệu.");
    assertThat(page.getElementById("co-quan-1").text()).isEqualTo("1. " + words);
    assertThat(page.getElementById("nhom-I").text()).isEqualTo("I. " + words);
    assertThat(page.selectFirst("nav").text()).contains(words);
    assertThat(page.select(".note").eachText()).contains("Trích: " + words);
  }

  @Test
  void sealIsAtTheEnd() throws IOException {
    Document page = page(Registers.sample(), Registers.ISSUED);
    assertThat(page.text()).containsOnlyOnce(Registers.ISSUED.line());
    assertThat(page.body().lastElementChild().text()).isEqualTo(Registers.ISSUED.line());
    assertThat(page.text())
        .doesNotContain("DỰ THẢO (09", "kết xuất")
        .contains("Số: 126/BC-SKHĐT", "Bắc Kạn, ngày 05 tháng 10 năm 2021");
    assertThat(page(Registers.sample(), Registers.UNSIGNED).selectFirst("#bao-cao").wholeText())
        .contains("Số:      /BC-SKHĐT", "ngày      tháng      năm 2021");
    assertThat(page(Registers.sample(), null).body().lastElementChild().text())
        .isEqualTo(PageHeadings.provenance(Registers.sample()));
  }

  @Test
  void byTopic() throws IOException {
    Element annex = page(Registers.sample().byTopic(), null).selectFirst("section.annex");
    assertThat(annex.select("thead th").eachText())
        .startsWith("NHÓM VẤN ĐỀ HOẶC PHẦN, MỤC")
        .hasSize(4);
    Elements rows = annex.select("tbody tr");
    assertThat(rows).extracting(row -> cells(row).get(0)).startsWith("Ý kiến chung").hasSize(5);
    assertThat(rows.eachAttr("id"))
        .containsExactly("y-kien-1.2", "y-kien-1.1", "y-kien-3.1", "y-kien-4.1");
    assertThat(cells(rows.get(4)))
        .startsWith(
            "Không có ý kiến cụ thể",
            "Sở Giao thông vận tải (kèm theo văn bản góp ý số 510/SGTVT-KCHT ngày 24/8/2021)",
            "Nhất trí với nội dung dự thảo");
  }

  /** Comments without answers. */
  @Test
  void theSummaryHasNoAnswers() throws IOException {
    Document page =
        page(Registers.of(DocumentKind.SUMMARY, null, Registers.sample().groups()), null);
    assertThat(page.select("section.annex")).hasSize(3);
    assertThat(page.selectFirst("section.annex").text())
        .doesNotContain("Kết quả xử lý", "đã chỉnh sửa tại");
  }
}
