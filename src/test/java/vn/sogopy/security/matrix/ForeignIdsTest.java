package vn.sogopy.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;

/**
 * The id of a resource of another plan or organization, in a path, a query or a body, gets the same
 * response as an unknown id, and changes nothing.
 */
@QuarkusTest
class ForeignIdsTest {
  @Inject DataSource source;

  /** Of huyện Ba Bể: in another plan for the coordinator, in the same plan for the submitter. */
  private Scene theirs;

  private Stage here;
  private Fingerprint database;

  @BeforeEach
  void plans() {
    here = Stage.set();
    here.plan().draft();
    here.plan().outline(2);
    here.plan().patchDraft(2, json("status", "OPEN"));
    database = new Fingerprint(source);
  }

  /** Compares the response with that for an unknown id. */
  private void same(String secret, String id, Function<String, Ask> ask) {
    Ask sent = ask.apply(id);
    List<String> before = database.now();
    Response foreign = send(secret, sent);
    assertThat(database.now()).as(foreign.asString()).isEqualTo(before);
    String nothing = UUID.randomUUID().toString();
    assertThat(report(foreign, id)).isEqualTo(report(send(secret, ask.apply(nothing)), nothing));
    theirs.stage().words().forEach(word -> assertThat(foreign.asString()).doesNotContain(word));
  }

  private static Response send(String secret, Ask ask) {
    return ask.send(ask.isFile() ? Api.wrong(secret) : Api.as(secret));
  }

  private static String report(Response answer, String id) {
    return answer.statusCode()
        + answer.asString().replace(id, "ID").replaceAll("\"requestId\": ?\"[^\"]*\"", "");
  }

  private static Map<String, Object> item(String id, Object... fields) {
    Map<String, Object> item = new LinkedHashMap<>(json("id", id, "version", 0));
    item.putAll(json(fields));
    return item;
  }

  @Test
  void ofAnotherPlan() {
    theirs = new Scene(Stage.set(), Column.COORDINATOR);
    String secret = Keys.bound(Role.COORDINATOR, here.plan());
    String plan = here.plan().path();
    String draft = here.plan().draftPath(1);
    String second = here.plan().draftPath(2);
    Scene mine = new Scene(here, Column.COORDINATOR);
    String letter = mine.letter().path();
    String comment = mine.comment().path();
    String edition = mine.issued();

    String foreign = theirs.comment().id();
    for (String path : List.of("/answers", "/approvals", "/assignments", "/returns")) {
      Object[] fields =
          switch (path) {
            case "/answers" -> new Object[] {"result", "NOTED", "response", "Ghi nhận"};
            case "/assignments" -> new Object[] {"assignee", "Chuyên gia"};
            case "/returns" -> new Object[] {"reason", "Ghi rõ"};
            default -> new Object[0];
          };
      same(secret, foreign, id -> Ask.post(draft + path, List.of(item(id, fields))));
    }
    String answered = theirs.answered().approve().id();
    same(secret, answered, id -> Ask.put(comment + "/answer", sameAs(id)));
    same(
        secret,
        answered,
        id -> {
          Map<String, Object> item = item(comment.substring("/comments/".length()));
          item.putAll(sameAs(id));
          return Ask.post(draft + "/answers", List.of(item));
        });
    same(secret, answered, id -> Ask.post(second + "/comments", follower(id)));
    same(secret, answered, id -> imported(second, id));
    String filed = theirs.letter().id();
    same(secret, filed, id -> Ask.get(draft + "/comments").query("letter", id));
    same(secret, filed, id -> Ask.get(plan + "/comments").query("letter", id));
    same(secret, filed, id -> Ask.post(draft + "/letters", replacing(id)));
    String file = theirs.attachment(new TestLetter(filed));
    same(secret, file, id -> Ask.post(letter + "/proposed-parts", json("attachment", id)));
    String phrase = theirs.phrase().replaceFirst(".*/", "");
    same(secret, phrase, id -> Ask.get(plan + "/phrases/" + id));
    same(secret, phrase, id -> Ask.delete(plan + "/phrases/" + id));
    String sealed = theirs.edition().replaceFirst(".*/", "");
    same(secret, sealed, id -> Ask.get(edition + "/diff").query("against", id));
    String copy = theirs.signedCopy().replaceFirst(".*/", "");
    same(secret, copy, id -> Ask.get(edition + "/signed-copies/" + id));
    String minutes = RoundRequests.minutes(theirs).replaceFirst(".*/", "");
    same(secret, minutes, id -> Ask.get(draft + "/minutes/" + id));
    same(secret, minutes, id -> Ask.delete(draft + "/minutes/" + id));
    String slug = theirs.plan().slug();
    same(secret, slug, id -> Ask.get("/requests").query("plan", id));
    String admin = Keys.bound(Role.ADMIN, here.plan());
    same(
        admin,
        slug,
        id -> Ask.post("/api-keys", json("name", "x", "role", "VIEWER", "plans", List.of(id))));
  }

  /** The complete work-list of another plan matches no row here. */
  @Test
  void aWorklistOfAnotherPlan() {
    theirs = new Scene(Stage.set(), Column.COORDINATOR);
    String secret = Keys.bound(Role.CONSULTANT, here.plan());
    byte[] sheet = WorklistSheet.assigned(theirs.draft(), "", "Chuyên gia");
    List<String> before = database.now();
    Response answer =
        send(secret, Ask.post(here.plan().draftPath(1) + "/worklist").body(MediaTypes.XLSX, sheet));
    assertThat(database.now()).isEqualTo(before);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.<Integer>path("rejected")).isEqualTo(3);
    assertThat(answer.<Integer>path("updated")).isZero();
    theirs.stage().words().forEach(word -> assertThat(answer.asString()).doesNotContain(word));
  }

  @Test
  void ofAnotherBody() {
    theirs = new Scene(here, Column.SUBMITTER_OTHER);
    String secret = Key.SGTVT.secret();
    String draft = here.plan().draftPath(1);
    String second = here.plan().draftPath(2);
    String answered = theirs.answered().approve().id();
    same(secret, answered, id -> Ask.post(second + "/comments", follower(id)));
    same(secret, answered, id -> imported(second, id));
    TestLetter letter = theirs.letter();
    same(secret, letter.id(), id -> Ask.get(draft + "/comments").query("letter", id));
    same(secret, letter.id(), id -> Ask.post(draft + "/letters", replacing(id)));
    String mine = new Scene(here, Column.SUBMITTER).letter().path();
    String file = theirs.attachment(letter);
    same(secret, file, id -> Ask.post(mine + "/proposed-parts", json("attachment", id)));
  }

  /** Different organizations may use the same number. */
  @Test
  void theNumberOfAnotherBodysLetter() {
    theirs = new Scene(here, Column.SUBMITTER_OTHER);
    String number = theirs.letter().get().extract().path("number");
    TestLetter.trySend(here.plan(), Key.SGTVT, TestLetter.letter(number)).statusCode(201);
  }

  /** Before the reply, an organization does not see what others are asked about its comment. */
  @Test
  void aRequestToAnotherAboutMyComment() {
    theirs = new Scene(here, Column.SUBMITTER_OTHER);
    Scene mine = new Scene(here, Column.SUBMITTER);
    String request =
        Api.as(Key.CONSULTANT)
            .body(json("to", theirs.organization(), "kind", "DATA", "text", here.theirs()))
            .post(mine.comment().path() + "/requests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String secret = Key.SGTVT.secret();
    same(secret, request, id -> Ask.get("/requests/" + id));
    same(secret, request, id -> Ask.put("/requests/" + id + "/reply", json("reply", "x")));
  }

  private static Map<String, Object> sameAs(String id) {
    return json("result", "NOTED", "response", "Ghi nhận", "sameAs", id);
  }

  private static Map<String, Object> follower(String id) {
    return json("organization", "sgtvt", "content", "Vẫn đề nghị", "follows", id);
  }

  private static Map<String, Object> replacing(String id) {
    Map<String, Object> letter = TestLetter.letter(UUID.randomUUID() + "/MT");
    letter.put("organization", "sgtvt");
    letter.put("replaces", id);
    return letter;
  }

  private static Ask imported(String draft, String id) {
    String line =
        "{\"organization\": \"sgtvt\", \"content\": \"Vẫn đề nghị\", \"follows\": \""
            + id
            + "\"}\n";
    return Ask.post(draft + "/comment-imports")
        .body(MediaTypes.NDJSON, line.getBytes(StandardCharsets.UTF_8));
  }
}
