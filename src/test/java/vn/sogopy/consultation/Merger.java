package vn.sogopy.consultation;

import static vn.sogopy.testing.Api.json;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** A draft whose consultee {@code old} ends on 1 September 2021 with the successor {@code now}. */
public record Merger(TestPlan plan, Consultees consultees, String old, String now) {
  public static final String END = "2021-09-01";

  /** Both are asked, by letters of August. */
  public static Merger bothAsked() {
    Merger merger = oldAsked();
    ask(merger.consultees, merger.now);
    return merger;
  }

  public static Merger oldAsked() {
    Consultees consultees = Consultees.of(TestPlan.open());
    String old = organization();
    String now = organization();
    ask(consultees, old);
    TestOrganization.endOn(END, old, now);
    return new Merger(consultees.plan(), consultees, old, now);
  }

  /** A new organization; its name is "Cơ quan " and the code. */
  public static String organization() {
    String code = "sx-" + UUID.randomUUID();
    TestOrganization.make(
        json("code", code, "name", name(code), "group", "COMMUNITY", "order", 900));
    return code;
  }

  public static void ask(Consultees consultees, String organization) {
    consultees.ask(
        json(
            "organization",
            organization,
            "requestLetters",
            List.of(json("number", "1186/SKHĐT-TH", "date", "2021-08-16"))));
  }

  public static String name(String code) {
    return "Cơ quan " + code;
  }

  /** A letter of the successor after the end, with these comments. */
  public Map<String, Object> letter(String position, String... contents) {
    Map<String, Object> letter = TestLetter.letter("12/SXD-QHKT", contents);
    letter.put("organization", now);
    letter.put("date", "2021-09-05");
    letter.put("position", position);
    return letter;
  }

  public TestLetter send(Map<String, Object> letter) {
    return TestLetter.send(plan, Key.COORDINATOR, letter);
  }

  public ValidatableResponse get(String organization) {
    return consultees.get(organization).statusCode(200);
  }

  /** Statistics, coverage, register or readiness. */
  public JsonPath read(String view) {
    return Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/" + view)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
