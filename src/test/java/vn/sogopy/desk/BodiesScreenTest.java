package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.consultation.Merger;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The screen of consultees: list, one of them, and putting bodies on the list. */
@QuarkusTest
class BodiesScreenTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'& Gọi điện";
  private static final String ESCAPED =
      "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp; Gọi điện";
  private static final Pattern TABLE = Pattern.compile("name=\"_bang\" value=\"([^\"]+)\"");

  private Consultees consultees;
  private String root;
  private DeskBrowser person;

  @BeforeEach
  void open() {
    consultees = Consultees.of(TestPlan.open());
    root = "/so/" + consultees.plan().slug() + "/1/co-quan";
    person = DeskBrowser.of(Key.COORDINATOR);
  }

  private String version(String organization) {
    return consultees.get(organization).extract().path("version").toString();
  }

  private Response post(String path, Map<String, ?> fields) {
    return person.post(root + path, fields);
  }

  @Test
  void silentBodiesComeFirst() {
    String answered = TestOrganization.make("Sở Đã Trả Lời");
    String late = TestOrganization.make("Sở Quá Hạn");
    String waiting = TestOrganization.make("Sở Còn Hạn");
    consultees.ask(answered).ask(json("organization", waiting, "dueOn", "2199-01-01"));
    consultees.ask(json("organization", late, "dueOn", "2021-09-10"));
    Map<String, Object> letter = TestLetter.letter("12/SX-VP", "Một ý kiến");
    letter.put("organization", answered);
    TestLetter.send(consultees.plan(), Key.COORDINATOR, letter);

    String page = person.page(root);
    assertThat(page.indexOf("cq-" + late)).isPositive().isLessThan(page.indexOf("cq-" + waiting));
    assertThat(page.indexOf("cq-" + waiting)).isLessThan(page.indexOf("cq-" + answered));
    assertThat(page)
        .contains("Tất cả (3)", "Chưa trả lời (2)", "Quá hạn chưa trả lời (1)", "Đã trả lời (1)")
        .contains("01/01/2199 (hạn riêng), còn ", "Có ý kiến")
        .containsPattern("10/9/2021 \\(hạn riêng\\), quá \\d\\.\\d{3} ngày")
        .contains("/consultees/request-letter?asker=0", "/consultees/file?format=docx")
        .doesNotContain("khóa");
    assertThat(person.page(root + "?loc=qua-han"))
        .contains("cq-" + late)
        .doesNotContain("cq-" + waiting, "cq-" + answered);
    assertThat(person.page(root + "?loc=da-tra-loi")).contains("cq-" + answered);
    assertThat(person.page(root + "?ten=con"))
        .contains("cq-" + waiting, "Tất cả (1)")
        .doesNotContain("cq-" + late);
    assertThat(person.page(root + "?nhom=PROVINCIAL")).doesNotContain("cq-" + late);
    person.request().get(root + "?nhom=NONE").then().statusCode(400);
  }

  @Test
  void papersOpenWithTheSession() {
    consultees.ask(TestOrganization.make("Sở Được Hỏi"));
    String api = "/api/v1" + consultees.path();
    for (String paper : List.of("/request-letter?asker=0", "/file?format=docx", "/template")) {
      person.request().get(api + paper).then().statusCode(200);
    }
  }

  @Test
  void contactIsNotedAndTheListKeepsItsFilter() {
    String code = TestOrganization.make("Sở Cần Gọi");
    consultees.ask(code);
    String back = root + "/" + code + "?loc=im-lang&ten=goi";
    post(
            "/" + code + "/lien-he",
            Map.of("ngay_lien_he", "2021-09-16", "noi_dung_lien_he", HOSTILE, "_ve", back))
        .then()
        .statusCode(303)
        .header("Location", back + "&xong=da-ghi");
    assertThat(person.page(back + "&xong=da-ghi"))
        .contains("Đã ghi.", "16/9/2021", ESCAPED)
        .contains("href=\"" + root + "?loc=im-lang&amp;ten=goi#cq-" + code + "\"")
        .doesNotContain("<script>alert");
    assertThat(person.page(root)).contains("16/9/2021", ESCAPED).doesNotContain("<script>alert");
    person
        .request()
        .queryParam("ten", HOSTILE)
        .get(root)
        .then()
        .statusCode(200)
        .body(allOf(containsString(ESCAPED), not(containsString("<script>alert"))));
  }

  @Test
  void wrongContactKeepsWhatWasTyped() {
    String code = TestOrganization.make("Sở Cần Gọi");
    consultees.ask(code);
    post(
            "/" + code + "/lien-he",
            Map.of("ngay_lien_he", "32/13/2021", "noi_dung_lien_he", HOSTILE, "_ve", root))
        .then()
        .statusCode(400)
        .body(allOf(containsString(ESCAPED), containsString("32/13/2021")))
        .body(not(containsString("<script>alert")));
    post("/" + code + "/lien-he", Map.of("noi_dung_lien_he", " ", "_ve", root))
        .then()
        .statusCode(400);
    assertThat(person.page(root + "/" + code)).contains("Chưa liên hệ lần nào");
  }

  @Test
  void dueDayContactAndLettersAreChanged() {
    String code = TestOrganization.make("Sở Xin Gia Hạn");
    consultees.ask(code);
    String page = root + "/" + code;
    String seen = version(code);
    assertThat(person.page(page)).contains("name=\"_phien\" value=\"" + seen + "\"");
    post(
            "/" + code + "/han",
            Map.of(
                "han_tra_loi", "2021-09-25", "ly_do", "Theo đề nghị", "_phien", seen, "_ve", page))
        .then()
        .statusCode(303);
    consultees.get(code).body("ownDueOn", equalTo("2021-09-25"));
    post("/" + code + "/han", Map.of("han_tra_loi", "2021-09-30", "_phien", seen, "_ve", page))
        .then()
        .statusCode(412)
        .body(containsString("2021-09-30"));
    post("/" + code + "/han", Map.of("han_tra_loi", "2021-09-30", "_ve", page))
        .then()
        .statusCode(428);
    post("/" + code + "/han", Map.of("_phien", version(code), "_ve", page)).then().statusCode(303);
    consultees.get(code).body("ownDueOn", nullValue());
    post(
            "/" + code + "/dau-moi",
            Map.of(
                "dau_moi",
                "Bà Hoa",
                "dien_thoai",
                "0209 3870 000",
                "_phien",
                version(code),
                "_ve",
                page))
        .then()
        .statusCode(303);
    consultees
        .get(code)
        .body("contact.name", equalTo("Bà Hoa"))
        .body("contact.phone", equalTo("0209 3870 000"))
        .body("contact.email", nullValue());
    person
        .form()
        .formParam("so_van_ban", "1186/SKHĐT-TH", "1190/SKHĐT-TH", "")
        .formParam("ngay_van_ban", "2021-08-16", "", "")
        .formParam("ngay_nhan_ho_so", "2021-08-18")
        .formParam("_phien", version(code))
        .formParam("_ve", page)
        .post(page + "/van-ban")
        .then()
        .statusCode(303);
    consultees
        .get(code)
        .body("requestLetters.number", hasItems("1186/SKHĐT-TH", "1190/SKHĐT-TH"))
        .body("requestLetters", hasSize(2))
        .body("dossierReceivedOn", equalTo("2021-08-18"));
    assertThat(person.page(page))
        .contains("Bà Hoa", "href=\"tel:0209 3870 000\"", "số 1186/SKHĐT-TH ngày 16/8/2021")
        .contains("Theo đề nghị", "Sửa, gia hạn");
  }

  @Test
  void letterOfAnotherBodyIsTheReply() {
    Merger merger = Merger.oldAsked();
    String silent = Merger.organization();
    merger.consultees().ask(silent);
    TestLetter letter = merger.send(merger.letter("AGREES"));
    merger.get(merger.old()).body("state", equalTo("AGREED"));
    String page = "/so/" + merger.plan().slug() + "/1/co-quan/" + silent;
    assertThat(person.page(page)).contains("value=\"" + letter.id() + "\"");
    Map<String, String> fields = Map.of("van_ban_tra_loi", letter.id(), "_ve", page);
    person.post(page + "/tra-loi-thay", fields).then().statusCode(400);
    person
        .form()
        .formParams(fields)
        .formParam("ly_do", "Văn bản nêu cả hai cơ quan")
        .post(page + "/tra-loi-thay")
        .then()
        .statusCode(303);
    merger
        .get(silent)
        .body("state", equalTo("AGREED"))
        .body("answeredBy.letter.id", equalTo(letter.id()));
    // The ended body, for which the letter spoke by default, keeps its reply.
    merger.get(merger.old()).body("state", equalTo("AGREED"));
    assertThat(person.page(page)).contains("trả lời thay tại Văn bản số 12/SXD-QHKT");
  }

  @Test
  void letterOfAnotherDraftIsNoReply() {
    String silent = TestOrganization.make("Sở Im Lặng");
    consultees.ask(silent);
    TestLetter other = TestLetter.send(TestPlan.open(), Key.SGTVT, TestLetter.letter("9/SGTVT-KH"));
    for (String id : List.of(other.id(), "x")) {
      post(
              "/" + silent + "/tra-loi-thay",
              Map.of("van_ban_tra_loi", id, "ly_do", "Nhầm", "_ve", root))
          .then()
          .statusCode(404);
    }
  }

  @Test
  void endedBodyHandsOver() {
    Merger merger = Merger.oldAsked();
    String list = "/so/" + merger.plan().slug() + "/1/co-quan";
    String page = list + "/" + merger.old();
    assertThat(person.page(page))
        .contains("nay là " + Merger.name(merger.now()), "Chuyển đề nghị góp ý cho");
    String version = merger.get(merger.old()).extract().path("version").toString();
    person
        .post(
            page + "/ban-giao",
            Map.of("ly_do", "Sắp xếp", "_phien", version, "_ve", list + "?loc=im-lang"))
        .then()
        .statusCode(303)
        .header("Location", list + "?loc=im-lang&xong=da-ghi");
    assertThat(person.page(list))
        .contains("cq-" + merger.now())
        .doesNotContain("cq-" + merger.old());
    person.request().get(page).then().statusCode(404);
  }

  @Test
  void mistakenBodyIsTakenOut() {
    String code = TestOrganization.make("Sở Gửi Nhầm");
    consultees.ask(code);
    String seen = version(code);
    post("/" + code + "/dua-ra", Map.of("_phien", seen, "_ve", root)).then().statusCode(400);
    post("/" + code + "/dua-ra", Map.of("ly_do", "Gửi nhầm", "_phien", seen, "_ve", root))
        .then()
        .statusCode(303);
    consultees.get(code).statusCode(404);
  }

  @Test
  void tickedAndTypedBodiesAreInvited() {
    String ticked = TestOrganization.make("Sở Đánh Dấu");
    String typed = TestOrganization.make("Sở Dán Vào");
    String name = TestOrganization.name("Sở Dán Vào", typed);
    assertThat(person.page(root + "/dua-vao?ten=danh"))
        .contains("value=\"" + ticked + "\"")
        .doesNotContain("value=\"" + typed + "\"");
    String back = root + "?loc=im-lang&ten=so";
    assertThat(person.page(back))
        .contains("/dua-vao?_ve=" + URLEncoder.encode(back, StandardCharsets.UTF_8) + "\"");
    String other =
        post(
                "/dua-vao/xem",
                Map.of("_loc", "1", "ten", "dan vao", "co_quan", ticked, "so_van_ban", HOSTILE))
            .then()
            .statusCode(200)
            .body(allOf(containsString(ESCAPED), not(containsString("<script>alert"))))
            .extract()
            .asString();
    assertThat(other)
        .contains("name=\"co_quan\" value=\"" + ticked + "\" checked", "value=\"" + typed + "\"");
    Response preview =
        person
            .form()
            .formParam("_ve", back)
            .formParam("co_quan", ticked)
            .formParam("ten_co_quan", "1. " + name + "\r\n\r\n- Sở " + HOSTILE + "\r\n")
            .formParam("so_van_ban", "1186/SKHĐT-TH")
            .formParam("ngay_van_ban", "2026-08-16")
            .formParam("han_tra_loi", "2199-09-20")
            .post(root + "/dua-vao/xem");
    preview
        .then()
        .statusCode(200)
        .body(containsString("thêm 2, cập nhật 0, không đổi 0, không nhận 1"))
        .body(containsString("Ghi 2 dòng đúng, bỏ 1 dòng chưa đúng"))
        .body(containsString("name=\"_ve\" value=\"" + back.replace("&", "&amp;") + "\""))
        .body(allOf(containsString(ESCAPED), not(containsString("<script>alert"))));
    consultees.list().body("items", hasSize(0));
    Map<String, String> table = Map.of("_bang", table(preview));
    post("/dua-vao/ghi", table)
        .then()
        .statusCode(422)
        .body(containsString("Bảng còn chỗ chưa đúng, chưa ghi gì"))
        .body(allOf(containsString(ESCAPED), not(containsString("<script>alert"))));
    consultees.list().body("items", hasSize(0));
    person
        .form()
        .formParams(table)
        .formParam("_dong_dung", "1")
        .formParam("_ve", back)
        .post(root + "/dua-vao/ghi")
        .then()
        .statusCode(303)
        .header("Location", back + "&xong=da-ghi");
    consultees.list().body("items.organization.code", hasItems(ticked, typed));
    consultees
        .get(typed)
        .body("requestLetters.number", hasItem("1186/SKHĐT-TH"))
        .body("requestLetters.date", hasItem("2026-08-16"))
        .body("ownDueOn", equalTo("2199-09-20"));
    assertThat(person.page(root + "/dua-vao?ten=danh")).doesNotContain(ticked);
  }

  private static String table(Response preview) {
    Matcher found = TABLE.matcher(preview.asString());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void tableIsReadBeforeItIsTakenOver() {
    String code = TestOrganization.make("Sở Trong Tệp");
    String csv = "Mã;Văn bản xin ý kiến;Ngày văn bản\n" + code + ";1186/SKHĐT-TH;16/8/2026\n";
    Response preview = upload("danh-sach.csv", csv);
    preview
        .then()
        .statusCode(200)
        .body(containsString("thêm 1"))
        .body(containsString("Thêm: " + TestOrganization.name("Sở Trong Tệp", code)));
    post("/dua-vao/ghi", Map.of("_bang", table(preview))).then().statusCode(303);
    consultees.get(code).body("requestLetters.number", hasItem("1186/SKHĐT-TH"));
    upload("danh-sach.csv", csv).then().body(containsString("không đổi 1"));
    upload("sai.csv", "Ghi chú\nx\n").then().body(containsString("chưa ghi gì. Sửa tệp"));
    upload("", "").then().statusCode(400).body(containsString("Chưa có cơ quan nào"));
    post("/dua-vao/ghi", Map.of("_bang", "%%%")).then().statusCode(400);
    post("/dua-vao/ghi", Map.of()).then().statusCode(400);
  }

  @Test
  void bodiesThatMayBeMeantAreNamedBeforeTheOtherRows() {
    String known = TestOrganization.make("Sở Khoáng Sản");
    String name = TestOrganization.name("Sở Khoáng Sản", known);
    String page =
        upload("a.csv", "Cơ quan;Ghi chú\n" + known + ";\n" + name + " tỉnh;\n").asString();
    assertThat(page).contains("“" + name + " tỉnh”", name + " (" + known + ")");
    assertThat(page.indexOf("Chưa đúng</b>")).isPositive().isLessThan(page.indexOf("<td>Thêm:"));
  }

  /** As a browser does it; without a file its part is empty. */
  private Response upload(String fileName, String content) {
    return person
        .request()
        .contentType("multipart/form-data; boundary=" + TestForm.BOUNDARY)
        .body(
            TestForm.of(
                SubmitterScreenTest.field("_ma", person.token()),
                TestForm.part("tep", fileName, TestForm.text(content))))
        .post(root + "/dua-vao/xem");
  }

  @Test
  void listOfAnEarlierDraftIsCopied() {
    String code = TestOrganization.make("Sở Lần Trước");
    consultees.ask(code);
    int next = consultees.plan().draft();
    String list = "/so/" + consultees.plan().slug() + "/" + next + "/co-quan";
    assertThat(person.page(list + "/dua-vao")).contains("<option value=\"1\">1</option>");
    person.post(list + "/dua-vao/chep", Map.of("tu_du_thao_lan", "1")).then().statusCode(303);
    assertThat(person.page(list)).contains("cq-" + code);
    person.post(list + "/dua-vao/chep", Map.of()).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/x/lien-he",
        "/x/han",
        "/x/dau-moi",
        "/x/van-ban",
        "/x/tra-loi-thay",
        "/x/ban-giao",
        "/x/dua-ra",
        "/dua-vao/xem",
        "/dua-vao/ghi",
        "/dua-vao/chep"
      })
  void formsAreThoseOfTheCoordinatorAndThisSession(String form) {
    for (Key role : List.of(Key.VIEWER, Key.CONSULTANT, Key.SGTVT, Key.ADMIN)) {
      DeskBrowser.of(role).post(root + form, Map.of()).then().statusCode(403);
    }
    person
        .request()
        .contentType(ContentType.URLENC)
        .formParam("ly_do", "x")
        .post(root + form)
        .then()
        .statusCode(403);
  }

  @Test
  void othersOnlyRead() {
    String code = TestOrganization.make("Sở Được Xem");
    consultees.ask(code);
    DeskBrowser viewer = DeskBrowser.of(Key.VIEWER);
    for (String path : List.of(root, root + "/" + code)) {
      assertThat(viewer.page(path)).contains("Sở Được Xem").doesNotContain(root + "/dua-vao");
      assertThat(viewer.page(path)).doesNotContain("action=\"" + root + "/" + code);
      DeskBrowser.of(Key.SGTVT).request().get(path).then().statusCode(403);
    }
    viewer.request().get(root + "/dua-vao").then().statusCode(403);
    person.request().get(root + "/khong-co").then().statusCode(404);
  }
}
