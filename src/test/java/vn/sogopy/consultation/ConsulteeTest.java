package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class ConsulteeTest {
  private Consultees consultees;

  @BeforeEach
  void plan() {
    consultees = Consultees.of(TestPlan.open());
  }

  private static Map<String, Object> full(String organization) {
    return json(
        "organization",
        organization,
        "requestLetters",
        List.of(
            json("number", "1186/SKHĐT-TH", "date", "2021-08-16"),
            json("number", "1190/SKHĐT-TH", "date", null)),
        "dueOn",
        "2021-09-20",
        "dossierReceivedOn",
        "2021-08-18",
        "contact",
        json("name", "Đầu mối", "phone", "0209 3xx xxx", "email", "a@example.org"));
  }

  @Test
  void consulteeIsAddedAndRead() {
    consultees
        .post(full("stc"))
        .statusCode(201)
        .header("Location", endsWith(consultees.path("stc")))
        .body("organization.name", equalTo("Sở Tài chính"))
        .body("organization.group", equalTo("PROVINCIAL"))
        .body("requestLetters.number", contains("1186/SKHĐT-TH", "1190/SKHĐT-TH"))
        .body("dueOn", equalTo("2021-09-20"))
        .body("ownDueOn", equalTo("2021-09-20"))
        .body("proposedDueOn", equalTo("2021-09-17"))
        .body("contact.email", equalTo("a@example.org"))
        .body("state", equalTo("NOT_REPLIED"))
        .body("overdue", equalTo(true))
        .body("letters", empty())
        .body("comments", equalTo(0))
        .body("version", equalTo(0));
  }

  @Test
  void dueDateDefaultsToTheDraft() {
    consultees.plan().patchDraft(1, json("dueOn", "2100-01-31"));
    consultees.ask("stc");
    consultees
        .get("stc")
        .statusCode(200)
        .body("dueOn", equalTo("2100-01-31"))
        .body("overdue", equalTo(false))
        .body("contact", nullValue())
        .spec(nulls("ownDueOn", "dossierReceivedOn", "proposedDueOn"));
    assertThat(consultees.get("stc").extract().<Integer>path("daysLeft")).isPositive();
  }

  /** The draft was opened today. */
  @Test
  void oddDueDateIsAWarning() {
    LocalDate today = VietnamTime.dayOf(Instant.now());
    consultees
        .post(json("organization", "stc", "dueOn", today.minusDays(1).toString()))
        .statusCode(201)
        .body("warnings.code", contains("due-date-before-opening"))
        .body("warnings.pointer", contains("/dueOn"))
        .body("warnings[0].detail", startsWith("Hạn trả lời "));
    Api.as(Key.VIEWER)
        .header("Accept-Language", "en")
        .get(consultees.path())
        .then()
        .statusCode(200)
        .body("items[0].warnings[0].detail", startsWith("Replies are due on "));
    consultees
        .patch("stc", "*", json("dueOn", today.plusDays(3).toString()))
        .statusCode(200)
        .body("warnings.code", contains("due-date-soon"));
    consultees
        .patch("stc", "*", json("dueOn", today.plusDays(4).toString()))
        .statusCode(200)
        .body("warnings", empty());
    consultees.patch("stc", "*", json("dueOn", null)).statusCode(200).body("warnings", empty());
  }

  @Test
  void organizationIsAddedOnce() {
    consultees.ask("stc");
    consultees
        .post(json("organization", "stc"))
        .spec(problem(409, "already-exists"))
        .header("Location", endsWith(consultees.path("stc")));
    consultees
        .post(List.of(json("organization", "snv"), json("organization", "stc")))
        .spec(problem(409, "already-exists"))
        .body("errors.pointer", contains("/1/organization"))
        .body("errors.code", contains("already-used"));
    consultees.list().body("items", hasSize(1));
    consultees.ask("stp");
    consultees
        .post(
            List.of(
                json("organization", "stp"),
                json("organization", "snv"),
                json("organization", "stc")))
        .spec(problem(409, "already-exists"))
        .body("errors.pointer", contains("/0/organization", "/2/organization"))
        .body("detail", containsString("stp, stc"))
        .header("Location", endsWith(consultees.path("stp")));
    consultees.list().body("items", hasSize(2));
  }

  @Test
  void oneOfManyConcurrentAdditionsWins() throws Exception {
    List<Response> answers =
        Race.of(
            10,
            i ->
                Api.wrong(Key.COORDINATOR)
                    .body(json("organization", "stc"))
                    .post(consultees.path()));
    assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
  }

  @Test
  void concurrentRemovalAndReading() throws Exception {
    consultees.ask("stc").ask("snv");
    List<Integer> statuses =
        Race.of(
            4,
            i -> {
              int worst = 200;
              for (int round = 0; round < 40; round++) {
                if (i == 0) {
                  Api.as(Key.COORDINATOR)
                      .header("If-Match", "*")
                      .delete(consultees.path("snv"))
                      .then()
                      .statusCode(204);
                  consultees.ask("snv");
                } else {
                  worst = Math.max(worst, consultees.get("stc").extract().statusCode());
                }
              }
              return worst;
            });
    assertThat(statuses).containsOnly(200);
  }

  @Test
  void invalidAddressNamesAnExample() {
    consultees
        .postWrong(json("organization", "stc", "contact", json("phone", "0209\n0210")))
        .spec(badField("/contact/phone", "invalid-format"));
    consultees
        .postWrong(json("organization", "stc", "contact", json("email", "x, y")))
        .spec(badField("/contact/email", "invalid-format"))
        .body("errors[0].detail", containsString("a@example.org"));
  }

  @Test
  void futureContactDayIsAcceptedWithAWarning() {
    consultees.ask("stc");
    Api.as(Key.COORDINATOR)
        .body(json("contactedOn", "2100-01-31", "text", "Hẹn"))
        .post(consultees.path("stc") + "/contacts-log")
        .then()
        .statusCode(201)
        .body("warnings.code", contains("contact-in-future"))
        .body("warnings[0].detail", containsString("31/01/2100"));
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .delete(consultees.path("stc"))
        .then()
        .statusCode(204);
    Api.as(Key.COORDINATOR)
        .get(consultees.path("stc") + "/contacts-log")
        .then()
        .statusCode(200)
        .body("items.text", contains("Hẹn"))
        .body("items[0].warnings.code", contains("contact-in-future"));
    Api.as(Key.COORDINATOR)
        .get(consultees.path("stp") + "/contacts-log")
        .then()
        .spec(problem(404, "not-found"));
  }

  @Test
  void listIsAtomic() {
    consultees
        .postWrong(
            List.of(
                json("organization", "stc"),
                json("organization", "snv", "contact", json("email", "x@y, z@y")),
                json("organization", "stp", "requestLetters", List.of(json("date", "2021-01-01")))))
        .spec(badField("/1/contact/email", "invalid-format"))
        .spec(badField("/2/requestLetters/0/number", "required"));
    consultees
        .post(
            List.of(
                json("organization", "stc"),
                json("organization", "khong-co"),
                json("organization", "snv"),
                json("organization", "snv")))
        .spec(badField("/1/organization", "unknown-organization"))
        .spec(badField("/3/organization", "already-used"));
    consultees.list().body("items", empty());
    consultees
        .post(List.of(json("organization", "stc"), json("organization", "bo-tai-chinh")))
        .statusCode(200)
        .body("received", equalTo(2))
        .body("created", equalTo(2))
        .body("rows", empty());
    // In the order of the register, not of the list.
    consultees.list().body("items.organization.code", contains("bo-tai-chinh", "stc"));
  }

  @Test
  void listHasOneToAThousandItems() {
    Api.wrong(Key.COORDINATOR)
        .body("[]")
        .post(consultees.path())
        .then()
        .spec(badField("", "required"));
    List<Object> many = new ArrayList<>();
    for (int i = 0; i <= 1_000; i++) {
      many.add(json("organization", "x" + i));
    }
    consultees.postWrong(many).spec(badField("", "too-long"));
    Api.wrong(Key.COORDINATOR)
        .body("[null]")
        .post(consultees.path())
        .then()
        .spec(badField("/0", "required"));
  }

  @Test
  void extensionIsRecordedWithReason() {
    consultees.ask(full("stc"));
    String tag = consultees.get("stc").extract().header("ETag");
    consultees
        .patch("stc", tag, json("dueOn", "2021-09-30", "reason", "Gia hạn"))
        .statusCode(200)
        .body("dueOn", equalTo("2021-09-30"))
        .body("contact.name", equalTo("Đầu mối"))
        .body("version", equalTo(1));
    consultees
        .patch("stc", "\"1\"", json("dueOn", null, "contact", json("phone", null)))
        .statusCode(200)
        .body("ownDueOn", nullValue())
        .body("contact.phone", nullValue())
        .body("contact.email", equalTo("a@example.org"));
    Api.as(Key.VIEWER)
        .get(consultees.path("stc") + "/history")
        .then()
        .statusCode(200)
        .body("items.action", contains("ADDED", "CHANGED", "CHANGED"))
        .body("items[1].reason", equalTo("Gia hạn"))
        .body("items[1].changes.field", contains("dueOn"))
        .body("items[1].changes[0].before", equalTo("2021-09-20"))
        .body("items[1].changes[0].after", equalTo("2021-09-30"))
        .body("items[2].changes.field", contains("dueOn", "contact"));
  }

  @Test
  void emptyPatchChangesNothing() {
    consultees.ask("stc");
    consultees.patch("stc", "*", json()).statusCode(200).body("version", equalTo(0));
    consultees
        .patch("stc", "*", json("reason", "không có gì"))
        .statusCode(200)
        .body("version", equalTo(0));
  }

  @Test
  void oneOfManyConcurrentChangesWins() throws Exception {
    consultees.ask("stc");
    String tag = consultees.get("stc").extract().header("ETag");
    List<Integer> statuses =
        Race.of(
            10,
            i ->
                consultees
                    .patch("stc", tag, json("dueOn", "2021-10-1" + i))
                    .extract()
                    .statusCode());
    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    consultees.get("stc").body("version", equalTo(1));
  }

  @Test
  void ifMatchIsRequired() {
    consultees.ask("stc");
    Api.wrong(Key.COORDINATOR)
        .contentType("application/merge-patch+json")
        .body("{\"dueOn\": \"2021-10-01\"}")
        .patch(consultees.path("stc"))
        .then()
        .spec(problem(428, "precondition-required"));
    consultees
        .patch("stc", "\"7\"", json("dueOn", "2021-10-01"))
        .spec(problem(412, "precondition-failed"));
    consultees.patchWrong("stc", json("state", "AGREED")).spec(badField("/state", "unknown-field"));
    consultees
        .patch(
            "stc",
            "\"0\"",
            json(
                "requestLetters",
                List.of(
                    json("number", "05/A", "date", "2021-01-01"),
                    json("number", "5 / a", "date", "2021-02-02"))))
        .spec(badField("/requestLetters/1/number", "already-used"));
  }

  @Test
  void removalIsRecorded() {
    consultees.ask("stc");
    String tag = consultees.get("stc").extract().header("ETag");
    Api.wrong(Key.COORDINATOR)
        .queryParam("reason", "Gửi nhầm")
        .delete(consultees.path("stc"))
        .then()
        .spec(problem(428, "precondition-required"));
    Api.as(Key.COORDINATOR)
        .header("If-Match", tag)
        .queryParam("reason", "Gửi nhầm")
        .delete(consultees.path("stc"))
        .then()
        .statusCode(204);
    consultees.get("stc").spec(problem(404, "not-found"));
    Api.as(Key.COORDINATOR)
        .get(consultees.path("stc") + "/history")
        .then()
        .body("items.action", contains("ADDED", "REMOVED"))
        .body("items[1].reason", equalTo("Gửi nhầm"));
    // A consultee that is added again has a new version.
    consultees.ask("stc");
    consultees
        .patch("stc", tag, json("dueOn", "2021-10-01"))
        .spec(problem(412, "precondition-failed"));
  }

  @Test
  void consulteesAreCopiedToTheNextDraft() {
    consultees.ask(full("stc")).ask("snv");
    int two = consultees.plan().draft();
    Consultees next = new Consultees(consultees.plan(), two);
    next.ask("snv");
    Api.as(Key.COORDINATOR)
        .queryParam("from", 1)
        .post(next.path())
        .then()
        .statusCode(200)
        .body("received", equalTo(2))
        .body("created", equalTo(1))
        .body("unchanged", equalTo(1));
    next.get("stc")
        .body("contact.email", equalTo("a@example.org"))
        .body("requestLetters", empty())
        .spec(nulls("ownDueOn", "dossierReceivedOn"));
    Api.as(Key.VIEWER)
        .get(next.path("stc") + "/history")
        .then()
        .body("items.action", contains("ADDED"))
        .body("items.reason", contains("Chép từ dự thảo lần 1"));
    for (int wrong : new int[] {two, 9}) {
      Api.as(Key.COORDINATOR)
          .queryParam("from", wrong)
          .post(next.path())
          .then()
          .spec(badParameter("from", "unknown-draft"));
    }
  }

  @Test
  void retryAddsOnce() {
    for (int i = 0; i < 2; i++) {
      Api.wrong(Key.COORDINATOR)
          .header("Idempotency-Key", consultees.plan().slug())
          .body(json("organization", "stc"))
          .post(consultees.path())
          .then()
          .statusCode(201)
          .header("Idempotency-Replayed", i == 0 ? nullValue() : equalTo("true"));
    }
  }

  @Test
  void rolesOfConsultees() {
    consultees.ask("stc");
    String one = consultees.path("stc");
    for (Key key : new Key[] {Key.SGTVT, Key.ADMIN}) {
      for (String path : List.of(consultees.path(), one, one + "/history", one + "/contacts-log")) {
        Api.as(key).get(path).then().spec(problem(403, "forbidden"));
      }
    }
    for (Key key : new Key[] {Key.SGTVT, Key.VIEWER, Key.CONSULTANT, Key.ADMIN}) {
      Api.as(key)
          .body(List.of(json("organization", "snv")))
          .post(consultees.path())
          .then()
          .statusCode(403);
      Api.as(key)
          .header("If-Match", "*")
          .queryParam("reason", "x")
          .delete(one)
          .then()
          .statusCode(403);
    }
    Api.as(Key.VIEWER).get(one).then().statusCode(200);
  }

  @Test
  void unknownConsulteeIs404BeforeTheBody() {
    Api.wrong(Key.COORDINATOR)
        .body("no json")
        .patch(consultees.path("stc"))
        .then()
        .spec(problem(404, "not-found"));
    Api.wrong(Key.COORDINATOR)
        .body("no json")
        .post(consultees.path("stc") + "/contacts-log")
        .then()
        .spec(problem(404, "not-found"));
    consultees.get("stc").spec(problem(404, "not-found"));
    Api.as(Key.COORDINATOR).get(consultees.path("stc") + "/history").then().statusCode(404);
  }

  @Test
  void contactsAreRecorded() {
    consultees.ask("stc");
    String log = consultees.path("stc") + "/contacts-log";
    Api.as(Key.COORDINATOR)
        .body(json("contactedOn", "2021-09-16", "text", "Văn bản đôn đốc số 5"))
        .post(log)
        .then()
        .statusCode(201)
        .body("kind", equalTo("NOTE"));
    Api.as(Key.COORDINATOR).body(json("text", "Đã gọi")).post(log).then().statusCode(201);
    Api.as(Key.COORDINATOR)
        .body(json("contactedOn", "2021-09-12", "text", "Đã gọi 12/9"))
        .post(log)
        .then()
        .statusCode(201);
    Api.as(Key.CONSULTANT)
        .get(log)
        .then()
        .statusCode(200)
        .body("items.text", contains("Đã gọi 12/9", "Văn bản đôn đốc số 5", "Đã gọi"));
    Api.wrong(Key.COORDINATOR)
        .body(json("contactedOn", "2021-09-31", "text", ""))
        .post(log)
        .then()
        .spec(badField("/contactedOn", "invalid-date"));
  }
}
