package vn.sogopy.round;

import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.sogopy.round.Round.Place;
import vn.sogopy.round.Round.Point;

/** What the consultant and the coordinator do with the comments of a draft. */
final class Work {
  static final String MAINTAINED = "Đề nghị xem xét lại.";

  private final Office office;
  private final Round round;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  Work(Office office, Round round) {
    this.office = office;
    this.round = round;
  }

  void all() {
    find();
    split();
    withdraw();
    Predicate<Point> mine = Point::isLive;
    bulk(
        Office.CONSULTANT,
        "assignments",
        mine.and(point -> point.assignee() != null),
        point -> json("assignee", point.assignee()));
    bulk(Office.CONSULTANT, "answers", mine.and(point -> point.result() != null), Work::answer);
    bulk(
        Office.COORDINATOR,
        "approvals",
        mine.and(point -> point.state().equals("APPROVED")),
        point -> json());
    bulk(
        Office.COORDINATOR,
        "returns",
        mine.and(point -> point.state().equals("RETURNED")),
        point -> json("reason", "Nêu rõ căn cứ."));
    round.live().forEach(this::leaders);
  }

  /** Comments are known by their words. */
  private void find() {
    ids.clear();
    Map<String, String> keys = new HashMap<>();
    round.points().forEach(point -> keys.put(point.content(), point.key()));
    String next = "";
    while (next != null) {
      JsonNode page =
          office.get(Office.CONSULTANT, Office.path(round.draft()) + "/comments?limit=200" + next);
      for (JsonNode comment : page.get("items")) {
        String key = keys.get(comment.get("content").asText());
        ids.put(key, comment.get("id").asText());
        versions.put(key, comment.get("version").asInt());
      }
      next = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    }
  }

  private void split() {
    for (Point point : round.select(one -> one.state().equals("SPLIT"))) {
      List<Object> parts =
          round.select(one -> one.part() != null && one.key().startsWith(point.key())).stream()
              .<Object>map(
                  part ->
                      json(
                          "content", part.content(),
                          "section", part.place().section(),
                          "locator", Entrances.locator(part)))
              .toList();
      office.change(
          Office.CONSULTANT,
          "POST",
          "/comments/" + ids.get(point.key()) + "/parts",
          json("parts", parts));
    }
    find();
  }

  /** Those of withdrawn letters are withdrawn already. */
  private void withdraw() {
    for (Point point : round.select(one -> one.state().equals("WITHDRAWN"))) {
      if (ids.containsKey(point.key())) {
        office.change(
            Office.COORDINATOR,
            "POST",
            "/comments/" + ids.get(point.key()) + "/withdrawal",
            json("reason", "Nhập trùng."));
      }
    }
  }

  private static Map<String, Object> answer(Point point) {
    Place place = point.revision();
    return json(
        "result",
        point.result(),
        "response",
        point.response(),
        "revision",
        place == null ? null : json("section", place.section(), "pages", place.pages()),
        "final",
        !point.state().equals("DRAFTING"));
  }

  private void bulk(
      String key, String what, Predicate<Point> which, Function<Point, Map<String, Object>> body) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Point point : round.select(which)) {
      Map<String, Object> item = body.apply(point);
      item.put("id", ids.get(point.key()));
      item.put("version", versions.merge(point.key(), 1, Integer::sum) - 1);
      items.add(item);
    }
    JsonNode report = office.post(key, Office.path(round.draft()) + "/" + what, items, 200);
    if (report.get("updated").asInt() != items.size()) {
      throw new AssertionError(what + ": " + report);
    }
  }

  private void leaders(Point point) {
    String path = "/comments/" + ids.get(point.key());
    if (point.reason() != null) {
      office.change(Office.CONSULTANT, "PUT", path + "/escalation", json("reason", point.reason()));
    }
    if (point.direction() != null) {
      office.change(
          Office.COORDINATOR,
          "PUT",
          path + "/direction",
          json(
              "text", point.direction().get(0),
              "document", Tables.at(point.direction(), 1),
              "date", Tables.at(point.direction(), 2)));
    }
    if (point.reaction() != null) {
      office.change(
          Office.COORDINATOR,
          "PUT",
          path + "/reaction",
          json(
              "reaction",
              point.reaction(),
              "note",
              point.reaction().equals("MAINTAINED") ? MAINTAINED : null));
    }
  }
}
