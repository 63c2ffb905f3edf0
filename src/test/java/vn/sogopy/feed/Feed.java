package vn.sogopy.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A reader of a plan's feed that keeps its cursor. */
final class Feed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String secret;
  private final TestPlan plan;
  private final int limit;
  String after;

  private Feed(String secret, TestPlan plan, int limit) {
    this.secret = secret;
    this.plan = plan;
    this.limit = limit;
  }

  static Feed of(TestPlan plan, Key key) {
    return of(plan, key, 200);
  }

  static Feed of(TestPlan plan, String secret) {
    return new Feed(secret, plan, 200);
  }

  static Feed of(TestPlan plan, Key key, int limit) {
    return new Feed(key.secret(), plan, limit);
  }

  static String path(TestPlan plan) {
    return plan.path() + "/changes";
  }

  static JsonNode json(ValidatableResponse answer) {
    try {
      return JSON.readTree(answer.extract().asByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ValidatableResponse tryRead(int wait) {
    RequestSpecification request = Api.as(secret).queryParam("limit", limit);
    if (after != null) {
      request.queryParam("after", after);
    }
    if (wait > 0) {
      request.queryParam("wait", wait);
    }
    return request.get(path(plan)).then();
  }

  /** Reads one page. */
  List<JsonNode> read(int wait) {
    JsonNode body = json(tryRead(wait).statusCode(200));
    after = body.get("next").asText();
    List<JsonNode> items = new ArrayList<>();
    body.get("items").forEach(items::add);
    return items;
  }

  /** Reads all that is there. */
  List<JsonNode> rest() {
    List<JsonNode> all = new ArrayList<>();
    for (List<JsonNode> page = read(0); !page.isEmpty(); page = read(0)) {
      all.addAll(page);
    }
    return all;
  }

  /** The types of the events of one subject, such as "comment.received". */
  static List<String> types(List<JsonNode> events, String subject) {
    return types(events.stream().filter(e -> e.get("subject").asText().equals(subject)).toList());
  }

  static List<String> types(List<JsonNode> events) {
    return events.stream().map(e -> e.get("type").asText().replace("vn.sogopy.", "")).toList();
  }

  static List<String> ids(List<JsonNode> events) {
    return events.stream().map(e -> e.get("id").asText()).toList();
  }
}
