package vn.sogopy.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** A section with a default assignee. */
@QuarkusTest
class DefaultAssigneeTest {
  private TestPlan plan;

  @Test
  void newCommentIsAssigned() {
    TestComment comment = plan.comment(Key.SGTVT, json("content", "Điện.", "section", "V.2"));
    comment
        .get()
        .body("status", equalTo("ASSIGNED"))
        .body("assignee", equalTo("Chuyên gia điện"))
        .body("version", equalTo(0));
    comment
        .history(Key.CONSULTANT)
        .body("items.action", contains("RECEIVED", "ASSIGNED"))
        .body("items.to", contains("RECEIVED", "ASSIGNED"))
        .body("items[1].by", equalTo("Sổ Góp Ý"))
        .body("items[1].changes[0].after", equalTo("Chuyên gia điện"))
        .body("items[1].reason", notNullValue());
    comment.get(Key.SGTVT).body("assignee", nullValue());
    comment.history(Key.SGTVT).body("items.action", contains("RECEIVED"));
  }

  @Test
  void commenterCorrectsUntilAnAssignment() {
    TestComment comment = plan.comment(Key.SGTVT, json("content", "Đin.", "section", "V.2"));
    comment
        .patch(Key.SGTVT, json("content", "Điện."))
        .statusCode(200)
        .body("status", equalTo("ASSIGNED"));
    comment.assign("Chuyên gia khác");
    comment
        .patch(Key.SGTVT, json("content", "Điện, nước."))
        .spec(problem(409, "transition-not-allowed"));
  }

  @Test
  void assigneeFollowsTheSectionUntilAnAssignment() {
    TestComment comment = plan.comment(Key.SGTVT, json("content", "Điện.", "section", "V.1"));
    comment
        .patch(Key.SGTVT, json("section", "V.2"))
        .statusCode(200)
        .body("status", equalTo("ASSIGNED"));
    comment.get().body("assignee", equalTo("Chuyên gia điện"));
    comment
        .history(Key.CONSULTANT)
        .body("items.action", contains("RECEIVED", "CORRECTED", "ASSIGNED"))
        .body("items[2].by", equalTo("Sổ Góp Ý"));
    comment.patch(Key.SGTVT, json("section", "V.1")).statusCode(200);
    comment.get().body("status", equalTo("RECEIVED")).body("assignee", nullValue());
    comment.assign("Tổ tổng hợp");
    comment.patch(Key.COORDINATOR, json("section", "V.2")).statusCode(200);
    comment.get().body("assignee", equalTo("Tổ tổng hợp"));
  }

  @Test
  void otherSectionsAreNotAssigned() {
    plan.comment(Key.SGTVT, json("content", "Đường.", "section", "V.1"))
        .get()
        .body("status", equalTo("RECEIVED"))
        .body("assignee", nullValue());
  }

  @Test
  void partIsAssignedBySectionUnlessTheWholeWasAssigned() {
    TestComment free = plan.comment("Hai điểm");
    Acts.split(
            Key.CONSULTANT,
            free,
            json("content", "Điện", "section", "V.2"),
            json("content", "Đường", "section", "V.1"))
        .body("parts.status", contains("ASSIGNED", "RECEIVED"))
        .body("parts.assignee", contains("Chuyên gia điện", null));
    TestComment taken = plan.comment("Hai điểm").assign("Tổ tổng hợp");
    Acts.split(
            Key.CONSULTANT,
            taken,
            json("content", "Điện", "section", "V.2"),
            json("content", "Đường", "section", "V.1"))
        .body("parts.assignee", contains("Tổ tổng hợp", "Tổ tổng hợp"));
  }

  @Test
  void assigneeThatHasEndedIsFollowedByItsSuccessor() {
    String old = TestOrganization.make("Sở Giao thông thử");
    TestPlan own = TestPlan.preparing();
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(
                    TestPlan.section("V.2", "Điện", null),
                    with(
                        TestPlan.section("V.1", "Giao thông", null),
                        "defaultAssignee",
                        TestOrganization.name("Sở Giao thông thử", old)))))
        .put(own.draftPath(1) + "/sections")
        .then()
        .statusCode(200);
    own.patchDraft(1, json("status", "OPEN"));
    own.comment(Key.SGTVT, json("content", "Đường.", "section", "V.1"))
        .get()
        .body("assignee", equalTo(TestOrganization.name("Sở Giao thông thử", old)));
    TestOrganization.end(old, "sxd");
    own.comment(Key.SGTVT, json("content", "Cầu.", "section", "V.1"))
        .get()
        .body("status", equalTo("ASSIGNED"))
        .body("assignee", equalTo("Sở Xây dựng"));
    TestComment moved = own.comment(Key.SGTVT, json("content", "Hầm.", "section", "V.2"));
    moved.patch(Key.SGTVT, json("section", "V.1")).statusCode(200);
    moved.get().body("assignee", equalTo("Sở Xây dựng"));
    Acts.split(
            Key.CONSULTANT,
            own.comment("Hai điểm"),
            json("content", "Đường", "section", "V.1"),
            json("content", "Điện", "section", "V.2"))
        .body("parts.assignee", contains("Sở Xây dựng", null));
  }

  @BeforeEach
  void open() {
    plan = TestPlan.preparing();
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(
                    TestPlan.section("V.1", "Giao thông", null),
                    with(
                        TestPlan.section("V.2", "Điện", null),
                        "defaultAssignee",
                        "Chuyên gia điện"))))
        .put(plan.draftPath(1) + "/sections")
        .then()
        .statusCode(200);
    plan.patchDraft(1, json("status", "OPEN"));
  }
}
