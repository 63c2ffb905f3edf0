package vn.sogopy.desk.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.json;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.desk.DeskBrowser;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Long works: their person leaves, and finds the result under "Tệp của tôi". */
@QuarkusTest
@Timeout(180)
class LongWorkTest {
  private static final String MINE = "/tep-cua-toi";
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";
  private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;";
  private static final String TABLE =
      "Cơ quan góp ý;Nội dung góp ý\n"
          + "Sở Giao thông vận tải;Đề nghị bổ sung bến xe.\n"
          + "Sở Giao thông vận tải;Đề nghị bổ sung cầu.\n";

  @Inject LongWork work;
  @Inject DataSource source;

  private Duration before;
  private TestPlan plan;
  private DeskBrowser desk;

  @BeforeEach
  void leaveAtOnce() {
    before = ClientProxy.unwrap(work).patience;
    plan = TestPlan.open();
    desk = person(Role.COORDINATOR, false);
    patience(Duration.ZERO);
  }

  @AfterEach
  void restore() {
    patience(before);
  }

  private void patience(Duration patience) {
    ClientProxy.unwrap(work).patience = patience;
  }

  /** A new person. */
  private static DeskBrowser person(Role role, boolean readsRestricted) {
    return person("Lê Thị Chờ", role, readsRestricted);
  }

  private static DeskBrowser person(String name, Role role, boolean readsRestricted) {
    Map<String, Object> key =
        readsRestricted
            ? json("name", name, "role", role.name(), "person", true, "readsRestricted", true)
            : json("name", name, "role", role.name(), "person", true);
    String code =
        Api.as(Key.ADMIN).body(key).post("/api-keys").then().statusCode(201).extract().path("key");
    return DeskBrowser.of(code);
  }

  private String root() {
    return "/so/" + plan.slug() + "/1";
  }

  private Response make(DeskBrowser person, String query) {
    return person.request().urlEncodingEnabled(false).get(root() + "/tep/bang-tong-hop?" + query);
  }

  /** The only link of this kind on the own files, once the work has ended. */
  private static String link(DeskBrowser person, String id) {
    Matcher link =
        Pattern.compile("<a id=\"" + id + "-[0-9a-f-]*\" href=\"([^\"]*)\"").matcher(ended(person));
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  /** The own files, once all works have ended. */
  private static String ended(DeskBrowser person) {
    String page = person.page(MINE);
    while (page.contains("Đang làm")) {
      Thread.onSpinWait();
      page = person.page(MINE);
    }
    return page;
  }

  private static void isLeft(Response answer) {
    answer.then().statusCode(303).header("Location", MINE + "?xong=dang-lam");
  }

  private Response seal(String note) {
    return desk.post(root() + "/trinh/chot", Map.of("_lan", 1, "ghi_chu", note));
  }

  private Response load(String table) {
    return desk.request()
        .multiPart("_ma", desk.token())
        .multiPart("file", "bang.csv", table.getBytes(StandardCharsets.UTF_8), "text/csv")
        .post(root() + "/nhap/bang");
  }

  private List<String> audited(String operation, String field) {
    return Api.as(Key.ADMIN)
        .get("/audit?limit=200&plan=" + plan.slug())
        .jsonPath()
        .getList("items.findAll { it.operation == '" + operation + "' }." + field);
  }

  @Test
  void fileWaitsForItsPerson() {
    plan.comment("Ý kiến");
    isLeft(make(desk, "format=docx&document=RESPONSE"));
    String file = link(desk, "tai");
    Response sent = desk.request().get(file);
    sent.then()
        .statusCode(200)
        .contentType(MediaTypes.DOCX)
        .header(
            "Content-Disposition",
            allOf(
                containsString("attachment"),
                containsString("filename*=UTF-8''B%E1%BA%A3ng%20gi%E1%BA%A3i%20tr%C3%ACnh")));
    assertThat(new String(sent.asByteArray(), StandardCharsets.ISO_8859_1)).startsWith("PK");
    assertThat(desk.page(MINE)).contains("Xong", "1 dòng").doesNotContain("every 2s");
    assertThat(audited("FileScreenResource.register", "parameters"))
        .containsExactly("format=docx&document=RESPONSE");
    assertThat(audited("FileScreenResource.ready", "subject"))
        .containsExactly(file.substring(file.lastIndexOf('/') + 1));
    for (DeskBrowser other : List.of(person(Role.COORDINATOR, false), person(Role.VIEWER, true))) {
      other.request().get(file).then().statusCode(404);
      assertThat(other.page(MINE)).contains("Chưa có việc nào");
    }
    TestPlan another = TestPlan.open();
    desk.request().get(file.replace(plan.slug(), another.slug())).then().statusCode(404);
  }

  @Test
  void fileMadeAgainTakesThePlaceOfTheFirst() {
    isLeft(make(desk, "format=csv"));
    String first = link(desk, "tai");
    isLeft(make(desk, "format=csv"));
    assertThat(link(desk, "tai")).isNotEqualTo(first);
    desk.request().get(first).then().statusCode(404);
  }

  @Test
  void shortWorkIsAnsweredAtOnce() {
    patience(Duration.ofMinutes(1));
    for (String format : List.of("docx", "xlsx", "zip")) {
      make(desk, "format=" + format)
          .then()
          .statusCode(200)
          .header(
              "Content-Disposition",
              containsString("filename*=UTF-8''B%E1%BA%A3ng%20t%E1%BB%95ng"));
    }
    make(desk, "format=pdf&disposition=inline")
        .then()
        .statusCode(200)
        .contentType(MediaTypes.PDF)
        .header("Content-Disposition", containsString("inline"));
    assertThat(audited("FileScreenResource.register", "parameters")).hasSize(4);
    make(desk, "format=exe").then().statusCode(400);
    make(desk, "public=false").then().statusCode(400);
    make(desk, "format=xlsx&disposition=inline").then().statusCode(400);
    make(desk, "format=docx&organization=khong-co").then().statusCode(400);
    seal("").then().statusCode(303).header("Location", root() + "/trinh/ban/1?xong=da-chot");
    assertThat(desk.page(MINE)).contains("Chưa có việc nào");
  }

  @ParameterizedTest
  @CsvSource({
    "update api_key set reads_restricted = false where name = ?, VIEWER",
    "update api_key set plans = array['another'] where name = ?, COORDINATOR"
  })
  void fileIsNotGivenAfterTheRightWasLost(String change, Role role) {
    String name = "Mất quyền " + plan.slug();
    DeskBrowser person = person(name, role, role == Role.VIEWER);
    isLeft(make(person, "format=xlsx"));
    String file = link(person, "tai");
    person.request().get(file).then().statusCode(200);
    Sql.of(change, name).execute(source);
    // Every replica knows of it within some seconds.
    while (person.request().get(file).statusCode() == 200) {
      Thread.onSpinWait();
    }
    person.request().get(file).then().statusCode(404);
    assertThat(person.page(MINE)).contains("Chưa có việc nào");
  }

  @Test
  void failureIsASentence() {
    plan.comment("Chưa trả lời");
    isLeft(seal(HOSTILE));
    assertThat(ended(desk))
        .contains("Không xong", "Chốt số liệu lần 1: " + ESCAPED, "1 ý kiến")
        .doesNotContain("<script>alert");
    Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/editions").then().body("items", hasSize(0));
    patience(Duration.ofMinutes(1));
    seal(HOSTILE)
        .then()
        .statusCode(409)
        .body(allOf(containsString(ESCAPED), not(containsString("<script>alert"))));
    load("Cơ quan góp ý;Nội dung góp ý\nKhông có cơ quan này;Ý kiến\n").then().statusCode(422);
  }

  @Test
  void editionIsSealedWithoutItsPage() {
    plan.comment("Ý kiến").answer("NOTED").approve();
    isLeft(seal("Trình lần 1"));
    assertThat(link(desk, "xem")).isEqualTo(root() + "/trinh/ban/1");
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/editions")
        .then()
        .body("items[0].note", equalTo("Trình lần 1"))
        .body("items[0].sealedBy", equalTo("Lê Thị Chờ"));
    assertThat(audited("SubmissionScreenResource.seal", "name")).containsExactly("Lê Thị Chờ");
  }

  @Test
  void tableIsTakenWithoutItsPage() {
    isLeft(load(TABLE));
    assertThat(link(desk, "xem")).isEqualTo(root() + "/nhap?moi=2&da_co=0");
    assertThat(desk.page(MINE)).contains("Nhận bảng ý kiến bang.csv", "2 dòng");
    Api.as(Key.COORDINATOR).get(plan.comments()).then().body("items", hasSize(2));
    assertThat(audited("LetterScreenResource.table", "name")).containsExactly("Lê Thị Chờ");
  }

  @Test
  void workOfAStoppedProcessIsToldFromOneThatGoesOn() {
    isLeft(make(desk, "format=csv"));
    String file = link(desk, "tai");
    String unfinished =
        "update desk_work set finished_at = null, file_name = null, media_type = null, size = null,"
            + " sha256 = null, seen_at = now() - ?::interval where id = ?::uuid";
    String id = file.substring(file.lastIndexOf('/') + 1);
    Sql.of(unfinished, "10 seconds", id).execute(source);
    assertThat(desk.page(MINE)).contains("Đang làm", "hx-trigger=\"every 2s\"", "Xem lại");
    Sql.of(unfinished, "2 minutes", id).execute(source);
    assertThat(desk.page(MINE)).contains("Bị dừng", "hãy làm lại").doesNotContain("every 2s");
    desk.request().get(file).then().statusCode(404);
  }
}
