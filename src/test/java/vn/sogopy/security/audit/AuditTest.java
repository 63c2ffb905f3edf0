package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** One audit entry for every change, and none without a change. */
@QuarkusTest
class AuditTest {
  @Inject DataSource source;

  private TestPlan plan;
  private final String id = Lines.id();

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private int comments() {
    return Sql.of(
            "select count(*) from comment c join plan p on p.id = c.plan_id where p.slug = ?",
            plan.slug())
        .first(source, row -> row.getInt(1))
        .orElseThrow();
  }

  /** While this runs, entries for a request with this id cannot be written. */
  private void unauditable(String requestId, Runnable work) {
    Sql.of(
            "alter table audit add constraint unauditable check (request_id <> '"
                + requestId
                + "') not valid")
        .execute(source);
    try {
      work.run();
    } finally {
      Sql.of("alter table audit drop constraint unauditable").execute(source);
    }
  }

  @Test
  void changeHasOneEntry() {
    Lines.as(Key.SGTVT, id)
        .body(json("content", "Bí mật"))
        .post(plan.comments())
        .then()
        .statusCode(201);
    assertThat(Lines.of(id))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("outcome").asText()).isEqualTo("DONE");
              assertThat(line.path("name").asText()).isEqualTo("Sở Giao thông vận tải (mẫu)");
              assertThat(line.path("client").asText()).isNotEmpty();
              assertThat(line.path("role").asText()).isEqualTo("SUBMITTER");
              assertThat(line.path("organization").asText()).isEqualTo("sgtvt");
              assertThat(line.path("credential").asText()).matches("key:[0-9a-f-]{36}");
              assertThat(line.path("address").asText()).isEqualTo("127.0.0.1");
              assertThat(line.path("operation").asText()).isEqualTo("createComment");
              assertThat(line.path("method").asText()).isEqualTo("POST");
              assertThat(line.path("path").asText()).isEqualTo("/api/v1" + plan.comments());
              assertThat(line.path("plan").asText()).isEqualTo(plan.slug());
              assertThat(line.path("draft").asText()).isEqualTo("1");
              assertThat(line.path("attempts").asInt()).isOne();
              assertThat(line.toString()).doesNotContain("Bí mật");
            });
  }

  @Test
  void flushAtCommitIsRecorded() {
    TestComment comment = plan.comment("x");
    Lines.as(Key.CONSULTANT, id)
        .header("If-Match", "*")
        .body(json("assignee", "An"))
        .put(comment.path() + "/assignment")
        .then()
        .statusCode(200);
    assertThat(Lines.of(id))
        .singleElement()
        .satisfies(line -> assertThat(comment.path()).endsWith(line.path("subject").asText()));
  }

  @Test
  void failedEntryPreventsTheChange() {
    unauditable(
        id,
        () -> {
          Lines.as(Key.SGTVT, id)
              .body(json("content", "x"))
              .post(plan.comments())
              .then()
              .statusCode(anyOf(is(500), is(503)));
          Lines.as(Key.SGTVT, id)
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .body(json("content", "x"))
              .post(plan.comments())
              .then()
              .statusCode(anyOf(is(500), is(503)));
        });
    assertThat(comments()).isZero();
    assertThat(Lines.of(id)).isEmpty();
  }

  @Test
  void failedEntryRollsBackHibernate() {
    TestComment comment = plan.comment("x");
    unauditable(
        id,
        () ->
            Lines.as(Key.CONSULTANT, id)
                .header("If-Match", "*")
                .body(json("assignee", "An"))
                .put(comment.path() + "/assignment")
                .then()
                .statusCode(anyOf(is(500), is(503))));
    assertThat(comment.status()).isEqualTo("RECEIVED");
  }

  @Test
  void refusedChangeHasNoEntry() {
    plan.comment("x").assign("An").answer("ACCEPTED").approve();
    TestComment comment = plan.comment("y");
    Lines.as(Key.COORDINATOR, id)
        .header("If-Match", "*")
        .post(comment.path() + "/approval")
        .then()
        .statusCode(409);
    Lines.as(Key.SGTVT, id)
        .body(json("content", "x", "section", "V.1", "letter", letter(), "follows", unknown()))
        .post(plan.comments())
        .then()
        .statusCode(400);
    assertThat(Lines.of(id)).isEmpty();
  }

  private static String unknown() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, Object> letter() {
    return json("number", "7/A", "date", "2021-09-01");
  }

  @Test
  void replayHasNoSecondEntry() {
    String key = UUID.randomUUID().toString();
    for (int status : new int[] {201, 201}) {
      Lines.as(Key.SGTVT, id)
          .header("Idempotency-Key", key)
          .body(json("content", "x"))
          .post(plan.comments())
          .then()
          .statusCode(status);
    }
    assertThat(Lines.of(id)).hasSize(1);
    String again = Lines.id();
    for (int status : new int[] {201, 200}) {
      // The second is a new request with its own stored response, and changes nothing either.
      Lines.as(Key.SGTVT, again)
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .body(json("content", "y", "externalId", key))
          .post(plan.comments())
          .then()
          .statusCode(status);
    }
    assertThat(Lines.of(again)).hasSize(1);
  }

  @Test
  void dryRunHasNoEntry() {
    String file = "{\"organization\": \"sgtvt\", \"content\": \"x\"}\n";
    for (boolean dry : new boolean[] {true, false}) {
      String run = Lines.id();
      Lines.as(Key.COORDINATOR, run)
          .contentType("application/x-ndjson")
          .body(file.getBytes(StandardCharsets.UTF_8))
          .post(plan.comments().replace("/comments", "/comment-imports") + "?dryRun=" + dry)
          .then()
          .statusCode(200);
      assertThat(Lines.of(run)).as("dryRun=" + dry).hasSize(dry ? 0 : 1);
    }
  }

  @Test
  void repeatedTransactionHasOneEntry() throws Exception {
    String secret = Key.SGTVT.secret();
    List<Integer> answers =
        Race.of(
            8,
            runner ->
                Api.as(secret)
                    .header("X-Request-Id", id)
                    .body(json("content", "x " + runner, "letter", letter()))
                    .post(plan.comments())
                    .statusCode());
    assertThat(answers).allMatch(status -> status == 201);
    assertThat(Lines.of(id)).hasSize(8);
    assertThat(comments()).isEqualTo(8);
    List<Integer> same =
        Race.of(
            8,
            runner ->
                Api.as(secret)
                    .header("X-Request-Id", id + "-same")
                    .body(json("content", "y", "externalId", id))
                    .post(plan.comments())
                    .statusCode());
    assertThat(same).filteredOn(status -> status == 201).hasSize(1);
    assertThat(Lines.of(id + "-same")).hasSize(1);
  }

  @Test
  void linkUseIsAnExport() {
    String url =
        Lines.as(Key.VIEWER, id)
            .body(json("path", "/api/v1" + plan.draftPath(1) + "/register?format=csv"))
            .post("/download-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    assertThat(Lines.of(id)).isEmpty();
    Api.anonymous()
        .basePath("")
        .urlEncodingEnabled(false)
        .header("X-Request-Id", id)
        .get(url)
        .then()
        .statusCode(200);
    assertThat(Lines.of(id))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("operation").asText()).isEqualTo("getRegister");
              assertThat(line.path("role").asText()).isEqualTo("VIEWER");
              assertThat(line.path("credential").asText()).startsWith("key:");
              assertThat(line.path("parameters").asText()).isEqualTo("format=csv");
            });
  }

  @Test
  void readingHasNoEntry() {
    Lines.as(Key.COORDINATOR, id).get(plan.comments()).then().statusCode(200);
    Lines.as(Key.ADMIN, id).get("/audit").then().statusCode(200);
    assertThat(Lines.of(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete from audit", "update audit set name = 'x'", "truncate audit"})
  void auditIsAppendOnly(String statement) {
    plan.comment("x");
    QuarkusTransaction.begin();
    try {
      assertThatThrownBy(() -> Sql.of(statement).execute(source))
          .hasMessageContaining("the audit is append-only");
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  @Test
  void firstKeysAreRecorded() {
    assertThat(Lines.where("operation=makeSampleKeys"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("credential").isNull()).isTrue();
              assertThat(line.path("method").isNull()).isTrue();
            });
    assertThat(Lines.where("operation=loadSampleData")).hasSize(1);
  }

  @Test
  void pagingAndCount() {
    for (int i = 0; i < 5; i++) {
      Lines.as(Key.SGTVT, id).body(json("content", "x")).post(plan.comments());
    }
    JsonNode first =
        Api.as(Key.ADMIN)
            .get("/audit?limit=3&count=true&requestId=" + id)
            .then()
            .statusCode(200)
            .extract()
            .as(JsonNode.class);
    assertThat(first.path("total").asInt()).isEqualTo(5);
    assertThat(first.path("items")).hasSize(3);
    assertThat(first.path("items").get(0).path("position").asLong())
        .isGreaterThan(first.path("items").get(2).path("position").asLong());
    JsonNode second =
        Api.as(Key.ADMIN)
            .get("/audit?limit=3&requestId=" + id + "&cursor=" + first.path("next").asText())
            .then()
            .statusCode(200)
            .extract()
            .as(JsonNode.class);
    assertThat(second.path("items")).hasSize(2);
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  void filters() {
    Lines.as(Key.SGTVT, id).body(json("content", "x")).post(plan.comments());
    JsonNode line = Lines.of(id).get(0);
    for (String name :
        List.of(
            "outcome",
            "name",
            "client",
            "role",
            "organization",
            "credential",
            "address",
            "operation",
            "plan")) {
      String value = line.path(name).asText();
      assertThat(Lines.where("requestId=" + id + "&" + name + "=" + value)).as(name).hasSize(1);
      String other =
          switch (name) {
            case "outcome" -> "REFUSED";
            case "role" -> "ADMIN";
            default -> "x";
          };
      assertThat(Lines.where("requestId=" + id + "&" + name + "=" + other)).as(name).isEmpty();
    }
    String at = line.path("at").asText();
    assertThat(Lines.where("requestId=" + id + "&from=" + at)).hasSize(1);
    assertThat(Lines.where("requestId=" + id + "&to=" + at)).isEmpty();
  }

  @Test
  void onlyAdminReads() {
    for (Key key : List.of(Key.SGTVT, Key.CONSULTANT, Key.COORDINATOR, Key.VIEWER)) {
      Api.as(key).get("/audit").then().spec(Api.problem(403, "forbidden"));
    }
    Api.wrong(Key.ADMIN)
        .get("/audit?from=2021")
        .then()
        .spec(Api.badParameter("from", "invalid-instant"));
  }

  @Test
  void adminOfSomePlans() {
    String secret =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "ADMIN", "plans", List.of(plan.slug())))
            .post("/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .as(JsonNode.class)
            .path("key")
            .asText();
    plan.comment("x");
    TestPlan.open().comment("x");
    Api.as(secret)
        .header("X-Request-Id", id)
        .body(json("name", "y", "role", "ADMIN", "plans", List.of(plan.slug())))
        .post("/api-keys")
        .then()
        .statusCode(201);
    JsonNode seen =
        Api.as(secret)
            .get("/audit?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .as(JsonNode.class)
            .path("items");
    assertThat(seen).isNotEmpty();
    assertThat(seen)
        .allMatch(
            line ->
                line.path("plan").asText().equals(plan.slug())
                    || line.path("requestId").asText().equals(id));
    assertThat(seen).anyMatch(line -> line.path("requestId").asText().equals(id));
  }
}
