package vn.sogopy.comment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Corrections of a comment keep the words as they were accepted. */
@QuarkusTest
class CorrectionTest {
  @Inject DataSource source;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  @Test
  void absentFieldIsKeptNullClears() {
    TestComment comment =
        plan.comment(
            Key.SGTVT,
            json(
                "content", "Một",
                "proposal", "Hai",
                "section", "V.1",
                "alsoSections", List.of("BĐ.2", "I"),
                "locator", json("page", 45, "paragraph", 3),
                "kind", "DATA"));
    comment
        .patch(Key.SGTVT, json("locator", json("paragraph", null, "quote", "x"), "section", "md.1"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("version", equalTo(1))
        .body("locator", equalTo(json("page", 45, "pages", "45", "paragraph", null, "quote", "x")))
        .body("section.code", equalTo("MĐ.1"))
        .body("alsoSections", equalTo(List.of("BĐ.2", "I")))
        .body("content", equalTo("Một"))
        .body("proposal", equalTo("Hai"))
        .body("kind", equalTo("DATA"));
    comment
        .patch(
            Key.SGTVT,
            json(
                "locator", null,
                "section", null,
                "alsoSections", List.of("I", "V.2"),
                "proposal", null,
                "kind", null))
        .statusCode(200)
        .spec(Api.nulls("locator", "section", "proposal"))
        .body("alsoSections", equalTo(List.of("I", "V.2")))
        .body("kind", equalTo("OTHER"));
    comment
        .patch(Key.SGTVT, json("alsoSections", null))
        .statusCode(200)
        .body("alsoSections", equalTo(List.of()));
  }

  @Test
  void searchFindsThePresentWords() {
    TestComment comment = plan.comment(Key.SGTVT, json("content", "đường tỉnh", "proposal", "cầu"));
    comment.patch(Key.SGTVT, json("content", "hồ thủy lợi", "proposal", null)).statusCode(200);
    assertThat(found("ho thuy loi")).isEqualTo(1);
    assertThat(found("duong tinh")).isZero();
    assertThat(found("cau")).isZero();

    comment.answer(json("result", "NOTED", "response", "Rừng phòng hộ")).approve();
    assertThat(found("phong ho")).isEqualTo(1);
    assertThat(found("thuy loi")).isEqualTo(1);
  }

  private int found(String words) {
    return Api.as(Key.COORDINATOR)
        .queryParam("q", words)
        .get(plan.comments())
        .then()
        .statusCode(200)
        .extract()
        .path("items.size()");
  }

  @Test
  void plainJsonIsAMergePatch() {
    TestComment comment = plan.comment("x");
    Api.as(Key.SGTVT)
        .header("If-Match", "\"0\"")
        .body(json("content", "y"))
        .patch(comment.path())
        .then()
        .statusCode(200)
        .body("content", equalTo("y"));
  }

  @Test
  void originalTextIsKept() {
    TestComment comment = plan.comment("Lời gốc");
    comment.patch(Key.SGTVT, json("content", "Sửa một", "proposal", "Thêm")).statusCode(200);
    comment.patch(Key.COORDINATOR, json("content", "Sửa hai", "proposal", null)).statusCode(200);
    assertThat(column("content_original", comment)).isEqualTo("Lời gốc");
    assertThat(column("proposal_original", comment)).isEmpty(); // there was no proposal
    comment
        .history(Key.COORDINATOR)
        .body("items.action", equalTo(List.of("RECEIVED", "CORRECTED", "CORRECTED")))
        .body("items[1].changes[0].field", equalTo("content"))
        .body("items[1].changes[0].before", equalTo("Lời gốc"))
        .body("items[1].changes[0].after", equalTo("Sửa một"))
        .body("items[1].changes[1].before", nullValue())
        .body("items[2].changes[1].after", nullValue());
  }

  @Test
  void databaseKeepsTheOriginalText() {
    TestComment comment = plan.comment("Lời gốc");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> execute("update comment set content = 'x' where id = ?", comment))
        .hasRootCauseInstanceOf(SQLException.class);
    for (String change :
        new String[] {
          "update comment_history set reason = 'x' where comment_id = ?",
          "delete from comment_history where comment_id = ?",
        }) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> execute(change, comment))
          .hasRootCauseInstanceOf(SQLException.class);
    }
  }

  @Test
  void historyHasOnlyChangedFields() {
    TestComment comment = plan.comment("x");
    comment.patch(Key.SGTVT, json("content", "x", "kind", "DATA")).statusCode(200);
    comment
        .history(Key.SGTVT)
        .body("items[1].changes", hasSize(1))
        .body("items[1].changes[0].field", equalTo("kind"));
  }

  @Test
  void submitterCorrectsWhileReceived() {
    TestComment comment = plan.comment("x").assign("A");
    comment.patch(Key.SGTVT, json("content", "y")).spec(problem(409, "transition-not-allowed"));
    comment.patch(Key.BABE, json("content", "y")).spec(problem(404, "not-found"));
    comment.patch(Key.COORDINATOR, json("content", "y")).statusCode(200);
  }

  @Test
  void theCoordinatorCorrectsUntilApproved() {
    TestComment comment = plan.comment("x").answer("NOTED");
    comment.patch(Key.COORDINATOR, json("content", "y")).statusCode(200);
    comment.approve();
    comment
        .patch(Key.COORDINATOR, json("content", "z"))
        .spec(problem(409, "transition-not-allowed"));
    comment.giveBack("Sai");
    comment.patch(Key.COORDINATOR, json("content", "z")).statusCode(200);
    TestComment withdrawn = plan.comment("x").withdraw("Nhầm");
    withdrawn
        .patch(Key.COORDINATOR, json("content", "z"))
        .spec(problem(409, "transition-not-allowed"));
  }

  @Test
  void closedDraftNeedsCoordinatorAndReason() {
    TestComment comment = plan.comment("x");
    plan.close();
    comment.patch(Key.SGTVT, json("content", "y")).spec(problem(409, "draft-not-open"));
    comment.patch(Key.COORDINATOR, json("content", "y")).spec(problem(409, "draft-not-open"));
    comment
        .patch(Key.COORDINATOR, json("content", "y", "reason", "Chép sai"))
        .statusCode(200)
        .body("content", equalTo("y"));
    comment.history(Key.COORDINATOR).body("items[1].reason", equalTo("Chép sai"));
  }

  @Test
  void refusedCorrectionChangesNothing() {
    TestComment comment = plan.comment("x");
    comment.patch(Key.SGTVT, json("section", "XX")).spec(badField("/section", "unknown-section"));
    comment
        .patch(Key.SGTVT, json("alsoSections", List.of("V", "XX")))
        .spec(badField("/alsoSections/1", "unknown-section"));
    comment.get().body("version", equalTo(0));
  }

  private String column(String name, TestComment comment) {
    return Sql.of("select " + name + " from comment where id = ?", UUID.fromString(comment.id()))
        .first(source, row -> row.getString(1))
        .orElseThrow();
  }

  private void execute(String change, TestComment comment) {
    Sql.of(change, UUID.fromString(comment.id())).execute(source);
  }
}
