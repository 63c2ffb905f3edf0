package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestForm.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Messages that withdraw, update or replace an earlier document. */
@QuarkusTest
class EdxmlBusinessTest {
  private static final String FIRST = "000.00.99.H03,2021/09/06,1/SGTVT-KCHT";

  private TestPlan plan;

  @BeforeEach
  void plan() {
    Edxml.identify();
    plan = TestPlan.open();
  }

  private String first() {
    return Edxml.a("1").sent(plan);
  }

  /** A comment of the letter, entered by the office. */
  private TestComment comment() {
    Map<String, Object> letter = json("number", "1/SGTVT-KCHT", "date", "2021-09-06");
    return plan.comment(
        Key.COORDINATOR, json("organization", "sgtvt", "content", "Ý kiến.", "letter", letter));
  }

  @Test
  void withdrawalMessage() {
    String id = first();
    TestComment comment = comment();
    // The date in the DocumentId may have either form.
    Edxml withdrawal = Edxml.a("1").about("1", "000.00.99.H03,06/09/2021,1/SGTVT-KCHT", "Gửi nhầm");
    withdrawal
        .send(plan)
        .statusCode(200)
        .body("id", equalTo(id))
        .body("withdrawnAt", notNullValue());
    comment.get().body("status", equalTo("WITHDRAWN"));
    new TestLetter(id).history(Key.COORDINATOR).body("items.reason", hasItem("Gửi nhầm"));
    withdrawal.send(plan).statusCode(200).body("id", equalTo(id));
    new TestLetter(id)
        .history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "WITHDRAWN"));
  }

  @Test
  void submitterWithdrawsUntilWorkBegins() {
    first();
    TestComment comment = comment();
    comment.answer(json("result", "NOTED", "response", "Đã rõ."));
    Edxml withdrawal = Edxml.a("1").about("1", FIRST, "Gửi nhầm");
    withdrawal.send(plan, Key.BABE).spec(problem(403, "forbidden"));
    withdrawal
        .send(plan, Key.SGTVT)
        .statusCode(202)
        .body("warnings.code", contains("letter-in-work"));
    withdrawal.send(plan).statusCode(200);

    String second = Edxml.a("2").sent(plan);
    Edxml.a("2")
        .about("1", "000.00.99.H03,2021/09/06,2/SGTVT-KCHT", "")
        .send(plan, Key.SGTVT)
        .statusCode(200)
        .body("id", equalTo(second));
    Edxml.a("3").sent(plan);
    plan.close();
    // Parked: the coordinator carries it out.
    String third = "000.00.99.H03,2021/09/06,3/SGTVT-KCHT";
    String parked =
        Edxml.a("3")
            .about("1", third, "Gửi nhầm")
            .send(plan, Key.SGTVT)
            .statusCode(202)
            .extract()
            .path("id");
    Api.as(Key.COORDINATOR)
        .body(json("organization", "sgtvt"))
        .post("/parked-letters/" + parked + "/letter")
        .then()
        .statusCode(200)
        .body("number", equalTo("3/SGTVT-KCHT"))
        .body("withdrawnAt", notNullValue());
    // What repeats it finds the letter, whatever the draft.
    Edxml.a("3b").about("1", third, "").send(plan, Key.SGTVT).statusCode(200);
    Edxml.a("4").about("1", "H03,2021/09/06,9/X", "").send(plan, Key.SGTVT).statusCode(202);
  }

  /** Its sender cannot undo the work; the coordinator decides. */
  @Test
  void changesOfALetterInWorkAreParked() {
    String id = first();
    TestComment comment = comment();
    comment.answer(json("result", "NOTED", "response", "Đã rõ."));
    Edxml update = Edxml.a("1b").about("2", FIRST, "Sai số").attach("b.pdf", Edxml.PDF);
    assertThat(preview(update, Key.SGTVT)).isEqualTo("PARKED");
    String parked = park(update, Key.SGTVT, "letter-in-work");
    assertThat(park(update, Key.SGTVT)).isEqualTo(parked);
    // Another update of the same letter waits, too.
    Edxml second = Edxml.a("1b").about("2", FIRST, "Sai số").attach("c.pdf", Edxml.PDF);
    assertThat(park(second, Key.SGTVT, "letter-in-work")).isNotEqualTo(parked);
    new TestLetter(id).get().body("number", equalTo("1/SGTVT-KCHT"));
    assertThat(Edxml.fileNames(id)).isEmpty();

    file(parked).statusCode(200).body("id", equalTo(id)).body("number", equalTo("1b/SGTVT-KCHT"));
    assertThat(Edxml.fileNames(id)).containsExactly("b.pdf");
    update.send(plan, Key.SGTVT).statusCode(200).body("id", equalTo(id));

    Edxml withdrawal = Edxml.a("1").about("1", FIRST, "Gửi nhầm");
    String dropped = park(withdrawal, Key.SGTVT, "letter-in-work");
    drop(dropped);
    new TestLetter(id).get().body("withdrawnAt", nullValue());
    String carriedOut = park(withdrawal, Key.SGTVT, "letter-in-work");
    file(carriedOut).statusCode(200).body("id", equalTo(id)).body("withdrawnAt", notNullValue());
    comment.get().body("status", equalTo("WITHDRAWN"));
    withdrawal.send(plan, Key.SGTVT).statusCode(200).body("id", equalTo(id));
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);
  }

  private String preview(Edxml message, Key key) {
    return Edxml.as(key)
        .body(text(message.xml()))
        .post(plan.draftPath(1) + "/letter-previews")
        .then()
        .statusCode(200)
        .extract()
        .path("outcome");
  }

  /** The office typed both letters before the message came. */
  @Test
  void replacementThatWasTypedBefore() {
    String old = paper("1");
    String typed = paper("5");
    Edxml message = Edxml.a("5").replacing(FIRST).attach("a.pdf", Edxml.PDF);
    String parked = park(message, Key.COORDINATOR, "letter-exists");
    file(parked).statusCode(200).body("id", equalTo(typed)).body("replaces", equalTo(old));
    new TestLetter(old).get().body("replacedBy", equalTo(typed));
    assertThat(Edxml.fileNames(typed)).containsExactly("a.pdf");
    message.send(plan).statusCode(200).body("id", equalTo(typed));
  }

  private String paper(String number) {
    Map<String, Object> letter = json("number", number + "/SGTVT-KCHT", "date", "2021-09-06");
    return TestLetter.send(plan, Key.SGTVT, letter).id();
  }

  @Test
  void updateMessageCorrectsTheLetter() {
    String id = Edxml.a("1").attach("a.pdf", Edxml.PDF).sent(plan);
    Edxml update =
        Edxml.a("1b")
            .about("2", FIRST, "Sai số")
            .attach("a.pdf", Edxml.PDF)
            .attach("b.pdf", Edxml.PDF);
    update
        .send(plan)
        .statusCode(200)
        .body("id", equalTo(id))
        .body("number", equalTo("1b/SGTVT-KCHT"))
        .body("externalId", equalTo(FIRST))
        .body("channel", equalTo("EDOC"));
    assertThat(Edxml.fileNames(id)).containsExactly("a.pdf", "b.pdf");
    new TestLetter(id)
        .history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "ATTACHED", "CORRECTED", "ATTACHED"))
        .body("items.reason", hasItem("Sai số"));
    int version = new TestLetter(id).get().extract().path("version");
    update.send(plan).statusCode(200).body("version", equalTo(version));
    assertThat(Edxml.fileNames(id)).containsExactly("a.pdf", "b.pdf");

    Edxml.a("1")
        .with("extra", "<edXML:Secret>Mật</edXML:Secret>")
        .about("2", FIRST, "")
        .send(plan)
        .spec(badField("/MessageHeader", "classified"));
    Edxml.a("1").about("1", FIRST, "").send(plan).statusCode(200);
    String late = park(update, Key.COORDINATOR, "earlier-withdrawn");
    file(late).spec(problem(409, "letter-withdrawn"));
    drop(late);
  }

  @Test
  void updateFollowsTheCorrectionRules() {
    first();
    Edxml.a("2").sent(plan);
    String taken = park(Edxml.a("2").about("2", FIRST, ""), Key.COORDINATOR, "letter-number-used");
    file(taken).spec(problem(409, "letter-exists"));
    drop(taken);
    comment().answer(json("result", "NOTED", "response", "Đã rõ."));
    park(Edxml.a("3").about("2", FIRST, ""), Key.SGTVT, "letter-in-work");
    plan.close();
    Edxml.a("3").about("2", FIRST, "").send(plan).statusCode(202).body("letter", nullValue());
    Edxml.a("3").about("2", FIRST, "Sai số").send(plan).statusCode(200);
  }

  @Test
  void replacementMessage() {
    String old = first();
    TestComment comment = comment();
    Edxml replacement = Edxml.a("5").replacing(FIRST).attach("a.pdf", Edxml.PDF);
    String id =
        replacement
            .send(plan, Key.SGTVT)
            .statusCode(201)
            .body("replaces", equalTo(old))
            .extract()
            .path("id");
    new TestLetter(old).get().body("replacedBy", equalTo(id)).body("withdrawnAt", notNullValue());
    comment.get().body("status", equalTo("WITHDRAWN"));
    replacement.send(plan).statusCode(200).body("id", equalTo(id));
    assertThat(Edxml.fileNames(id)).containsExactly("a.pdf");
    // A replaced letter is neither replaced nor withdrawn again.
    Edxml again = Edxml.a("6").replacing(FIRST).attach("a.pdf", Edxml.PDF);
    String other =
        file(park(again, Key.SGTVT, "earlier-withdrawn"))
            .statusCode(201)
            .body("replaces", nullValue())
            .extract()
            .path("id");
    again.send(plan, Key.SGTVT).statusCode(200).body("id", equalTo(other));
    new TestLetter(old).get().body("replacedBy", equalTo(id));
    Edxml.a("1").about("1", FIRST, "").send(plan).statusCode(200).body("id", equalTo(old));
    // A new letter may have the number of the one that it replaces.
    Edxml.a("5")
        .with("extra", "")
        .replacing("000.00.99.H03,2021/09/06,5/SGTVT-KCHT")
        .send(plan)
        .spec(problem(409, "external-id-conflict"));
  }

  @Test
  void replacementOfAPaperLetter() {
    String paper =
        TestLetter.send(plan, Key.SGTVT, json("number", "1 /SGTVT-KCHT", "date", "2021-09-06"))
            .id();
    Edxml.a("7").replacing(FIRST).send(plan).statusCode(201).body("replaces", equalTo(paper));
  }

  @Test
  void repeatedReplacementOfAPaperLetter() {
    String paper =
        TestLetter.send(plan, Key.SGTVT, json("number", "1/SGTVT-KCHT", "date", "2021-09-06")).id();
    Edxml message = Edxml.of("a", Edxml.SGTVT_2020, "1").replacing(FIRST);
    String id = message.sent(plan);
    message.send(plan).statusCode(200).body("id", equalTo(id)).body("replaces", equalTo(paper));
  }

  /** Its sender cannot change that the earlier document never came. */
  @Test
  void messageAboutAnUnknownDocumentIsParked() {
    String withdrawal = park(Edxml.a("8").about("1", FIRST, "Gửi nhầm"), Key.COORDINATOR);
    String update = park(Edxml.a("8").about("2", FIRST, ""), Key.SGTVT);
    String replacement = park(Edxml.a("8").replacing("ab535a99"), Key.COORDINATOR);
    assertThat(Edxml.count(plan, "letters")).isZero();
    for (String parked : List.of(withdrawal, update, replacement)) {
      file(parked).spec(badField("/TraceHeaderList/Bussiness/DocumentId", "unknown-letter"));
    }
    // A document of another organization is unknown, too.
    String other = Edxml.fresh();
    Edxml.organization("Khác " + other, other);
    String id = first();
    park(Edxml.of("a", other, "1").about("1", FIRST, ""), Key.COORDINATOR);
    file(withdrawal).statusCode(200).body("id", equalTo(id)).body("withdrawnAt", notNullValue());
  }

  private String park(Edxml message, Key key, String... warnings) {
    return message
        .send(plan, key)
        .statusCode(202)
        .body("status", equalTo("WAITING"))
        .body("warnings.code", hasItems(warnings))
        .extract()
        .path("id");
  }

  private static void drop(String parked) {
    Api.as(Key.COORDINATOR)
        .queryParam("reason", "Không thực hiện")
        .delete("/parked-letters/" + parked)
        .then()
        .statusCode(204);
  }

  private static ValidatableResponse file(String parked) {
    return Api.as(Key.COORDINATOR)
        .body(json("organization", "sgtvt"))
        .post("/parked-letters/" + parked + "/letter")
        .then();
  }

  @Test
  void badBusinessTypeIsReported() {
    Edxml.sendRaw(plan, Key.COORDINATOR, text(Edxml.a("9").with("type", "7").xml()))
        .spec(badField("/TraceHeaderList/Bussiness/BussinessDocType", "invalid-enum"));
    Edxml.a("9").with("type", "0").send(plan).statusCode(201).body("replaces", nullValue());
  }
}
