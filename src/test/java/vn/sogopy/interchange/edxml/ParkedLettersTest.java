package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestForm.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.interchange.edxml.SenderFinder.ElectronicId;
import vn.sogopy.letter.SampleFiles;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Letters of unknown senders are parked until the coordinator names the organization. */
@QuarkusTest
class ParkedLettersTest {
  private TestPlan plan;
  private String sender;
  private String name;

  @BeforeEach
  void plan() {
    Edxml.identify();
    plan = TestPlan.open();
    sender = Edxml.fresh();
    name = "Cơ quan lạ " + sender;
  }

  private Edxml message(String number) {
    return Edxml.of("a", sender, number).with("name", name);
  }

  private String park(Edxml message) {
    return message.send(plan).statusCode(202).extract().path("id");
  }

  private static ValidatableResponse get(String id) {
    return Api.as(Key.COORDINATOR).get("/parked-letters/" + id).then();
  }

  private static ValidatableResponse name(String id, Map<String, Object> body) {
    return Api.as(Key.COORDINATOR).body(body).post("/parked-letters/" + id + "/letter").then();
  }

  private static ValidatableResponse drop(String id, String reason) {
    return Api.as(Key.COORDINATOR)
        .queryParam("reason", reason)
        .delete("/parked-letters/" + id)
        .then();
  }

  private ValidatableResponse list(String status) {
    var request = Api.as(Key.COORDINATOR);
    if (status != null) {
      request.queryParam("status", status);
    }
    return request.get(plan.draftPath(1) + "/parked-letters").then().statusCode(200);
  }

  @Test
  void letterIsParkedWithItsFiles() {
    Edxml message = message("1").attach("Văn bản.pdf", Edxml.PDF);
    String id =
        message
            .send(plan)
            .statusCode(202)
            .header("Location", notNullValue())
            .body("status", equalTo("WAITING"))
            .body("statusLabel", equalTo("Chờ vào sổ"))
            .body("plan", equalTo(plan.slug()))
            .body("header.senderId", equalTo(sender))
            .body("header.number", equalTo("1/SGTVT-KCHT"))
            .body("files.fileName", contains("Văn bản.pdf"))
            .spec(nulls("letter", "reason", "decidedAt", "decidedBy"))
            .extract()
            .path("id");
    assertThat(Edxml.count(plan, "letters")).isZero();
    // A repeat is the same letter; other content under its DocumentId is refused.
    message.send(plan).statusCode(202).body("id", equalTo(id));
    message("1")
        .attach("Văn bản.pdf", text("%PDF-1.7\n%%EOF"))
        .send(plan)
        .spec(problem(409, "external-id-conflict"));
    get(id).statusCode(200).body("version", equalTo(0));
    list(null).body("items.id", contains(id));
    list("WAITING").body("items.id", contains(id));
    list("FILED").body("items", empty());
    Api.wrong(Key.COORDINATOR)
        .queryParam("status", "LOST")
        .get(plan.draftPath(1) + "/parked-letters")
        .then()
        .spec(badParameter("status", "invalid-enum"));
  }

  @Test
  void filedForTheNamedOrganization() {
    Edxml message =
        message("2").attach("a.pdf", Edxml.PDF).attach("b.pdf", text("%PDF-1.7\n%%EOF"));
    String parked = park(message);
    String body = Edxml.organization("Tên khác " + sender);
    String id =
        name(parked, json("organization", body, "remember", true))
            .statusCode(201)
            .body("organization", equalTo(body))
            .body("number", equalTo("2/SGTVT-KCHT"))
            .body("channel", equalTo("EDOC"))
            .extract()
            .path("id");
    assertThat(Edxml.fileNames(id)).containsExactly("a.pdf", "b.pdf");
    get(parked)
        .body("status", equalTo("FILED"))
        .body("letter", equalTo(id))
        .body("files", empty())
        .body("candidates", empty())
        .body("decidedBy", notNullValue());
    // The letter has the time at which the message arrived.
    String arrived = get(parked).extract().path("receivedAt");
    new TestLetter(id).get().body("createdAt", equalTo(arrived));
    // The identifier is stored: the next message is not parked, the first is the same letter.
    Api.as(Key.COORDINATOR).get("/organizations/" + body).then().body("eIds", contains(sender));
    message.send(plan).statusCode(200).body("id", equalTo(id));
    message("3").send(plan).statusCode(201).body("organization", equalTo(body));
    // The same decision again changes nothing; another one is too late.
    name(parked, json("organization", body)).statusCode(200).body("id", equalTo(id));
    name(parked, json("organization", "sgtvt")).spec(problem(409, "parked-letter-settled"));
    drop(parked, "x").spec(problem(409, "parked-letter-settled"));
  }

  private static String dated(Edxml message, String date) {
    return message
        .xml()
        .replace(">2021/09/06</edXML:PromulgationDate>", ">" + date + "</edXML:PromulgationDate>");
  }

  private ValidatableResponse send(String xml) {
    return Edxml.as(Key.COORDINATOR)
        .body(xml.getBytes(StandardCharsets.UTF_8))
        .post(Edxml.letters(plan))
        .then();
  }

  /** Programs send 0001-01-01 or 9999-12-31 for a missing date. */
  @Test
  void letterWithoutDateIsParked() {
    int number = 40;
    for (String date : List.of("0001-01-01T00:00:00", "1582-10-10", "9999-12-31", "31/12/1899")) {
      Edxml message = message(String.valueOf(number++));
      String parked =
          send(dated(message, date))
              .statusCode(202)
              .body("warnings.code", hasItem("date-out-of-range"))
              .extract()
              .path("id");
      get(parked).statusCode(200).body("warnings.pointer", hasItem("/date"));
      list("WAITING").body("items.id", hasItem(parked));
      Edxml.as(Key.COORDINATOR)
          .body(dated(message, date).getBytes(StandardCharsets.UTF_8))
          .post(plan.draftPath(1) + "/letter-previews")
          .then()
          .statusCode(200)
          .body("outcome", equalTo("PARKED"))
          .body("warnings.code", hasItem("date-out-of-range"));
      Api.as(Key.COORDINATOR)
          .body(json("organization", "sgtvt"))
          .post("/parked-letters/" + parked + "/letter")
          .then()
          .spec(badField("/date", "invalid-date"));
      Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/readiness").then().statusCode(200);
      String id =
          name(parked, json("organization", "sgtvt", "date", "2021-09-06"))
              .statusCode(201)
              .body("date", equalTo("2021-09-06"))
              .extract()
              .path("id");
      send(dated(message, date)).statusCode(200).body("id", equalTo(id));
    }
  }

  /** A known sender makes no difference: only the date is missing. */
  @Test
  void knownSenderWithoutDateIsParked() {
    Edxml message = Edxml.a("71");
    String parked =
        send(dated(message, "0001-01-01"))
            .statusCode(202)
            .body("candidates", contains("sgtvt"))
            .body("warnings.code", hasItem("date-out-of-range"))
            .extract()
            .path("id");
    assertThat(Edxml.count(plan, "letters")).isZero();
    String id =
        name(parked, json("organization", "sgtvt", "date", "2021-09-06"))
            .statusCode(201)
            .extract()
            .path("id");
    send(dated(message, "0001-01-01")).statusCode(200).body("id", equalTo(id));
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);
  }

  @Test
  void unrememberedIdentifierFilesTheSameLetter() {
    Edxml message = message("4");
    String parked = park(message);
    String id = name(parked, json("organization", "sgtvt")).statusCode(201).extract().path("id");
    message.send(plan).statusCode(200).body("id", equalTo(id));
    assertThat(park(message("5"))).isNotEqualTo(parked);
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);
  }

  @Test
  void sealingWarnsOfParkedLetters() {
    String parked = park(message("14"));
    String readiness = plan.draftPath(1) + "/readiness";
    Api.as(Key.VIEWER)
        .get(readiness)
        .then()
        .statusCode(200)
        .body("parked.id", contains(parked))
        .body("parked[0].sender", equalTo(name))
        .body("parked[0].number", equalTo("14/SGTVT-KCHT"));
    String page = Api.as(Key.COORDINATOR).queryParam("format", "html").get(readiness).asString();
    assertThat(page).contains("Văn bản chờ vào sổ (1)", "14/SGTVT-KCHT");
    name(parked, json("organization", "sgtvt")).statusCode(201);
    Api.as(Key.COORDINATOR).get(readiness).then().body("parked", empty());
  }

  @Test
  void filingReasonIsNotPartOfTheLetter() {
    Edxml message = message("12");
    String parked = park(message);
    plan.close();
    name(parked, json("organization", "sgtvt")).spec(problem(409, "draft-not-open"));
    String body = Edxml.organization("Tên khác " + sender);
    String id =
        name(parked, json("organization", body, "reason", "Đến trước hạn", "remember", true))
            .statusCode(201)
            .extract()
            .path("id");
    message.send(plan).statusCode(200).body("id", equalTo(id));
  }

  @Test
  void parkedLetterOfAnotherOrganizationIsForbidden() {
    Edxml message = message("13");
    String parked = message.send(plan, Key.SGTVT).statusCode(202).extract().path("id");
    name(parked, json("organization", "ubnd-huyen-ba-be")).statusCode(201);
    message.send(plan, Key.SGTVT).spec(problem(403, "forbidden"));
  }

  @Test
  void concurrentFilingStoresOneLetter() throws Exception {
    String parked = park(message("6").attach("a.pdf", Edxml.PDF));
    List<ValidatableResponse> answers =
        Race.of(
            4, i -> name(parked, json("organization", i % 2 == 0 ? "sgtvt" : "ubnd-huyen-ba-be")));
    assertThat(answers).filteredOn(one -> one.extract().statusCode() == 201).hasSize(1);
    assertThat(answers).filteredOn(one -> one.extract().statusCode() == 200).hasSize(1);
    assertThat(answers).filteredOn(one -> one.extract().statusCode() == 409).hasSize(2);
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);
  }

  @Test
  void concurrentMessageIsParkedOnce() throws Exception {
    Edxml message = message("7");
    List<String> ids = Race.of(5, i -> park(message));
    assertThat(ids).hasSize(5).containsOnly(ids.get(0));
  }

  @Test
  void candidatesOfTheSender() {
    String numbers = ElectronicId.position(sender);
    String alike = Edxml.organization("Đơn vị " + UUID.randomUUID(), numbers);
    String named = Edxml.organization(name);
    get(park(message("8"))).body("candidates", hasItem(alike)).body("candidates", hasItem(named));
    // Two organizations have the same identifier, so the sender is ambiguous.
    Edxml.patch(named, json("eIds", List.of(sender)));
    Edxml.patch(alike, json("eIds", List.of(sender)));
    get(park(message("9"))).body("candidates", hasItem(alike)).body("candidates", hasItem(named));
  }

  @Test
  void identifierOfAnotherOrganizationIsNotStored() {
    String parked = park(message("10"));
    Edxml.organization("Chủ " + sender, sender);
    name(parked, json("organization", "sgtvt", "remember", true))
        .spec(problem(409, "already-exists"));
    get(parked).body("status", equalTo("WAITING"));
    name(parked, json("organization", "sgtvt")).statusCode(201);
  }

  @Test
  void submitterKeyDoesNotProveAnIdentifier() {
    Edxml message = message("11");
    String parked =
        message
            .send(plan, Key.SGTVT)
            .statusCode(202)
            .body("candidates[0]", equalTo("sgtvt"))
            .extract()
            .path("id");
    // Keys of different organizations do not share messages.
    String other = message.send(plan, Key.BABE).statusCode(202).extract().path("id");
    assertThat(other).isNotEqualTo(parked);
    name(parked, json("organization", "sgtvt")).statusCode(201);
    message.send(plan, Key.SGTVT).statusCode(200).body("organization", equalTo("sgtvt"));
  }

  @Test
  void droppedLetter() {
    Edxml message = message("12").attach("a.pdf", Edxml.PDF);
    String parked = park(message);
    Api.wrong(Key.COORDINATOR)
        .delete("/parked-letters/" + parked)
        .then()
        .spec(badParameter("reason", "required"));
    drop(parked, "Thư rác").statusCode(204);
    drop(parked, "Thư rác").statusCode(204);
    get(parked)
        .body("status", equalTo("DROPPED"))
        .body("reason", equalTo("Thư rác"))
        .body("header.number", equalTo("12/SGTVT-KCHT"))
        .body("files", hasSize(0));
    name(parked, json("organization", "sgtvt")).spec(problem(409, "parked-letter-settled"));
    assertThat(park(message)).isNotEqualTo(parked);
  }

  @Test
  void onlyTheCoordinatorFiles() {
    String parked = park(message("13"));
    for (Key key : List.of(Key.SGTVT, Key.CONSULTANT, Key.VIEWER, Key.ADMIN)) {
      Api.wrong(key)
          .get(plan.draftPath(1) + "/parked-letters")
          .then()
          .spec(problem(403, "forbidden"));
      Api.wrong(key).get("/parked-letters/" + parked).then().spec(problem(403, "forbidden"));
      Api.wrong(key)
          .body(json("organization", "sgtvt"))
          .post("/parked-letters/" + parked + "/letter")
          .then()
          .spec(problem(403, "forbidden"));
      Api.wrong(key)
          .queryParam("reason", "x")
          .delete("/parked-letters/" + parked)
          .then()
          .spec(problem(403, "forbidden"));
    }
    String nowhere = UUID.randomUUID().toString();
    get(nowhere).spec(problem(404, "not-found"));
    name(nowhere, json("organization", "sgtvt")).spec(problem(404, "not-found"));
    drop(nowhere, "x").spec(problem(404, "not-found"));
    Api.wrong(Key.COORDINATOR)
        .body(json("organization", "nobody"))
        .post("/parked-letters/" + parked + "/letter")
        .then()
        .spec(badField("/organization", "unknown-organization"));
    Api.wrong(Key.COORDINATOR)
        .body(json())
        .post("/parked-letters/" + parked + "/letter")
        .then()
        .spec(badField("/organization", "required"));
    String limited =
        Api.as(Key.ADMIN)
            .body(
                json(
                    "name",
                    "Một quy hoạch",
                    "role",
                    "COORDINATOR",
                    "plans",
                    List.of("bac-kan-2021-2030")))
            .post("/api-keys")
            .path("key");
    Api.wrong(limited).get("/parked-letters/" + parked).then().spec(problem(404, "not-found"));
  }

  @Test
  void filingAfterCloseNeedsAReason() {
    String parked = park(message("14"));
    plan.close();
    message("15").send(plan).statusCode(202).body("warnings.code", hasItem("draft-not-open"));
    message("14").send(plan).statusCode(202).body("id", equalTo(parked));
    name(parked, json("organization", "sgtvt")).spec(problem(409, "draft-not-open"));
    get(parked).body("status", equalTo("WAITING"));
    name(parked, json("organization", "sgtvt", "reason", "Đến trước khi kết thúc"))
        .statusCode(201)
        .body("late", equalTo(false));
  }

  /** Its sender cannot open the draft; the coordinator decides. */
  @Test
  void knownSenderIsParkedWhileTheDraftIsNotOpen() {
    TestPlan other = TestPlan.preparing();
    Edxml.a("81").send(other, Key.SGTVT).statusCode(202).body("candidates", contains("sgtvt"));
    plan.close();
    Edxml message =
        Edxml.a("80")
            .attach("Góp ý.doc", SampleFiles.ole("WordDocument", "_VBA_PROJECT"))
            .attach("setup.exe", text("MZ\u0000"));
    Edxml.as(Key.COORDINATOR)
        .body(text(message.xml()))
        .post(plan.draftPath(1) + "/letter-previews")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("PARKED"))
        .body("warnings.code", hasItem("draft-not-open"))
        .body("warnings.code", hasItem("file-left-out"));
    String parked =
        message
            .send(plan)
            .statusCode(202)
            .body("candidates", contains("sgtvt"))
            .body("files.fileRisk", contains("MACROS", null))
            .body("warnings.code", hasItem("draft-not-open"))
            .body("warnings.code", hasItem("file-left-out"))
            .extract()
            .path("id");
    message.send(plan).statusCode(202).body("id", equalTo(parked));
    Edxml.a("80")
        .attach("Góp ý.doc", SampleFiles.ole("WordDocument", "_VBA_PROJECT"))
        .attach("setup.exe", text("MZ\u0001"))
        .send(plan)
        .spec(problem(409, "external-id-conflict"));
    assertThat(Edxml.count(plan, "letters")).isZero();
    name(parked, json("organization", "sgtvt")).spec(problem(409, "draft-not-open"));
    String id =
        name(parked, json("organization", "sgtvt", "reason", "Đến trước khi kết thúc"))
            .statusCode(201)
            .body("leftOut.fileName", contains("setup.exe"))
            .body("leftOut[0].size", equalTo(3))
            .body("warnings.code", hasItem("file-left-out"))
            .extract()
            .path("id");
    assertThat(Edxml.fileNames(id)).containsExactly("Góp ý.doc");
    Api.as(Key.COORDINATOR)
        .get("/letters/" + id + "/attachments")
        .then()
        .body("items.fileRisk", contains("MACROS"));
    get(parked).body("warnings.code", not(hasItem("draft-not-open")));
    // What is on file is answered, whatever the draft.
    message.send(plan).statusCode(200).body("id", equalTo(id)).body("leftOut", hasSize(1));
  }

  /** Its sender cannot change that the office typed the letter before. */
  @Test
  void letterThatWasTypedBeforeIsParked() {
    Map<String, Object> paper = json("number", "90 /SGTVT-KCHT", "date", "2021-09-07");
    String typed = TestLetter.send(plan, Key.SGTVT, paper).id();
    Edxml message = Edxml.a("90").attach("a.pdf", Edxml.PDF).attach("setup.exe", text("MZ\u0000"));
    Edxml.as(Key.COORDINATOR)
        .body(text(message.xml()))
        .post(plan.draftPath(1) + "/letter-previews")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("PARKED"))
        .body("warnings.code", hasItem("letter-exists"));
    String exists = "warnings.find { it.code == 'letter-exists' }.";
    String parked =
        message
            .send(plan, Key.SGTVT)
            .statusCode(202)
            .body("candidates", contains("sgtvt"))
            .body("files.fileName", contains("a.pdf", "setup.exe"))
            .body(exists + "pointer", equalTo("/number"))
            .extract()
            .path("id");
    message.send(plan, Key.SGTVT).statusCode(202).body("id", equalTo(parked));
    list("WAITING").body("items[0].warnings.code", hasItem("letter-exists"));
    get(parked)
        .body(
            exists + "detail",
            startsWith("Văn bản số 90/SGTVT-KCHT của cơ quan này đã được nhập trước đó."));
    assertThat(Edxml.fileNames(typed)).isEmpty();

    plan.close();
    name(parked, json("organization", "sgtvt")).spec(problem(409, "draft-not-open"));
    name(parked, json("organization", "sgtvt", "reason", "Đến trước khi kết thúc"))
        .statusCode(200)
        .body("id", equalTo(typed))
        .body("date", equalTo("2021-09-07"))
        .body("leftOut.fileName", contains("setup.exe"))
        .body("warnings.code", hasItem("letter-exists"));
    assertThat(Edxml.fileNames(typed)).containsExactly("a.pdf");
    new TestLetter(typed)
        .history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "ATTACHED", "LEFT_OUT"));
    get(parked)
        .body("status", equalTo("FILED"))
        .body("letter", equalTo(typed))
        .body("warnings.code", not(hasItem("letter-exists")));
    message.send(plan, Key.SGTVT).statusCode(200).body("id", equalTo(typed));
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);
  }

  /** The letter is found when its sender is named, and a withdrawn one is none. */
  @Test
  void letterOfAnUnknownSenderThatWasTypedBefore() {
    Map<String, Object> paper = json("number", "91/SGTVT-KCHT", "date", "2021-09-06");
    String typed = TestLetter.send(plan, Key.SGTVT, paper).id();
    Edxml message = message("91").attach("a.pdf", Edxml.PDF);
    String parked = park(message);
    name(parked, json("organization", "sgtvt"))
        .statusCode(200)
        .body("id", equalTo(typed))
        .body("warnings.code", hasItem("letter-exists"));
    assertThat(Edxml.fileNames(typed)).containsExactly("a.pdf");
    message.send(plan).statusCode(200).body("id", equalTo(typed));

    String waiting = park(Edxml.a("91"));
    drop(waiting, "Đã nhập").statusCode(204);
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("reason", "Nhập nhầm"))
        .post("/letters/" + typed + "/withdrawal")
        .then()
        .statusCode(200);
    String id = Edxml.a("91").sent(plan);
    assertThat(id).isNotEqualTo(typed);
  }

  @Test
  void messageAboutAnEarlierLetterIsParked() {
    String first = park(message("16"));
    String document = sender + ",2021/09/06,16/SGTVT-KCHT";
    String withdrawal = park(message("16").about("1", document, "Gửi nhầm"));
    assertThat(withdrawal).isNotEqualTo(first);
    name(withdrawal, json("organization", "sgtvt"))
        .spec(badField("/TraceHeaderList/Bussiness/DocumentId", "unknown-letter"));
    String id = name(first, json("organization", "sgtvt")).statusCode(201).extract().path("id");
    name(withdrawal, json("organization", "sgtvt"))
        .statusCode(200)
        .body("id", equalTo(id))
        .body("withdrawnAt", notNullValue());
    get(withdrawal).body("status", equalTo("FILED")).body("letter", equalTo(id));
  }

  @Test
  void pages() {
    for (int i = 20; i < 25; i++) {
      park(message(String.valueOf(i)));
    }
    String cursor = null;
    for (int page = 0; page < 3; page++) {
      var request = Api.as(Key.COORDINATOR).queryParam("limit", 2).queryParam("count", true);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var answer =
          request.get(plan.draftPath(1) + "/parked-letters").then().body("total", equalTo(5));
      answer.body("items", hasSize(page < 2 ? 2 : 1));
      cursor = answer.extract().path("next");
    }
    assertThat(cursor).isNull();
  }
}
