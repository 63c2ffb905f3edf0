package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestPlan;

/** Requests beside an import that has filed a letter and has not committed. */
@QuarkusTest
class LostRaceTest {
  private static final String NUMBER = "77/SGTVT-VP";

  @Inject DataSource source;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  /** Files a letter as an import does, in a transaction that stays open. */
  private void file(Connection open) throws SQLException {
    open.setAutoCommit(false);
    try (PreparedStatement insert =
        open.prepareStatement(
            "insert into letter (id, draft_id, organization_id, plan_id, number, number_key, letter_date, channel,"
                + " created_at, updated_at) select gen_random_uuid(), d.id, o.id, p.id, ?, ?, date '2021-09-01', 'LETTER',"
                + " now(), now() from plan p join draft d on d.plan_id = p.id, organization o"
                + " where p.slug = ? and o.code = 'sgtvt'")) {
      insert.setString(1, NUMBER);
      insert.setString(2, LetterNumber.key(NUMBER));
      insert.setString(3, plan.slug());
      assertThat(insert.executeUpdate()).isOne();
    }
  }

  private Response comment(String number) {
    return Api.as(Key.SGTVT)
        .body(json("content", "x", "letter", json("number", number, "date", "2021-09-02")))
        .post(plan.comments());
  }

  /** The response to a request that starts before the other transaction ends. */
  private Response beside(Supplier<Response> request) throws Exception {
    try (Connection open = source.getConnection()) {
      file(open);
      return Race.beside(open, request);
    }
  }

  private int letters() {
    return Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/letters?count=true")
        .then()
        .extract()
        .path("total");
  }

  @Test
  void commentUsesTheConcurrentLetter() throws Exception {
    beside(() -> comment(NUMBER)).then().statusCode(201).body("letter.date", equalTo("2021-09-01"));
    assertThat(letters()).isOne();
    assertThat(plan.count()).isOne();
  }

  @Test
  void concurrentLetterIsReported() throws Exception {
    beside(
            () ->
                Api.as(Key.SGTVT)
                    .body(json("number", NUMBER, "date", "2021-09-02", "position", "AGREES"))
                    .post(plan.draftPath(1) + "/letters"))
        .then()
        .spec(problem(409, "letter-exists"));
    assertThat(letters()).isOne();
  }

  @Test
  void concurrentImportUsesTheLetter() throws Exception {
    String line =
        "{\"organization\": \"sgtvt\", \"content\": \"x\", \"letter\": {\"number\": \"77/SGTVT-VP\", \"date\": \"2021-09-02\"}}";
    beside(() -> new Imports(plan).ndjson(line).extract().response())
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
    assertThat(letters()).isOne();
    assertThat(plan.count()).isOne();
  }

  @Test
  void otherLettersAreNotBlocked() throws Exception {
    try (Connection open = source.getConnection()) {
      file(open);
      comment("78/SGTVT-VP").then().statusCode(201);
      open.rollback();
    }
  }
}
