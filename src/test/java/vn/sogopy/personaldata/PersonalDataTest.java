package vn.sogopy.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.with;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Text;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Personal data of one person: found, handed out, erased; what is kept is listed. */
@QuarkusTest
class PersonalDataTest {
  private static final String ERASED = "[đã xóa theo yêu cầu]";

  @Inject DataSource source;
  @Inject PersonalDataService service;

  private TestPlan plan;
  private Consultees consultees;
  private String person;

  /** A name of this test alone. */
  private static String name(String given) {
    return "Nguyễn Thị " + given + UUID.randomUUID().toString().substring(0, 8);
  }

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    consultees = Consultees.of(plan);
    person = name("Hồng");
  }

  private static Map<String, Object> by(String author, String content) {
    return json("content", content, "author", json("fullName", author, "position", "Trưởng phòng"));
  }

  private static ValidatableResponse find(String name) {
    return Api.as(Key.ADMIN).queryParam("name", name).get("/personal-data").then();
  }

  private static ValidatableResponse erase(String person) {
    return Api.as(Key.ADMIN)
        .body(json("person", person, "reason", "Phiếu yêu cầu số 03"))
        .post("/personal-data/erasures")
        .then();
  }

  private static ValidatableResponse erased(String person) {
    return erase(person).statusCode(200);
  }

  private void note(String text) {
    Api.as(Key.COORDINATOR)
        .body(json("contactedOn", "2021-09-16", "text", text))
        .post(consultees.path("stc") + "/contacts-log")
        .then()
        .statusCode(201);
  }

  private static Map<String, Object> contact(String name) {
    return json("name", name, "phone", "0209 3870 123", "email", "hong@example.org");
  }

  /** The rows of a table that have this text. */
  private List<String> rows(String table, String text) {
    return Sql.of("select t::text from " + table + " t where strpos(t::text, ?) > 0", text)
        .list(source, row -> row.getString(1));
  }

  @Test
  void personIsFoundWithoutAccentsAndHandedOut() {
    TestComment comment = plan.comment(Key.SGTVT, by(person, "Nội dung kín"));
    consultees.ask(json("organization", "stc", "contact", contact(person)));
    note("Đã gọi chị " + Text.fold(person).toUpperCase() + ", hẹn gửi sau");
    find(Text.fold(person))
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("incomplete", equalTo(false))
        .body("items.kind", hasItems("AUTHOR", "CONTACT", "CONTACT_NOTE"))
        .body("items.plan", hasItem(plan.slug()))
        .body("items.find { it.kind == 'AUTHOR' }.id", equalTo(comment.id()))
        .body("items.find { it.kind == 'AUTHOR' }.organization", equalTo("sgtvt"))
        .body("items.find { it.kind == 'AUTHOR' }.value", equalTo(person + ", Trưởng phòng"))
        .body(
            "items.find { it.kind == 'CONTACT' }.value",
            equalTo(person + ", 0209 3870 123, hong@example.org"))
        .body("items.find { it.kind == 'CONTACT_NOTE' }.value", containsString("hẹn gửi sau"));
  }

  /** An administrator gets references to comments, not their words. */
  @Test
  void wordsOfCommentsAreNotShown() {
    plan.comment(Key.SGTVT, json("content", "Theo lời bà " + person + " thì đường hẹp Zanzibar"));
    String answer =
        find(person)
            .statusCode(200)
            .body("items.kind", hasItem("COMMENT_TEXT"))
            .body("items.findAll { it.kind == 'COMMENT_TEXT' }.value", everyItem(nullValue()))
            .body("items.find { it.kind == 'COMMENT_TEXT' }.kept", equalTo("STATEMENT"))
            .extract()
            .asString();
    assertThat(answer).doesNotContain("Zanzibar");
  }

  @Test
  void authorIsErased() {
    TestComment comment = plan.comment(Key.SGTVT, by(person, "Mở đường"));
    int version = comment.version();
    erased(person)
        .body("erased.find { it.kind == 'AUTHOR' }.places", equalTo(1))
        .body("remaining.kind", not(hasItem("AUTHOR")));
    comment
        .get()
        .body("author.fullName", equalTo(ERASED))
        .spec(nulls("author.position"))
        .body("content", equalTo("Mở đường"))
        .body("version", equalTo(version + 1));
    comment
        .history(Key.COORDINATOR)
        .body("items[-1].action", equalTo("CORRECTED"))
        .body("items[-1].changes[0].field", equalTo("author"))
        .body("items[-1].changes[0].after.fullName", equalTo(ERASED))
        .body("items[-1].reason", equalTo("Xóa dữ liệu cá nhân theo yêu cầu"));
    String feed = Api.as(Key.CONSULTANT).get(plan.path() + "/changes").then().extract().asString();
    assertThat(feed).contains(ERASED).doesNotContain(person);
    erased(person).body("erased.places", everyItem(equalTo(0)));
  }

  @Test
  void contactIsErasedWithItsHistoryAndNotes() {
    consultees.ask(json("organization", "stc", "contact", contact(person)));
    consultees.patch("stc", "*", json("contact", contact("Người khác"))).statusCode(200);
    consultees.patch("stc", "*", json("contact", contact(person))).statusCode(200);
    note("Gọi " + person.toUpperCase() + " (0209 3870 123), hẹn gửi");
    erased(person)
        .body("erased.find { it.kind == 'CONTACT' }.places", equalTo(1))
        .body("erased.find { it.kind == 'CONTACT_NOTE' }.places", equalTo(1));
    consultees
        .get("stc")
        .body("contact.name", equalTo(ERASED))
        .spec(nulls("contact.phone", "contact.email"));
    assertThat(rows("contact_log", ERASED)).anyMatch(row -> row.contains("Gọi " + ERASED));
    for (String table : List.of("consultee", "consultee_history", "contact_log")) {
      assertThat(rows(table, person)).as(table).isEmpty();
    }
    String own =
        "(select h::text from consultee_history h join draft d on d.id = h.draft_id"
            + " join plan p on p.id = d.plan_id where p.slug = '"
            + plan.slug()
            + "')";
    assertThat(Sql.of("select * from " + own + " x").list(source, row -> row.getString(1)))
        .isNotEmpty()
        .noneMatch(row -> row.contains("hong@example.org") || row.contains("0209 3870 123"));
  }

  @Test
  void assigneeIsTakenOffTheList() {
    String path = plan.path() + "/assignees";
    Object items =
        List.of(
            json("name", person, "email", "hong@example.org", "sections", List.of("V.1")),
            json("name", "Trần Chi"));
    String tag =
        Api.as(Key.COORDINATOR)
            .header("If-Match", "*")
            .body(json("items", items))
            .put(path)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    TestComment comment = plan.comment("Một").assign(person);
    find(person)
        .body("items.find { it.kind == 'ASSIGNEE' }.plan", equalTo(plan.slug()))
        .body("items.find { it.kind == 'ASSIGNEE' }.value", equalTo(person + ", hong@example.org"))
        .body("items.find { it.kind == 'ASSIGNEE' }.kept", nullValue());
    erased(person)
        .body("erased.find { it.kind == 'ASSIGNEE' }.places", equalTo(1))
        .body("remaining.kind", not(hasItem("ASSIGNEE")))
        .body("remaining.find { it.kind == 'OFFICIAL' }.id", equalTo(comment.id()));
    assertThat(rows("plan", person)).isEmpty();
    Api.as(Key.COORDINATOR)
        .get(path)
        .then()
        .body("items.name", hasItems(person, "Trần Chi"))
        .body("items.email", everyItem(nullValue()));
    Api.as(Key.COORDINATOR)
        .header("If-Match", tag)
        .body(json("items", items))
        .put(path)
        .then()
        .statusCode(412);
  }

  @Test
  void minutesAreListed() {
    byte[] form =
        TestForm.of(TestForm.part("file", person + ".pdf", TestForm.text("%PDF-1.4\n%%EOF")));
    TestForm.as(Key.COORDINATOR)
        .body(form)
        .post(plan.draftPath(1) + "/minutes")
        .then()
        .statusCode(201);
    find(person)
        .body("items.kind", hasItem("FILE"))
        .body("items.find { it.kind == 'FILE' }.kept", equalTo("FILE"));
  }

  @Test
  void erasureIsRepeatedByItsKey() {
    String key = UUID.randomUUID().toString();
    Response first = eraseBy(key);
    first.then().statusCode(200);
    eraseBy(key)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first.path("id")));
  }

  private Response eraseBy(String key) {
    return Api.as(Key.ADMIN)
        .header("Idempotency-Key", key)
        .body(Api.json("person", person, "reason", "Theo đề nghị"))
        .post("/personal-data/erasures");
  }

  @Test
  void keptAnswerIsReplayedWithoutTheName() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = by(person, "Một lần");
    Api.as(Key.SGTVT).header("Idempotency-Key", key).body(body).post(plan.comments());
    erased(person).body("erased.find { it.kind == 'KEPT_ANSWER' }.places", equalTo(1));
    Api.as(Key.SGTVT)
        .header("Idempotency-Key", key)
        .body(body)
        .post(plan.comments())
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("content", equalTo("Một lần"))
        .body("author.fullName", equalTo(ERASED));
  }

  @Test
  void signerAndFileAreKeptAndListed() {
    TestLetter letter =
        TestLetter.send(
            plan,
            Key.SGTVT,
            with(
                TestLetter.letter("7/A", "Một"),
                "signer",
                json("fullName", person, "position", "Giám đốc")));
    byte[] form = TestForm.of(TestForm.part("file", "a.pdf", TestForm.text("%PDF-1.4\n%%EOF")));
    TestForm.as(Key.SGTVT).body(form).post(letter.path() + "/attachments").then().statusCode(201);
    erased(person)
        .body("remaining.kind", hasItems("SIGNER", "FILE", "ERASURE"))
        .body("remaining.find { it.kind == 'SIGNER' }.id", equalTo(letter.id()))
        .body("remaining.find { it.kind == 'SIGNER' }.kept", equalTo("OFFICIAL_LETTER"))
        .body("remaining.find { it.kind == 'SIGNER' }.reason", containsString("lưu trữ"))
        .body("remaining.find { it.kind == 'FILE' }.kept", equalTo("FILE"))
        .body("remaining.value", everyItem(nullValue()));
    letter.get().body("signer.fullName", equalTo(person));
  }

  @Test
  void sealedEditionIsKeptAndListed() {
    TestComment comment = plan.comment(Key.SGTVT, by(person, "Trong bản chốt"));
    String edition =
        Api.as(Key.COORDINATOR)
            .body(json("allowUnanswered", true))
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String register = "/editions/" + edition + "/register?format=json";
    byte[] before = Api.as(Key.COORDINATOR).accept("*/*").get(register).asByteArray();
    erased(person)
        .body("remaining.find { it.kind == 'EDITION' }.id", equalTo(edition))
        .body("remaining.find { it.kind == 'EDITION' }.kept", equalTo("SEALED_EDITION"));
    assertThat(Api.as(Key.COORDINATOR).accept("*/*").get(register).asByteArray()).isEqualTo(before);
    assertThat(new String(before, java.nio.charset.StandardCharsets.UTF_8)).contains(person);
    comment.get().body("author.fullName", equalTo(ERASED));
  }

  @Test
  void auditHasBothWithoutTheName() {
    String found = "personal-" + UUID.randomUUID();
    String erasure = "personal-" + UUID.randomUUID();
    Api.as(Key.ADMIN)
        .header("X-Request-Id", found)
        .queryParam("name", person)
        .get("/personal-data")
        .then()
        .statusCode(200);
    Api.as(Key.ADMIN)
        .header("X-Request-Id", erasure)
        .body(json("person", person, "reason", "Theo yêu cầu của " + person))
        .post("/personal-data/erasures")
        .then()
        .statusCode(200);
    assertThat(rows("audit", found)).hasSize(1).allMatch(row -> row.contains("getPersonalData"));
    assertThat(rows("audit", erasure))
        .hasSize(1)
        .allMatch(row -> row.contains("createPersonalDataErasure"));
    assertThat(rows("audit", person)).isEmpty();
  }

  @Test
  void otherPersonsStay() {
    String other = person.replace("Hồng", "Hống");
    TestComment theirs = plan.comment(Key.SGTVT, by(other, "Của người khác"));
    TestComment longer = plan.comment(Key.SGTVT, by(person + " Anh", "Của người tên dài hơn"));
    TestComment family = plan.comment(Key.SGTVT, by("Lê " + person, "Của người khác họ"));
    erased(person)
        .body("erased.find { it.kind == 'AUTHOR' }.places", equalTo(0))
        .body(
            "remaining.findAll { it.kept == 'LONGER_NAME' }.id",
            hasItems(theirs.id(), longer.id(), family.id()));
    theirs.get().body("author.fullName", equalTo(other));
    longer.get().body("author.fullName", equalTo(person + " Anh"));
    family.get().body("author.fullName", equalTo("Lê " + person));
  }

  /** Rows that an operator enters after a restore have no applied_at. */
  @Test
  void erasureIsAppliedAgainAfterARestore() {
    TestComment comment = plan.comment(Key.SGTVT, by(person, "Từ bản sao lưu"));
    Sql.of(
            "insert into personal_erasure (id, person, reason, at, by_name, client)"
                + " values (?, ?, 'Phiếu số 03', now(), 'Quản trị', 'test')",
            UUID.randomUUID(),
            person)
        .execute(source);
    assertThat(service.applyPending(new StartupEvent())).isEqualTo(1);
    comment.get().body("author.fullName", equalTo(ERASED));
    assertThat(service.applyPending(new StartupEvent())).isZero();
    assertThat(rows("audit", "reapplyErasure")).isNotEmpty().noneMatch(row -> row.contains(person));
  }

  @Test
  void badInputChangesNothing() {
    TestComment comment = plan.comment(Key.SGTVT, by(person, "Còn nguyên"));
    String word = person.substring(person.lastIndexOf(' ') + 1);
    erase(word).spec(badField("/person", "invalid-format"));
    Api.wrong(Key.ADMIN)
        .body(json("person", person))
        .post("/personal-data/erasures")
        .then()
        .spec(badField("/reason", "required"));
    Api.wrong(Key.ADMIN)
        .body(json("person", " ", "reason", "x"))
        .post("/personal-data/erasures")
        .then()
        .spec(badField("/person", "blank"));
    Api.wrong(Key.ADMIN).get("/personal-data").then().spec(badParameter("name", "required"));
    Api.wrong(Key.ADMIN)
        .queryParam("name", "x")
        .get("/personal-data")
        .then()
        .spec(badParameter("name", "too-short"));
    comment.get().body("author.fullName", equalTo(person));
    assertThat(rows("personal_erasure", word)).isEmpty();
  }

  @Test
  void unknownNameIsNowhere() {
    find(person).statusCode(200).body("items", empty());
  }
}
