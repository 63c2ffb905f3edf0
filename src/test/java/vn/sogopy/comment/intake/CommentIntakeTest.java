package vn.sogopy.comment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Intake of a single comment: what is stored, what is derived, what is refused. */
@QuarkusTest
class CommentIntakeTest {
  private static final String UUID7 =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final Map<String, Object> MINIMAL = json("content", "Đề nghị rà soát.");

  @Test
  void exampleOfTheContract() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("answerDueOn", "2099-09-30"));
    Map<String, Object> locator = json("page", 45, "paragraph", 3, "quote", "đường tỉnh 258");
    post(
            plan,
            Key.SGTVT,
            json(
                "organization", "sgtvt",
                "letter", json("number", "510/SGTVT-KCHT", "date", "2021-08-24"),
                "section", "V.1",
                "alsoSections", List.of("BĐ.2"),
                "locator", locator,
                "kind", "MISSING",
                "content", "Bổ sung đường.",
                "proposal", "Thêm ĐT.258B.",
                "author", json("fullName", "Nguyễn Văn A", "position", "Phó Giám đốc"),
                "externalId", "edoc-778-3",
                "restricted", false))
        .statusCode(201)
        .header("Location", matchesPattern("/api/v1/comments/" + UUID7))
        .header("ETag", "\"0\"")
        .body("id", matchesPattern(UUID7))
        .body("receiptNumber", greaterThan(1000))
        .body("part", nullValue())
        .body("partOf", nullValue())
        .body("plan", equalTo(plan.slug()))
        .body("draft", equalTo(1))
        .body("section", equalTo(json("code", "V.1", "title", "Giao thông")))
        .body("alsoSections", equalTo(List.of("BĐ.2")))
        .body(
            "organization",
            equalTo(json("code", "sgtvt", "name", "Sở Giao thông vận tải", "group", "PROVINCIAL")))
        .body("letter.id", matchesPattern(UUID7))
        .body("letter.number", equalTo("510/SGTVT-KCHT"))
        .body("letter.date", equalTo("2021-08-24"))
        .body("locator", equalTo(with(locator, "pages", "45")))
        .body("author", equalTo(json("fullName", "Nguyễn Văn A", "position", "Phó Giám đốc")))
        .body("kind", equalTo("MISSING"))
        .body("content", equalTo("Bổ sung đường."))
        .body("proposal", equalTo("Thêm ĐT.258B."))
        .body("restricted", equalTo(false))
        .body("late", equalTo(false))
        .body("needsReview", equalTo(false))
        .body("answerDueOn", equalTo("2099-09-30"))
        .body("status", equalTo("RECEIVED"))
        .body("externalId", equalTo("edoc-778-3"))
        .body("receivedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"))
        .body("version", equalTo(0))
        .body("sealedIn", equalTo(List.of()))
        .spec(nulls("assignee", "answer", "returnReason", "reaction", "escalation"))
        .spec(nulls("direction", "follows"));
  }

  @Test
  void submitterNeedsOnlyContent() {
    post(TestPlan.open(), Key.SGTVT, MINIMAL)
        .statusCode(201)
        .body("organization.code", equalTo("sgtvt"))
        .body("kind", equalTo("OTHER"))
        .body("restricted", equalTo(false))
        .body("alsoSections", equalTo(List.of()))
        .spec(nulls("section", "letter", "locator", "author", "proposal", "externalId"));
  }

  @Test
  void responseEqualsLaterGet() {
    TestPlan plan = TestPlan.open();
    List<String> also = List.of("V.2", "I", "BĐ.2", "MĐ.1");
    for (Map<String, Object> body : List.of(MINIMAL, with(MINIMAL, "alsoSections", also))) {
      Map<String, Object> sent = post(plan, Key.SGTVT, body).statusCode(201).extract().path("$");
      assertThat(sent.get("alsoSections")).isEqualTo(body.getOrDefault("alsoSections", List.of()));
      new TestComment((String) sent.get("id")).get(Key.SGTVT).body("$", equalTo(sent));
    }
  }

  @Test
  void coordinatorMustNameTheOrganization() {
    post(TestPlan.open(), Key.COORDINATOR, MINIMAL).spec(badField("/organization", "required"));
  }

  @Test
  void submitterCannotNameAnotherOrganization() {
    TestPlan plan = TestPlan.open();
    post(plan, Key.SGTVT, with(MINIMAL, "organization", "sxd")).spec(problem(403, "forbidden"));
    assertThat(plan.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"MD.1,MĐ.1", "DMC,ĐMC", "bd.2,BĐ.2", "v.1,V.1", "' V.1 ',V.1"})
  void sectionCodesMatchWithoutAccentsAndCase(String typed, String meant) {
    TestPlan plan = TestPlan.open();
    post(plan, Key.SGTVT, with(with(MINIMAL, "section", "I"), "alsoSections", List.of(typed)))
        .statusCode(201)
        .body("alsoSections", equalTo(List.of(meant)));
    // A comment's main section is not among the further ones.
    post(
            plan,
            Key.SGTVT,
            with(with(MINIMAL, "section", typed), "alsoSections", List.of("I", meant)))
        .statusCode(201)
        .body("section.code", equalTo(meant))
        .body("alsoSections", equalTo(List.of("I")));
  }

  @Test
  void letterNumberIsNormalized() {
    TestPlan plan = TestPlan.open();
    String first = letter(plan, Key.SGTVT, "263/SGDĐT-VP", "2021-08-24");
    assertThat(letter(plan, Key.SGTVT, "263 /SGDĐT-VP", "2021-09-01")).isEqualTo(first);
    assertThat(letter(plan, Key.SGTVT, "0263/sgdđt\u2013vp", "2021-08-24")).isEqualTo(first);
    assertThat(letter(plan, Key.SGTVT, "263/SGDĐT-VP", "2022-08-24")).isNotEqualTo(first);
    assertThat(letter(plan, Key.SGTVT, "264/SGDĐT-VP", "2021-08-24")).isNotEqualTo(first);
    assertThat(letter(plan, Key.BABE, "263/SGDĐT-VP", "2021-08-24")).isNotEqualTo(first);
  }

  private static String letter(TestPlan plan, Key key, String number, String date) {
    return post(plan, key, with(MINIMAL, "letter", json("number", number, "date", date)))
        .statusCode(201)
        .extract()
        .path("letter.id");
  }

  @Test
  void lateIsByTheDayInVietnam() {
    TestPlan plan = TestPlan.open();
    LocalDate today = VietnamTime.dayOf(Instant.now());
    plan.patchDraft(1, json("dueOn", today.plusDays(1).toString()));
    post(plan, Key.SGTVT, MINIMAL).body("late", equalTo(false));
    plan.patchDraft(1, json("dueOn", today.minusDays(1).toString()));
    post(plan, Key.SGTVT, MINIMAL).statusCode(201).body("late", equalTo(true));
  }

  @Test
  void closedDraftRefusesComments() {
    TestPlan plan = TestPlan.preparing();
    post(plan, Key.SGTVT, MINIMAL)
        .spec(problem(409, "draft-not-open"))
        .body("detail", containsString(DraftStatus.PREPARING.label()));
    post(plan, Key.COORDINATOR, json("organization", "sgtvt", "content", "x", "reason", "Gửi sớm"))
        .spec(problem(409, "draft-not-open"));
  }

  @Test
  void coordinatorAddsToAClosedDraftWithAReason() {
    TestPlan plan = TestPlan.open();
    plan.close();
    Map<String, Object> body = json("organization", "sgtvt", "content", "Văn bản đến muộn.");
    post(plan, Key.SGTVT, with(MINIMAL, "reason", "Muộn")).spec(problem(409, "draft-not-open"));
    post(plan, Key.COORDINATOR, body).spec(problem(409, "draft-not-open"));
    String id =
        post(plan, Key.COORDINATOR, with(body, "reason", "Văn bản đến sau thời hạn"))
            .statusCode(201)
            .extract()
            .path("id");
    new TestComment(id)
        .history(Key.COORDINATOR)
        .body("items[0].reason", equalTo("Văn bản đến sau thời hạn"));
  }

  @ParameterizedTest
  @CsvSource({
    "section, XX.9, /section, unknown-section",
    "alsoSections, XX.9, /alsoSections/1, unknown-section",
    "organization, so-khong-co, /organization, unknown-organization",
    "follows, 0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11, /follows, unknown-comment",
  })
  void unknownReferencesAreRefused(String field, String value, String pointer, String code) {
    TestPlan plan = TestPlan.open();
    Map<String, Object> body = json("organization", "sgtvt", "content", "x");
    body.put("letter", json("number", "1/SGTVT", "date", "2021-08-24"));
    Object named = field.equals("alsoSections") ? List.of("V.1", value) : value;
    post(plan, Key.COORDINATOR, with(body, field, named)).spec(badField(pointer, code));
    assertThat(plan.count()).isZero();
  }

  @Test
  void followsRefersToAnEarlierDraft() {
    TestPlan plan = TestPlan.open();
    String earlier = plan.comment("Lần một").id();
    plan.draft();
    plan.patchDraft(2, json("status", "OPEN"));
    Map<String, Object> body = json("content", "Lần hai", "follows", earlier);
    assertThat(plan.comment(2, Key.SGTVT, body).get().extract().<String>path("follows"))
        .isEqualTo(earlier);
    // Neither a comment on the same draft, nor one of another organization.
    post(plan, Key.SGTVT, body).spec(badField("/follows", "not-followable"));
    Api.as(Key.BABE)
        .body(body)
        .post(plan.draftPath(2) + "/comments")
        .then()
        .spec(badField("/follows", "unknown-comment"));
  }

  @Test
  void receiptNumbersIncrease() {
    TestPlan plan = TestPlan.open();
    int first = post(plan, Key.SGTVT, MINIMAL).extract().path("receiptNumber");
    post(plan, Key.BABE, MINIMAL).body("receiptNumber", greaterThan(first));
  }

  private static ValidatableResponse post(TestPlan plan, Key key, Map<String, Object> body) {
    return Api.as(key).body(body).post(plan.comments()).then();
  }
}
