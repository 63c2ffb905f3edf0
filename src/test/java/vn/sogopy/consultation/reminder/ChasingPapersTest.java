package vn.sogopy.consultation.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.consultation.consultee.Contact;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.plan.Letterhead;

/** The layout of the chasing list. */
class ChasingPapersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

  /** Ten characters, the longest form of a date. */
  private static final LocalDate DUE = LocalDate.of(2026, 12, 20);

  private static final int MM = 57;

  private static ChasingList list(int silent, int requests) {
    return list(silent, requests, null);
  }

  /**
   * @param urges the groups that Sở B may urge
   */
  private static ChasingList list(int silent, int requests, List<String> urges) {
    RequestLetter letter = new RequestLetter("4815/UBND-TH", LocalDate.of(2026, 11, 16));
    List<ChasingList.Line> lines = new ArrayList<>();
    for (int i = 1; i <= silent; i++) {
      lines.add(
          new ChasingList.Line(
              i,
              "Sở số " + i,
              List.of(letter),
              DUE,
              11,
              new Contact(null, null, null),
              List.of(),
              ""));
    }
    List<OverdueRequest> asked = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      asked.add(
          new OverdueRequest(
              UUID.randomUUID(),
              UUID.randomUUID(),
              1592,
              2,
              new CommentView.OrganizationRef("snv", "Sở Nội vụ", "PROVINCIAL"),
              "Đề nghị làm rõ",
              DUE,
              11,
              false));
    }
    Letterhead letterhead =
        new Letterhead(
            "ỦY BAN NHÂN DÂN TỈNH A",
            "SỞ B",
            "SB",
            "A",
            "A",
            null,
            "GIÁM ĐỐC",
            "Nguyễn Văn C",
            null,
            null,
            urges);
    return new ChasingList(
        List.of(asking(letterhead, "Sở B", group -> true)),
        2,
        TODAY,
        true,
        silent == 0
            ? List.of()
            : List.of(
                new ChasingList.Group("PROVINCIAL", "I", "Sở, ban, ngành", List.copyOf(lines))),
        asked);
  }

  private static PlanHead.Asking asking(
      Letterhead letterhead, String issuer, Predicate<String> groups) {
    return new PlanHead.Asking(
        new PlanHead.Head("Quy hoạch tỉnh A", false, letterhead, issuer, issuer), groups);
  }

  private static byte[] bytes(ChasingFormat format, ChasingList list) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(list, out);
    return out.toByteArray();
  }

  private static XWPFDocument letter(int silent, int requests) throws IOException {
    return new XWPFDocument(
        new ByteArrayInputStream(bytes(ChasingFormat.DOCX, list(silent, requests))));
  }

  private static String text(XWPFDocument document) throws IOException {
    try (XWPFWordExtractor text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }

  @Test
  void longestDateFitsTheColumn() throws IOException {
    try (XWPFDocument letter = letter(3, 1)) {
      for (XWPFTable table : letter.getTables().subList(2, 4)) {
        int column =
            table.getRow(0).getTableCells().stream()
                .map(cell -> cell.getText())
                .toList()
                .indexOf("Hạn trả lời");
        assertThat(table.getRow(table.getNumberOfRows() - 1).getCell(column).getText())
            .isEqualTo("20/12/2026");
        var grid = table.getCTTbl().getTblGrid().getGridColList();
        assertThat(Integer.parseInt(grid.get(column).getW().toString()))
            .isGreaterThanOrEqualTo(22 * MM);
        assertThat(grid.stream().mapToInt(each -> Integer.parseInt(each.getW().toString())).sum())
            .as("the width between the margins, 165 mm")
            .isBetween(9_350, 9_360);
      }
    }
  }

  @Test
  void listHasItsOwnPageNumbers() throws IOException {
    try (XWPFDocument letter = letter(3, 0)) {
      List<XWPFParagraph> ends =
          letter.getParagraphs().stream()
              .filter(p -> p.getCTP().isSetPPr() && p.getCTP().getPPr().isSetSectPr())
              .toList();
      assertThat(ends).hasSize(1);
      var first = ends.get(0).getCTP().getPPr().getSectPr();
      assertThat(first.getPgNumType().getStart().toString()).isEqualTo("1");
      assertThat(first.sizeOfHeaderReferenceArray()).isEqualTo(2);
      var annex = letter.getDocument().getBody().getSectPr();
      assertThat(annex.getPgNumType().getStart().toString()).isEqualTo("1");
      assertThat(annex.isSetTitlePg()).isTrue();
      assertThat(annex.sizeOfHeaderReferenceArray()).isEqualTo(2);
    }
  }

  @Test
  void letterForOneOrganization() throws IOException {
    try (XWPFDocument letter = letter(1, 0)) {
      assertThat(text(letter))
          .contains(
              "Kính gửi: Sở số 1",
              "Quý cơ quan đã được gửi hồ sơ lấy ý kiến tại Văn bản số 4815/UBND-TH ngày 16/11/2026",
              "V/v đề nghị tham gia ý kiến dự thảo lần 2 Quy hoạch tỉnh A",
              "thời hạn trả lời: chậm nhất ngày 20/12/2026",
              "chưa nhận được văn bản góp ý của Quý cơ quan",
              "Sở B đề nghị Quý cơ quan quan tâm nghiên cứu",
              "gửi về Sở B chậm nhất ngày      tháng      năm 2026",
              "Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan./.")
          .doesNotContain("Danh sách kèm theo", "Kèm theo Công văn", "đôn đốc", "khẩn trương");
      assertThat(letter.getTables()).as("head and foot").hasSize(2);
    }
  }

  /** A group that the issuer may urge gets a letter of its own, in other words. */
  @Test
  void urgedAndAskedGroupsGetTheirOwnLetter() throws IOException {
    ChasingList provincial = list(2, 0, List.of("DISTRICT"));
    ChasingList.Line district =
        new ChasingList.Line(
            3, "UBND huyện D", List.of(), DUE, 11, new Contact(null, null, null), List.of(), "");
    ChasingList both =
        new ChasingList(
            provincial.askings(),
            2,
            TODAY,
            true,
            List.of(
                provincial.groups().get(0),
                new ChasingList.Group("DISTRICT", "II", "UBND các huyện", List.of(district))),
            List.of());
    try (XWPFDocument letters =
        new XWPFDocument(new ByteArrayInputStream(bytes(ChasingFormat.DOCX, both)))) {
      assertThat(text(letters))
          .containsSubsequence(
              "V/v đề nghị tham gia ý kiến dự thảo lần 2",
              "Kính gửi: Các cơ quan",
              "còn 02 cơ quan",
              "Sở số 2",
              "V/v đôn đốc tham gia ý kiến dự thảo lần 2",
              "Kính gửi: UBND huyện D",
              "khẩn trương nghiên cứu");
      assertThat(letters.getTables()).as("two heads and feet, one list").hasSize(5);
    }
    ChasingList urged = both.askedBy(both.askings().get(0), true);
    assertThat(urged.lines()).extracting(ChasingList.Line::number).containsExactly(1);
    assertThat(urged.groups()).extracting(ChasingList.Group::index).containsExactly("I");
  }

  /** Replies to every asking body go to the coordinator. */
  @Test
  void everyAskingBodyHasItsLetter() throws IOException {
    ChasingList provincial = list(2, 1, List.of("CENTRAL"));
    Letterhead people =
        new Letterhead(
            null,
            "ỦY BAN NHÂN DÂN TỈNH A",
            "UBND",
            "A",
            "A",
            null,
            "CHỦ TỊCH",
            null,
            null,
            null,
            null);
    ChasingList both =
        new ChasingList(
            List.of(
                asking(provincial.plan().letterhead(), "Sở B", group -> !group.equals("CENTRAL")),
                asking(people, "UBND tỉnh A", "CENTRAL"::equals)),
            2,
            TODAY,
            true,
            List.of(
                new ChasingList.Group(
                    "CENTRAL",
                    "I",
                    "Bộ, ngành",
                    List.of(
                        new ChasingList.Line(
                            1,
                            "Bộ Y tế",
                            List.of(),
                            DUE,
                            11,
                            new Contact(null, null, null),
                            List.of(),
                            ""))),
                new ChasingList.Group(
                    "PROVINCIAL", "II", "Sở, ban, ngành", provincial.groups().get(0).lines())),
            provincial.requests());
    try (XWPFDocument letters =
        new XWPFDocument(new ByteArrayInputStream(bytes(ChasingFormat.DOCX, both)))) {
      assertThat(text(letters))
          .containsSubsequence(
              "SỞ B",
              "Số:        /SB-",
              "còn 02 cơ quan",
              "gửi về Sở B chậm nhất",
              "Sở số 2",
              "1592.2",
              "Số:        /UBND-",
              "Kính gửi: Bộ Y tế",
              "Sở B chưa nhận được văn bản góp ý của Quý cơ quan",
              "UBND tỉnh A đề nghị Quý cơ quan quan tâm nghiên cứu",
              "gửi về Sở B chậm nhất",
              "CHỦ TỊCH")
          .doesNotContain("đôn đốc");
    }
  }

  @Test
  void letterOfRequestsOnly() throws IOException {
    try (XWPFDocument letter = letter(0, 1)) {
      assertThat(text(letter))
          .contains("ĐỀ NGHỊ CUNG CẤP, LÀM RÕ ĐÃ QUÁ HẠN", "Sở B đề nghị các cơ quan", "1592.2")
          .doesNotContain("Đồng thời", "CHƯA CÓ VĂN BẢN GÓP Ý");
      assertThat(letter.getTables()).hasSize(3);
    }
  }

  @Test
  void lettersBelongToTheirOrganization() throws IOException {
    try (XWPFDocument letter = letter(2, 0)) {
      assertThat(text(letter))
          .contains(
              "Thực hiện việc lấy ý kiến đối với dự thảo lần 2 Quy hoạch tỉnh A, các cơ quan, đơn vị, địa phương"
                  + " đã được gửi hồ sơ lấy ý kiến tại Văn bản số 4815/UBND-TH",
              "còn 02 cơ quan, đơn vị, địa phương chưa có văn bản góp ý")
          .doesNotContain("Sở B đã gửi lấy ý kiến", "\u00A0");
    }
  }

  @Test
  void fileHasNoTimeOfCreation() throws IOException {
    for (ChasingFormat format : List.of(ChasingFormat.DOCX, ChasingFormat.XLSX)) {
      try (ZipInputStream zip =
          new ZipInputStream(new ByteArrayInputStream(bytes(format, list(2, 1))))) {
        List<String> names = new ArrayList<>();
        for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
          names.add(part.getName());
          assertThat(part.getTimeLocal())
              .isIn(TODAY.atTime(LocalTime.NOON), LocalDate.of(1980, 1, 1).atStartOfDay());
          if (part.getName().equals("docProps/core.xml")) {
            String core = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(core).contains("2026-12-31T00:00:00Z</dcterms:created>");
          }
        }
        assertThat(names).contains("docProps/core.xml", "[Content_Types].xml");
      }
    }
  }

  @Test
  void theSameListIsTheSameBytes() throws IOException {
    ChasingList list = list(5, 2);
    for (ChasingFormat format :
        List.of(ChasingFormat.DOCX, ChasingFormat.XLSX, ChasingFormat.CSV)) {
      byte[] first = bytes(format, list);
      for (int i = 0; i < 5; i++) {
        assertThat(bytes(format, list)).isEqualTo(first);
      }
    }
  }

  @Test
  void sheetAndLetterFormatDatesAlike() throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(bytes(ChasingFormat.XLSX, list(2, 1))))) {
      String styles = null;
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (part.getName().equals("xl/styles.xml")) {
          styles = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      assertThat(styles).contains("dd/m/yyyy").doesNotContain("dd/mm/yyyy");
    }
  }
}
