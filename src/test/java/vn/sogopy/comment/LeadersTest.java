package vn.sogopy.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Escalation to UBND tỉnh, and their directions. */
@QuarkusTest
class LeadersTest {
  private static final Map<String, Object> DIRECTION =
      json("text", "Thống nhất.", "document", "Thông báo số 215/TB-UBND", "date", "2021-09-20");

  private TestPlan plan;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
  }

  @Test
  void escalationAndDirection() {
    TestComment comment = plan.comment("Một ý");
    Acts.escalate(comment, "Các sở khác ý.")
        .statusCode(200)
        .body("status", equalTo("RECEIVED"))
        .body("escalation.reason", equalTo("Các sở khác ý."))
        .body("escalation.by", notNullValue())
        .body("escalation.at", notNullValue());
    direct(comment, DIRECTION).statusCode(200).body("direction", equalTo(DIRECTION));
    comment
        .history(Key.CONSULTANT)
        .body("items.action", contains("RECEIVED", "ESCALATED", "DIRECTED"))
        .body("items[1].changes[0].after", equalTo("Các sở khác ý."))
        .body("items[2].changes[0].after.text", equalTo("Thống nhất."));
    Api.as(Key.COORDINATOR)
        .queryParam("escalated", true)
        .get(plan.comments())
        .then()
        .body("items.id", contains(comment.id()));
  }

  @Test
  void commenterSeesItAfterApproval() {
    TestComment comment = plan.comment("Một ý");
    Acts.escalate(comment, "Khác ý.").statusCode(200);
    direct(comment, DIRECTION).statusCode(200);
    comment.get(Key.SGTVT).body("escalation", nullValue()).body("direction", nullValue());
    comment.history(Key.SGTVT).body("items.action", contains("RECEIVED"));
    comment.answer("EXPLAINED").approve();
    comment
        .get(Key.SGTVT)
        .body("escalation.reason", equalTo("Khác ý."))
        .body("direction.text", equalTo("Thống nhất."));
  }

  @Test
  void directionNeedsAnEscalation() {
    TestComment comment = plan.comment("Một ý");
    direct(comment, DIRECTION).spec(problem(409, "not-escalated"));
    comment.get().body("direction", nullValue());
  }

  @Test
  void directionIsRemovedBeforeEscalation() {
    TestComment comment = plan.comment("Một ý");
    Acts.escalate(comment, "Khác ý.").statusCode(200);
    direct(comment, DIRECTION).statusCode(200);
    Acts.escalate(comment, null).spec(problem(409, "direction-given"));
    direct(comment, json("text", null)).statusCode(200).body("direction", nullValue());
    Acts.escalate(comment, null).statusCode(200).body("escalation", nullValue());
    comment
        .history(Key.CONSULTANT)
        .body("items[-1].changes[0].before", equalTo("Khác ý."))
        .body("items[-1].changes[0].after", nullValue());
  }

  @Test
  void escalationIsRefusedForWithdrawnAndSplit() {
    Acts.escalate(plan.comment("Một ý").answer("EXPLAINED").approve(), "Lý do").statusCode(200);
    Acts.escalate(plan.comment("Một ý").withdraw("Nhầm"), "Lý do")
        .spec(problem(409, "wrong-state"))
        .body("detail", containsString(Status.WITHDRAWN.label()));
    TestComment whole = plan.comment("Hai điểm");
    Acts.split(whole, "Một", "Hai");
    Acts.escalate(whole, "Lý do").spec(problem(409, "wrong-state"));
  }

  @Test
  void partsInheritTheEscalation() {
    TestComment whole = plan.comment("Hai điểm");
    Acts.escalate(whole, "Khác ý.").statusCode(200);
    Acts.split(Key.CONSULTANT, whole, json("content", "Một"), json("content", "Hai"))
        .body("parts.escalation.reason", everyItem(equalTo("Khác ý.")));
  }

  @Test
  void directionNeedsText() {
    TestComment comment = plan.comment("Một ý");
    Acts.escalate(comment, "Khác ý.").statusCode(200);
    direct(comment, json("document", "215/TB-UBND")).spec(badField("/text", "required"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("text", "x", "date", "20/9/2021"))
        .put(comment.path() + "/direction")
        .then()
        .spec(badField("/date", "invalid-date"));
  }

  @ParameterizedTest
  @EnumSource(names = {"SGTVT", "VIEWER", "ADMIN"})
  void onlyTheOfficeEscalates(Key key) {
    TestComment comment = plan.comment("Một ý");
    Acts.put(key, comment, "escalation", json("reason", "x")).spec(problem(403, "forbidden"));
    Acts.put(key, comment, "direction", DIRECTION).spec(problem(403, "forbidden"));
  }

  @Test
  void consultantCannotRecordADirection() {
    TestComment comment = plan.comment("Một ý");
    Acts.put(Key.CONSULTANT, comment, "direction", DIRECTION).spec(problem(403, "forbidden"));
  }

  private static ValidatableResponse direct(TestComment comment, Map<String, Object> direction) {
    return Acts.put(Key.COORDINATOR, comment, "direction", direction);
  }
}
