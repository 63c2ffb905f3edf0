package vn.sogopy.security.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** Reads the audit as an administrator. */
final class Lines {
  private Lines() {}

  /** A unique request id, to find the entries of a request. */
  static String id() {
    return "audit-" + UUID.randomUUID();
  }

  static RequestSpecification as(Key key, String requestId) {
    return Api.as(key).header("X-Request-Id", requestId);
  }

  /** All entries of one request, oldest first. */
  static List<JsonNode> of(String requestId) {
    return where("requestId=" + requestId);
  }

  /** All entries of a query, oldest first. */
  static List<JsonNode> where(String question) {
    List<JsonNode> lines = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          Api.as(Key.ADMIN)
              .get("/audit?limit=200&" + question + cursor)
              .then()
              .statusCode(200)
              .extract()
              .as(JsonNode.class);
      page.path("items").forEach(line -> lines.add(0, line));
      cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asText();
    } while (cursor != null);
    return lines;
  }
}
