package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The screen of a body: it sends letters, keeps receipts, sees what became of its points. */
@QuarkusTest
class SubmitterScreenTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'& Bổ sung tuyến";
  private static final String ESCAPED =
      "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp; Bổ sung tuyến";
  private static final Pattern ONCE = Pattern.compile("name=\"_lan\" value=\"([0-9a-f-]{36})\"");

  private TestPlan plan;
  private String root;
  private DeskBrowser person;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
    root = "/so/" + plan.slug() + "/1/gop-y";
    person = DeskBrowser.of(Key.SGTVT);
  }

  static byte[] field(String name, String value) {
    return TestForm.raw(
        "Content-Disposition: form-data; name=\"" + name + "\"", TestForm.text(value));
  }

  private String once() {
    Matcher found = ONCE.matcher(person.page(root + "/gui"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The parts of a letter as a browser sends them: no file is an empty part. */
  private List<byte[]> letter(String once, String number, String... sectionPagesContentProposal) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(field("_ma", person.token()));
    parts.add(field("_lan", once));
    parts.add(field("so_van_ban", number));
    parts.add(field("ngay_van_ban", "2021-08-24"));
    parts.add(field("y_kien_tra_loi", "COMMENTS"));
    parts.add(field("hinh_thuc", "PORTAL"));
    parts.add(field("nguoi_ky", "Nguyễn Văn Thử"));
    parts.add(field("chuc_vu", ""));
    parts.add(field("trich_yeu", "Góp ý"));
    parts.add(field("tra_loi_van_ban", ""));
    parts.add(field("thay_the", ""));
    String[] names = {"muc", "trang", "noi_dung", "de_xuat"};
    for (int i = 0; i < sectionPagesContentProposal.length; i++) {
      parts.add(field(names[i % 4], sectionPagesContentProposal[i]));
    }
    return parts;
  }

  private Response send(List<byte[]> parts) {
    return person
        .request()
        .contentType("multipart/form-data; boundary=" + TestForm.BOUNDARY)
        .body(TestForm.of(parts.toArray(byte[][]::new)))
        .post(root + "/gui");
  }

  @Test
  void letterIsSentOnceAndHasAReceipt() {
    List<byte[]> letter =
        letter(
            once(),
            "510/SGTVT-KH",
            "V.1",
            "trang 50, 45-46",
            HOSTILE,
            "Đề xuất thế này",
            "",
            "",
            "",
            "",
            "",
            "",
            "Ý kiến chung",
            "");
    letter.add(TestForm.part("tep", "Văn bản số 510.txt", TestForm.text("Bản ký")));
    Response sent = send(letter);
    sent.then().statusCode(303).header("Location", containsString(root + "/van-ban/"));
    String receipt = sent.header("Location");
    assertThat(send(letter).header("Location")).isEqualTo(receipt);

    Response points = Api.as(Key.COORDINATOR).get(plan.comments());
    points
        .then()
        .body("items", hasSize(2))
        .body("items.content", hasItems(HOSTILE, "Ý kiến chung"))
        .body("items.section.code", hasItems("V.1"))
        .body("items.locator.pages", hasItems("45-46, 50"))
        .body("items.proposal", hasItems("Đề xuất thế này"));
    List<Integer> numbers = points.jsonPath().getList("items.receiptNumber.sort()");
    assertThat(person.page(receipt))
        .contains("Đã gửi.", "Mã tiếp nhận " + numbers.get(0) + ", " + numbers.get(1))
        .contains("Số 510/SGTVT-KH ngày 24/8/2021", "Nguyễn Văn Thử", "Văn bản số 510.txt")
        .contains("Cổng thông tin điện tử", "Có ý kiến góp ý", ESCAPED)
        .doesNotContain("<script>alert");
    assertThat(person.page(root))
        .contains("Số 510/SGTVT-KH ngày 24/8/2021", "Mã tiếp nhận " + numbers.get(1), ESCAPED)
        .contains("Mới tiếp nhận")
        .doesNotContain("<script>alert");
    String file =
        Pattern.compile("/api/v1/attachments/[0-9a-f-]{36}")
            .matcher(person.page(receipt))
            .results()
            .findFirst()
            .orElseThrow()
            .group();
    assertThat(person.request().get(file).asString()).isEqualTo("Bản ký");
  }

  @Test
  void letterThatAgreesHasNoPoints() {
    List<byte[]> letter = letter(once(), "511/SGTVT-KH", "", "", "", "");
    letter.set(4, field("y_kien_tra_loi", "AGREES"));
    letter.add(TestForm.part("tep", "", new byte[0]));
    Response sent = send(letter);
    sent.then().statusCode(303);
    assertThat(person.page(sent.header("Location")))
        .contains("Đã tiếp nhận văn bản số 511/SGTVT-KH", "Nhất trí, không có ý kiến thêm");
  }

  @Test
  void onePointMoreKeepsWhatWasTyped() {
    Response more =
        person
            .form()
            .formParam("_lan", "0d6c6fbc-8fd7-4d2c-9a4f-1f2a3b4c5d6e")
            .formParam("so_van_ban", HOSTILE)
            .formParam("muc", "V.2", "")
            .formParam("trang", "12", "")
            .formParam("noi_dung", HOSTILE, "Ý kiến hai")
            .formParam("de_xuat", "", "Đề xuất hai")
            .post(root + "/gui/them");
    more.then().statusCode(200);
    assertThat(more.asString())
        .contains("Ý kiến 3", "id=\"noi_dung-2\"", "Ý kiến hai", "Đề xuất hai", ESCAPED)
        .contains("0d6c6fbc-8fd7-4d2c-9a4f-1f2a3b4c5d6e", "value=\"12\"")
        .contains("<option value=\"V.2\" selected>")
        .doesNotContain("<script>alert", "Ý kiến 4");
    Api.as(Key.COORDINATOR).get(plan.comments()).then().body("items", hasSize(0));
  }

  @Test
  void refusedLetterComesBackWithItsTexts() {
    String once = once();
    Response refused =
        send(
            letter(
                once,
                "",
                "",
                "",
                "",
                "",
                "V.1",
                "bốn mươi",
                HOSTILE,
                "",
                "",
                "",
                "",
                "Chỉ có đề xuất"));
    refused.then().statusCode(400);
    assertThat(refused.asString())
        .contains("href=\"#so_van_ban\">Số, ký hiệu", "href=\"#trang-1\">Ý kiến 2, trang")
        .contains("href=\"#noi_dung-2\">Ý kiến 3, nội dung", ESCAPED, "Chỉ có đề xuất")
        .contains("value=\"bốn mươi\"", "value=\"Nguyễn Văn Thử\"", once)
        .doesNotContain("<script>alert");
    Api.as(Key.COORDINATOR).get(TestLetter.letters(plan)).then().body("items", hasSize(0));
  }

  @Test
  void numberThatIsTakenIsTold() {
    TestLetter.send(plan, Key.SGTVT, TestLetter.letter("512/SGTVT-KH"));
    send(letter(once(), "512/SGTVT-KH", "", "", "Vẫn còn đây", ""))
        .then()
        .statusCode(409)
        .body(
            allOf(
                containsString("đã được tiếp nhận"),
                containsString("Vẫn còn đây"),
                not(containsString("Location"))));
  }

  @Test
  void sameFormWithOtherWordsIsAnotherLetter() {
    String once = once();
    send(letter(once, "513/SGTVT-KH", "", "", "Một", "")).then().statusCode(303);
    Response other = send(letter(once, "514/SGTVT-KH", "", "", "Hai", ""));
    other.then().statusCode(409);
    Matcher again = ONCE.matcher(other.asString());
    assertThat(again.find()).isTrue();
    assertThat(again.group(1)).isNotEqualTo(once);
    assertThat(other.asString()).doesNotContain("externalId");
    send(letter(again.group(1), "514/SGTVT-KH", "", "", "Hai", "")).then().statusCode(303);
  }

  @Test
  void letterReplacesAnEarlierOne() {
    TestLetter first = TestLetter.send(plan, Key.SGTVT, TestLetter.letter("515/SGTVT-KH", "Cũ"));
    assertThat(person.page(root + "/gui")).contains("value=\"" + first.id() + "\"");
    List<byte[]> letter = letter(once(), "516/SGTVT-KH", "", "", "Mới", "");
    letter.set(10, field("thay_the", first.id()));
    send(letter).then().statusCode(303);
    assertThat(person.page(root + "/van-ban/" + first.id())).contains("đã được thay bằng");
  }

  @Test
  void letterWithProgramIsTakenWithoutIt() {
    List<byte[]> letter = letter(once(), "517/SGTVT-KH", "", "", "Kèm chương trình", "");
    letter.add(TestForm.part("tep", "setup.exe", TestForm.text("MZ chương trình")));
    Response sent = send(letter);
    sent.then().statusCode(303);
    assertThat(person.page(sent.header("Location"))).contains("class=\"warning\"", "setup.exe");
  }

  @Test
  void closedDraftTakesNoLetter() {
    plan.close();
    assertThat(person.page(root)).contains("không mở lấy ý kiến").doesNotContain(root + "/gui");
    assertThat(person.page(root + "/gui")).doesNotContain("name=\"so_van_ban\"");
  }

  @Test
  void answerIsShownOnceApprovedAndReactedTo() {
    TestComment point = plan.comment("Bổ sung cầu");
    point.answer("ACCEPTED");
    String page = root + "/y-kien/" + point.id();
    assertThat(person.page(page))
        .contains("Chờ duyệt", "Chưa có kết quả được duyệt")
        .doesNotContain("Đã trả lời", "/phan-hoi");
    point.approve();
    assertThat(person.page(page)).contains("Tiếp thu", "Đã trả lời", "trang 48", "/phan-hoi");
    assertThat(person.page(root + "?loc=da-tra-loi")).contains("Bổ sung cầu", "Tiếp thu");
    assertThat(person.page(root + "?loc=dang-xu-ly")).doesNotContain("Bổ sung cầu");
    String version = String.valueOf(point.version());
    person
        .post(page + "/phan-hoi", Map.of("phan_hoi", "MAINTAINED", "_phien", version, "_ve", page))
        .then()
        .statusCode(400)
        .body(containsString("value=\"MAINTAINED\" checked"))
        .body(containsString("<p id=\"loi-ly_do\" class=\"error\">Không được để trống.</p>"))
        .body(containsString("name=\"_ve\" value=\"" + page + "\""));
    person
        .post(
            page + "/phan-hoi",
            Map.of("phan_hoi", "MAINTAINED", "ly_do", HOSTILE, "_phien", "0", "_ve", page))
        .then()
        .statusCode(412)
        .body(containsString(ESCAPED));
    person
        .post(
            page + "/phan-hoi",
            Map.of("phan_hoi", "MAINTAINED", "ly_do", HOSTILE, "_phien", version, "_ve", page))
        .then()
        .statusCode(303)
        .header("Location", page + "?xong=da-ghi");
    point.get().body("reaction.reaction", equalTo("MAINTAINED"));
    assertThat(person.page(page))
        .contains("Bảo lưu ý kiến", ESCAPED)
        .doesNotContain("<script>alert");
  }

  @Test
  void pointIsWithdrawn() {
    TestComment point = plan.comment("Gửi nhầm");
    String page = root + "/y-kien/" + point.id();
    String version = String.valueOf(point.version());
    person.post(page + "/rut", Map.of("_phien", version, "_ve", page)).then().statusCode(400);
    person
        .post(page + "/rut", Map.of("ly_do", "Nhầm", "_phien", version, "_ve", page))
        .then()
        .statusCode(303);
    assertThat(point.status()).isEqualTo("WITHDRAWN");
    assertThat(person.page(page)).contains("Đã rút").doesNotContain("/rut\"");
    assertThat(person.page(root + "?loc=da-rut")).contains("Gửi nhầm");
    assertThat(person.page(root)).doesNotContain("Gửi nhầm");
  }

  @Test
  void questionOfTheOfficeIsAnswered() {
    TestComment about = plan.comment(Key.BABE, json("content", "Phụ tải tăng"));
    Response asked =
        Api.as(Key.COORDINATOR)
            .body(json("to", "sgtvt", "kind", "DATA", "text", HOSTILE))
            .post(about.path() + "/requests");
    asked.then().statusCode(201);
    String id = asked.path("id");
    assertThat(person.page(root))
        .contains("Cung cấp số liệu", ESCAPED, "de-nghi/" + id)
        .doesNotContain("<script>alert");
    person
        .post(
            root + "/de-nghi/" + id,
            Map.of("tra_loi", "120 MW", "_phien", asked.path("version").toString(), "_ve", root))
        .then()
        .statusCode(303);
    Api.as(Key.COORDINATOR).get("/requests/" + id).then().body("reply", equalTo("120 MW"));
    assertThat(person.page(root)).doesNotContain("de-nghi/" + id);
  }

  @Test
  void ownThingsOfThisDraftAlone() {
    TestComment other = plan.comment(Key.BABE, json("content", "Của huyện"));
    TestLetter letter = TestLetter.send(plan, Key.BABE, TestLetter.letter("1/UBND", "Riêng"));
    TestPlan elsewhere = TestPlan.open();
    TestComment own = elsewhere.comment("Ở quy hoạch khác");
    TestLetter sent = TestLetter.send(elsewhere, Key.SGTVT, TestLetter.letter("518/SGTVT-KH"));
    assertThat(person.page(root)).doesNotContain("Của huyện", "Riêng", "Ở quy hoạch khác");
    for (String path :
        List.of(
            "/y-kien/" + other.id(),
            "/van-ban/" + letter.id(),
            "/y-kien/" + own.id(),
            "/van-ban/" + sent.id(),
            "/y-kien/x")) {
      person.request().get(root + path).then().statusCode(404);
    }
    for (TestComment point : List.of(other, own)) {
      person
          .post(root + "/y-kien/" + point.id() + "/rut", Map.of("ly_do", "x", "_phien", "1"))
          .then()
          .statusCode(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gui", "/gui/them", "/y-kien/%s/phan-hoi", "/y-kien/%s/rut"})
  void formsAreThoseOfBodiesAndThisSession(String form) {
    String path = root + form.formatted(plan.comment("Một ý kiến").id());
    for (Key role : List.of(Key.VIEWER, Key.CONSULTANT, Key.COORDINATOR, Key.ADMIN)) {
      DeskBrowser.of(role).post(path, Map.of("ly_do", "x")).then().statusCode(403);
      DeskBrowser.of(role).request().get(root).then().statusCode(403);
    }
    person
        .request()
        .contentType(ContentType.URLENC)
        .formParam("noi_dung", "x")
        .post(path)
        .then()
        .statusCode(403);
  }

  @Test
  void endedBodyReadsAndIsToldWhoWritesNow() {
    String old = TestOrganization.make("Sở Đã Nhập");
    String now = TestOrganization.make("Sở Kế Thừa");
    Response made =
        Api.as(Key.ADMIN)
            .body(
                json(
                    "name", "Lê Thị Thử", "role", "SUBMITTER", "organization", old, "person", true))
            .post("/api-keys");
    made.then().statusCode(201);
    DeskBrowser former = DeskBrowser.of(made.jsonPath().getString("key"));
    Response sent =
        former.post(
            root + "/gui",
            Map.of("so_van_ban", "3/SDN", "ngay_van_ban", "2025-06-01", "noi_dung", "Trước đây"));
    sent.then().statusCode(303);
    TestOrganization.end(old, now);
    String successor = TestOrganization.name("Sở Kế Thừa", now);
    assertThat(former.page(root))
        .contains("kết thúc hoạt động từ ngày 01/7/2025", successor, "Số 3/SDN")
        .doesNotContain(root + "/gui", "khóa");
    assertThat(former.page(root + "/gui")).contains(successor).doesNotContain("noi_dung");
    assertThat(former.page(sent.header("Location"))).contains("Trước đây");
    former
        .post(root + "/gui", Map.of("so_van_ban", "4/SDN", "ngay_van_ban", "2025-07-02"))
        .then()
        .statusCode(403)
        .body(allOf(containsString(successor), not(containsString("khóa"))));
  }
}
