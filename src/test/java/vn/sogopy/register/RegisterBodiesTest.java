package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The organizations of the register: their order, letters and names. */
@QuarkusTest
class RegisterBodiesTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private JsonPath register(Key key) {
    return Api.as(key)
        .get(plan.draftPath(1) + "/register")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void orderOfOrganizationsAndComments() {
    Map<String, Object> second = json("number", "2/A", "date", "2021-09-02");
    Map<String, Object> first = json("number", "1/A", "date", "2021-09-01");
    plan.comment(Key.BABE, json("content", "huyện", "section", "I"));
    plan.comment(Key.SGTVT, json("content", "không văn bản"));
    plan.comment(Key.SGTVT, json("content", "hai", "letter", second));
    plan.comment(Key.SGTVT, json("content", "một V", "letter", first, "section", "V.1"));
    plan.comment(Key.SGTVT, json("content", "một I", "letter", first, "section", "I"));
    plan.comment(Key.COORDINATOR, json("content", "xây dựng", "organization", "sxd"));
    asked("sgtvt", "sxd");
    JsonPath register = register(Key.VIEWER);
    assertThat(register.getList("groups.code")).isEqualTo(List.of("PROVINCIAL", "DISTRICT"));
    assertThat(register.getList("groups.bodies.code"))
        .isEqualTo(List.of(List.of("sgtvt", "sxd"), List.of("ubnd-huyen-ba-be")));
    String sgtvt = "groups[0].bodies[0].";
    assertThat(register.getList(sgtvt + "rows.content"))
        .isEqualTo(List.of("một I", "một V", "hai", "không văn bản"));
    assertThat(register.getList(sgtvt + "rows.letter"))
        .containsExactly(
            "số 1/A ngày 01/9/2021", "số 1/A ngày 01/9/2021", "số 2/A ngày 02/9/2021", null);
    assertThat(register.getList(sgtvt + "letters.number")).isEqualTo(List.of("1/A", "2/A"));
    assertThat(register.getInt("summary.replied")).isEqualTo(1); // by letter
    assertThat(register.getInt("summary.notReplied")).isEqualTo(1);
    assertThat(register.getInt("summary.comments")).isEqualTo(3);
    assertThat(register.getInt("summary.unasked.comments")).isEqualTo(3);
    RegisterTest.sumsHold(register);
  }

  @Test
  void letterColumnOnlyForSeveralLetters() {
    Map<String, Object> letter = json("number", "1/A", "date", "2021-02-09");
    plan.comment(Key.SGTVT, json("content", "x", "letter", letter));
    JsonPath register = register(Key.VIEWER);
    String body = "groups[0].bodies[0].";
    assertThat(register.getString(body + "letters[0].citation"))
        .isEqualTo("số 1/A ngày 09/02/2021");
    assertThat(register.getString(body + "rows[0].letter")).isNull();
  }

  @Test
  void agreementHasOneRow() {
    plan.comment(
        Key.SGTVT, json("content", "x", "letter", json("number", "1/A", "date", "2021-09-01")));
    letter("ubnd-huyen-ba-be", "7/UBND", "AGREES");
    letter("ubnd-huyen-cho-moi", "8/UBND", "DISAGREES");
    asked("sgtvt", "ubnd-huyen-ba-be", "ubnd-huyen-cho-moi");
    JsonPath register = register(Key.VIEWER);
    List<Map<String, Object>> district = register.getList("groups[1].bodies");
    assertThat(district)
        .extracting(body -> body.get("agreement"))
        .containsExactlyInAnyOrder("Nhất trí với nội dung dự thảo", null);
    assertThat(register.getMap("summary"))
        .containsEntry("replied", 3)
        .containsEntry("agreed", 1)
        .containsEntry("commented", 2)
        .containsEntry("disagreed", 1)
        .containsEntry("comments", 1);
    RegisterTest.sumsHold(register);
  }

  private void asked(String... organizations) {
    Api.as(Key.COORDINATOR)
        .body(Arrays.stream(organizations).map(code -> json("organization", code)).toList())
        .post(plan.draftPath(1) + "/consultees")
        .then()
        .statusCode(200);
  }

  private void letter(String organization, String number, String position) {
    Map<String, Object> letter = json("organization", organization, "number", number);
    letter.putAll(json("date", "2021-09-01", "receivedOn", "2021-09-02", "position", position));
    Api.as(Key.COORDINATOR)
        .body(letter)
        .post(plan.draftPath(1) + "/letters")
        .then()
        .statusCode(201);
  }

  @Test
  void nameAtTheTimeOfTheLetter() {
    String code = "o-" + UUID.randomUUID();
    TestOrganization.make(
        json(
            "code",
            code,
            "name",
            "Tên nay",
            "group",
            "ORGANIZATION",
            "order",
            1,
            "names",
            List.of(json("name", "Tên xưa", "from", null, "to", "2021-12-31"))));
    Map<String, Object> body = json("organization", code, "content", "x");
    body.put("letter", json("number", "1/A", "date", "2021-12-31"));
    plan.comment(Key.COORDINATOR, body);
    assertThat(register(Key.VIEWER).getString("groups[0].bodies[0].name")).isEqualTo("Tên xưa");
    body.put("letter", json("number", "2/A", "date", "2022-01-01"));
    plan.comment(Key.COORDINATOR, body);
    assertThat(register(Key.VIEWER).getString("groups[0].bodies[0].name")).isEqualTo("Tên nay");
  }
}
