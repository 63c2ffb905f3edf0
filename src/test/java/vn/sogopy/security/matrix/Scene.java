package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/**
 * The data of one cell: a plan with a comment of each organization, and resources of the
 * organization of the column.
 */
record Scene(Stage stage, Column column) {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  TestPlan plan() {
    return stage.plan();
  }

  String draft() {
    return plan().draftPath(1);
  }

  private boolean ofAnother() {
    return column == Column.SUBMITTER_OTHER || restricted();
  }

  private boolean restricted() {
    return column == Column.VIEWER_RESTRICTED;
  }

  /** The organization that owns the resource. */
  Key owner() {
    return ofAnother() ? Key.BABE : Key.SGTVT;
  }

  String organization() {
    return ofAnother() ? "ubnd-huyen-ba-be" : "sgtvt";
  }

  /** A word that only the owner's resources contain. */
  String word() {
    return restricted() ? stage.closed() : ofAnother() ? stage.theirs() : stage.mine();
  }

  int next() {
    return NUMBERS.incrementAndGet();
  }

  /** A new comment of the owner. */
  TestComment comment() {
    return plan().comment(owner(), json("content", word(), "restricted", restricted()));
  }

  TestComment answered() {
    return comment().answer("NOTED");
  }

  /** An item of a bulk array: id and version. */
  Map<String, Object> item(TestComment comment) {
    int version = comment.get().extract().path("version");
    return json("id", comment.id(), "version", version);
  }

  String number() {
    return next() + "/MT";
  }

  /** A new letter of the owner with one comment. */
  TestLetter letter() {
    Map<String, Object> comment = json("content", word(), "restricted", restricted());
    Map<String, Object> letter = TestLetter.letter(number());
    letter.put("subject", stage.mine().equals(word()) ? word() : "Góp ý");
    letter.put("comments", List.of(comment));
    return TestLetter.send(plan(), owner(), letter);
  }

  /** A file of that letter. */
  String attachment(TestLetter letter) {
    return TestForm.as(owner())
        .body(TestForm.of(TestForm.part("file", "a.pdf", PDF)))
        .post(letter.path() + "/attachments")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A request to the owner about its comment. */
  String request() {
    return made(
        Api.as(Key.CONSULTANT)
            .body(json("to", organization(), "kind", "DATA", "text", "Số liệu? " + word()))
            .post(comment().path() + "/requests")
            .then());
  }

  static String newCode() {
    return "mt-" + UUID.randomUUID();
  }

  /** A new organization without references. */
  String body() {
    String code = newCode();
    TestOrganization.make(
        json("code", code, "name", "Cơ quan " + code, "group", "COMMUNITY", "order", 900));
    return code;
  }

  /** The path of a consultee: the owner. */
  String consultee() {
    String path = draft() + "/consultees";
    if (Api.as(Key.COORDINATOR).get(path + "/" + organization()).statusCode() == 404) {
      Api.as(Key.COORDINATOR)
          .body(List.of(json("organization", organization(), "contact", json("name", word()))))
          .post(path)
          .then()
          .statusCode(200);
    }
    return path + "/" + organization();
  }

  /** An edXML message of an unknown sender. */
  String message() {
    String header =
        "<MessageHeader><From><OrganId>MT%d</OrganId></From><Code>%s</Code><Subject>%s</Subject>"
            + "<PromulgationInfo><PromulgationDate>2021/09/06</PromulgationDate></PromulgationInfo>"
            + "</MessageHeader>";
    return header.formatted(next(), number(), word());
  }

  String parked() {
    return Api.as(Key.COORDINATOR)
        .contentType("application/xml")
        .body(message())
        .post(draft() + "/letters")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  /** The path of a new edition, which includes a restricted comment. */
  String edition() {
    return edition(draft());
  }

  private String edition(String draft) {
    return "/editions/"
        + made(
            Api.as(Key.COORDINATOR)
                .body(json("note", stage.mine(), "allowUnanswered", true, "allowUnplaced", true))
                .post(draft + "/editions")
                .then());
  }

  String issued() {
    return issued(draft());
  }

  private String issued(String draft) {
    String edition = edition(draft);
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "" + next(), "reportDate", "2021-10-05"))
        .post(edition + "/issuance")
        .then()
        .statusCode(200);
    return edition;
  }

  String signedCopy() {
    String edition = issued(restricted() ? draft() : draftWithoutComments());
    return edition
        + "/signed-copies/"
        + made(
            TestForm.as(Key.COORDINATOR)
                .body(TestForm.of(TestForm.part("file", "a.pdf", signedBytes())))
                .post(edition + "/signed-copies")
                .then());
  }

  private String draftWithoutComments() {
    int draft = plan().draft();
    plan().outline(draft);
    plan().patchDraft(draft, json("status", "OPEN"));
    return plan().draftPath(draft);
  }

  byte[] signedBytes() {
    return (new String(PDF, java.nio.charset.StandardCharsets.US_ASCII)
            + ("% " + stage.mine() + next() + "\n%%EOF\n"))
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** The id of a new link for a day. */
  String link() {
    String path = "/api/v1" + draft() + "/register/file?format=pdf";
    return made(
        Api.as(Key.COORDINATOR)
            .body(json("path", path, "minutes", 1_440))
            .post("/download-links")
            .then());
  }

  String phrase() {
    return plan().path()
        + "/phrases/"
        + made(
            Api.as(Key.CONSULTANT)
                .body(json("text", word() + " " + next()))
                .post(plan().path() + "/phrases")
                .then());
  }

  private static String made(ValidatableResponse answer) {
    return answer.statusCode(201).extract().path("id");
  }
}
