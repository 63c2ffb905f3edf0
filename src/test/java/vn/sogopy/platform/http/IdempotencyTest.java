package vn.sogopy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badHeader;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Idempotency-Key: a repeated request has no second effect. */
@QuarkusTest
class IdempotencyTest {
  private final String key = UUID.randomUUID().toString();
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private Response post(Key as, String key, Object body) {
    return Api.as(as).header("Idempotency-Key", key).body(body).post(plan.comments());
  }

  private Response post(Object body) {
    return post(Key.SGTVT, key, body);
  }

  @Test
  void replayIsByteIdentical() {
    Object body = json("content", "Một lần", "letter", json("number", "1/A", "date", "2021-08-24"));
    Response first = post(body);
    first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    // The replay does not depend on the present state of the comment.
    new TestComment(first.path("id")).answer("NOTED").approve();
    Response again = post(body);
    again.then().statusCode(201).header("Idempotency-Replayed", "true");
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
      assertThat(again.header(header)).isNotNull().isEqualTo(first.header(header));
    }
    assertThat(plan.count()).isOne();
  }

  @Test
  void quotedAndUnquotedAreTheSameKey() {
    String id = post(json("content", "x")).path("id");
    post(Key.SGTVT, '"' + key + '"', json("content", "x"))
        .then()
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id));
  }

  @Test
  void replayAfterTheDraftClosed() {
    post(json("content", "x")).then().statusCode(201);
    plan.close();
    post(json("content", "x")).then().statusCode(201).header("Idempotency-Replayed", "true");
  }

  @Test
  void keyOfAnotherRequestIsRefused() {
    post(json("content", "x")).then().statusCode(201);
    post(json("content", "y")).then().spec(problem(422, "idempotency-key-reused"));
    TestPlan other = TestPlan.open();
    Api.as(Key.SGTVT)
        .header("Idempotency-Key", key)
        .body(json("content", "x"))
        .post(other.comments())
        .then()
        .spec(problem(422, "idempotency-key-reused"));
    Api.as(Key.COORDINATOR)
        .header("Idempotency-Key", key)
        .body(json("slug", "s-" + key, "title", "x"))
        .post("/plans")
        .then()
        .statusCode(201); // of another client
    assertThat(plan.count()).isOne();
    assertThat(other.count()).isZero();
  }

  /** JSON is compared as JSON. */
  @Test
  void otherFormattingIsTheSameRequest() {
    String id =
        post("{\"content\": \"Đề nghị\", \"letter\": {\"number\": \"1/A\", \"date\": \"2021-08-24\"}}")
            .path("id");
    for (String same :
        List.of(
            "{\"letter\":{\"date\":\"2021-08-24\",\"number\":\"1/A\"},\"content\":\"Đề nghị\"}",
            "\uFEFF\r\n{ \"content\" :\t\"\\u0110\\u1EC1 ngh\\u1ECB\","
                + " \"letter\": {\"number\": \"1\\/A\", \"d\\u0061te\": \"2021-08-24\"} }\n")) {
      Api.wrong(Key.SGTVT) // the validator cannot read a byte order mark
          .header("Idempotency-Key", key)
          .body(same)
          .post(plan.comments())
          .then()
          .statusCode(201)
          .header("Idempotency-Replayed", "true")
          .body("id", equalTo(id));
    }
    assertThat(plan.count()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"content\": \"x\", \"alsoSections\": []}", "{\"content\": \"X\"}"})
  void otherRequestWithTheSameEffect(String other) {
    post("{\"content\": \"x\"}").then().statusCode(201);
    post(other).then().spec(problem(422, "idempotency-key-reused"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"content\": \"x\", \"proposal\": null}", "{\"content\": \"x \"}"})
  void boundRecordIsCompared(String same) {
    String id = post("{\"content\": \"x\"}").path("id");
    post(same)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id));
  }

  @Test
  void arrayOrderIsCompared() {
    String body = "{\"content\": \"x\", \"section\": \"V.1\", \"alsoSections\": [\"BĐ.2\", \"I\"]}";
    post(body).then().statusCode(201);
    post(body.replace("[\"BĐ.2\", \"I\"]", "[\"I\", \"BĐ.2\"]"))
        .then()
        .spec(problem(422, "idempotency-key-reused"));
  }

  /** Other bodies are compared byte by byte. */
  @Test
  void aTable() {
    String table = "Nội dung góp ý;Cơ quan góp ý\nĐề nghị bổ sung.;sgtvt\n";
    for (String sent : List.of(table, table, table + "\n")) {
      ValidatableResponse answer =
          Api.wrong(Key.COORDINATOR)
              .header("Idempotency-Key", key)
              .contentType("text/csv")
              .body(sent.getBytes(StandardCharsets.UTF_8))
              .post(plan.draftPath(1) + "/comment-imports")
              .then();
      answer.statusCode(sent.equals(table) ? 200 : 422);
    }
    assertThat(plan.count()).isOne();
  }

  @Test
  void onlySuccessIsStored() {
    post(json("content", "x", "section", "XX.9"))
        .then()
        .spec(badField("/section", "unknown-section"));
    post(json("content", "x", "section", "V.1")).then().statusCode(201);
    plan.close();
    String second = UUID.randomUUID().toString();
    post(Key.SGTVT, second, json("content", "y")).then().spec(problem(409, "draft-not-open"));
    plan.patchDraft(1, json("status", "OPEN"));
    post(Key.SGTVT, second, json("content", "y"))
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab\"c", "!~", "0"})
  void keys(String form) {
    post(Key.SGTVT, form + key, json("content", "x")).then().statusCode(201);
  }

  @Test
  void longestKey() {
    String longest = (key + "k".repeat(255)).substring(0, 255);
    post(Key.SGTVT, longest, json("content", "x")).then().statusCode(201);
    post(Key.SGTVT, '"' + longest + '"', json("content", "x"))
        .then()
        .header("Idempotency-Replayed", "true");
    Api.wrong(Key.SGTVT)
        .header("Idempotency-Key", longest + "k")
        .body(json("content", "x"))
        .post(plan.comments())
        .then()
        .spec(badHeader("Idempotency-Key", "invalid-header"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\"\"", "a b", "\"a b\"", "\"a", "\"a\"b", "khóa", "\"a\", \"b\""})
  void malformedKeys(String form) {
    Api.wrong(Key.SGTVT)
        .header("Idempotency-Key", form)
        .body(json("content", "x"))
        .post(plan.comments())
        .then()
        .spec(badHeader("Idempotency-Key", "invalid-header"));
    assertThat(plan.count()).isZero();
  }

  @Test
  void keyBelongsToItsClient() {
    String mine = post(Key.SGTVT, key, json("content", "x")).path("id");
    post(Key.BABE, key, json("content", "x"))
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", nullValue())
        .body("id", org.hamcrest.Matchers.not(mine));
  }

  @Test
  void replacedKeysAreOneClient() {
    String client = "edoc " + key;
    String old = submitter(client);
    String id = postAs(old).path("id");
    postAs(submitter(client)).then().header("Idempotency-Replayed", "true").body("id", equalTo(id));
  }

  private Response postAs(String secret) {
    return Api.as(secret)
        .header("Idempotency-Key", key)
        .body(json("content", "x"))
        .post(plan.comments());
  }

  private static String submitter(String client) {
    return Api.as(Key.ADMIN)
        .body(json("name", "Khóa", "role", "SUBMITTER", "organization", "sgtvt", "client", client))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  @Test
  void everyPostAcceptsAKey() {
    TestComment comment = plan.comment("x").answer("NOTED");
    for (int i = 0; i < 2; i++) {
      Api.as(Key.COORDINATOR)
          .header("Idempotency-Key", key)
          .header("If-Match", "\"1\"")
          .post(comment.path() + "/approval")
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .header("Idempotency-Replayed", i == 0 ? nullValue() : equalTo("true"));
    }
  }

  @Test
  void exceptForNewKeys() {
    Api.wrong(Key.ADMIN)
        .header("Idempotency-Key", key)
        .body(json("name", "x", "role", "VIEWER"))
        .post("/api-keys")
        .then()
        .spec(badHeader("Idempotency-Key", "not-supported"));
  }
}
