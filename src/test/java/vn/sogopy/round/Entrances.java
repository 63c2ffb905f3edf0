package vn.sogopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.TestForm.part;
import static vn.sogopy.testing.TestForm.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.interchange.edxml.Edxml;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Point;
import vn.sogopy.testing.TestForm;

/** Brings letters and comments into a draft, each by the entrance that its row names. */
final class Entrances {
  static final String SUBMITTER = "SUBMITTER";

  /** The body under which a letter is entered by mistake. */
  private static final String WRONG = "bach-thong";

  private final Office office;
  private final Round round;
  private final String path;
  private final String reason;
  private final Map<String, String> ids = new HashMap<>();

  /**
   * @param round with all that is in the draft after this
   * @param reason why it comes after the draft closed; null = the draft is open
   */
  Entrances(Office office, Round round, String reason) {
    this.office = office;
    this.round = round;
    this.path = Office.path(round.draft());
    this.reason = reason;
  }

  /**
   * @param letters those that are new, in their order
   * @param unwritten comments without a letter that are new
   */
  void send(List<Letter> letters, List<Point> unwritten) {
    for (String table : List.of("ndjson", "csv", "xlsx")) {
      List<Letter> own = letters.stream().filter(one -> one.entrance().equals(table)).toList();
      if (!own.isEmpty()) {
        new CommentFiles(round, own, reason).send(table, office, path + "/comment-imports");
      }
    }
    find();
    letters.forEach(this::send);
    unwritten.forEach(
        point -> office.post(Office.COORDINATOR, path + "/comments", alone(point), 201));
    find();
    letters.stream()
        .filter(Letter::withdrawn)
        .forEach(
            letter ->
                office.change(
                    Office.COORDINATOR,
                    "POST",
                    "/letters/" + ids.get(letter.key()) + "/withdrawal",
                    json("reason", "Cơ quan xin rút văn bản.")));
  }

  /** Letters are known by their numbers and bodies. */
  private void find() {
    for (JsonNode found :
        office.get(Office.COORDINATOR, path + "/letters?limit=200").get("items")) {
      round.letters().stream()
          .filter(letter -> letter.number().equals(found.get("number").asText()))
          .filter(letter -> letter.body().equals(found.get("organization").asText()))
          .forEach(letter -> ids.put(letter.key(), found.get("id").asText()));
    }
  }

  private void send(Letter letter) {
    switch (letter.entrance()) {
      case "letters" -> post(letter, whole(letter));
      case "comments" ->
          points(letter).forEach(point -> comment(point, point.content(), details(letter, true)));
      case "word" -> word(letter);
      case "edxml" -> correct(letter, message(letter, eId(letter.body()), 201));
      case "parked" -> parked(letter);
      case "form" -> form(letter);
      case "files" -> {
        String id = post(letter, whole(letter));
        letter.files().forEach(name -> attach(id, name, OddFiles.content(name)));
      }
      case "submitter" -> {
        Map<String, Object> own = whole(letter);
        own.remove("organization");
        own.remove("receivedOn");
        office.addKey(
            SUBMITTER, json("name", "Khóa", "role", SUBMITTER, "organization", letter.body()));
        office.post(SUBMITTER, path + "/letters", own, 201);
      }
      case "moved" -> {
        Map<String, Object> wrong = whole(letter);
        wrong.put("organization", WRONG);
        office.change(
            Office.COORDINATOR,
            "PATCH",
            "/letters/" + post(letter, wrong),
            json("organization", letter.body(), "reason", "Nhập nhầm cơ quan."));
      }
      default -> assertThat(letter.entrance()).isIn("ndjson", "csv", "xlsx");
    }
  }

  private List<Point> points(Letter letter) {
    return round.select(point -> letter.key().equals(point.letter()) && point.part() == null);
  }

  private String post(Letter letter, Map<String, Object> body) {
    String id = office.post(Office.COORDINATOR, path + "/letters", body, 201).get("id").asText();
    ids.put(letter.key(), id);
    return id;
  }

  /** A letter with its comments. */
  private Map<String, Object> whole(Letter letter) {
    Map<String, Object> body = details(letter, true);
    body.put("organization", letter.body());
    body.put("comments", points(letter).stream().map(Entrances::comment).toList());
    body.put("replaces", letter.replaces() == null ? null : ids.get(letter.replaces()));
    body.put("classified", letter.classified());
    body.put("reason", reason);
    return body;
  }

  /**
   * The letter within a comment.
   *
   * @param all whether more is stated than what finds it
   */
  static Map<String, Object> details(Letter letter, boolean all) {
    Map<String, Object> details = json("number", letter.number(), "date", letter.date().toString());
    if (all) {
      details.put("receivedOn", letter.receivedOn().toString());
      details.put("arrivalNumber", letter.arrivalNumber());
      details.put("position", letter.position());
      details.put("channel", letter.channel());
      details.put("onBehalfOf", letter.onBehalfOf());
    }
    return details;
  }

  /** A comment without organization and letter. */
  static Map<String, Object> comment(Point point) {
    return json(
        "section",
        point.place().section(),
        "alsoSections",
        point.also(),
        "locator",
        locator(point),
        "content",
        point.content(),
        "proposal",
        point.proposal(),
        "author",
        point.author().isEmpty()
            ? null
            : json("fullName", point.author().get(0), "position", point.author().get(1)),
        "restricted",
        point.restricted());
  }

  static Map<String, Object> locator(Point point) {
    return point.place().pages() == null ? null : json("pages", point.place().pages());
  }

  private static Map<String, Object> alone(Point point) {
    Map<String, Object> body = comment(point);
    body.put("organization", point.body());
    return body;
  }

  private void comment(Point point, String content, Map<String, Object> letter) {
    Map<String, Object> body = alone(point);
    body.put("content", content);
    body.put("letter", letter);
    body.put("reason", reason);
    office.post(Office.COORDINATOR, path + "/comments", body, 201);
  }

  /** The points are taken from the Word file; the clerk adds sections and pages. */
  private void word(Letter letter) {
    Map<String, Object> body = whole(letter);
    body.remove("comments");
    String id = post(letter, body);
    List<Point> points = points(letter);
    byte[] file = OddFiles.word(points.stream().map(Point::content).toList());
    JsonNode attached = attach(id, letter.files().get(0), file);
    JsonNode proposed =
        office
            .post(
                Office.COORDINATOR,
                "/letters/" + id + "/proposed-parts",
                json("attachment", attached.get("id").asText()),
                200)
            .get("items");
    assertThat(proposed).as(letter.key()).hasSize(points.size());
    for (int i = 0; i < points.size(); i++) {
      comment(points.get(i), proposed.get(i).get("content").asText(), details(letter, false));
    }
  }

  private JsonNode attach(String id, String name, byte[] content) {
    return Office.read(
        office
            .withFile(Office.COORDINATOR, form(), TestForm.of(part("file", name, content)))
            .post("/letters/" + id + "/attachments"),
        201);
  }

  private static String form() {
    return "multipart/form-data; boundary=" + TestForm.BOUNDARY;
  }

  private void form(Letter letter) {
    List<byte[]> parts = new ArrayList<>();
    try {
      parts.add(part("letter", null, Office.MAPPER.writeValueAsBytes(whole(letter))));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    letter.files().forEach(name -> parts.add(part("file", name, OddFiles.content(name))));
    Response sent =
        office
            .withFile(Office.COORDINATOR, form(), TestForm.of(parts.toArray(byte[][]::new)))
            .post(path + "/letters");
    Office.read(sent, 201);
  }

  /** The electronic identifier of a body, illustrative; each body has its own. */
  static String eId(String body) {
    return "000.00.%02d.H03".formatted(10 + Math.floorMod(body.hashCode(), 89));
  }

  /** An edXML message has no position and none of the receiver's data. */
  private JsonNode message(Letter letter, String sender, int status) {
    String[] number = letter.number().split("/", 2);
    String xml =
        Edxml.of("a", sender, number[0])
            .with("name", "Văn thư " + letter.key())
            .xml()
            .replace("SGTVT-KCHT", number[1].replace("&", "&amp;"))
            .replace("2021/09/06", letter.date().toString().replace('-', '/'));
    return Office.read(
        office
            .as(Office.COORDINATOR)
            .contentType("application/xml")
            .body(text(xml))
            .post(path + "/letters"),
        status);
  }

  private void parked(Letter letter) {
    String id = message(letter, "000.99.99.H99", 202).get("id").asText();
    correct(
        letter,
        office.post(
            Office.COORDINATOR,
            "/parked-letters/" + id + "/letter",
            json("organization", letter.body()),
            201));
  }

  /** The clerk adds what the message did not say, then the points from its attachment. */
  private void correct(Letter letter, JsonNode filed) {
    office.change(
        Office.COORDINATOR,
        "PATCH",
        "/letters/" + filed.get("id").asText(),
        json(
            "receivedOn", letter.receivedOn().toString(),
            "arrivalNumber", letter.arrivalNumber(),
            "position", letter.position()));
    points(letter).forEach(point -> comment(point, point.content(), details(letter, false)));
  }
}
