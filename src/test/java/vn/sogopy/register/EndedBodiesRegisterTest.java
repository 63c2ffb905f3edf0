package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.consultation.Merger;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** What register, readiness and chasing say of organizations that have ended. */
@QuarkusTest
class EndedBodiesRegisterTest {

  @Test
  void annexesSayWhatBecameOfABodyAndWhoAnswered() {
    Merger merger = Merger.bothAsked();
    merger.send(merger.letter("COMMENTS", "Một"));
    JsonPath register = merger.read("register");
    assertThat(register.getList("groups.bodies.flatten().code"))
        .as("the comments are printed once, under who wrote")
        .containsExactly(merger.now());
    assertThat(register.getList("letters.note"))
        .containsExactly("Trả lời thay " + Merger.name(merger.old()));
    JsonPath old =
        register.setRootPath("asked.bodies.flatten().find { it.code == '" + merger.old() + "' }");
    assertThat(old.getString("name"))
        .isEqualTo(Merger.name(merger.old()) + " (nay là " + Merger.name(merger.now()) + ")");
    assertThat(old.getString("state")).isEqualTo("Có ý kiến");
    assertThat(old.getString("note"))
        .isEqualTo(
            Merger.name(merger.now()) + " trả lời thay tại Văn bản số 12/SXD-QHKT ngày 05/9/2021");
    assertThat(old.getList("replies")).isEmpty();
  }

  /** The heading has the name on the day of the letter, with the name of today. */
  @Test
  void annexOfCommentsSaysWhatBecameOfABody() {
    Merger merger = Merger.oldAsked();
    Map<String, Object> own = with(TestLetter.letter("7/CV", "Một"), "organization", merger.old());
    merger.send(own);
    JsonPath body = merger.read("register").setRootPath("groups[0].bodies[0]");
    String name = Merger.name(merger.old()) + " (nay là " + Merger.name(merger.now()) + ")";
    assertThat(body.getString("name")).isEqualTo(name);
    assertThat(body.getString("heading"))
        .isEqualTo(name + " (kèm theo văn bản góp ý số 7/CV ngày 24/8/2021)");
  }

  /** The row of a body is about its own letter, whoever else names it. */
  @Test
  void agreementOfThePredecessorKeepsItsRow() {
    Merger merger = Merger.oldAsked();
    Map<String, Object> own = with(TestLetter.letter("7/CV"), "organization", merger.old());
    merger.send(with(own, "position", "AGREES"));
    merger.send(with(merger.letter("DISAGREES", "Một"), "onBehalfOf", List.of(merger.old())));
    JsonPath register = merger.read("register");
    String row = "groups.bodies.flatten().find { it.code == '" + merger.old() + "' }.agreement";
    assertThat(register.getString(row)).isEqualTo(Register.AGREEMENT);
    String state = "asked.bodies.flatten().find { it.code == '" + merger.old() + "' }.state";
    assertThat(register.getString(state)).isEqualTo("Không nhất trí");
    assertThat(register.getInt("summary.disagreed")).isEqualTo(1);
  }

  @Test
  void splitBodyIsShownAsEnded() {
    TestPlan plan = TestPlan.open();
    Consultees consultees = Consultees.of(plan);
    String district = Merger.organization();
    Merger.ask(consultees, district);
    List<String> communes = List.of(Merger.organization(), Merger.organization());
    TestOrganization.endOn(Merger.END, district, communes.toArray(String[]::new));
    String name = Merger.name(district) + " (đã kết thúc hoạt động từ ngày 01/9/2021)";
    JsonPath register = read(plan, "register");
    assertThat(register.getList("asked.bodies.flatten().name")).containsExactly(name);
    JsonPath silent = read(plan, "readiness").setRootPath("silent[0]");
    assertThat(silent.getString("name")).isEqualTo(name);
    assertThat(silent.getString("proposal"))
        .startsWith("Chuyển đề nghị góp ý cho: ")
        .contains(Merger.name(communes.get(0)), Merger.name(communes.get(1)));
    assertThat(csv(consultees)).contains(name, "Cần chuyển đề nghị góp ý cho: ");
    // A letter cannot be sent to a body that does not exist.
    Api.as(Key.COORDINATOR)
        .queryParam("format", "docx")
        .get(consultees.path() + "/file")
        .then()
        .statusCode(409);
  }

  @Test
  void chasingListNamesTheSuccessorAndWhoAnswered() {
    Merger merger = Merger.oldAsked();
    String name = Merger.name(merger.old()) + " (nay là " + Merger.name(merger.now()) + ")";
    String list = csv(merger.consultees());
    assertThat(list).contains(name, "Kết thúc hoạt động từ ngày 01/9/2021");
    merger.consultees().csv(list).statusCode(200).body("unchanged", equalTo(1));
    merger.send(merger.letter("AGREES"));
    assertThat(csv(merger.consultees())).doesNotContain(name);
    String answered =
        new String(
            Api.as(Key.COORDINATOR)
                .queryParam("format", "csv")
                .queryParam("state", "AGREED")
                .get(merger.consultees().path() + "/file")
                .asByteArray(),
            StandardCharsets.UTF_8);
    assertThat(answered)
        .contains(
            name,
            "Nhất trí; "
                + Merger.name(merger.now())
                + " trả lời thay tại Văn bản số 12/SXD-QHKT ngày 05/9/2021");
  }

  private static String csv(Consultees consultees) {
    return new String(
        Api.as(Key.COORDINATOR)
            .queryParam("format", "csv")
            .get(consultees.path() + "/file")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray(),
        StandardCharsets.UTF_8);
  }

  /** The asker itself became a part of a consultee. */
  @Test
  void askerThatEndedIsNamedWithItsSuccessor() {
    Consultees consultees = Consultees.of(TestPlan.open());
    TestPlan plan = consultees.plan();
    String asker = Merger.organization();
    String now = Merger.organization();
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("letterhead", json("issuer", Merger.name(asker).toUpperCase())))
        .patch(plan.path())
        .then()
        .statusCode(200);
    Merger.ask(consultees, now);
    assertThat(paragraphs(plan)).anyMatch(text -> text.contains(Merger.name(asker) + " đã gửi"));
    TestOrganization.endOn(Merger.END, asker, now);
    String named = Merger.name(asker) + " (nay là " + Merger.name(now) + ")";
    assertThat(paragraphs(plan)).anyMatch(text -> text.contains(named + " đã gửi"));
    assertThat(read(plan, "readiness").getString("silent[0].proposal"))
        .isEqualTo(
            "Là cơ quan lấy ý kiến, kế thừa "
                + Merger.name(asker)
                + ": đưa ra khỏi danh sách lấy ý kiến, kèm lý do");
    Map<String, Object> letter =
        json("organization", now, "number", "1/X", "date", "2021-09-05", "position", "AGREES");
    TestLetter.send(plan, Key.COORDINATOR, letter);
    assertThat(read(plan, "register").getInt("summary.replied")).as("it stays in A, B").isOne();
    assertThat(read(plan, "readiness").getList("silent")).isEmpty();
  }

  private static List<String> paragraphs(TestPlan plan) {
    return read(plan, "register").getList("report.paragraphs", String.class);
  }

  private static JsonPath read(TestPlan plan, String view) {
    return Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/" + view)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
