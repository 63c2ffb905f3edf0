package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class PlanTest {

  private static ValidatableResponse post(String path, Map<String, Object> body) {
    return Api.as(Key.COORDINATOR).body(body).post(path).then();
  }

  private static ValidatableResponse patch(String path, Map<String, Object> body) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(path)
        .then();
  }

  @Test
  void createReadAndPatch() {
    String slug = "p-" + UUID.randomUUID();
    post("/plans", json("slug", slug, "title", " Quy hoạch "))
        .statusCode(201)
        .header("Location", "/api/v1/plans/" + slug)
        .header("ETag", "\"0\"")
        .body("slug", equalTo(slug))
        .body("title", equalTo("Quy hoạch"))
        .body("sample", equalTo(false))
        .spec(nulls("letterhead.place", "letterhead.recipients"));
    patch("/plans/" + slug, json("letterhead", json("place", "Bắc Kạn", "issuer", "Sở")))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("title", equalTo("Quy hoạch"))
        .body("letterhead.place", equalTo("Bắc Kạn"));
    patch("/plans/" + slug, json("letterhead", json("issuer", null)))
        .body("letterhead.place", equalTo("Bắc Kạn"))
        .spec(nulls("letterhead.issuer"));
    List<String> bases = List.of("Thực hiện Kế hoạch số 1/KH-UBND.");
    patch("/plans/" + slug, json("letterhead", json("bases", bases, "urges", List.of("DISTRICT"))))
        .statusCode(200)
        .body("letterhead.bases", equalTo(bases))
        .body("letterhead.urges", equalTo(List.of("DISTRICT")));
    patch("/plans/" + slug, json("letterhead", null))
        .statusCode(200)
        .spec(nulls("letterhead.place", "letterhead.bases", "letterhead.urges"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"title\": \"x\"}', /slug, required",
    "'{\"slug\": \"A\", \"title\": \"x\"}', /slug, invalid-format",
    "'{\"slug\": \"-a\", \"title\": \"x\"}', /slug, invalid-format",
    "'{\"slug\": \"a/b\", \"title\": \"x\"}', /slug, invalid-format",
    "'{\"slug\": \"bắc-kạn\", \"title\": \"x\"}', /slug, invalid-format",
    "'{\"slug\": \"a\"}', /title, required",
    "'{\"slug\": \"a\", \"title\": \"x\", \"sample\": true}', /sample, unknown-field",
    "'{\"slug\": \"a\", \"title\": \"x\", \"letterhead\": {\"motto\": 1}}', /letterhead/motto, unknown-field",
    "'{\"slug\": \"a\", \"title\": \"x\", \"letterhead\": {\"recipients\": [null]}}', /letterhead/recipients/0, required",
    "'{\"slug\": \"a\", \"title\": \"x\", \"letterhead\": {\"bases\": [\"\"]}}', /letterhead/bases/0, blank",
    "'{\"slug\": \"a\", \"title\": \"x\", \"letterhead\": {\"urges\": [\"DISTRICT\", \"NOPE\"]}}', /letterhead/urges/1, unknown-group",
  })
  void invalidPlans(String body, String pointer, String code) {
    Api.wrong(Key.COORDINATOR).body(body).post("/plans").then().spec(badField(pointer, code));
  }

  @Test
  void slugIsUnique() {
    TestPlan plan = TestPlan.preparing();
    post("/plans", json("slug", plan.slug(), "title", "x"))
        .spec(problem(409, "already-exists"))
        .header("Location", "/api/v1" + plan.path());
  }

  @Test
  void slugIsImmutable() {
    TestPlan plan = TestPlan.preparing();
    patch(plan.path(), json("slug", "other")).spec(badField("/slug", "not-supported"));
    patch(plan.path(), json("slug", plan.slug())).statusCode(200);
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("title", null))
        .patch(plan.path())
        .then()
        .spec(badField("/title", "required"));
  }

  @Test
  void paging() {
    TestPlan plan = TestPlan.preparing();
    plan.draft();
    plan.draft();
    String next =
        Api.as(Key.VIEWER)
            .queryParam("limit", 2)
            .queryParam("count", true)
            .get(plan.path() + "/drafts")
            .then()
            .body("items.number", equalTo(List.of(1, 2)))
            .body("total", equalTo(3))
            .header("Link", containsString("rel=\"next\""))
            .extract()
            .path("next");
    Api.as(Key.VIEWER)
        .queryParam("cursor", next)
        .get(plan.path() + "/drafts")
        .then()
        .body("items.number", equalTo(List.of(3)))
        .spec(nulls("next"));
    assertThat(listPlans()).contains(plan.slug()).doesNotHaveDuplicates().isSorted();
  }

  /** Page by page: the other tests leave more plans than one page holds. */
  private static List<String> listPlans() {
    List<String> slugs = new ArrayList<>();
    String next = null;
    do {
      RequestSpecification request = Api.as(Key.VIEWER).queryParam("limit", 200);
      Response page = (next == null ? request : request.queryParam("cursor", next)).get("/plans");
      slugs.addAll(page.path("items.slug"));
      next = page.path("next");
    } while (next != null);
    return slugs;
  }

  @Test
  void draftLifecycle() {
    TestPlan plan = TestPlan.preparing();
    String today = VietnamTime.dayOf(Instant.now()).toString();
    post(
            plan.path() + "/drafts",
            json(
                "title", "Lần hai",
                "dueOn", "2021-09-15",
                "answerDueOn", "2021-09-30",
                "sealPlannedFor", "2021-10-10"))
        .statusCode(201)
        .header("Location", "/api/v1" + plan.draftPath(2))
        .body("number", equalTo(2))
        .body("status", equalTo("PREPARING"))
        .body("dueOn", equalTo("2021-09-15"))
        .body("warnings.code", contains("due-date-before-opening"))
        .spec(nulls("openedOn"));
    patch(plan.draftPath(2), json("status", "OPEN"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("openedOn", equalTo(today));
    patch(plan.draftPath(2), json("status", "CLOSED")).body("status", equalTo("CLOSED"));
    patch(plan.draftPath(2), json("status", "OPEN", "dueOn", null)) // the due date was moved
        .body("status", equalTo("OPEN"))
        .body("answerDueOn", equalTo("2021-09-30"))
        .body("sealPlannedFor", equalTo("2021-10-10"))
        .body("warnings", hasSize(0))
        .spec(nulls("dueOn"));
  }

  @Test
  void oddDatesAreWarnings() {
    TestPlan plan = TestPlan.open();
    LocalDate today = VietnamTime.dayOf(Instant.now());
    String late = today.plusDays(41).toString();
    // A milestone is not the day of the seal.
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(json("title", "Trình", "plannedFor", today.plusDays(40).toString()))))
        .put(plan.path() + "/milestones")
        .then()
        .statusCode(200);
    patch(plan.draftPath(1), json("dueOn", today.plusDays(2).toString(), "answerDueOn", late))
        .statusCode(200)
        .body("sealPlannedFor", equalTo(null))
        .body("warnings.code", contains("due-date-soon"));
    LocalDate seal = today.plusDays(40);
    patch(plan.draftPath(1), json("sealPlannedFor", seal.toString()))
        .statusCode(200)
        .body("sealPlannedFor", equalTo(seal.toString()))
        .body("warnings.code", contains("due-date-soon", "answers-due-after-seal"))
        .body("warnings[1].detail", containsString(VietnamTime.shortDate(seal)));
    Api.as(Key.VIEWER)
        .header("Accept-Language", "en")
        .get(plan.path() + "/drafts")
        .then()
        .statusCode(200)
        .body("items[0].sealPlannedFor", equalTo(seal.toString()))
        .body("items[0].warnings[1].detail", startsWith("Answers are due on"));
    patch(plan.draftPath(1), json("dueOn", today.plusDays(30).toString(), "sealPlannedFor", late))
        .body("warnings", hasSize(0));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("sealPlannedFor", "2021-02-30"))
        .patch(plan.draftPath(1))
        .then()
        .spec(badField("/sealPlannedFor", "invalid-date"));
  }

  @ParameterizedTest
  @CsvSource({"PREPARING, CLOSED", "OPEN, PREPARING", "CLOSED, PREPARING"})
  void invalidDraftTransitions(String from, String to) {
    TestPlan plan = from.equals("PREPARING") ? TestPlan.preparing() : TestPlan.open();
    if (from.equals("CLOSED")) {
      plan.close();
    }
    patch(plan.draftPath(1), json("status", to))
        .spec(problem(409, "draft-transition-not-allowed"))
        .body("detail", containsString(DraftStatus.valueOf(from).label()));
    patch(plan.draftPath(1), json("status", from)).statusCode(200); // no change
  }

  @Test
  void openCommentsBlockTheClose() {
    TestPlan plan = TestPlan.open();
    plan.comment("x");
    plan.comment("y").answer("NOTED");
    patch(plan.draftPath(1), json("status", "CLOSED"))
        .spec(problem(409, "draft-has-open-comments"))
        .body("detail", containsString("1"));
    Api.as(Key.VIEWER).get(plan.draftPath(1)).then().body("status", equalTo("OPEN"));
    patch(plan.draftPath(1), json("status", "CLOSED", "force", true)).statusCode(200);
  }

  @Test
  void draftNumbers() {
    TestPlan plan = TestPlan.preparing();
    String drafts = plan.path() + "/drafts";
    post(drafts, json("title", "x", "number", 9)).body("number", equalTo(9));
    post(drafts, json("title", "x")).body("number", equalTo(10));
    post(drafts, json("title", "x", "number", 9)).spec(problem(409, "already-exists"));
    post(drafts, json("title", "x", "number", 99)).body("number", equalTo(99));
    post(drafts, json("title", "x")).spec(badField("/number", "out-of-range"));
    for (int number : new int[] {0, 100, -1}) {
      Api.wrong(Key.COORDINATOR)
          .body(json("title", "x", "number", number))
          .post(drafts)
          .then()
          .spec(badField("/number", "out-of-range"));
    }
  }
}
