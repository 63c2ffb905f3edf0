package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The pages of the place of a comment and of its change: ranges beside their first page. */
@QuarkusTest
class PagesTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private TestComment at(Object... locator) {
    return plan.comment(Key.SGTVT, json("content", "x", "locator", json(locator)));
  }

  private static ValidatableResponse shows(TestComment comment, int page, String pages) {
    return comment.get().body("locator.page", equalTo(page)).body("locator.pages", equalTo(pages));
  }

  @Test
  void eitherOfTheTwoIsEnough() {
    shows(at("page", 45), 45, "45");
    shows(at("pages", "45-46, 50"), 45, "45-46, 50");
    shows(at("page", 45, "pages", "45-46, 50"), 45, "45-46, 50");
    TestComment quoted = at("page", null, "pages", null, "quote", "y");
    quoted.get().spec(nulls("locator.page", "locator.pages"));
  }

  @Test
  void canonicalFormIsAnsweredAndStored() {
    TestComment comment = at("pages", " 50 ;46–47,45 – 46, 50 ");
    shows(comment, 45, "45-47, 50");
    // The same content with other signs is the same comment for its externalId.
    Map<String, Object> sent =
        json("content", "y", "locator", json("pages", "45–46"), "externalId", "p-" + plan.slug());
    TestComment first = plan.comment(Key.SGTVT, sent);
    Api.as(Key.SGTVT)
        .body(with(sent, "locator", json("page", 45, "pages", "45 - 46")))
        .post(plan.comments())
        .then()
        .statusCode(200)
        .body("id", equalTo(first.id()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"pages\": \"0\"} | /locator/pages | invalid-format",
        "{\"pages\": \"50-45\"} | /locator/pages | invalid-format",
        "{\"pages\": \"45-100001\"} | /locator/pages | invalid-format",
        "{\"pages\": \"trang 45\"} | /locator/pages | invalid-format",
        "{\"pages\": \"1,2,3,4,5,6,7,8,9,10,11\"} | /locator/pages | invalid-format",
        "{\"page\": 45, \"pages\": \"45,\"} | /locator/pages | invalid-format",
        "{\"pages\": \"\"} | /locator/pages | blank",
        "{\"pages\": \"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffg\"} | /locator/pages | too-long",
        "{\"pages\": 45} | /locator/pages | wrong-type",
        "{\"page\": 46, \"pages\": \"45-46\"} | /locator/page | page-not-first",
        "{\"page\": 50, \"pages\": \"50, 45\"} | /locator/page | page-not-first",
        "{\"page\": 0} | /locator/page | out-of-range"
      })
  void invalidPagesAreRefused(String locator, String pointer, String code) {
    Api.wrong(Key.SGTVT)
        .body("{\"content\": \"x\", \"locator\": " + locator + "}")
        .post(plan.comments())
        .then()
        .spec(badField(pointer, code));
    assertThat(plan.count()).isZero();
  }

  @Test
  void detailsAreInBothLanguages() {
    Map<String, Object> sent = json("content", "x", "locator", json("page", 46, "pages", "45-46"));
    for (String language : List.of("vi", "en")) {
      Api.wrong(Key.SGTVT)
          .header("Accept-Language", language)
          .body(sent)
          .post(plan.comments())
          .then()
          .body(
              "errors.detail",
              contains(
                  language.equals("vi")
                      ? "Phải là trang đầu của các trang ghi ở pages; hoặc chỉ ghi một trong hai."
                      : "Must be the first page of pages; or give only one of the two."));
    }
  }

  @Test
  void patchOfOneReplacesBoth() {
    TestComment comment = at("pages", "45-46, 50", "paragraph", 3);
    comment.patch(Key.SGTVT, json("locator", json("page", 48))).statusCode(200);
    shows(comment, 48, "48").body("locator.paragraph", equalTo(3));
    comment.patch(Key.SGTVT, json("locator", json("pages", "52, 50"))).statusCode(200);
    shows(comment, 50, "50, 52");
    comment.patch(Key.SGTVT, json("locator", json("quote", "y"))).statusCode(200);
    shows(comment, 50, "50, 52");
    comment
        .history(Key.COORDINATOR)
        .body("items[-2].changes.field", contains("locator"))
        .body("items[-2].changes[0].before.pages", equalTo("48"))
        .body("items[-2].changes[0].after.page", equalTo(50))
        .body("items[-2].changes[0].after.pages", equalTo("50, 52"));
    comment
        .patch(Key.SGTVT, json("locator", json("page", 52, "pages", "50, 52")))
        .spec(badField("/locator/page", "page-not-first"));
    shows(comment, 50, "50, 52");
    comment.patch(Key.SGTVT, json("locator", json("page", null))).statusCode(200);
    comment.get().spec(nulls("locator.page", "locator.pages")).body("locator.quote", equalTo("y"));
  }

  @Test
  void placeOfTheChange() {
    TestComment comment = plan.comment("x");
    Map<String, Object> answer = json("result", "ACCEPTED", "response", "Đã sửa");
    comment
        .tryAnswer(with(answer, "revision", json("page", 49, "pages", "48-49")))
        .spec(badField("/revision/page", "page-not-first"));
    comment
        .tryAnswer(with(answer, "revision", json("pages", "49-48")))
        .spec(badField("/revision/pages", "invalid-format"));
    comment.get().body("status", equalTo("RECEIVED"));
    comment.answer(with(answer, "revision", json("section", "V.1", "pages", "48–49")));
    comment
        .get()
        .body(
            "answer.revision",
            equalTo(json("section", "V.1", "page", 48, "pages", "48-49", "note", null)));
    comment.revise(json("pages", "0")).spec(badField("/pages", "invalid-format"));
    comment.revise(json("page", 51, "pages", "50-51")).spec(badField("/page", "page-not-first"));
    comment.revise(json("pages", "50-51")).statusCode(200);
    comment
        .history(Key.COORDINATOR)
        .body("items[-1].changes[0].before.pages", equalTo("48-49"))
        .body("items[-1].changes[0].after.pages", equalTo("50-51"));
    comment.revise(json("page", 50)).statusCode(200).body("answer.revision.pages", equalTo("50"));
    // The place is a place, although it has neither section nor note.
    TestComment covered = plan.comment("y");
    covered.answer(
        json("result", "ALREADY_COVERED", "response", "Đã có", "revision", json("pages", "7-8")));
    Api.as(Key.COORDINATOR)
        .queryParam("revisionOpen", true)
        .get(plan.comments())
        .then()
        .body("items", equalTo(List.of()));
  }

  @Test
  void bulkAnswers() {
    TestComment one = plan.comment("x");
    TestComment two = plan.comment("y");
    Map<String, Object> answer = json("version", 0, "result", "NOTED", "response", "Ghi nhận");
    String path = plan.draftPath(1) + "/answers";
    Api.as(Key.CONSULTANT)
        .body(
            List.of(
                with(with(answer, "id", one.id()), "revision", json("pages", "48 – 49")),
                with(with(answer, "id", two.id()), "revision", json("page", 7))))
        .post(path)
        .then()
        .statusCode(200)
        .body("updated", equalTo(2));
    one.get().body("answer.revision.page", equalTo(48));
    one.get().body("answer.revision.pages", equalTo("48-49"));
    two.get().body("answer.revision.pages", equalTo("7"));
    Api.wrong(Key.CONSULTANT)
        .body(
            List.of(with(with(answer, "id", one.id()), "revision", json("page", 2, "pages", "1"))))
        .post(path)
        .then()
        .spec(badField("/0/revision/page", "page-not-first"));
  }

  @Test
  void partsAndLetters() {
    TestComment whole = at("pages", "45-46");
    Acts.split(
            Key.CONSULTANT,
            whole,
            json("content", "Một"),
            json("content", "Hai", "section", "V.2", "locator", json("pages", "46, 50")))
        .statusCode(200)
        .body("parts.locator.pages", contains("45-46", "46, 50"))
        .body("parts.locator.page", contains(45, 46));
    Map<String, Object> letter =
        json(
            "organization", "sgtvt",
            "number", "510/SGTVT-KCHT",
            "date", "2021-08-24",
            "comments", List.of(json("content", "Ba", "locator", json("pages", "9-10"))));
    Api.as(Key.COORDINATOR)
        .body(letter)
        .post(plan.draftPath(1) + "/letters")
        .then()
        .statusCode(201)
        .body("comments[0].locator.pages", equalTo("9-10"))
        .body("comments[0].locator.page", equalTo(9));
    Api.wrong(Key.COORDINATOR)
        .body(
            with(
                with(letter, "number", "511/SGTVT-KCHT"),
                "comments",
                List.of(json("content", "Bốn", "locator", json("pages", "10-9")))))
        .post(plan.draftPath(1) + "/letters")
        .then()
        .spec(badField("/comments/0/locator/pages", "invalid-format"));
  }

  @Test
  void requestsShowThePages() {
    String request = Acts.asked(at("pages", "45-46"), "stc", "2099-09-30");
    Api.as(Key.CONSULTANT)
        .get("/requests/" + request)
        .then()
        .body("comment.locator.page", equalTo(45))
        .body("comment.locator.pages", equalTo("45-46"));
  }
}
