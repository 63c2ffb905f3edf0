package vn.sogopy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/**
 * Restricted comments are invisible to callers without the right: no GET of the contract, in any
 * format, contains a word or an id of theirs, and each returns what it would return without them.
 * The figures and the numbers of the register are the exception: every reader gets the same.
 */
@QuarkusTest
class RestrictedSweepTest {
  private static final String NOBODY = UUID.randomUUID().toString();

  private static final Set<String> REGISTER =
      Set.of(
          "summary",
          "matrix",
          "asked",
          "comments",
          "index",
          "restrictedLeftOut",
          "paragraphs",
          "differencesText",
          "directedTitle",
          "directedText");

  /** The fields with figures of the register, by operation. */
  private static final Map<String, Set<String>> FIGURES =
      Map.of(
          "getStatistics", Set.of("counts", "restrictedLeftOut"),
          "getCoverage", Set.of("counts", "restrictedLeftOut"),
          "listConsultees", Set.of("counts"),
          "getReadiness", Set.of("counts", "restrictedLeftOut", "index"),
          "compareEditions", Set.of("summary", "index"),
          "getRegister", REGISTER,
          "getEditionRegister", REGISTER);

  private static final Map<String, Response> ANSWERS = new HashMap<>();
  private static RestrictedRound round;
  private static RestrictedRound twin;

  /** Created once: no test changes them. */
  @BeforeEach
  void rounds() {
    if (round == null) {
      round = new RestrictedRound(true);
      twin = new RestrictedRound(false);
    }
  }

  private static Map<String, List<String>> values(RestrictedRound of, boolean hiddenToo) {
    Map<String, List<String>> values = new HashMap<>();
    values.put("plans{plan}", List.of(of.plan.slug()));
    values.put("drafts{draft}", List.of("1"));
    values.put("comments{id}", join(of.open, hiddenToo ? of.restricted : List.of()));
    values.put("letters{id}", of.letters);
    values.put("requests{id}", join(of.requests, hiddenToo ? of.hiddenRequests : List.of()));
    values.put("editions{id}", of.editions);
    values.put("signed-copies{copy}", List.of(of.copy));
    values.put("attachments{id}", hiddenToo ? of.attachments : List.of());
    values.put("sections{code}", List.of("V", "V.1", "ĐMC"));
    values.put("consultees{organization}", List.of("sgtvt"));
    values.put("organizations{code}", List.of("sgtvt"));
    values.put("phrases{id}", List.of(NOBODY));
    values.put("parked-letters{id}", List.of(NOBODY));
    values.put("minutes{id}", List.of(NOBODY));
    return values;
  }

  private static List<String> join(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static RequestSpecification as(Key key) {
    return Api.wrong(key).accept("*/*");
  }

  /** Cached for all tests: none changes the response. */
  private static Response answer(Key key, String url) {
    return ANSWERS.computeIfAbsent(key + " " + url, asked -> as(key).get(url));
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"VIEWER", "BABE", "ADMIN"})
  void noRestrictedTextOrIdIsShown(Key key) throws IOException {
    Set<String> answered = new TreeSet<>();
    Set<String> leaks = new TreeSet<>();
    List<Sweep.Question> questions =
        Sweep.questions(values(round, true), RestrictedRound.WORD, round.editions.get(0));
    for (Sweep.Question question : questions) {
      Response answer = answer(key, question.url());
      if (answer.statusCode() == 200) {
        answered.add(question.operation());
      }
      assertThat(answer.statusCode()).as(question.url()).isIn(200, 401, 403, 404, 409, 410);
      // A problem repeats the requested path.
      String said = Sweep.words(answer.asByteArray()).replace(question.path(), "");
      said += answer.headers().toString().replace(question.url(), "");
      List<String> secrets = new ArrayList<>(List.of(RestrictedRound.WORD.toLowerCase()));
      // An ADMIN must be able to trace changes, and the comments of a person, by their ids.
      if (!Set.of("listAudit", "getPersonalData").contains(question.operation())) {
        secrets.addAll(join(round.restricted, round.hiddenRequests));
        secrets.addAll(round.attachments);
      }
      for (String secret : secrets) {
        if (said.toLowerCase().contains(secret)) {
          leaks.add(question.operation() + " " + question.query() + ": " + secret);
        }
      }
    }
    assertThat(questions).hasSizeGreaterThan(200);
    assertThat(leaks).isEmpty();
    if (key == Key.VIEWER) {
      assertThat(answered).hasSizeGreaterThan(30);
    }
  }

  /** Trial requests do not show whether an id is that of a restricted comment. */
  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"VIEWER", "BABE", "ADMIN"})
  void restrictedIsTreatedAsMissing(Key key) {
    for (String id : round.restricted) {
      assertThat(tried(key, "/comments/" + id)).isEqualTo(tried(key, "/comments/" + NOBODY));
    }
    for (String id : round.hiddenRequests) {
      assertThat(tried(key, "/requests/" + id)).isEqualTo(tried(key, "/requests/" + NOBODY));
    }
    for (String id : round.attachments) {
      assertThat(tried(key, "/attachments/" + id)).isEqualTo(tried(key, "/attachments/" + NOBODY));
    }
  }

  /** Status and code of every operation on the comment. */
  private static Map<String, String> tried(Key key, String path) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String below : List.of("", "/history", "/parts", "/requests", "/similar")) {
      answers.put("GET " + below, code(as(key).get(path + below)));
    }
    Map<String, Object> patch = json("content", "x");
    answers.put(
        "PATCH",
        code(change(key).contentType("application/merge-patch+json").body(patch).patch(path)));
    Map<String, Object> answer = json("result", "NOTED", "response", "x");
    Map<String, Map<String, Object>> puts =
        Map.of(
            "/answer", answer,
            "/assignment", json("assignee", "x"),
            "/revision", json("page", 1),
            "/reaction", json("reaction", "AGREED"),
            "/escalation", json("reason", "x"),
            "/direction", json("text", "x", "document", "1", "date", "2021-09-10"),
            "/reply", json("reply", "x"));
    puts.forEach((name, body) -> answers.put(name, code(change(key).body(body).put(path + name))));
    Map<String, Map<String, Object>> posts =
        Map.of(
            "/approval", json(),
            "/return", json("reason", "x"),
            "/withdrawal", json("reason", "x"),
            "/parts", json("parts", List.of(json("content", "a"), json("content", "b"))),
            "/requests", json("to", "sxd", "kind", "OPINION", "text", "x"));
    posts.forEach(
        (name, body) -> answers.put(name, code(change(key).body(body).post(path + name))));
    return answers;
  }

  private static RequestSpecification change(Key key) {
    return Api.wrong(key).header("If-Match", "*");
  }

  private static String code(Response answer) {
    return answer.statusCode() + " " + answer.path("code");
  }

  /**
   * The same round without restricted comments has the same text and numbers. The exceptions are
   * the edition, which says that it has a public form, and the figures of the register.
   */
  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"VIEWER", "BABE", "ADMIN"})
  void responsesEqualThoseWithout(Key key) throws IOException {
    // These cover all plans, or contain the current time.
    Set<String> others =
        Set.of("listRequests", "listApiKeys", "listPlans", "listAudit", "getPersonalData");
    Set<String> different = new TreeSet<>();
    int compared = 0;
    List<Sweep.Question> mine =
        Sweep.questions(values(round, false), RestrictedRound.WORD, round.editions.get(0));
    List<Sweep.Question> its =
        Sweep.questions(values(twin, false), RestrictedRound.WORD, twin.editions.get(0));
    assertThat(mine).hasSameSizeAs(its);
    for (int i = 0; i < mine.size(); i++) {
      Sweep.Question question = mine.get(i);
      if (others.contains(question.operation()) || question.operation().contains("SignedCopy")) {
        continue;
      }
      Response one = answer(key, question.url());
      Response other = as(key).get(its.get(i).url());
      assertThat(one.statusCode()).as(question.url()).isEqualTo(other.statusCode());
      if (one.statusCode() == 200 && one.contentType().startsWith("application/json")) {
        compared++;
        Set<String> figures = FIGURES.getOrDefault(question.operation(), Set.of());
        String said = plain(one.asString(), figures);
        String twinSaid = plain(other.asString(), figures);
        if (!said.equals(twinSaid)) {
          different.add(question.operation() + " " + question.query() + difference(said, twinSaid));
        }
      }
    }
    assertThat(compared).isGreaterThan(10);
    assertThat(different).isEmpty();
  }

  private static String difference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 80);
    return "\n  "
        + one.substring(from, Math.min(one.length(), at + 80))
        + "\n  "
        + other.substring(from, Math.min(other.length(), at + 80));
  }

  /** The response without values that differ between any two rounds. */
  private static String plain(String answer, Set<String> figures) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(answer);
    for (String figure : figures) {
      tree.findParents(figure).forEach(one -> ((ObjectNode) one).remove(figure));
    }
    // The files of an edition that were requested so far.
    tree.findParents("files").forEach(one -> ((ObjectNode) one).remove("files"));
    return tree.toString()
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
        .replaceAll("T-[0-9A-F]{8}-[0-9A-F-]{27}", "t-ID")
        .replaceAll("\"id\":\"(comment|letter|edition)-[0-9]+\"", "EVENT")
        .replace(" - công khai", "")
        .replaceAll("\"size\":[0-9]+", "OWN")
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME")
        .replaceAll("\"receiptNumber\":[0-9]+", "NUMBER")
        .replaceAll("\"(next|digest|sha256|verificationCode|mark)\":\"[^\"]*\"", "OWN")
        .replaceAll("\"requestId\":\"[^\"]*\"", "OWN")
        // An edition with restricted comments says so.
        .replaceAll("\"(restricted|publicForm)\":(true|false)", "FORM");
  }

  /** What the comparison with the twin leaves out equals what a reader with the right gets. */
  @Test
  void figuresAreThoseOfEveryReader() throws IOException {
    ObjectMapper json = new ObjectMapper();
    String draft = round.plan.draftPath(1);
    for (String path : List.of("/statistics", "/coverage", "/consultees", "/readiness")) {
      assertThat(json.readTree(answer(Key.VIEWER, draft + path).asString()).path("counts"))
          .as(path)
          .isEqualTo(
              json.readTree(answer(Key.COORDINATOR, draft + path).asString()).path("counts"));
    }
    JsonNode open = json.readTree(answer(Key.VIEWER, draft + "/register").asString());
    JsonNode all = json.readTree(answer(Key.COORDINATOR, draft + "/register").asString());
    Map<String, String> numbers = new HashMap<>();
    rows(all).forEach(row -> numbers.put(row.path("id").asText(), row.path("index").asText()));
    assertThat(rows(open)).isNotEmpty().hasSizeLessThan(numbers.size());
    assertThat(rows(open))
        .allMatch(row -> row.path("index").asText().equals(numbers.get(row.path("id").asText())));
    assertThat(open.path("restrictedLeftOut").asInt())
        .isEqualTo(numbers.size() - rows(open).size());
    for (String figure : List.of("summary", "matrix", "asked")) {
      assertThat(open.path(figure)).as(figure).isEqualTo(all.path(figure));
    }
    for (String text : List.of("differencesText", "directedTitle", "directedText")) {
      assertThat(open.path("report").path(text)).isEqualTo(all.path("report").path(text));
    }
  }

  private static List<JsonNode> rows(JsonNode register) {
    return register.findValues("rows").stream()
        .flatMap(rows -> StreamSupport.stream(rows.spliterator(), false))
        .toList();
  }

  /** A caller with the right finds the word. */
  @Test
  void restrictedTextIsShownOnlyToItsReaders() throws IOException {
    for (Key key : List.of(Key.SGTVT, Key.COORDINATOR)) {
      int found = 0;
      for (Sweep.Question question :
          Sweep.questions(values(round, true), RestrictedRound.WORD, round.editions.get(0))) {
        Response answer = as(key).get(question.url());
        if (answer.statusCode() == 200
            && Sweep.words(answer.asByteArray()).contains(RestrictedRound.WORD)) {
          found++;
        }
        if (found > 10) {
          break;
        }
      }
      assertThat(found).as(key.name()).isGreaterThan(10);
    }
  }
}
