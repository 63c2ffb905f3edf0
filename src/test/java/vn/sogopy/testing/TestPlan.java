package vn.sogopy.testing;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A plan of one test; other tests do not use it. */
public record TestPlan(String slug) {

  /**
   * A plan with one OPEN draft whose outline is BCTH (I, V (V.1, V.2), MĐ (MĐ.1)), ĐMC and BĐ
   * (BĐ.2).
   */
  public static TestPlan open() {
    TestPlan plan = preparing();
    plan.outline(1);
    plan.patchDraft(1, json("status", "OPEN"));
    return plan;
  }

  /** A plan with draft 1 still PREPARING, without an outline. */
  public static TestPlan preparing() {
    String slug = "t-" + UUID.randomUUID();
    Api.as(Key.COORDINATOR)
        .body(json("slug", slug, "title", "Quy hoạch thử " + slug))
        .post("/plans")
        .then()
        .statusCode(201);
    TestPlan plan = new TestPlan(slug);
    plan.draft();
    return plan;
  }

  /** Adds the next draft, PREPARING; its number. */
  public int draft() {
    return Json.of(
            Api.as(Key.COORDINATOR)
                .body(json("title", "Dự thảo"))
                .post(path() + "/drafts")
                .then()
                .statusCode(201)
                .extract()
                .response())
        .path("number")
        .asInt();
  }

  public void outline(int draft) {
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(
                    section("BCTH", "Báo cáo tổng hợp", null),
                    section("I", "Hiện trạng", "BCTH"),
                    section("V", "Hạ tầng kỹ thuật", "BCTH"),
                    section("V.1", "Giao thông", "V"),
                    section("V.2", "Điện", "V"),
                    section("MĐ", "Mở đầu", "BCTH"),
                    section("MĐ.1", "Sự cần thiết", "MĐ"),
                    section("ĐMC", "Báo cáo đánh giá môi trường chiến lược", null),
                    section("BĐ", "Sơ đồ, bản đồ", null),
                    section("BĐ.2", "Bản đồ giao thông", "BĐ"))))
        .put(draftPath(draft) + "/sections")
        .then()
        .statusCode(200);
  }

  public static Map<String, Object> section(String code, String title, String parent) {
    return json("code", code, "title", title, "parent", parent);
  }

  public Response patchDraft(int draft, Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(patch)
        .contentType("application/merge-patch+json")
        .patch(draftPath(draft))
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  public void close() {
    patchDraft(1, json("status", "CLOSED", "force", true));
  }

  public String path() {
    return "/plans/" + slug;
  }

  public String draftPath(int draft) {
    return path() + "/drafts/" + draft;
  }

  /** The path of the comments of draft 1. */
  public String comments() {
    return draftPath(1) + "/comments";
  }

  /** A comment by Sở Giao thông vận tải. */
  public TestComment comment(String content) {
    return comment(Key.SGTVT, json("content", content));
  }

  public TestComment comment(Key key, Map<String, Object> body) {
    return comment(1, key, body);
  }

  public TestComment comment(int draft, Key key, Map<String, Object> body) {
    Response answer =
        Api.as(key)
            .body(body)
            .post(draftPath(draft) + "/comments")
            .then()
            .statusCode(201)
            .extract()
            .response();
    return new TestComment(Json.of(answer).path("id").asText());
  }

  /** The number of comments of the plan in any state but SPLIT. */
  public int count() {
    Response answer =
        Api.as(Key.COORDINATOR)
            .queryParam("count", true)
            .queryParam("limit", 1)
            .queryParam("status", "RECEIVED,ASSIGNED,DRAFTING,ANSWERED,RETURNED,APPROVED,WITHDRAWN")
            .get(path() + "/comments")
            .then()
            .statusCode(200)
            .extract()
            .response();
    return Json.of(answer).path("total").asInt();
  }
}
