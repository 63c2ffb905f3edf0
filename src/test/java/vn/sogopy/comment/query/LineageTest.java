package vn.sogopy.comment.query;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A section through the drafts, with its comments. */
@QuarkusTest
class LineageTest {
  private TestPlan plan;

  @BeforeEach
  void twoDrafts() {
    plan = TestPlan.open();
    plan.draft();
  }

  private ValidatableResponse lineage(Key key, int draft, String code) {
    return Api.as(key)
        .urlEncodingEnabled(true)
        .get(plan.draftPath(draft) + "/sections/{code}/lineage", code)
        .then();
  }

  private void copyOutline() {
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .queryParam("from", 1)
        .put(plan.draftPath(2) + "/sections")
        .then()
        .statusCode(200);
  }

  @Test
  void countsSubsectionsWithoutDuplicates() {
    plan.comment(Key.SGTVT, json("content", "a", "section", "V"));
    plan.comment(Key.SGTVT, json("content", "b", "section", "V.1", "alsoSections", List.of("V.2")))
        .answer("ACCEPTED")
        .approve();
    plan.comment(Key.SGTVT, json("content", "c", "section", "V.2")).answer("NOTED");
    plan.comment(Key.SGTVT, json("content", "d", "section", "I", "alsoSections", List.of("V.1")));
    plan.comment(Key.SGTVT, json("content", "e", "section", "V.1")).withdraw("nhầm");
    plan.comment(Key.SGTVT, json("content", "f"));
    lineage(Key.CONSULTANT, 1, "V")
        .statusCode(200)
        .body("items.draft", contains(1, 2))
        .body("items[0].status", equalTo("OPEN"))
        .body("items[0].section.code", equalTo("V"))
        .body("items[0].comments", equalTo(4))
        .body("items[0].byStatus.RECEIVED", equalTo(2))
        .body("items[0].byStatus.ANSWERED", equalTo(1))
        .body("items[0].byStatus.APPROVED", equalTo(1))
        .body("items[0].byResult.ACCEPTED", equalTo(1))
        .body("items[0].byResult.NOTED", equalTo(0))
        .body("items[0].byResult.PENDING", equalTo(3))
        .body("items[1].section", equalTo(null))
        .body("items[1].comments", equalTo(0));
    lineage(Key.CONSULTANT, 1, "v.2").body("items[0].comments", equalTo(2));
  }

  @Test
  void lineageHasTheSectionOfEachDraft() {
    copyOutline();
    plan.patchDraft(2, json("status", "OPEN"));
    plan.comment(Key.SGTVT, json("content", "a", "section", "V.1"));
    plan.comment(2, Key.SGTVT, json("content", "b", "section", "V.1"));
    plan.comment(2, Key.SGTVT, json("content", "c", "section", "V.1"));
    for (int draft = 1; draft <= 2; draft++) {
      lineage(Key.VIEWER, draft, "V.1")
          .statusCode(200)
          .body("items.comments", contains(1, 2))
          .body("items.section.code", contains("V.1", "V.1"));
    }
  }

  @Test
  void viewerCountsExcludeRestricted() {
    plan.comment(Key.SGTVT, json("content", "a", "section", "ĐMC", "restricted", true));
    plan.comment(Key.SGTVT, json("content", "b", "section", "ĐMC"));
    lineage(Key.VIEWER, 1, "DMC").body("items[0].comments", equalTo(1));
    lineage(Key.COORDINATOR, 1, "ĐMC").body("items[0].comments", equalTo(2));
  }

  @Test
  void refusals() {
    lineage(Key.SGTVT, 1, "V").spec(problem(403, "forbidden"));
    lineage(Key.VIEWER, 1, "Z").spec(problem(404, "not-found"));
    lineage(Key.VIEWER, 2, "V").spec(problem(404, "not-found"));
    lineage(Key.VIEWER, 9, "V").spec(problem(404, "not-found"));
  }
}
