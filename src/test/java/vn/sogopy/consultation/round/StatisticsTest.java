package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.consultation.SmallRound;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Statistics and coverage over HTTP, with hand-calculated numbers. */
@QuarkusTest
class StatisticsTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030/drafts/";

  @Inject DataSource source;

  private TestPlan round() {
    return SmallRound.in(source);
  }

  @Test
  void summaryBlock() {
    JsonPath counts = statistics(round(), Key.CONSULTANT).setRootPath("counts");
    assertThat(counts.getInt("asked")).as("A").isEqualTo(7);
    assertThat(counts.getInt("replied")).as("B").isEqualTo(4);
    assertThat(counts.getInt("agreed")).as("C").isEqualTo(2);
    assertThat(counts.getInt("commented")).as("D").isEqualTo(2);
    assertThat(counts.getInt("disagreed")).isEqualTo(1);
    assertThat(counts.getInt("notReplied")).as("F").isEqualTo(3);
    assertThat(counts.getInt("lateBodies")).as("G").isEqualTo(1);
    assertThat(counts.getInt("comments")).as("E").isEqualTo(2);
    assertThat(counts.getInt("byResult.PENDING")).as("e7").isEqualTo(2);
    assertThat(counts.getInt("byResult.ACCEPTED")).as("e1").isZero();
    assertThat(counts.getInt("unasked.bodies")).isEqualTo(3);
    assertThat(counts.getInt("unasked.comments")).isEqualTo(4);
    assertThat(counts.getInt("unasked.byResult.PENDING")).isEqualTo(4);
  }

  @Test
  void summaryTables() {
    TestPlan plan = round();
    JsonPath all = statistics(plan, Key.CONSULTANT);
    assertThat(all.getList("groups.code")).containsExactly("PROVINCIAL", "DISTRICT");
    assertThat(all.getList("groups.counts.asked")).containsExactly(6, 1);
    assertThat(all.getList("groups.total.comments")).containsExactly(6, 0);
    assertThat(all.getList("organizations.organization"))
        .as("in register order, asked or not")
        .containsExactly(
            "snv",
            "stp",
            "stc",
            "sct",
            "sgtvt",
            "sxd",
            "stttt",
            "sgddt",
            "syt",
            "ubnd-huyen-ba-be");
    assertThat(all.getList("organizations.state"))
        .containsExactly(
            "NOT_REPLIED",
            "AGREED",
            "NOT_REPLIED",
            "AGREED",
            "COMMENTED",
            "COMMENTED",
            "COMMENTED",
            "NOT_REPLIED",
            "NOT_REPLIED",
            "AGREED");
    assertThat(all.getList("organizations.overdue"))
        .as("only who was asked can be overdue")
        .containsExactly(false, false, true, false, false, false, false, true, true, false);
    assertThat(all.getList("organizations.findAll { it.late }.organization"))
        .containsExactly("sgtvt");
    Map<String, Object> sgtvt = all.getMap("organizations.find { it.organization == 'sgtvt' }");
    assertThat(sgtvt).containsEntry("comments", 3).containsEntry("withoutLetter", 1);

    assertThat(all.getList("sections.code"))
        .containsExactly(null, "BCTH", "I", "V", "V.1", "V.2", "MĐ", "MĐ.1", "ĐMC", "BĐ", "BĐ.2");
    assertThat(all.getList("sections.own.comments"))
        .containsExactly(1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1);
    assertThat(all.getList("sections.total.comments"))
        .containsExactly(1, 3, 1, 2, 1, 0, 0, 0, 1, 1, 1);
    assertThat(all.getList("sections.level")).containsExactly(null, 1, 2, 2, 3, 3, 2, 3, 1, 1, 2);
    assertThat(all.getString("sections[0].title")).isEqualTo("Ý kiến chung");
  }

  @Test
  void viewerCountsExcludeRestricted() {
    TestPlan plan = round();
    JsonPath all = statistics(plan, Key.VIEWER);
    assertThat(all.getInt("restrictedLeftOut")).isOne();
    assertThat(all.getInt("total.comments")).isEqualTo(5);
    assertThat(all.getList("organizations.organization")).doesNotContain("snv");
    JsonPath ofOffice = statistics(plan, Key.COORDINATOR);
    assertThat(ofOffice.getInt("restrictedLeftOut")).isZero();
    assertThat(ofOffice.getInt("total.comments")).isEqualTo(6);
    assertThat(all.<String, Object>getMap("counts"))
        .as("the same figures for everybody")
        .isEqualTo(ofOffice.getMap("counts"));
    assertThat(all.getInt("counts.unasked.bodies")).isEqualTo(3);
    Api.as(Key.VIEWER)
        .get(plan.draftPath(1) + "/coverage")
        .then()
        .statusCode(200)
        .body("restrictedLeftOut", equalTo(1))
        .body("counts.unasked.bodies", equalTo(3))
        .body("unspoken", hasItem("ĐMC"));
  }

  @Test
  void acceptedAndNotConfirmedByTheCommenter() {
    TestPlan plan = TestPlan.open();
    plan.comment("Chưa duyệt").answer("ACCEPTED");
    plan.comment("Giữ nguyên").answer("EXPLAINED").approve();
    TestComment accepted = plan.comment("Tiếp thu").answer("ACCEPTED").approve();
    TestComment partly = plan.comment("Một phần").answer("PARTIALLY_ACCEPTED").approve();
    assertThat(statistics(plan, Key.VIEWER).getInt("unconfirmed")).isEqualTo(2);
    Acts.put(Key.SGTVT, accepted, "reaction", json("reaction", "AGREED")).statusCode(200);
    assertThat(statistics(plan, Key.VIEWER).getInt("unconfirmed")).isEqualTo(1);
    Map<String, Object> maintained = json("reaction", "MAINTAINED", "note", "Chưa đủ");
    Acts.put(Key.SGTVT, partly, "reaction", maintained).statusCode(200);
    assertThat(statistics(plan, Key.VIEWER).getInt("unconfirmed")).isEqualTo(1);
    // A new answer removes the reaction to the old one.
    accepted.giveBack("Xem lại").answer("ACCEPTED").approve();
    assertThat(statistics(plan, Key.VIEWER).getInt("unconfirmed")).isEqualTo(2);
  }

  @Test
  void spellingsOfAnAssigneeAreOnePerson() {
    TestPlan plan = TestPlan.open();
    plan.comment("Một").assign("nguyen van an");
    plan.comment("Hai").assign("Nguyễn Văn An");
    plan.comment("Ba").assign("Nguyễn Văn An").answer("NOTED");
    plan.comment("Bốn").assign("Bình");
    Api.as(Key.CONSULTANT)
        .get(plan.draftPath(1) + "/statistics")
        .then()
        .statusCode(200)
        .body("assignees.assignee", contains("Bình", "Nguyễn Văn An"))
        .body("assignees.open", contains(1, 2))
        .body("assignees.answered", contains(0, 1));
  }

  @Test
  void progressByDayAndByAssignee() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("answerDueOn", "2021-09-30"));
    plan.comment("Mới nhận");
    plan.comment("Đã giao").assign("Chuyên gia B");
    plan.comment("Đã trả lời").assign("Chuyên gia A").answer("NOTED");
    plan.comment("Đã duyệt").assign("Chuyên gia A").answer("EXPLAINED").answer("NOTED").approve();
    plan.comment("Trả lại").answer("NOTED").approve().giveBack("Chưa rõ");
    plan.comment("Đã rút").answer("NOTED").withdraw("Gửi nhầm");
    Api.as(Key.CONSULTANT)
        .get(plan.draftPath(1) + "/statistics")
        .then()
        .statusCode(200)
        .body("asOf", equalTo(VietnamTime.dayOf(java.time.Instant.now()).toString()))
        .body("total.comments", equalTo(5))
        .body("total.byStatus.RETURNED", equalTo(1))
        .body("total.byResult.NOTED", equalTo(1))
        .body("total.byResult.PENDING", equalTo(4))
        .body("total.byStatus.WITHDRAWN", equalTo(null))
        .body("answersOverdue", equalTo(3))
        .body("assignees.assignee", contains("Chuyên gia A", "Chuyên gia B", null))
        .body("assignees.open", contains(0, 1, 2))
        .body("assignees.overdue", contains(0, 1, 2))
        .body("assignees.answered", contains(1, 0, 0))
        .body("assignees.approved", contains(1, 0, 0))
        .body("days.received.sum()", equalTo(5))
        .body("days.answered.sum()", equalTo(2))
        .body("days.approved.sum()", equalTo(1));
  }

  /** An answer or approval that was returned does not count; the next one counts on its own day. */
  @Test
  void lastAnswerAndApprovalCount() {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment("Trả lời lại").answer("NOTED").approve();
    vn.sogopy.platform.sql.Sql.of(
            "update comment set answered_at = '2021-09-01T23:30:00Z', approved_at = '2021-09-02T23:30:00Z'"
                + " where id = ?::uuid",
            comment.id())
        .execute(source);
    String today = VietnamTime.dayOf(java.time.Instant.now()).toString();
    JsonPath days = statistics(plan, Key.COORDINATOR);
    assertThat(days.getList("days.day")).containsExactly("2021-09-02", "2021-09-03", today);
    assertThat(days.getList("days.answered")).containsExactly(1, 0, 0);
    assertThat(days.getList("days.approved")).containsExactly(0, 1, 0);
    comment.giveBack("Chưa rõ");
    assertThat(statistics(plan, Key.COORDINATOR).getList("days.day")).containsExactly(today);
    comment.answer("NOTED").approve();
    days = statistics(plan, Key.COORDINATOR);
    assertThat(days.getList("days.day")).containsExactly(today);
    assertThat(days.getList("days.answered")).containsExactly(1);
    assertThat(days.getList("days.approved")).containsExactly(1);
  }

  @Test
  void daysAreInVietnam() {
    JsonPath all = read(Key.COORDINATOR, SAMPLE + "1/statistics");
    List<String> days = all.getList("days.day");
    assertThat(days).isSorted().doesNotHaveDuplicates();
    assertThat(all.getInt("days.received.sum()")).isEqualTo(all.getInt("total.comments"));
    assertThat(all.getInt("days.approved.sum()")).isEqualTo(all.getInt("total.byStatus.APPROVED"));
    assertThat(all.getInt("days.answered.sum()"))
        .isEqualTo(all.getInt("total.byStatus.APPROVED") + all.getInt("total.byStatus.ANSWERED"));
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment("Lúc nửa đêm");
    // 23:30 of the 1st in UTC is 06:30 of the 2nd in Vietnam.
    vn.sogopy.platform.sql.Sql.of(
            "update comment set received_at = '2021-09-01T23:30:00Z' where id = ?::uuid",
            comment.id())
        .execute(source);
    assertThat(statistics(plan, Key.COORDINATOR).getList("days.day")).containsExactly("2021-09-02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/statistics", "/coverage"})
  void rolesOfReading(String view) {
    TestPlan plan = TestPlan.open();
    String path = plan.draftPath(1) + view;
    Api.as(Key.SGTVT).get(path).then().spec(problem(403, "forbidden"));
    Api.as(Key.ADMIN).get(path).then().spec(problem(403, "forbidden"));
    Api.anonymous().get(path).then().spec(problem(401, "unauthenticated"));
    Api.as(Key.VIEWER).get(plan.draftPath(9) + view).then().spec(problem(404, "not-found"));
    Api.wrong(Key.VIEWER)
        .get(path + "?group=DISTRICT")
        .then()
        .spec(Api.badParameter("group", "unknown-parameter"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/statistics", "/coverage"})
  void unchangedStatisticsAre304(String view) {
    TestPlan plan = TestPlan.open();
    String path = plan.draftPath(1) + view;
    String tag = Api.as(Key.VIEWER).get(path).then().statusCode(200).extract().header("ETag");
    Api.as(Key.VIEWER).header("If-None-Match", tag).get(path).then().statusCode(304);
    plan.comment("Mới");
    Api.as(Key.VIEWER)
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(tag)));
  }

  private JsonPath statistics(TestPlan plan, Key key) {
    return read(key, plan.draftPath(1) + "/statistics");
  }

  private static JsonPath read(Key key, String path) {
    return Api.as(key).get(path).then().statusCode(200).extract().jsonPath();
  }
}
