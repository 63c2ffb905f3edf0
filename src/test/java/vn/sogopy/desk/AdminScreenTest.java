package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The screens of administration: accounts, bodies, groups, outlines, phrases, the sample. */
@QuarkusTest
class AdminScreenTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";
  private static final Pattern CODE = Pattern.compile("class=\"code\" readonly value=\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"_phien\" value=\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/quan-tri",
        "/quan-tri/tai-khoan",
        "/quan-tri/tai-khoan/phan-mem",
        "/quan-tri/tai-khoan/moi",
        "/quan-tri/co-quan",
        "/quan-tri/co-quan-moi",
        "/quan-tri/co-quan-bang",
        "/quan-tri/co-quan/sgtvt",
        "/quan-tri/co-quan/sgtvt/ket-thuc",
        "/quan-tri/nhom",
        "/quan-tri/quy-hoach",
        "/quan-tri/muc-luc/bac-kan-2021-2030/2"
      })
  void pagesAreForAdministratorsAndCoordinators(String path) {
    for (Key role : List.of(Key.ADMIN, Key.COORDINATOR)) {
      String page = DeskBrowser.of(role).page(path);
      assertThat(page).contains("<h1>", "aria-label=\"Các phần của Quản trị\"");
      // The rows have names that other tests gave.
      assertThat(page.replaceAll("(?s)<tbody>.*?</tbody>", "")).doesNotContainIgnoringCase("khóa");
      assertThat(page.split("<h1>")).hasSize(2);
    }
    for (Key role : List.of(Key.CONSULTANT, Key.VIEWER, Key.SGTVT)) {
      DeskBrowser.of(role).request().get(path).then().statusCode(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/quan-tri/du-lieu-mau, ADMIN, COORDINATOR",
    "/quan-tri/cau-mau/bac-kan-2021-2030, COORDINATOR, ADMIN",
  })
  void somePagesAreForOneRole(String path, Key allowed, Key other) {
    assertThat(DeskBrowser.of(allowed).page(path)).contains("<h1>");
    DeskBrowser.of(other).request().get(path).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/quan-tri/tai-khoan",
        "/quan-tri/tai-khoan/018f0000-0000-7000-8000-000000000000/doi-ma",
        "/quan-tri/tai-khoan/018f0000-0000-7000-8000-000000000000/dung",
        "/quan-tri/co-quan-moi",
        "/quan-tri/co-quan/sgtvt",
        "/quan-tri/co-quan/sgtvt/ket-thuc",
        "/quan-tri/co-quan/sgtvt/ket-thuc/xem",
        "/quan-tri/nhom",
        "/quan-tri/cau-mau/bac-kan-2021-2030",
        "/quan-tri/cau-mau/bac-kan-2021-2030/018f0000-0000-7000-8000-000000000000/xoa",
        "/quan-tri/du-lieu-mau"
      })
  void formsNeedTheirTokenAndTheirRole(String path) {
    Key owner = path.equals("/quan-tri/du-lieu-mau") ? Key.ADMIN : Key.COORDINATOR;
    DeskBrowser.of(owner)
        .request()
        .contentType(ContentType.URLENC)
        .formParam("ten", "không có mã")
        .post(path)
        .then()
        .statusCode(403);
    DeskBrowser.of(Key.VIEWER).post(path, Map.of("ten", "x")).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/quan-tri/co-quan-bang", "/quan-tri/nhom/bang"})
  void tablesNeedTheirTokenAndTheirRole(String path) {
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    coordinator
        .request()
        .multiPart("tep", "a.csv", "x".getBytes(StandardCharsets.UTF_8), "text/csv")
        .post(path)
        .then()
        .statusCode(403);
    DeskBrowser viewer = DeskBrowser.of(Key.VIEWER);
    table(viewer, path, "Mã;Tên\n", Map.of()).then().statusCode(403);
  }

  @Test
  void codeIsShownOnceAndSignsIn() {
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    Response made =
        coordinator.post(
            "/quan-tri/tai-khoan",
            Map.of(
                "ten", "Trần Thị " + HOSTILE,
                "thu_dien_tu", "a@example.org",
                "vai_tro", "SUBMITTER",
                "co_quan", "so giao thong van tai",
                "quy_hoach", "bac-kan-2021-2030"));
    made.then()
        .statusCode(200)
        .header("Cache-Control", containsString("no-store"))
        .body(
            allOf(
                containsString("Mã chỉ hiện một lần"),
                containsString("gửi riêng cho người dùng"),
                containsString("Sở Giao thông vận tải"),
                not(containsString("<script>alert"))));
    String code = found(CODE, made.asString());
    assertThat(DeskBrowser.of(code).page("/")).contains("Trần Thị &lt;script&gt;");
    String list = coordinator.page("/quan-tri/tai-khoan?role=SUBMITTER&active=true&limit=200");
    assertThat(list)
        .contains("Trần Thị &lt;script&gt;alert(1)&lt;/script&gt;", "a@example.org")
        .doesNotContain("<script>alert", code);
  }

  @Test
  void wrongAccountIsToldBesideTheFields() {
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    Response refused =
        coordinator.post(
            "/quan-tri/tai-khoan",
            Map.of(
                "ten", HOSTILE,
                "thu_dien_tu", "không phải thư",
                "vai_tro", "SUBMITTER",
                "co_quan", "Sở Không Có Thật",
                "quy_hoach", "bac-kan-2021-2030",
                "het_han", "2020-01-01"));
    refused.then().statusCode(400);
    assertThat(refused.asString())
        .contains(
            "value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\"",
            "value=\"Sở Không Có Thật\"",
            "Không tìm thấy cơ quan",
            "value=\"không phải thư\"",
            "name=\"quy_hoach\" value=\"bac-kan-2021-2030\" checked",
            "value=\"SUBMITTER\" selected")
        .doesNotContain("<script>alert");
  }

  @Test
  void forgottenCodeIsReplacedInOneStep() {
    DeskBrowser admin = DeskBrowser.of(Key.ADMIN);
    Response made =
        Api.as(Key.ADMIN)
            .body(json("name", "Quên mã " + UUID.randomUUID(), "role", "VIEWER", "person", true))
            .post("/api-keys");
    DeskBrowser person = DeskBrowser.of(made.jsonPath().getString("key"));
    String account = "/quan-tri/tai-khoan/" + made.jsonPath().getString("id");
    Response replaced =
        admin.form().queryParam("ve", "/quan-tri/tai-khoan?role=VIEWER").post(account + "/doi-ma");
    assertThat(replaced.asString()).contains("href=\"/quan-tri/tai-khoan?role=VIEWER\"");
    replaced.then().statusCode(200).body(containsString("Mã cũ đã dừng"));
    person.request().get("/").then().statusCode(303);
    assertThat(DeskBrowser.of(found(CODE, replaced.asString())).page("/")).contains("Quên mã");
  }

  @Test
  void codeIsStoppedAfterASecondLook() {
    String name = "Nghỉ việc " + UUID.randomUUID();
    Response made =
        Api.as(Key.ADMIN)
            .body(json("name", name, "role", "VIEWER", "person", true))
            .post("/api-keys");
    String account = "/quan-tri/tai-khoan/" + made.jsonPath().getString("id") + "/dung";
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    assertThat(from(coordinator, account, "/quan-tri/tai-khoan?active=true"))
        .contains(name, "không mở lại được")
        .contains("name=\"_ve\" value=\"/quan-tri/tai-khoan?active=true\"");
    assertThat(from(coordinator, account, "//evil.example"))
        .contains("name=\"_ve\" value=\"/\"")
        .doesNotContain("evil.example");
    DeskBrowser.of(made.jsonPath().getString("key"));
    coordinator
        .post(account, Map.of("_ve", "/quan-tri/tai-khoan?active=true"))
        .then()
        .statusCode(303)
        .header("Location", "/quan-tri/tai-khoan?active=true&xong=da-dung");
    DeskBrowser.signIn(made.jsonPath().getString("key"), "/").then().statusCode(401);
  }

  /** A page to which a link of this list leads. */
  private static String from(DeskBrowser person, String path, String list) {
    return person.request().queryParam("ve", list).get(path).then().extract().asString();
  }

  @Test
  void coordinatorSeesAndMakesOnlyWhatTheRulesAllow() {
    TestPlan plan = TestPlan.preparing();
    DeskBrowser bound = DeskBrowser.of(boundCoordinator(plan.slug()));
    assertThat(bound.page("/quan-tri/tai-khoan/moi"))
        .contains("value=\"" + plan.slug() + "\" checked", "Lãnh đạo")
        .doesNotContain("bac-kan-2021-2030", "value=\"ADMIN\"");
    assertThat(bound.page("/quan-tri/tai-khoan")).doesNotContain("Quản trị viên (mẫu)");
    assertThat(bound.page("/quan-tri/quy-hoach"))
        .contains("/quan-tri/muc-luc/" + plan.slug() + "/1")
        .doesNotContain("bac-kan-2021-2030");
    Map<String, String> leader = Map.of("ten", "Lãnh đạo", "vai_tro", "VIEWER");
    bound.post("/quan-tri/tai-khoan", leader).then().statusCode(403);
    Map<String, String> inPlan = new HashMap<>(leader);
    inPlan.put("quy_hoach", plan.slug());
    bound.post("/quan-tri/tai-khoan", inPlan).then().statusCode(200);
    Map<String, String> administrator = new HashMap<>(inPlan);
    administrator.put("vai_tro", "ADMIN");
    bound.post("/quan-tri/tai-khoan", administrator).then().statusCode(403);
    bound.request().get("/quan-tri/muc-luc/bac-kan-2021-2030/2").then().statusCode(404);
    bound.request().get("/quan-tri/cau-mau/bac-kan-2021-2030").then().statusCode(404);
    String other =
        Api.as(Key.ADMIN)
            .body(json("name", "Người khác", "role", "VIEWER", "person", true))
            .post("/api-keys")
            .path("id");
    bound.request().get("/quan-tri/tai-khoan/" + other + "/dung").then().statusCode(404);
    bound
        .post("/quan-tri/tai-khoan/" + other + "/dung", Map.of("_ve", "/quan-tri"))
        .then()
        .statusCode(404);
  }

  private static String boundCoordinator(String plan) {
    return Api.as(Key.ADMIN)
        .body(
            json(
                "name",
                "Điều phối một quy hoạch",
                "role",
                "COORDINATOR",
                "plans",
                List.of(plan),
                "person",
                true))
        .post("/api-keys")
        .path("key");
  }

  @Test
  void keysOfSystemsHaveTheirOwnPage() {
    String name = "Hệ thống " + UUID.randomUUID();
    Api.as(Key.ADMIN).body(json("name", name, "role", "VIEWER")).post("/api-keys");
    DeskBrowser admin = DeskBrowser.of(Key.ADMIN);
    assertThat(all(admin, "/quan-tri/tai-khoan")).doesNotContain(name);
    assertThat(all(admin, "/quan-tri/tai-khoan/phan-mem")).contains(name);
    assertThat(all(DeskBrowser.of(Key.COORDINATOR), "/quan-tri/tai-khoan/phan-mem"))
        .doesNotContain(name);
  }

  /** Every page of a list, by its links to the next one. */
  private static String all(DeskBrowser person, String path) {
    Pattern next = Pattern.compile("href=\"(" + path + "\\?[^\"]*cursor=[^\"]+)\"");
    StringBuilder pages = new StringBuilder();
    String address = path;
    while (address != null) {
      String page = person.page(address);
      pages.append(page);
      Matcher link = next.matcher(page);
      address = link.find() ? link.group(1).replace("&amp;", "&") : null;
    }
    return pages.toString();
  }

  @Test
  void bodyIsAddedFoundAndChanged() {
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String name = "Hợp tác xã " + mark + " " + HOSTILE;
    Response added =
        coordinator.post("/quan-tri/co-quan-moi", Map.of("ten", name, "nhom", "COMMUNITY"));
    added.then().statusCode(303);
    String path = added.header("Location").replaceAll("\\?.*", "");
    assertThat(path).startsWith("/quan-tri/co-quan/hop-tac-xa-" + mark);
    assertThat(coordinator.page("/quan-tri/co-quan?tim=hop+tac+xa+" + mark + "&nhom="))
        .contains(path);
    String list = "/quan-tri/co-quan?tim=" + mark;
    String from = path + "?ve=" + URLEncoder.encode(list, StandardCharsets.UTF_8);
    assertThat(coordinator.page(list))
        .contains("Hợp tác xã " + mark + " &lt;script&gt;", "href=\"" + from + "\"")
        .doesNotContain("<script>alert", "Sở Giao thông");
    String page = from(coordinator, path, list);
    assertThat(page).contains("action=\"" + from + "\"", "href=\"" + list + "\"");
    Map<String, Object> fields = new HashMap<>();
    fields.put("ten", "Hợp tác xã " + mark);
    fields.put("nhom", "COMMUNITY");
    fields.put("thu_tu", "7");
    fields.put("ten_goi_khac", "HTX " + mark + "\n" + HOSTILE);
    fields.put("ten_cu", "Tổ hợp tác " + mark);
    fields.put("den_ngay", "2020-12-31");
    fields.put("_phien", found(VERSION, page));
    coordinator
        .form()
        .queryParam("ve", list)
        .formParams(fields)
        .post(path)
        .then()
        .statusCode(303)
        .header("Location", from + "&xong=da-ghi");
    String code = path.substring(path.lastIndexOf('/') + 1);
    TestOrganization.get(code)
        .body("order", equalTo(7))
        .body("aliases", equalTo(List.of("HTX " + mark, HOSTILE)))
        .body("names[0].name", equalTo("Tổ hợp tác " + mark))
        .body("names[0].to", equalTo("2020-12-31"));
    // Somebody else has changed it in the meantime.
    coordinator.post(path, fields).then().statusCode(412).body(containsString("HTX " + mark));
    fields.put("ten", " ");
    fields.put("thu_tu", "bảy");
    coordinator
        .post(path, fields)
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("value=\"bảy\""),
                containsString("id=\"loi-ten\" class=\"error\""),
                not(containsString("<script>alert"))));
  }

  @Test
  void bodyEndsAfterASecondLook() {
    String old = TestOrganization.make("Sở Cũ");
    String heir = TestOrganization.make("Sở Mới");
    String other = TestOrganization.make("Sở Khác");
    String heirName = TestOrganization.name("Sở Mới", heir);
    String otherName = TestOrganization.name("Sở Khác", other);
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    String path = "/quan-tri/co-quan/" + old + "/ket-thuc";
    Map<String, String> end = new HashMap<>();
    end.put("ngay_ket_thuc", "2025-07-01");
    end.put("co_quan_ke_thua", heirName + "\n" + other);
    end.put("can_cu", "Nghị quyết " + HOSTILE);
    Response look = coordinator.post(path + "/xem", end);
    look.then().statusCode(200);
    assertThat(look.asString())
        .contains("01/7/2025", heirName, otherName, "Nghị quyết &lt;script&gt;")
        .doesNotContain("<script>alert");
    TestOrganization.get(old).body("dissolvedOn", equalTo(null));
    end.put("_phien", found(VERSION, look.asString()));
    coordinator.post(path, end).then().statusCode(303);
    TestOrganization.get(old)
        .body("dissolvedOn", equalTo("2025-07-01"))
        .body("successors", hasItem(heir));
    assertThat(coordinator.page("/quan-tri/co-quan?tim=" + old))
        .contains("Kết thúc hoạt động từ ngày 01/7/2025; nay là", heirName, otherName);
    assertThat(coordinator.page("/quan-tri/co-quan/" + heir)).contains("Kế thừa của: Sở Cũ");
  }

  @Test
  void unknownSuccessorKeepsTheForm() {
    String old = TestOrganization.make("Sở Còn");
    Response refused =
        DeskBrowser.of(Key.COORDINATOR)
            .post(
                "/quan-tri/co-quan/" + old + "/ket-thuc/xem",
                Map.of("ngay_ket_thuc", "1/7/2025", "co_quan_ke_thua", "Sở Vô Danh " + HOSTILE));
    refused.then().statusCode(400);
    assertThat(refused.asString())
        .contains("value=\"1/7/2025\"", "Sở Vô Danh &lt;script&gt;", "Không tìm thấy cơ quan")
        .doesNotContain("<script>alert");
  }

  @Test
  void endOfABodyNeedsAllPlans() {
    String old = TestOrganization.make("Sở Chỉ Một");
    DeskBrowser bound = DeskBrowser.of(boundCoordinator(TestPlan.preparing().slug()));
    bound
        .post(
            "/quan-tri/co-quan/" + old + "/ket-thuc",
            Map.of("ngay_ket_thuc", "2025-07-01", "_phien", "0"))
        .then()
        .statusCode(403);
    TestOrganization.get(old).body("dissolvedOn", equalTo(null));
  }

  private static Response table(
      DeskBrowser person, String path, String csv, Map<String, String> fields) {
    var form =
        person
            .request()
            .multiPart("_ma", person.token())
            .multiPart("tep", "bang.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv");
    fields.forEach(form::multiPart);
    return form.post(path);
  }

  @Test
  void tableOfBodiesIsTriedBeforeItIsTaken() {
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    String code = "bang-" + UUID.randomUUID();
    String good = "Mã cơ quan;Tên cơ quan;Nhóm\n" + code + ";Bảng " + code + ";COMMUNITY\n";
    String tried =
        table(coordinator, "/quan-tri/co-quan-bang", good, Map.of("_thu", "co"))
            .then()
            .statusCode(200)
            .body(allOf(containsString("chưa ghi gì"), containsString("1 dòng: thêm 1")))
            .extract()
            .asString();
    Api.as(Key.VIEWER).get("/organizations/" + code).then().statusCode(404);
    String bad = good + "x1;Sai " + HOSTILE.replace("\"", "") + ";Nhóm Không Có\n";
    for (Map<String, String> fields : List.of(Map.of("_thu", "co"), Map.of("_dong_dung", "1"))) {
      Response refused = table(coordinator, "/quan-tri/co-quan-bang", bad, fields);
      refused.then().statusCode(fields.containsKey("_thu") ? 200 : 422);
      assertThat(refused.asString())
          .contains("Cần xem lại", "Nhóm Không Có", "Sửa tệp rồi gửi lại")
          .doesNotContain("<script>alert");
    }
    Api.as(Key.VIEWER).get("/organizations/" + code).then().statusCode(404);
    String carried = Base64.getEncoder().encodeToString(good.getBytes(StandardCharsets.UTF_8));
    assertThat(tried).contains("Ghi 1 dòng", "name=\"_bang\" value=\"" + carried + "\"");
    coordinator
        .post("/quan-tri/co-quan-bang", Map.of("_bang", carried))
        .then()
        .statusCode(200)
        .body(containsString("Đã ghi bảng"));
    TestOrganization.get(code).body("name", equalTo("Bảng " + code));
  }

  @Test
  void groupsAreOrderedAddedAndDropped() {
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    List<Map<String, String>> before =
        Api.as(Key.VIEWER).get("/groups").jsonPath().getList("items");
    String code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    Response added = saveGroups(coordinator, before, "Nhóm " + HOSTILE, code, null);
    added.then().statusCode(303).header("Location", "/quan-tri/nhom?xong=da-ghi");
    assertThat(coordinator.page("/quan-tri/nhom"))
        .contains("Nhóm &lt;script&gt;", code)
        .doesNotContain("<script>alert");
    List<Map<String, String>> now = Api.as(Key.VIEWER).get("/groups").jsonPath().getList("items");
    assertThat(now).hasSize(before.size() + 1);
    assertThat(now.get(0)).containsEntry("code", code);
    saveGroups(coordinator, now, "", "", code).then().statusCode(303);
    Api.as(Key.VIEWER).get("/groups").then().body("items", equalTo(before));
    // A title that is too long comes back with the form.
    String tooLong = "Tên dài ".repeat(50);
    saveGroups(coordinator, before, tooLong, "TOO_LONG", null)
        .then()
        .statusCode(400)
        .body(containsString(tooLong.strip()));
    DeskBrowser.of(Key.ADMIN).post("/quan-tri/nhom", Map.of()).then().statusCode(403);
  }

  /** Sends the form with these groups, and one more in the first place. */
  private static Response saveGroups(
      DeskBrowser person,
      List<Map<String, String>> groups,
      String title,
      String code,
      String dropped) {
    List<String> orders = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Map<String, String> group : groups) {
      orders.add(String.valueOf(orders.size() + 1));
      codes.add(group.get("code"));
      titles.add(group.get("title"));
    }
    orders.add("0");
    codes.add(code);
    titles.add(title);
    var form =
        person
            .form()
            .formParam("_phien", found(VERSION, person.page("/quan-tri/nhom")))
            .formParam("thu_tu", orders)
            .formParam("ma", codes)
            .formParam("ten_nhom", titles);
    if (dropped != null) {
      form.formParam("bo_nhom", dropped);
    }
    return form.post("/quan-tri/nhom");
  }

  @Test
  void outlineIsReplacedByATableWhilePreparing() {
    TestPlan plan = TestPlan.preparing();
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    String path = "/quan-tri/muc-luc/" + plan.slug() + "/1";
    String empty = coordinator.page(path);
    assertThat(empty).contains("Chưa có mục lục", "aria-label=\"Các phần của Quản trị\"");
    Map<String, String> version = Map.of("_phien", found(VERSION, empty));
    Map<String, String> trial = new HashMap<>(version);
    trial.put("_thu", "co");
    String csv = "Mã;Tên mục;Cơ quan phụ trách\nA;Mục " + HOSTILE.replace("\"", "") + ";sgtvt\n";
    table(coordinator, path, csv, trial)
        .then()
        .statusCode(200)
        .body(allOf(containsString("1 dòng: thêm 1"), containsString("Chưa có mục lục")));
    table(coordinator, path, csv + "B;Mục B;Sở Vô Danh\n", trial)
        .then()
        .statusCode(200)
        .body(allOf(containsString("Chưa đúng</b>"), containsString("Sở Vô Danh")));
    table(coordinator, path, csv, version).then().statusCode(200);
    assertThat(coordinator.page(path))
        .contains("Mục &lt;script&gt;", "Sở Giao thông vận tải", "/sections/file")
        .doesNotContain("<script>alert");
    assertThat(DeskBrowser.of(Key.ADMIN).page(path)).contains("Chỉ Điều phối thay được mục lục");
    table(DeskBrowser.of(Key.ADMIN), path, csv, version).then().statusCode(403);
    table(coordinator, path, csv, version).then().statusCode(412);
  }

  @Test
  void phrasesAreAddedAndDeleted() {
    TestPlan plan = TestPlan.preparing();
    DeskBrowser coordinator = DeskBrowser.of(Key.COORDINATOR);
    String path = "/quan-tri/cau-mau/" + plan.slug();
    coordinator
        .post(path, Map.of("cau_mau", "Tiếp thu " + HOSTILE, "ket_qua_xu_ly", "ACCEPTED"))
        .then()
        .statusCode(303);
    String page = coordinator.page(path);
    assertThat(page).contains("Tiếp thu &lt;script&gt;").doesNotContain("<script>alert");
    coordinator
        .post(path, Map.of("cau_mau", "… …", "ket_qua_xu_ly", "ACCEPTED"))
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString(">… …</textarea>"),
                containsString("value=\"ACCEPTED\" selected"),
                containsString("id=\"loi-cau_mau\" class=\"error\"")));
    table(coordinator, path + "/bang", "Câu mẫu;Kết quả xử lý\nGiữ nguyên;Giải trình\n", Map.of())
        .then()
        .statusCode(422)
        .body(containsString("Chưa đúng</b>"));
    table(coordinator, path + "/bang", "Câu mẫu\nGiữ nguyên như dự thảo\n", Map.of())
        .then()
        .statusCode(200)
        .body(containsString("Giữ nguyên như dự thảo"));
    String delete = found(Pattern.compile("action=\"(" + path + "/[0-9a-f-]+/xoa)\""), page);
    coordinator
        .post(delete, Map.of("_ve", path))
        .then()
        .statusCode(303)
        .header("Location", path + "?xong=da-xoa");
    assertThat(coordinator.page(path)).doesNotContain("Tiếp thu &lt;script&gt;");
  }

  @Test
  void sampleIsNotRemovedWithoutALook() {
    assertThat(DeskBrowser.of(Key.ADMIN).page("/quan-tri/du-lieu-mau"))
        .contains("Sẽ xóa, không lấy lại được", "tối đa", "Tài khoản Quản trị");
    assertThat(DeskBrowser.of(Key.ADMIN).page("/quan-tri"))
        .contains("/quan-tri/du-lieu-mau", "Cơ sở dữ liệu", "Thư nhắc hạn góp ý")
        .doesNotContain("Thư nhắc gửi gần đây");
    assertThat(DeskBrowser.of(Key.COORDINATOR).page("/quan-tri"))
        .contains("Thư nhắc gửi gần đây")
        .doesNotContain("/quan-tri/du-lieu-mau");
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
    return matcher.group(1);
  }
}
