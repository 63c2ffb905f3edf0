package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Comments with nearly the same words. */
@QuarkusTest
class SimilarTest {
  private static final String ROAD = "Đề nghị bổ sung tuyến đường tỉnh 258B vào quy hoạch.";

  private TestPlan plan;
  private TestComment comment;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
    comment = plan.comment(ROAD);
  }

  @Test
  void mostSimilarFirstIgnoringAccentsAndCase() {
    TestComment near = plan.comment("Đề nghị bổ sung đường tỉnh 258B, đường 257 vào quy hoạch.");
    TestComment same = plan.comment("DE NGHI BO SUNG TUYEN DUONG TINH 258B VAO QUY HOACH");
    plan.comment("Rà soát phụ tải điện.");
    ValidatableResponse answer = similar(Key.CONSULTANT);
    answer
        .body("items.comment.id", contains(same.id(), near.id()))
        .body("items[0].score", equalTo(1.0f));
    float second = answer.extract().path("items[1].score");
    assertThat(second).isBetween(0.4f, 0.999f);
    assertThat(String.valueOf(second)).matches("0\\.[0-9]{1,3}");
  }

  @Test
  void similarWithinThePlanOnly() {
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    TestComment later = plan.comment(2, Key.SGTVT, json("content", ROAD));
    TestPlan.open().comment(ROAD);
    similar(Key.COORDINATOR).body("items.comment.id", contains(later.id()));
  }

  @Test
  void onlyVisibleCommentsAreSimilar() {
    TestComment theirs = plan.comment(Key.BABE, json("content", ROAD));
    TestComment secret = plan.comment(Key.BABE, json("content", ROAD, "restricted", true));
    TestComment own = plan.comment(ROAD);
    similar(Key.SGTVT).body("items.comment.id", contains(own.id()));
    similar(Key.VIEWER).body("items.comment.id", contains(theirs.id(), own.id()));
    similar(Key.CONSULTANT).body("items.comment.id", contains(theirs.id(), secret.id(), own.id()));
    Api.as(Key.BABE).get(path()).then().spec(problem(404, "not-found"));
    Api.as(Key.ADMIN).get(path()).then().spec(problem(403, "forbidden"));
  }

  @Test
  void withdrawnCommentsAndOwnPartsAreExcluded() {
    plan.comment(ROAD).withdraw("Nhầm");
    List<TestComment> parts = Acts.split(comment, ROAD, ROAD + " Và rà soát.");
    similar(Key.CONSULTANT).body("items", equalTo(List.of()));
    // Two parts of one comment may be the same.
    Api.as(Key.CONSULTANT)
        .get(parts.get(0).path() + "/similar")
        .then()
        .body("items.comment.id", contains(parts.get(1).id()));
    Acts.undo(comment).statusCode(200);
    similar(Key.CONSULTANT).body("items", equalTo(List.of()));
  }

  @Test
  void limitAndThresholdAreApplied() {
    plan.comment(ROAD);
    plan.comment(ROAD + " Kèm bản đồ.");
    plan.comment("Điện.");
    Api.as(Key.CONSULTANT)
        .queryParam("limit", 1)
        .get(path())
        .then()
        .body("items", hasSize(1))
        .body("items[0].score", equalTo(1.0f));
    Api.as(Key.CONSULTANT)
        .queryParam("threshold", "1")
        .get(path())
        .then()
        .body("items", hasSize(1));
    Api.as(Key.CONSULTANT)
        .queryParam("threshold", "0")
        .get(path())
        .then()
        .body("items", hasSize(3));
    wrong("limit", "21").spec(badParameter("limit", "out-of-range"));
    wrong("limit", "0").spec(badParameter("limit", "out-of-range"));
    wrong("threshold", "1.1").spec(badParameter("threshold", "out-of-range"));
    wrong("threshold", "-0").spec(badParameter("threshold", "out-of-range"));
    wrong("threshold", "NaN").spec(badParameter("threshold", "out-of-range"));
    wrong("sort", "x").spec(badParameter("sort", "unknown-parameter"));
  }

  @Test
  void emptyWordsHaveNoSimilarComment() {
    TestComment signs = plan.comment("!!! ???");
    plan.comment("!!! ???");
    Api.as(Key.CONSULTANT)
        .get(signs.path() + "/similar")
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of()));
  }

  private String path() {
    return comment.path() + "/similar";
  }

  private ValidatableResponse similar(Key key) {
    return Api.as(key).get(path()).then().statusCode(200);
  }

  private ValidatableResponse wrong(String name, String value) {
    return Api.wrong(Key.CONSULTANT).queryParam(name, value).get(path()).then();
  }
}
