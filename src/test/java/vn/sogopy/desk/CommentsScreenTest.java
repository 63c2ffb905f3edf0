package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.interchange.worklist.SheetFile;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The screen of comments: list, filter, one comment, its answer, and the workbook. */
@QuarkusTest
class CommentsScreenTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";
  private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;";

  private static final List<String> FORMS =
      List.of("/tra-loi", "/phan-cong", "/noi-sua", "/hoi-co-quan", "/xin-y-kien", "/chi-dao");

  private TestPlan plan;
  private DeskBrowser consultant;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    consultant = DeskBrowser.of(Key.CONSULTANT);
  }

  private String path() {
    return "/so/" + plan.slug() + "/1/y-kien";
  }

  private String path(TestComment comment) {
    return path() + "?y=" + comment.id();
  }

  private static String first(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    return json(namesAndValues);
  }

  private Response answer(TestComment comment, String query, Map<String, Object> fields) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_phien", comment.version());
    all.putIfAbsent("_ve", path(comment));
    return consultant.post(path() + "/" + comment.id() + "/tra-loi" + query, all);
  }

  @Test
  void listIsFilteredInWords() {
    TestComment open = plan.comment("Bổ sung tuyến đường");
    plan.comment("Rà soát phụ tải").answer("ACCEPTED");
    plan.comment(Key.BABE, json("content", "Ý kiến của huyện", "section", "V.1"));
    String page =
        consultant
            .request()
            .queryParam("open", true)
            .queryParam("organization", "Sở Giao thông vận tải")
            .get(path())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(page)
        .contains(
            "Danh sách: 1 ý kiến",
            "Bổ sung tuyến đường",
            "Đang lọc: chưa trả lời xong; cơ quan Sở Giao thông vận tải.",
            "open=true&amp;organization=S%E1%BB%9F+Giao+th%C3%B4ng+v%E1%BA%ADn+t%E1%BA%A3i&amp;y="
                + open.id())
        .doesNotContain("Rà soát phụ tải", "Ý kiến của huyện");
    assertThat(consultant.page(path() + "?section=V&status=RECEIVED,ASSIGNED&result=&kind="))
        .contains("Danh sách: 1 ý kiến", "Ý kiến của huyện", "value=\"RECEIVED\" checked");
    assertThat(consultant.page(path() + "?q=phu+tai&letter=" + new UUID(1, 1)))
        .contains("Danh sách: 0 ý kiến", "name=\"letter\"");
  }

  @Test
  void fieldsLeftEmptyAreNoFilter() {
    plan.comment("Một");
    assertThat(
            consultant.page(
                path()
                    + "?q=&sort=&organization=&group=&section=&assignee=&receiptNumber=&y=&cursor="))
        .contains("Danh sách: 1 ý kiến")
        .doesNotContain("Đang lọc", "Bỏ lọc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"organization", "section"})
  void wrongNameIsToldAboveTheFilter(String field) {
    consultant
        .request()
        .queryParam(field, "Không có" + HOSTILE)
        .get(path())
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("id=\"loi\""),
                containsString("value=\"Không có" + ESCAPED + "\""),
                not(containsString("<script>alert"))));
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 31; i++) {
      plan.comment("Điểm " + i);
    }
    String page = consultant.page(path() + "?sort=-receivedAt&y=dau");
    assertThat(page).contains("Điểm 30", "Điểm 1").doesNotContain("Điểm 0<");
    String next = first(page, "data-more href=\"([^\"]+)\"");
    assertThat(consultant.request().urlEncodingEnabled(false).get(next).asString())
        .contains("Điểm 0", "Về đầu danh sách")
        .doesNotContain("Xem thêm");
    String last = first(page, "<a id=\"y-[^>]+href=\"([^\"]+)\"[^<]+</a>(?![\\s\\S]*<a id=\"y-)");
    String after =
        first(
            consultant.request().urlEncodingEnabled(false).get(last).asString(),
            "data-after href=\"([^\"]+)\"");
    assertThat(after).contains("cursor=", "y=dau");
    assertThat(consultant.request().urlEncodingEnabled(false).get(after).asString())
        .contains("<blockquote class=\"words\">Điểm 0</blockquote>");
  }

  @Test
  void pointShowsWhatIsKnown() {
    TestComment comment =
        plan.comment(
            Key.SGTVT,
            json(
                "content",
                HOSTILE,
                "proposal",
                "Thêm " + HOSTILE,
                "section",
                "V.1",
                "locator",
                json("pages", "45-46, 50", "quote", HOSTILE),
                "letter",
                json("number", "510/SGTVT-KCHT", "date", "2021-08-24")));
    Api.as(Key.COORDINATOR)
        .body(json("to", "sct", "kind", "DATA", "text", "Phụ tải? " + HOSTILE))
        .post("/comments/" + comment.id() + "/requests")
        .then()
        .statusCode(201);
    String page = consultant.page(path(comment));
    assertThat(page)
        .contains(
            "<blockquote class=\"words\">" + ESCAPED + "</blockquote>",
            "trang 45-46, 50",
            "Số 510/SGTVT-KCHT ngày 24/8/2021",
            "V.1 Giao thông",
            "Cung cấp số liệu",
            "Chưa trả lời",
            "<b>Tiếp nhận</b>",
            "<b>Đề nghị cơ quan khác</b>",
            "aria-current=\"true\"",
            "name=\"_phien\" value=\"" + comment.version() + "\"")
        .doesNotContain("<script>alert");
  }

  @Test
  void answerIsWrittenAndTheListKeepsItsFilter() {
    TestComment comment = plan.comment("Một");
    TestComment other = plan.comment("Hai");
    String page = consultant.page(path() + "?open=true&y=" + comment.id());
    String here = first(page, "name=\"_ve\" value=\"([^\"]+)\"");
    String next = first(page, "name=\"_sau\" value=\"([^\"]+)\"");
    assertThat(here).isEqualTo(path() + "?open=true&y=" + comment.id());
    assertThat(next).isEqualTo(path() + "?open=true&y=" + other.id());
    answer(
            comment,
            "?open=true",
            fields(
                "ket_qua", "ACCEPTED",
                "noi_dung", "Tiếp thu, đã bổ sung.",
                "muc", "V.1 Giao thông",
                "trang", "48–49; 47",
                "_ve", here,
                "_sau", next,
                "_viec", "tiep"))
        .then()
        .statusCode(303)
        .header("Location", next + "&xong=da-ghi");
    comment
        .get()
        .body("status", equalTo("ANSWERED"))
        .body("answer.result", equalTo("ACCEPTED"))
        .body("answer.revision.section", equalTo("V.1"))
        .body("answer.revision.pages", equalTo("47, 48-49"));
    assertThat(consultant.page(next + "&xong=da-ghi"))
        .contains("Đã ghi.", "autofocus", "<blockquote class=\"words\">Hai</blockquote>")
        .doesNotContain(comment.id());
    answer(other, "", fields("ket_qua", "NOTED", "noi_dung", "Đang rà soát", "_viec", "nhap"))
        .then()
        .statusCode(303)
        .header("Location", path(other) + "&xong=da-ghi");
    other.get().body("status", equalTo("DRAFTING"));
  }

  @Test
  void phraseGoesBelowTheTypedText() {
    Api.as(Key.COORDINATOR)
        .body(json("text", "Tiếp thu, đã chỉnh sửa tại trang …", "result", "ACCEPTED"))
        .post(plan.path() + "/phrases")
        .then()
        .statusCode(201);
    TestComment comment = plan.comment("Một");
    assertThat(consultant.page(path(comment)))
        .contains(
            "<option value=\"Tiếp thu, đã chỉnh sửa tại trang …\">Tiếp thu: Tiếp thu, đã chỉnh sửa");
    answer(
            comment,
            "?open=true",
            fields(
                "ket_qua", "ACCEPTED",
                "noi_dung", "Đã gõ " + HOSTILE,
                "cau_mau", "Tiếp thu, đã chỉnh sửa tại trang …",
                "_viec", "cau-mau"))
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Đã gõ " + ESCAPED + "\nTiếp thu, đã chỉnh sửa tại trang …"),
                containsString("value=\"ACCEPTED\" selected"),
                containsString("open=true")));
    assertThat(comment.status()).isEqualTo("RECEIVED");
  }

  @Test
  void staleAnswerComesBackWithTheNewVersion() {
    TestComment comment = plan.comment("Một");
    int seen = comment.version();
    comment.answer(json("result", "EXPLAINED", "response", "Của đồng nghiệp"));
    Map<String, Object> typed =
        fields("ket_qua", "NOTED", "noi_dung", "Của tôi " + HOSTILE, "_phien", seen);
    String page =
        answer(comment, "", typed)
            .then()
            .statusCode(412)
            .contentType("text/html")
            .extract()
            .asString();
    assertThat(page)
        .contains("vừa được người khác cập nhật", "Của tôi " + ESCAPED, "Của đồng nghiệp")
        .doesNotContain("If-Match", "<script>alert");
    typed.put("_phien", first(page, "name=\"_phien\" value=\"(\\d+)\""));
    answer(comment, "", typed).then().statusCode(303);
    comment.get().body("answer.response", equalTo("Của tôi " + HOSTILE));
  }

  @Test
  void textIsNotLostWhenTheAnswerIsApprovedMeanwhile() {
    TestComment comment = plan.comment("Một").answer("ACCEPTED").approve();
    answer(comment, "", fields("ket_qua", "NOTED", "noi_dung", "Gõ lâu rồi"))
        .then()
        .statusCode(409)
        .body(allOf(containsString("Gõ lâu rồi"), containsString("chưa được ghi")));
  }

  @Test
  void errorsNameTheirFields() {
    TestComment comment = plan.comment("Một");
    answer(
            comment,
            "",
            fields("ket_qua", "", "noi_dung", " ", "trang", "bốn mươi" + HOSTILE, "muc", "V.1"))
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("Kết quả: Không được để trống."),
                containsString("Nội dung trả lời: Không được để trống."),
                containsString("Trang: "),
                containsString("value=\"bốn mươi" + ESCAPED + "\"")));
    answer(comment, "", fields("ket_qua", "SAI", "noi_dung", "x", "tra_loi_chung", "không phải mã"))
        .then()
        .statusCode(400);
    answer(comment, "", fields("ket_qua", "NOTED", "noi_dung", "x", "_phien", "\""))
        .then()
        .statusCode(400);
    assertThat(comment.status()).isEqualTo("RECEIVED");
  }

  @Test
  void commentIsAssignedAndTakenOver() {
    TestComment comment = plan.comment("Một");
    String form = path() + "/" + comment.id() + "/phan-cong?open=true";
    consultant
        .post(
            form,
            fields(
                "nguoi_xu_ly",
                "Chuyên gia điện",
                "han_tra_loi",
                "2021-10-05",
                "_phien",
                comment.version(),
                "_ve",
                path(comment)))
        .then()
        .statusCode(303)
        .header("Location", endsWith("&xong=da-ghi"));
    comment
        .get()
        .body("assignee", equalTo("Chuyên gia điện"))
        .body("answerDueOn", equalTo("2021-10-05"));
    consultant
        .post(form, fields("_viec", "nhan", "_phien", comment.version(), "_ve", path(comment)))
        .then()
        .statusCode(303);
    comment
        .get()
        .body("assignee", equalTo("Chuyên gia giao thông (tư vấn)"))
        .body("answerDueOn", equalTo("2021-10-05"));
    consultant
        .post(
            form,
            fields(
                "nguoi_xu_ly",
                "A" + HOSTILE,
                "han_tra_loi",
                "2021-10-06",
                "_phien",
                comment.version() - 1,
                "_ve",
                path(comment)))
        .then()
        .statusCode(412)
        .body(containsString("vừa được người khác cập nhật"))
        .body(containsString("value=\"A&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\""))
        .body(containsString("value=\"2021-10-06\""));
    comment.answer("NOTED");
    assertThat(consultant.page(path(comment))).doesNotContain("/phan-cong");
  }

  @Test
  void placeOfAnApprovedAnswerIsCorrected() {
    TestComment comment = plan.comment("Một").answer("ACCEPTED").approve();
    assertThat(consultant.page(path(comment))).contains("/noi-sua").doesNotContain("/tra-loi");
    consultant
        .post(
            path() + "/" + comment.id() + "/noi-sua",
            fields("trang", "52", "_phien", comment.version(), "_ve", "https://evil.example/"))
        .then()
        .statusCode(303)
        .header("Location", "/?xong=da-ghi");
    comment.get().body("status", equalTo("APPROVED")).body("answer.revision.pages", equalTo("52"));
  }

  @Test
  void similarAnswerIsProposed() {
    TestComment answered = plan.comment("Đề nghị bổ sung tuyến đường tỉnh 258B vào quy hoạch");
    answered.answer(
        json("result", "ACCEPTED", "response", "Đã bổ sung tuyến", "revision", json("page", 3)));
    TestComment comment = plan.comment("Đề nghị bổ sung tuyến đường tỉnh 258B vào quy hoạch.");
    String page = consultant.page(path() + "/" + comment.id() + "/gan-giong?open=true");
    String like = first(page, "<a href=\"([^\"]+)\">Trả lời như mã");
    assertThat(like).startsWith(path() + "?open=true&y=" + comment.id());
    String proposed = consultant.request().urlEncodingEnabled(false).get(like).asString();
    assertThat(proposed)
        .contains(
            ">Đã bổ sung tuyến</textarea>",
            "value=\"ACCEPTED\" selected",
            "name=\"tra_loi_chung\" value=\"" + answered.id() + "\" checked");
    answer(
            comment,
            "",
            fields(
                "ket_qua",
                "ACCEPTED",
                "noi_dung",
                "Đã bổ sung tuyến",
                "tra_loi_chung",
                answered.id()))
        .then()
        .statusCode(303);
    comment.get().body("answer.sameAs", equalTo(answered.id()));
    assertThat(DeskBrowser.of(Key.VIEWER).page(path() + "/" + comment.id() + "/gan-giong"))
        .doesNotContain("Trả lời như mã");
  }

  /** A VIEWER who does not read restricted comments; the leader of the sample does. */
  private static DeskBrowser reader() {
    return DeskBrowser.of(
        Api.as(Key.ADMIN)
            .body(json("name", "Lê Thị Đọc", "role", "VIEWER", "person", true))
            .post("/api-keys")
            .jsonPath()
            .getString("key"));
  }

  @Test
  void viewerSeesNoForms() {
    TestComment comment = plan.comment("Một").draft();
    DeskBrowser viewer = reader();
    assertThat(viewer.page(path(comment)))
        .contains("<blockquote class=\"words\">Đang soạn</blockquote>", "Ý kiến gần giống")
        .doesNotContain("action=\"" + path() + "/", "Excel", "_phien");
    TestComment restricted =
        plan.comment(Key.SGTVT, json("content", "Chỉ cho nội bộ", "restricted", true));
    viewer.request().get(path(restricted)).then().statusCode(404);
    viewer.request().get(path() + "/" + restricted.id() + "/gan-giong").then().statusCode(404);
    assertThat(viewer.page(path())).doesNotContain("Chỉ cho nội bộ");
    assertThat(consultant.page(path(restricted))).contains("Chỉ cho nội bộ", "Hạn chế tiếp cận");
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"VIEWER", "SGTVT", "ADMIN"})
  void otherRolesWriteNothing(Key key) {
    TestComment comment = plan.comment("Một");
    DeskBrowser person = DeskBrowser.of(key);
    Map<String, Object> fields =
        fields(
            "ket_qua", "NOTED",
            "noi_dung", "x",
            "nguoi_xu_ly", "A",
            "trang", "1",
            "_phien", comment.version(),
            "_ve", path());
    for (String form : FORMS) {
      person.post(path() + "/" + comment.id() + form, fields).then().statusCode(403);
    }
    person.post(path() + "/excel/xung-dot", fields).then().statusCode(403);
    person.request().get(path() + "/excel").then().statusCode(403);
    if (key != Key.VIEWER) {
      person.request().get(path()).then().statusCode(403);
    }
    assertThat(comment.status()).isEqualTo("RECEIVED");
  }

  @Test
  void formsWithoutTheTokenAreRefused() {
    TestComment comment = plan.comment("Một");
    for (String form : FORMS) {
      consultant
          .request()
          .contentType("application/x-www-form-urlencoded")
          .formParam("ket_qua", "NOTED")
          .formParam("noi_dung", "x")
          .formParam("_phien", comment.version())
          .post(path() + "/" + comment.id() + form)
          .then()
          .statusCode(403);
    }
    consultant
        .request()
        .multiPart("tep", "a.xlsx", new byte[] {1})
        .post(path() + "/excel")
        .then()
        .statusCode(403);
    assertThat(comment.status()).isEqualTo("RECEIVED");
  }

  @Test
  void commentOfAnotherDraftIsNotHere() {
    TestComment elsewhere = TestPlan.open().comment("Nơi khác");
    consultant.request().get(path(elsewhere)).then().statusCode(404);
    consultant.request().get(path() + "?y=" + HOSTILE.hashCode()).then().statusCode(404);
  }

  @Test
  void formWritesNothingAtTheAddressOfAnotherDraft() {
    TestComment elsewhere = TestPlan.open().comment("Nơi khác");
    consultant
        .post(
            path() + "/" + elsewhere.id() + "/tra-loi",
            fields("ket_qua", "NOTED", "noi_dung", "x", "_phien", elsewhere.version()))
        .then()
        .statusCode(404);
    assertThat(elsewhere.status()).isEqualTo("RECEIVED");
  }

  /** The consultant asks a body and the leaders beside the point, and comes back to it. */
  @Test
  void bodyAndLeadersAreAsked() {
    TestComment comment = plan.comment("Một");
    String here = path() + "?open=true&y=" + comment.id();
    assertThat(consultant.page(here))
        .contains(
            "name=\"_ve\" value=\"" + here.replace("&", "&amp;") + "\"",
            "action=\"" + path() + "/" + comment.id() + "/hoi-co-quan\"",
            "action=\"" + path() + "/" + comment.id() + "/xin-y-kien\"")
        .doesNotContain("/chi-dao\"");
    send(
            comment,
            "/hoi-co-quan",
            here,
            "co_quan",
            "Sở Công Thương",
            "loai_de_nghi",
            "OPINION",
            "noi_dung",
            HOSTILE)
        .then()
        .statusCode(303)
        .header("Location", here + "&xong=da-gui");
    send(comment, "/xin-y-kien", here, "ly_do", "Khác ý " + HOSTILE)
        .then()
        .statusCode(303)
        .header("Location", here + "&xong=da-ghi");
    comment
        .get()
        .body("escalation.reason", equalTo("Khác ý " + HOSTILE))
        .body("waitingFor[0].organization.code", equalTo("sct"));
    assertThat(consultant.page(here))
        .contains("Cho ý kiến chuyên ngành", "Khác ý " + ESCAPED, "Rút lại, không xin ý kiến nữa")
        .doesNotContain("<script>alert", "/chi-dao\"");
    assertThat(DeskBrowser.of(Key.COORDINATOR).page(here)).contains("/chi-dao\"");
    send(comment, "/chi-dao", here, "noi_dung_chi_dao", "x").then().statusCode(403);
    send(comment, "/xin-y-kien", here, "_viec", "bo").then().statusCode(303);
    comment.get().body("escalation", equalTo(null));
    comment.answer("NOTED").approve();
    assertThat(consultant.page(here)).doesNotContain("/hoi-co-quan\"");
  }

  private Response send(TestComment comment, String form, String here, Object... namesAndValues) {
    Map<String, Object> all = fields(namesAndValues);
    all.put("_phien", comment.version());
    all.put("_ve", here);
    return consultant.post(path() + "/" + comment.id() + form, all);
  }

  private SheetFile list(String query) {
    String page = consultant.page(path() + "/excel" + query);
    String export = first(page, "href=\"([^\"]+)\" download");
    return new SheetFile(
        consultant
            .request()
            .urlEncodingEnabled(false)
            .get(export)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray());
  }

  private String send(SheetFile sheet, String act) {
    return send(sheet, act, false);
  }

  private String send(SheetFile sheet, String act, boolean placesOnly) {
    return consultant
        .request()
        .multiPart("chi_noi_sua", placesOnly)
        .multiPart("_ma", consultant.token())
        .multiPart("_viec", act)
        .multiPart("tep", "Danh sách.xlsx", sheet.bytes())
        .post(path() + "/excel")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void workbookGoesOutAndComesBack() {
    TestComment comment = plan.comment("Một");
    plan.comment(Key.BABE, json("content", "Hai"));
    SheetFile sheet = list("?organization=Sở Giao thông vận tải");
    sheet.answer("Một", "Tiếp thu", "Từ tệp " + HOSTILE);
    assertThat(send(sheet, "thu")).contains("chưa ghi gì", "1 dòng: thêm 0, cập nhật 1");
    assertThat(comment.status()).isEqualTo("RECEIVED");
    assertThat(send(sheet, "ghi")).contains("Đã ghi bảng", "cập nhật 1, không đổi 0, không nhận 0");
    comment.get().body("answer.response", equalTo("Từ tệp " + HOSTILE));
    sheet.answer("Một", "Không biết", "x");
    assertThat(send(sheet, "ghi")).contains("Chưa đúng</b>", "Không biết", "không nhận 1");
  }

  @Test
  void wrongFileIsTold() {
    consultant
        .request()
        .multiPart("_ma", consultant.token())
        .multiPart("tep", "a.xlsx", "không phải bảng".getBytes())
        .post(path() + "/excel")
        .then()
        .statusCode(400)
        .contentType("text/html")
        .body("html.body", notNullValue());
  }

  /** The JSON of a side of a conflict, as a browser sends it back. */
  private static String side(String page, String name) {
    return first(page, "name=\"" + name + "\" value=\"([^\"]+)\"")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'");
  }

  @Test
  void placeOfTheSheetCanBeTaken() {
    TestComment comment = plan.comment("Một").answer("ACCEPTED").approve();
    SheetFile sheet = list("").set("Một", "Trang chỉnh sửa", "50-51");
    comment.revise(json("page", 52)).statusCode(200);
    String page = send(sheet, "ghi", true);
    assertThat(page).contains("Trang chỉnh sửa", "<td class=\"words\">52</td>");
    String name = "_tep_" + comment.id();
    consultant
        .post(
            path() + "/excel/xung-dot",
            fields(name, side(page, name), "chon_" + comment.id(), "tep"))
        .then()
        .statusCode(200)
        .body(containsString("cập nhật 1"));
    comment
        .get()
        .body("status", equalTo("APPROVED"))
        .body("answer.revision.pages", equalTo("50-51"));
  }

  @Test
  void alteredConflictIsRefused() {
    TestComment comment = plan.comment("Một");
    for (String sent : List.of("{}", "không phải JSON", "{\"id\":\"" + comment.id() + "\"}")) {
      consultant
          .post(
              path() + "/excel/xung-dot",
              fields("_tep_" + comment.id(), sent, "chon_" + comment.id(), "tep"))
          .then()
          .statusCode(400)
          .contentType("text/html");
    }
    assertThat(comment.status()).isEqualTo("RECEIVED");
  }

  @Test
  void conflictsAreDecidedRowByRow() {
    TestComment kept = plan.comment("Một");
    TestComment taken = plan.comment("Hai");
    TestComment later = plan.comment("Ba");
    SheetFile sheet = list("");
    for (TestComment comment : List.of(kept, taken, later)) {
      comment.answer(json("result", "EXPLAINED", "response", "Trong sổ " + HOSTILE));
    }
    for (String content : List.of("Một", "Hai", "Ba")) {
      sheet.answer(content, "Ghi nhận", "Trong tệp " + HOSTILE);
    }
    String page = send(sheet, "ghi");
    assertThat(page)
        .contains(
            "Không dòng nào được ghi",
            "không nhận 3",
            "<td class=\"words\">Trong sổ "
                + ESCAPED
                + "</td><td class=\"words\">Trong tệp "
                + ESCAPED)
        .doesNotContain("<script>alert", "Cần xem lại");
    Map<String, Object> fields = new LinkedHashMap<>();
    for (TestComment comment : List.of(kept, taken, later)) {
      for (String side : List.of("_so_", "_tep_")) {
        fields.put(side + comment.id(), side(page, side + comment.id()));
      }
    }
    fields.put("chon_" + kept.id(), "so");
    fields.put("chon_" + taken.id(), "tep");
    fields.put("chon_" + later.id(), "sau");
    consultant
        .post(path() + "/excel/xung-dot", fields)
        .then()
        .statusCode(200)
        .body(containsString("2 dòng: thêm 0, cập nhật 1, không đổi 1, không nhận 0"));
    kept.get().body("answer.response", equalTo("Trong sổ " + HOSTILE));
    taken
        .get()
        .body("answer.result", equalTo("NOTED"))
        .body("answer.response", equalTo("Trong tệp " + HOSTILE));
    later.get().body("answer.result", equalTo("EXPLAINED"));
    // Sent again, the version has changed.
    consultant
        .post(path() + "/excel/xung-dot", fields)
        .then()
        .statusCode(200)
        .body(containsString("không nhận 0"));
    taken.answer(json("result", "OUT_OF_SCOPE", "response", "Lại khác"));
    consultant
        .post(path() + "/excel/xung-dot", fields)
        .then()
        .statusCode(200)
        .body(containsString("không nhận 1"));
    taken.get().body("answer.response", equalTo("Lại khác"));
    assertThat(list("?open=true").rows()).isOne();
  }
}
