package vn.sogopy.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static vn.sogopy.testing.TestForm.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.interchange.edxml.Edxml;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** Screen 2: letters by hand, from Word and as edXML; tables; parked letters. */
@QuarkusTest
class LetterScreenTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'& Văn bản";
  private static final String ESCAPED =
      "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp; Văn bản";
  private static final byte[] PDF = text("%PDF-1.4\n%%EOF");
  private static final String TODAY = VietnamTime.today().toString();

  private TestPlan plan;
  private DeskBrowser person;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
    person = DeskBrowser.of(Key.COORDINATOR);
  }

  private String path(String rest) {
    return "/so/" + plan.slug() + "/1/nhap" + rest;
  }

  private static byte[] file(String name, byte[] content) {
    return TestForm.part("file", name, content);
  }

  private static byte[] noFile() {
    return file("", new byte[0]);
  }

  private RequestSpecification form(Map<String, String> fields, byte[]... files) {
    return form(person.token(), fields, files);
  }

  private RequestSpecification form(String token, Map<String, String> fields, byte[]... files) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_ma", token);
    return person
        .request()
        .contentType("multipart/form-data; boundary=" + TestForm.BOUNDARY)
        .body(body(all, files));
  }

  private static byte[] body(Map<String, String> fields, byte[]... files) {
    List<byte[]> parts = new ArrayList<>(List.of(files));
    fields.forEach(
        (name, value) ->
            parts.add(
                TestForm.raw(
                    "Content-Disposition: form-data; name=\"" + name + "\"", text(value))));
    return TestForm.of(parts.toArray(byte[][]::new));
  }

  private static Map<String, String> letter(String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_lan", UUID.randomUUID().toString());
    fields.put("co_quan", "sở giao thông  vận tải");
    fields.put("so", "510/SGTVT-KCHT");
    fields.put("ngay", TODAY);
    fields.put("ngay_den", TODAY);
    fields.put("noi_dung_1", "Đề nghị bổ sung tuyến ĐT.258B.");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  private static String html(Response response, int status) {
    return response.then().statusCode(status).contentType("text/html").extract().asString();
  }

  private static String found(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private JsonPath letters() {
    return Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/letters").jsonPath();
  }

  private JsonPath comments() {
    return Api.as(Key.COORDINATOR).get(plan.comments()).jsonPath();
  }

  @Test
  void pageNamesTheBodies() {
    String heir = TestOrganization.make("Sở mới");
    String ended = TestOrganization.make("Sở cũ");
    TestOrganization.end(ended, heir);
    assertThat(person.page(path("")))
        .contains(
            "Ghi tất cả",
            "<option value=\"" + TestOrganization.name("Sở mới", heir) + "\">",
            "<option value=\""
                + TestOrganization.name("Sở cũ", ended)
                + "\">(nay là "
                + TestOrganization.name("Sở mới", heir)
                + ")");
  }

  @Test
  void letterIsWrittenOnceWithPointsAndFile() {
    Map<String, String> fields =
        letter(
            "so_den", "77",
            "y_kien_tra_loi", "COMMENTS",
            "nguoi_ky", "Nguyễn Văn A",
            "trich_yeu", HOSTILE,
            "muc_1", "V.1",
            "trang_1", "46, 45",
            "loai_1", "MISSING",
            "noi_dung_2", "Lý do: đã được thông qua.",
            "noi_2", "on",
            "noi_dung_3", "Trên đây là ý kiến.",
            "bo_3", "on",
            "noi_dung_4", "",
            "noi_dung_5", HOSTILE,
            "han_che_5", "on");
    Response first = form(fields, file("Văn bản.pdf", PDF)).post(path(""));
    first.then().statusCode(303);
    String location = first.header("Location");
    assertThat(location).contains(path("?van_ban="), "xong=da-ghi");
    assertThat(form(fields, file("Văn bản.pdf", PDF)).post(path("")).header("Location"))
        .isEqualTo(location);

    JsonPath letters = letters();
    assertThat(letters.getList("items")).hasSize(1);
    assertThat(letters.getString("items[0].organization")).isEqualTo("sgtvt");
    assertThat(letters.getString("items[0].arrivalNumber")).isEqualTo("77");
    assertThat(letters.getString("items[0].signer.fullName")).isEqualTo("Nguyễn Văn A");
    JsonPath comments = comments();
    assertThat(comments.getList("items.content", String.class))
        .containsExactlyInAnyOrder(
            "Đề nghị bổ sung tuyến ĐT.258B.\nLý do: đã được thông qua.", HOSTILE);
    assertThat(comments.getList("items.findAll { it.section != null }.section.code"))
        .containsExactly("V.1");
    assertThat(comments.getList("items.findAll { it.locator != null }.locator.pages"))
        .containsExactly("45, 46");
    assertThat(comments.getList("items.restricted", Boolean.class)).containsOnlyOnce(true);
    assertThat(
            Api.as(Key.COORDINATOR)
                .get("/letters/" + letters.getString("items[0].id") + "/attachments")
                .jsonPath()
                .getList("items.fileName", String.class))
        .containsExactly("Văn bản.pdf");
    String page = html(person.request().urlEncodingEnabled(false).get(location), 200);
    assertThat(page).contains("số 510/SGTVT-KCHT", "Sở Giao thông vận tải", "2 ý kiến");
  }

  @Test
  void letterMayHaveFiveHundredPoints() {
    Map<String, String> fields = letter();
    for (int i = 1; i <= 500; i++) {
      fields.put("noi_dung_" + i, "Ý kiến số " + i);
      fields.put("muc_" + i, "V.1");
      fields.put("trang_" + i, "");
      fields.put("loai_" + i, "OTHER");
      fields.put("de_xuat_" + i, "");
    }
    form(fields, file("Văn bản.pdf", PDF)).post(path("")).then().statusCode(303);
    assertThat(letters().getInt("items[0].commentCount")).isEqualTo(500);
  }

  @Test
  void unknownBodyIsShownAtItsFieldWithProposals() {
    Map<String, String> fields =
        letter(
            "co_quan", "Sở Giao thông vận tải tỉnh",
            "noi_dung_1", HOSTILE,
            "so", "",
            "trang_1", "x",
            "tra_loi_thay", HOSTILE);
    String page = html(form(fields, noFile()).post(path("")), 422);
    assertThat(page)
        .contains(
            "id=\"co_quan-loi\"",
            "Có phải: ",
            "name=\"_chon\" value=\"sgtvt\"",
            "id=\"tra_loi_thay-loi\"",
            "id=\"so-loi\"",
            ESCAPED)
        .doesNotContain("<script>alert");
    assertThat(letters().getList("items")).isEmpty();
    fields.put("_chon", "sgtvt");
    assertThat(html(form(fields, noFile()).post(path("/doc")), 200))
        .contains("name=\"co_quan\" value=\"Sở Giao thông vận tải\"", ESCAPED);
  }

  @Test
  void errorsOfPointsAreShownAtThem() {
    String page =
        html(
            form(letter("noi_dung_1", "", "noi_dung_2", "Ý thứ hai", "muc_2", "IX.9"), noFile())
                .post(path("")),
            422);
    assertThat(page).contains("id=\"muc_2-loi\"", "<a href=\"#muc_2\">Ý 2</a>", "Ý thứ hai");
  }

  @Test
  void warningsComeBeforeTheLetterIsWritten() {
    Map<String, String> fields = letter("ngay", "2021-08-24");
    String page = html(form(fields, file("Văn bản.pdf", PDF)).post(path("")), 200);
    assertThat(page)
        .contains("Cần xem lại trước khi ghi", "24/8/2021", "hãy chọn lại: Văn bản.pdf");
    assertThat(letters().getList("items")).isEmpty();
    fields.put("_da_xem", found("name=\"_da_xem\" value=\"([^\"]+)\"", page));
    form(fields, file("Văn bản.pdf", PDF)).post(path("")).then().statusCode(303);
    assertThat(letters().getList("items")).hasSize(1);
  }

  @Test
  void letterOnFileIsNamedBeforeWriting() {
    form(letter(), noFile()).post(path("")).then().statusCode(303);
    String page = html(form(letter("noi_dung_1", "Ý khác"), noFile()).post(path("")), 422);
    assertThat(page).contains("Văn bản này đã có.", letters().getString("items[0].id"), "Ý khác");
    assertThat(letters().getList("items")).hasSize(1);
  }

  @Test
  void scriptGetsAPartOfThePageOrAnAddress() {
    Response wrong =
        form(letter("so", ""), file("Văn bản.pdf", PDF))
            .header("HX-Request", "true")
            .post(path(""));
    wrong.then().statusCode(422).header("HX-Retarget", "#truong").header("HX-Reselect", "#truong");
    Response written =
        form(letter(), file("Văn bản.pdf", PDF)).header("HX-Request", "true").post(path(""));
    written.then().statusCode(204);
    assertThat(written.header("HX-Redirect")).contains(path("?van_ban="));
  }

  @Test
  void closedDraftAsksForTheReason() {
    plan.close();
    Map<String, String> fields = letter();
    assertThat(html(form(fields, noFile()).post(path("")), 422)).contains("id=\"ly_do-loi\"");
    fields.put("ly_do", "Văn thư chuyển muộn");
    Response again = form(fields, noFile()).post(path(""));
    if (again.statusCode() == 200) {
      fields.put("_da_xem", found("name=\"_da_xem\" value=\"([^\"]+)\"", again.asString()));
      again = form(fields, noFile()).post(path(""));
    }
    again.then().statusCode(303);
  }

  @Test
  void wordLetterProposesWhatItSays() {
    byte[] word =
        docx(
            "UBND TỈNH BẮC KẠN",
            "SỞ GIAO THÔNG VẬN TẢI",
            "Số: 511/SGTVT-KCHT",
            "V/v tham gia ý kiến dự thảo Quy hoạch tỉnh",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Bắc Kạn, ngày 24 tháng 8 năm 2021",
            "Kính gửi: Sở Kế hoạch và Đầu tư",
            "Sau khi nghiên cứu, Sở Giao thông vận tải có ý kiến như sau:",
            "1. Tại trang 45, mục V.1: đề nghị bổ sung tuyến đường tỉnh ĐT.258B.",
            "2. Đề nghị làm rõ " + HOSTILE,
            "Trên đây là ý kiến của Sở Giao thông vận tải./.");
    Map<String, String> fields =
        Map.of("_lan", "x", "so_den", "88", "noi_dung_1", "", "ngay", "", "trich_yeu", "Đã gõ");
    String page = html(form(fields, file("Góp ý.docx", word)).post(path("/doc")), 200);
    assertThat(page)
        .contains(
            "name=\"so\" value=\"511/SGTVT-KCHT\"",
            "name=\"ngay\" value=\"2021-08-24\"",
            "name=\"trich_yeu\" value=\"Đã gõ\"",
            "name=\"so_den\" value=\"88\"",
            "name=\"co_quan\" value=\"Sở Giao thông vận tải\"",
            "<option value=\"COMMENTS\" selected>",
            "đề nghị bổ sung tuyến đường tỉnh ĐT.258B.</textarea>",
            "<option value=\"V.1\" selected>",
            "name=\"trang_1\" value=\"45\"",
            "Kính gửi: Sở Kế hoạch và Đầu tư",
            ESCAPED)
        .doesNotContain("<script>alert");
    Map<String, String> again = new LinkedHashMap<>(fields);
    again.put("_da_doc", found("name=\"_da_doc\" value=\"([0-9a-f]+)\"", page));
    again.put("noi_dung_1", "Đã sửa");
    String second = html(form(again, file("Góp ý.docx", word)).post(path("/doc")), 200);
    assertThat(second)
        .contains("Đã sửa</textarea>", "Kính gửi: Sở Kế hoạch và Đầu tư")
        .doesNotContain("ĐT.258B.</textarea>");
  }

  private static byte[] docx(String... paragraphs) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String paragraph : paragraphs) {
        document.createParagraph().createRun().setText(paragraph);
      }
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tableIsTriedAndThenTaken() {
    byte[] good =
        text(
            "Cơ quan góp ý;Số văn bản;Ngày;Mục;Nội dung góp ý\n"
                + "Sở Giao thông vận tải;9/SGTVT;24/8/2021;V.1;Đề nghị bổ sung bến xe.\n");
    String page = html(form(Map.of(), file("Góp ý.csv", good)).post(path("/doc")), 200);
    assertThat(page).contains("1 dòng: thêm 1", "Nhận 1 ý kiến mới");
    assertThat(comments().getList("items")).isEmpty();
    Response taken = form(Map.of(), file("Góp ý.csv", good)).post(path("/bang"));
    taken.then().statusCode(303);
    assertThat(taken.header("Location")).contains("moi=1", "da_co=0");
    assertThat(comments().getList("items")).hasSize(1);
    assertThat(form(Map.of(), file("Góp ý.csv", good)).post(path("/bang")).header("Location"))
        .contains("moi=0", "da_co=1");
    assertThat(person.page(path("?moi=0&da_co=1"))).contains("Đã nhận 0 ý kiến mới; 1 ý kiến");
  }

  @Test
  void wrongRowsAreShownAndLeftOutOnRequest() {
    byte[] mixed =
        text(
            "Cơ quan góp ý;Nội dung góp ý\n"
                + "Sở Giao thông vận tải;Đề nghị bổ sung bến xe.\n"
                + "\""
                + HOSTILE.replace("\"", "\"\"")
                + "\";Không rõ của ai\n");
    String page = html(form(Map.of("so", "giữ lại"), file("a.csv", mixed)).post(path("/doc")), 200);
    assertThat(page)
        .contains("không nhận 1", "bỏ 1 dòng lỗi", ESCAPED, "value=\"giữ lại\"")
        .doesNotContain("<script>alert");
    assertThat(html(form(Map.of(), file("a.csv", mixed)).post(path("/bang")), 422))
        .contains("id=\"loi\"", "chưa ghi gì", ESCAPED);
    assertThat(comments().getList("items")).isEmpty();
    form(Map.of("_dong_dung", "1"), file("a.csv", mixed))
        .post(path("/bang"))
        .then()
        .statusCode(303);
    assertThat(comments().getList("items")).hasSize(1);
  }

  @Test
  void wrongRowIsShownBeforeAThousandRightOnes() {
    String rows =
        IntStream.rangeClosed(1, 1001)
            .mapToObj(i -> "Sở Giao thông vận tải;Ý kiến số " + i + "\n")
            .collect(Collectors.joining("", "Cơ quan góp ý;Nội dung góp ý\n", ""));
    byte[] table = text(rows + "Sở Giao thông vận tải tỉnh;Ý kiến cuối\n");
    String page = html(form(Map.of(), file("a.csv", table)).post(path("/doc")), 200);
    assertThat(page)
        .contains("1.002 dòng: thêm 1.001", "Dưới đây là 1.000 dòng")
        .contains("“Sở Giao thông vận tải tỉnh”", "Sở Giao thông vận tải (sgtvt)");
  }

  @Test
  void tableThatCannotBeReadLeavesWhatWasTyped() {
    byte[] table = text("Cột lạ\nx\n");
    assertThat(html(form(Map.of("so", "giữ lại"), file("a.csv", table)).post(path("/doc")), 200))
        .contains("chưa ghi gì. Sửa tệp rồi gửi lại.", "value=\"giữ lại\"")
        .doesNotContain("ý kiến mới");
  }

  private static byte[] edxml(String sender, String number, String name) {
    return text(Edxml.of("a", sender, number).with("name", name).xml());
  }

  private static String fresh() {
    return "U" + UUID.randomUUID().toString().substring(0, 20);
  }

  /** Makes an organization with this identifier; its code. */
  private static String body(String eId) {
    String code = "e-" + UUID.randomUUID();
    TestOrganization.make(
        Api.json(
            "code",
            code,
            "name",
            "Chi cục " + code,
            "group",
            "COMMUNITY",
            "order",
            1,
            "eIds",
            List.of(eId)));
    return code;
  }

  @Test
  void messageOfALetterOnFileWaitsWithTheReason() {
    String eId = fresh();
    Map<String, Object> typed =
        Api.json("organization", body(eId), "number", "645/SGTVT-KCHT", "date", "2021-09-06");
    Api.as(Key.COORDINATOR).body(typed).post(plan.draftPath(1) + "/letters").then().statusCode(201);
    byte[] xml = edxml(eId, "645", "Chi cục");
    form(Map.of(), file("a.xml", xml)).post(path("/edxml")).then().statusCode(303);
    assertThat(person.page(path("/cho-xu-ly")))
        .contains("645/SGTVT-KCHT của cơ quan này đã được nhập trước");
  }

  @Test
  void messageOfAKnownBodyIsFiled() {
    String eId = fresh();
    String code = body(eId);
    byte[] xml = edxml(eId, "642", "Chi cục");
    assertThat(html(form(Map.of(), file("a.xml", xml)).post(path("/doc")), 200))
        .contains("Vào sổ văn bản mới", "Chi cục " + code);
    assertThat(letters().getList("items")).isEmpty();
    Response filed = form(Map.of(), file("a.xml", xml)).post(path("/edxml"));
    filed.then().statusCode(303);
    assertThat(filed.header("Location")).contains("ket_qua=CREATED", "van_ban=");
    assertThat(form(Map.of(), file("a.xml", xml)).post(path("/edxml")).header("Location"))
        .contains("ket_qua=UNCHANGED");
    assertThat(letters().getList("items")).hasSize(1);
  }

  @Test
  void messageOfAnUnknownBodyWaits() {
    byte[] xml = edxml(fresh(), "643", "Cơ quan lạ &lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(html(form(Map.of(), file("a.xml", xml)).post(path("/doc")), 200))
        .contains("Chờ vào sổ", "Chưa rõ: Cơ quan lạ")
        .doesNotContain("<script>alert");
    assertThat(form(Map.of(), file("a.xml", xml)).post(path("/edxml")).header("Location"))
        .contains("ket_qua=PARKED");
    String page = person.page(path("/cho-xu-ly"));
    assertThat(page).contains("Cơ quan lạ", "Chưa rõ cơ quan gửi.").doesNotContain("<script>alert");
    String action = found("action=\"([^\"]+/vao-so)\"", page);
    assertThat(html(person.post(action, Map.of("co_quan", HOSTILE, "ly_do", "giữ lại")), 422))
        .contains("Chưa vào sổ", ESCAPED, "value=\"giữ lại\"")
        .doesNotContain("<script>alert");
    person
        .post(action, Map.of("co_quan", "Sở Giao thông vận tải"))
        .then()
        .statusCode(303)
        .header("Location", containsString("/cho-xu-ly?xong=da-ghi"));
    assertThat(letters().getString("items[0].organization")).isEqualTo("sgtvt");
    assertThat(person.page(path("/cho-xu-ly"))).contains("Không có văn bản nào chờ vào sổ");
  }

  @Test
  void parkedMessageIsDroppedWithAReason() {
    byte[] xml = edxml(fresh(), "644", "Cơ quan lạ");
    form(Map.of(), file("a.xml", xml)).post(path("/edxml")).then().statusCode(303);
    String action = found("action=\"([^\"]+/bo)\"", person.page(path("/cho-xu-ly")));
    person.post(action, Map.of("ly_do", "")).then().statusCode(400);
    person.post(action, Map.of("ly_do", "Gửi nhầm")).then().statusCode(303);
    assertThat(
            Api.as(Key.COORDINATOR)
                .get(plan.draftPath(1) + "/parked-letters")
                .jsonPath()
                .getString("items[0].reason"))
        .isEqualTo("Gửi nhầm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/doc", "/edxml", "/bang"})
  void formWithoutItsTokenIsRefused(String to) {
    form("x", letter(), noFile()).post(path(to)).then().statusCode(403);
    assertThat(letters().getList("items")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "CONSULTANT", "VIEWER", "SGTVT"})
  void otherRolesAreRefused(Key role) {
    person = DeskBrowser.of(role);
    for (String page : new String[] {"", "/cho-xu-ly"}) {
      person.request().get(path(page)).then().statusCode(403);
    }
    for (String to : new String[] {"", "/doc", "/edxml", "/bang"}) {
      form(letter(), noFile()).post(path(to)).then().statusCode(403);
    }
    for (String to : new String[] {"/vao-so", "/bo"}) {
      person
          .post(path("/cho-xu-ly/" + UUID.randomUUID() + to), Map.of("ly_do", "x"))
          .then()
          .statusCode(403);
    }
  }

  @Test
  void longLetterIsKeptWhenTheSessionHasEnded() {
    Map<String, String> fields = letter();
    for (int i = 1; i <= 150; i++) {
      fields.put("noi_dung_" + i, "Ý kiến dài số " + i + " " + "rà soát ".repeat(200));
      fields.put("muc_" + i, "");
      fields.put("trang_" + i, "");
      fields.put("loai_" + i, "OTHER");
      fields.put("de_xuat_" + i, "");
    }
    byte[] sent = body(fields, file("Văn bản.pdf", PDF));
    String page =
        given()
            .contentType("multipart/form-data; boundary=" + TestForm.BOUNDARY)
            .body(sent)
            .post(path(""))
            .then()
            .statusCode(401)
            .extract()
            .asString();
    assertThat(page).contains("name=\"noi_dung_150\"", "Ý kiến dài số 150 ");
    // After the sign-in the form comes without files.
    person.post(path(""), fields).then().statusCode(303);
    assertThat(letters().getInt("items[0].commentCount")).isEqualTo(150);
  }
}
