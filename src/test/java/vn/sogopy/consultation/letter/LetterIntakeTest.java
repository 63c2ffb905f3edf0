package vn.sogopy.consultation.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.letters;
import static vn.sogopy.testing.TestLetter.send;
import static vn.sogopy.testing.TestLetter.trySend;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Intake of a whole letter: what is stored, what is derived, what is refused. */
@QuarkusTest
class LetterIntakeTest {
  @Inject DataSource source;

  @Test
  void exampleOfTheContract() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> sent =
        json(
            "organization", "sgtvt",
            "number", " 642 /SGTVT\u2013KCHT",
            "date", "2021-08-24",
            "arrivalNumber", "1540",
            "receivedOn", "2021-08-25",
            "signer", json("fullName", "Nguyễn Văn A", "position", "Phó Giám đốc"),
            "position", "AGREES_WITH_COMMENTS",
            "channel", "EDOC",
            "subject", "Góp ý dự thảo",
            "occasion", "Hội nghị ngày 20/8",
            "inReplyTo", "1234/SKHĐT-TH",
            "replaces", null,
            "classified", false,
            "externalId", "edoc-642",
            "comments",
                List.of(
                    json(
                        "section", "v.1",
                        "alsoSections", List.of("BĐ.2", "ĐMC"),
                        "locator", json("page", 45, "paragraph", 3, "quote", "đường tỉnh"),
                        "kind", "MISSING",
                        "content", "Bổ sung đường.",
                        "proposal", "Thêm ĐT.258B.",
                        "author", json("fullName", "Trần B", "position", "Chuyên viên"),
                        "externalId", "edoc-642-1",
                        "restricted", true),
                    json("content", "Rà soát chính tả.")));
    String id =
        trySend(plan, Key.SGTVT, sent)
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", matchesPattern("/api/v1/letters/[0-9a-f-]{36}"))
            .body("plan", equalTo(plan.slug()))
            .body("draft", equalTo(1))
            .body("organization", equalTo("sgtvt"))
            .body("number", equalTo("642 /SGTVT\u2013KCHT"))
            .body("numberNormalized", equalTo("642/SGTVT-KCHT"))
            .body("date", equalTo("2021-08-24"))
            .body("arrivalNumber", equalTo(null))
            .body("receivedOn", equalTo(today()))
            .body("claimed", equalTo(json("receivedOn", "2021-08-25", "arrivalNumber", "1540")))
            .body("signer", equalTo(sent.get("signer")))
            .body("position", equalTo("AGREES_WITH_COMMENTS"))
            .body("channel", equalTo("EDOC"))
            .body("subject", equalTo("Góp ý dự thảo"))
            .body("occasion", equalTo("Hội nghị ngày 20/8"))
            .body("inReplyTo", equalTo("1234/SKHĐT-TH"))
            .body("classified", equalTo(false))
            .body("externalId", equalTo("edoc-642"))
            .body("late", equalTo(false))
            .body("commentCount", equalTo(2))
            .body("version", equalTo(0))
            .spec(nulls("replaces", "replacedBy"))
            .body("comments.content", contains("Bổ sung đường.", "Rà soát chính tả."))
            .body("comments.letter.number", everyItem(equalTo("642 /SGTVT\u2013KCHT")))
            .body("comments[0].section.code", equalTo("V.1"))
            .body("comments[0].alsoSections", contains("BĐ.2", "ĐMC"))
            .body("comments[0].locator.page", equalTo(45))
            .body("comments[0].author.fullName", equalTo("Trần B"))
            .body("comments[0].restricted", equalTo(true))
            .body("comments[1].kind", equalTo("OTHER"))
            .body("comments.status", everyItem(equalTo("RECEIVED")))
            .extract()
            .path("id");

    TestLetter letter = new TestLetter(id);
    assertThat(letter.comments(plan)).hasSize(2);
    letter
        .history(Key.SGTVT)
        .body("items.action", contains("RECEIVED"))
        .body("items[0].by", equalTo("Sở Giao thông vận tải (mẫu)"))
        .body("items[0].changes", empty());
    for (TestComment comment : letter.comments(plan)) {
      comment.history(Key.SGTVT).body("items.action", contains("RECEIVED"));
    }
  }

  @Test
  void responseEqualsLaterGetExceptComments() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> sent =
        trySend(plan, Key.SGTVT, letter("1/A", "Một")).statusCode(201).extract().path("$");
    new TestLetter((String) sent.get("id"))
        .get(Key.SGTVT)
        .header("ETag", "\"0\"")
        .body("$", equalTo(with(sent, "comments", null)));
  }

  @Test
  void numberAndDateAreEnough() {
    trySend(TestPlan.open(), Key.SGTVT, json("number", "1/A", "date", "2021-08-24"))
        .statusCode(201)
        .body("channel", equalTo("LETTER"))
        .body("receivedOn", equalTo(today()))
        .body("commentCount", equalTo(0))
        .body("comments", empty())
        .spec(nulls("position", "subject", "signer", "arrivalNumber", "externalId", "inReplyTo"))
        .spec(nulls("claimed"));
  }

  private static String today() {
    return VietnamTime.dayOf(Instant.now()).toString();
  }

  private static Map<String, Object> arrived(String number, String receivedOn, String... contents) {
    return with(with(letter(number, contents), "organization", "sgtvt"), "receivedOn", receivedOn);
  }

  /** Day and number of arrival belong to the receiver; what the sender claims changes nothing. */
  @Test
  void claimedArrivalIsKeptBesideTheDayOfEntry() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    Map<String, Object> punctual =
        with(with(letter("1/A", "x"), "receivedOn", "2021-09-14"), "arrivalNumber", "12");
    TestLetter letter = send(plan, Key.SGTVT, punctual);
    for (Key key : List.of(Key.COORDINATOR, Key.SGTVT)) {
      letter
          .get(key)
          .body("late", equalTo(true))
          .body("receivedOn", equalTo(today()))
          .body("arrivalNumber", equalTo(null))
          .body("claimed", equalTo(json("receivedOn", "2021-09-14", "arrivalNumber", "12")));
    }
    letter.comments(plan).get(0).get().body("late", equalTo(true));
    trySend(plan, Key.SGTVT, with(letter("2/A"), "receivedOn", today()))
        .statusCode(201)
        .body("claimed", equalTo(null));
    trySend(plan, Key.COORDINATOR, with(arrived("3/A", "2021-09-14"), "arrivalNumber", "1540"))
        .statusCode(201)
        .body("late", equalTo(false))
        .body("receivedOn", equalTo("2021-09-14"))
        .body("arrivalNumber", equalTo("1540"))
        .body("claimed", equalTo(null));
  }

  /** One rule for every way in: the normalised number has a letter or digit. */
  @Test
  void aNumberHasALetterOrADigit() {
    TestPlan plan = TestPlan.open();
    TestLetter known = send(plan, Key.SGTVT, letter("1/A"));
    for (String none :
        List.of("\u200B", "\u202E", "\u00AD", "\u2060", "\u180E", "\u061C", "\u3164")) {
      noNumber(plan, known, none, "blank");
    }
    for (String none : List.of("×", "÷", "-\u0301", "-\u200B-", "-\u115F-", "/", "1\n2")) {
      noNumber(plan, known, none, "invalid-format");
    }
    assertThat(plan.count()).isZero();
    known.get().body("number", equalTo("1/A")).body("version", equalTo(0));
    // One letter is enough.
    trySend(plan, Key.SGTVT, letter("Đ")).statusCode(201);
    trySend(plan, Key.SGTVT, letter("½")).statusCode(201);
  }

  private static void noNumber(TestPlan plan, TestLetter known, String number, String code) {
    Api.wrong(Key.SGTVT)
        .body(letter(number))
        .post(letters(plan))
        .then()
        .spec(badField("/number", code));
    Api.wrong(Key.SGTVT)
        .body(json("content", "x", "letter", json("number", number, "date", "2021-08-24")))
        .post(plan.comments())
        .then()
        .spec(badField("/letter/number", code));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("number", number))
        .patch(known.path())
        .then()
        .spec(badField("/number", code));
    Api.wrong(Key.COORDINATOR)
        .body(
            List.of(json("organization", "stc", "requestLetters", List.of(json("number", number)))))
        .post(plan.draftPath(1) + "/consultees")
        .then()
        .spec(badField("/0/requestLetters/0/number", code));
  }

  @Test
  void allOrNothing() {
    TestPlan plan = TestPlan.open();
    List<Map<String, Object>> comments =
        new ArrayList<>(Collections.nCopies(17, json("content", "Được")));
    comments.add(json("content", "Không", "section", "XX", "alsoSections", List.of("V.1", "YY")));
    comments.add(json("content", "Không", "follows", "0190d6f0-0000-7000-8000-000000000000"));
    trySend(plan, Key.SGTVT, with(letter("1/A"), "comments", comments))
        .spec(badField("/comments/17/section", "unknown-section"))
        .spec(badField("/comments/17/alsoSections/1", "unknown-section"))
        .spec(badField("/comments/18/follows", "unknown-comment"))
        .body("errors", hasSize(3));
    assertThat(plan.count()).isZero();
    Api.as(Key.COORDINATOR).get(letters(plan)).then().body("items", empty());
  }

  @Test
  void invalidShapeIsReportedByPointer() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> comments =
        with(letter("1/A"), "comments", List.of(json("content", "a"), json("content", "")));
    Api.wrong(Key.SGTVT)
        .body(comments)
        .post(letters(plan))
        .then()
        .spec(badField("/comments/1/content", "blank"));
    for (String known : List.of("organization", "letter", "reason")) {
      Api.wrong(Key.SGTVT)
          .body(with(letter("1/A"), "comments", List.of(json("content", "a", known, "x"))))
          .post(letters(plan))
          .then()
          .spec(badField("/comments/0/" + known, "unknown-field"));
    }
    Api.wrong(Key.SGTVT)
        .body(json("date", "24/8/2021", "number", "1/A"))
        .post(letters(plan))
        .then()
        .spec(badField("/date", "invalid-date"));
    Api.wrong(Key.SGTVT)
        .body(json("subject", "không số"))
        .post(letters(plan))
        .then()
        .spec(badField("/number", "required"))
        .spec(badField("/date", "required"));
    Api.wrong(Key.SGTVT)
        .body(with(letter("1/A"), "comments", Collections.nCopies(501, json("content", "a"))))
        .post(letters(plan))
        .then()
        .spec(badField("/comments", "too-long"));
  }

  @Test
  void fiveHundredLongCommentsAreAccepted() {
    TestPlan plan = TestPlan.open();
    String content = "Đề nghị rà soát số liệu. ".repeat(400);
    Map<String, Object> letter =
        with(
            letter("1/A"),
            "comments",
            Collections.nCopies(
                500, json("content", content, "section", "V.1", "alsoSections", List.of("ĐMC"))));
    trySend(plan, Key.SGTVT, letter)
        .statusCode(201)
        .body("commentCount", equalTo(500))
        .body("comments", hasSize(500));
    assertThat(plan.count()).isEqualTo(500);
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    Api.wrong(Key.SGTVT)
        .body("\"" + "x".repeat(LetterRequest.BODY_LIMIT) + "\"")
        .post(letters(TestPlan.open()))
        .then()
        .spec(problem(413, "content-too-large"));
  }

  @Test
  void agreementHasNoComments() {
    TestPlan plan = TestPlan.open();
    trySend(plan, Key.SGTVT, with(letter("1/A", "Nhưng mà"), "position", "AGREES"))
        .spec(badField("/comments", "letter-agrees"));
    TestLetter agrees = send(plan, Key.SGTVT, with(letter("1/A"), "position", "AGREES"));
    comment(plan, "1/a").spec(badField("/letter", "letter-agrees"));
    agrees.get().body("commentCount", equalTo(0));

    send(plan, Key.SGTVT, with(letter("2/A"), "position", "DISAGREES"));
    comment(plan, "2/a").statusCode(201);
  }

  private static io.restassured.response.ValidatableResponse comment(TestPlan plan, String number) {
    return Api.as(Key.SGTVT)
        .body(json("content", "Thêm", "letter", json("number", number, "date", "2021-08-30")))
        .post(plan.comments())
        .then();
  }

  @Test
  void classifiedLetterKeepsOnlyTheArrival() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> stub = with(letter("12/M"), "classified", true);
    trySend(
            plan,
            Key.SGTVT,
            with(with(letter("12/M", "x"), "classified", true), "subject", "Nội dung"))
        .spec(badField("/subject", "classified"))
        .spec(badField("/comments", "classified"));
    trySend(plan, Key.SGTVT, with(stub, "occasion", "x")).spec(badField("/occasion", "classified"));
    TestLetter letter =
        new TestLetter(
            trySend(plan, Key.SGTVT, stub)
                .statusCode(201)
                .body("subject", equalTo("Văn bản mật, lưu hồ sơ riêng"))
                .body("position", equalTo("COMMENTS"))
                .extract()
                .path("id"));
    comment(plan, "12/M").spec(badField("/letter", "classified"));
    letter
        .patch(Key.COORDINATOR, json("subject", "Nội dung"))
        .spec(badField("/subject", "classified"));
    letter
        .patch(Key.COORDINATOR, json("arrivalNumber", "7"))
        .statusCode(200)
        .body("subject", equalTo("Văn bản mật, lưu hồ sơ riêng"));
  }

  @Test
  void organizationOfCoordinatorAndSubmitter() {
    TestPlan plan = TestPlan.open();
    trySend(plan, Key.COORDINATOR, letter("1/A")).spec(badField("/organization", "required"));
    trySend(plan, Key.COORDINATOR, with(letter("1/A"), "organization", "nobody"))
        .spec(badField("/organization", "unknown-organization"));
    trySend(plan, Key.SGTVT, with(letter("1/A"), "organization", "sxd"))
        .spec(problem(403, "forbidden"));
    trySend(plan, Key.CONSULTANT, letter("1/A")).spec(problem(403, "forbidden"));
    trySend(plan, Key.COORDINATOR, with(letter("1/A"), "organization", "sxd"))
        .statusCode(201)
        .body("organization", equalTo("sxd"));
  }

  @Test
  void unusualDatesAreAcceptedWithWarnings() {
    TestPlan plan = TestPlan.open();
    LocalDate today = VietnamTime.dayOf(Instant.now());
    Map<String, Object> future =
        json("number", "1/A", "date", today.plusDays(3).toString(), "receivedOn", "2021-08-25");
    String id =
        trySend(plan, Key.SGTVT, future)
            .statusCode(201)
            .body("warnings.code", contains("date-in-future", "date-after-receipt"))
            .body("warnings.pointer", everyItem(equalTo("/date")))
            .body("warnings[0].detail", matchesPattern("Ngày văn bản .* ở sau ngày hôm nay .*"))
            .extract()
            .path("id");
    Api.as(Key.SGTVT)
        .header("Accept-Language", "en")
        .get("/letters/" + id)
        .then()
        .body("warnings[0].detail", matchesPattern("The date of the letter, .*, is after today.*"));
    new TestLetter(id)
        .patch(Key.SGTVT, json("date", today.toString(), "receivedOn", today.toString()))
        .body("warnings", empty());

    trySend(
            plan,
            Key.COORDINATOR,
            with(arrived("2/A", today.plusDays(1).toString()), "date", "2015-01-05"))
        .statusCode(201)
        .body("warnings.code", contains("date-before-draft", "receipt-in-future"));
  }

  @Test
  void lateIsByTheDayOfReceipt() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    TestLetter late = send(plan, Key.COORDINATOR, arrived("1/A", "2021-09-16", "x"));
    late.get().body("late", equalTo(true));
    late.comments(plan).get(0).get().body("late", equalTo(true));
    TestLetter inTime = send(plan, Key.COORDINATOR, arrived("2/A", "2021-09-15", "x"));
    inTime.get().body("late", equalTo(false));
    inTime.comments(plan).get(0).get().body("late", equalTo(false));
    // Sent late, but with a letter that was in time.
    comment(plan, "2/A").statusCode(201).body("late", equalTo(false));
    comment(plan, "1/A").statusCode(201).body("late", equalTo(true));
    trySend(plan, Key.SGTVT, letter("3/A")).statusCode(201).body("late", equalTo(true));
  }

  /** Thirty days run from the receipt of the dossier, so a consultee may have its own date. */
  @Test
  void lateIsByTheOwnDueDate() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    Sql.of(
            "insert into consultee (draft_id, organization_id, due_on)"
                + " select d.id, o.id, case o.code when 'sgtvt' then date '2021-10-01' end"
                + " from draft d join plan p on p.id = d.plan_id, organization o"
                + " where p.slug = ? and o.code in ('sgtvt', 'ubnd-huyen-ba-be')",
            plan.slug())
        .execute(source);
    send(plan, Key.COORDINATOR, arrived("1/A", "2021-10-01", "x"))
        .get()
        .body("late", equalTo(false));
    TestLetter late = send(plan, Key.COORDINATOR, arrived("2/A", "2021-10-02", "x"));
    late.get().body("late", equalTo(true));
    late.patch(Key.COORDINATOR, json("receivedOn", "2021-09-30")).body("late", equalTo(false));
    // A consultee without its own due date has the draft's.
    send(
            plan,
            Key.COORDINATOR,
            with(arrived("3/A", "2021-09-16"), "organization", "ubnd-huyen-ba-be"))
        .get()
        .body("late", equalTo(true));

    Sql.of(
            "update consultee set due_on = '2099-01-01' where organization_id ="
                + " (select id from organization where code = 'sgtvt')"
                + " and draft_id = (select d.id from draft d join plan p on p.id = d.plan_id where p.slug = ?)",
            plan.slug())
        .execute(source);
    plan.comment("Không kèm văn bản").get().body("late", equalTo(false));
    plan.comment(Key.BABE, json("content", "Muộn")).get().body("late", equalTo(true));
  }

  @Test
  void closedDraftNeedsCoordinatorAndReason() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    plan.close();
    Map<String, Object> letter = with(letter("1/A", "Muộn"), "reason", "Văn bản đến muộn");
    trySend(plan, Key.SGTVT, letter).spec(problem(409, "draft-not-open"));
    Map<String, Object> named = with(letter, "organization", "sgtvt");
    trySend(plan, Key.COORDINATOR, with(named, "reason", null))
        .spec(problem(409, "draft-not-open"));
    TestLetter taken =
        new TestLetter(
            trySend(plan, Key.COORDINATOR, named)
                .statusCode(201)
                .body("late", equalTo(true))
                .body("comments.late", contains(true))
                .extract()
                .path("id"));
    taken.history(Key.VIEWER).body("items[0].reason", equalTo("Văn bản đến muộn"));
    taken
        .comments(plan)
        .get(0)
        .history(Key.VIEWER)
        .body("items[0].reason", equalTo("Văn bản đến muộn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/plans/none/drafts/1/letters", "/plans/bac-kan-2021-2030/drafts/9/letters"})
  void unknownPlanIs404BeforeTheBody(String path) {
    Api.wrong(Key.SGTVT).body("{").post(path).then().spec(problem(404, "not-found"));
  }

  @Test
  void lettersOfOthersAre404() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A", "a"));
    letter.get(Key.BABE).spec(problem(404, "not-found"));
    letter.history(Key.BABE).spec(problem(404, "not-found"));
    letter.patch(Key.BABE, json("subject", "x")).spec(problem(404, "not-found"));
    letter.get(Key.VIEWER).statusCode(200);
    letter.get(Key.CONSULTANT).statusCode(200);
    letter.patch(Key.VIEWER, json("subject", "x")).spec(problem(403, "forbidden"));
    Api.wrong(Key.ADMIN).get(letter.path()).then().spec(problem(403, "forbidden"));
  }

  @Test
  void restrictedCommentsDoNotReachAViewer() {
    TestPlan plan = TestPlan.open();
    List<Map<String, Object>> comments =
        List.of(json("content", "a"), json("content", "b", "restricted", true));
    TestLetter letter = send(plan, Key.SGTVT, with(letter("1/A"), "comments", comments));
    letter.get(Key.VIEWER).body("commentCount", equalTo(1));
    letter.get(Key.SGTVT).body("commentCount", equalTo(2));
  }

  @Test
  void withdrawnCommentsAreNotCounted() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A", "a", "b"));
    letter.comments(plan).get(0).withdraw("Nhầm");
    letter.get().body("commentCount", equalTo(1));
  }

  @Test
  void existingCommentIsNamed() {
    TestPlan plan = TestPlan.open();
    TestComment before = plan.comment(Key.SGTVT, json("content", "Trước", "externalId", "edoc-17"));
    List<Map<String, Object>> comments =
        new ArrayList<>(Collections.nCopies(17, json("content", "Được")));
    comments.add(json("content", "Lại", "externalId", "edoc-17"));
    int receipt = before.get().extract().path("receiptNumber");
    trySend(plan, Key.SGTVT, with(letter("1/A"), "comments", comments))
        .spec(problem(409, "external-id-conflict"))
        .header("Location", "/api/v1" + before.path())
        .body("detail", containsString("(" + receipt + ")"))
        .body("errors.pointer", contains("/comments/17/externalId"))
        .body("errors.code", contains("external-id-conflict"));
  }

  @Test
  void lineEndsAreRefusedInOneLineFields() {
    TestPlan plan = TestPlan.open();
    for (String number : List.of("1\n/A", "1\t/A", "/-", "…")) {
      Api.wrong(Key.SGTVT)
          .body(letter(number))
          .post(letters(plan))
          .then()
          .spec(badField("/number", "invalid-format"));
    }
    Api.wrong(Key.SGTVT)
        .body(with(with(letter("1/A"), "inReplyTo", "5\n/B"), "signer", json("fullName", "A\nB")))
        .post(letters(plan))
        .then()
        .spec(badField("/inReplyTo", "invalid-format"))
        .spec(badField("/signer/fullName", "invalid-format"));
  }
}
