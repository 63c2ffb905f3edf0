package vn.sogopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.PackagedService;

/**
 * Requests of the people of one round to a service. Every exchange is validated against the
 * contract; another status than the expected one fails the test.
 */
final class Office {
  static final String ADMIN = "ADMIN";
  static final String COORDINATOR = "COORDINATOR";
  static final String CONSULTANT = "CONSULTANT";
  static final String VIEWER = "VIEWER";
  static final String PLAN = "/plans/quy-hoach-tinh";
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final int port;
  private final Map<String, String> keys = new HashMap<>();

  Office(PackagedService service, String adminKey) throws IOException {
    this.port = service.port();
    keys.put(ADMIN, adminKey);
    for (String role : new String[] {COORDINATOR, CONSULTANT, VIEWER}) {
      addKey(role, json("name", "Khóa " + role, "role", role));
    }
  }

  /** Makes an API key that is known by this name. */
  void addKey(String name, Map<String, Object> body) {
    keys.put(name, post(ADMIN, "/api-keys", body, 201).get("key").asText());
  }

  static String path(int draft) {
    return PLAN + "/drafts/" + draft;
  }

  /** A request that conforms to the contract. */
  RequestSpecification as(String key) {
    return Api.as(keys.get(key)).baseUri("http://127.0.0.1").port(port);
  }

  /** A request with a body that the contract's validator cannot read: a form or a file. */
  RequestSpecification withFile(String key, String type, byte[] body) {
    return Api.wrong(keys.get(key))
        .baseUri("http://127.0.0.1")
        .port(port)
        .contentType(type)
        .body(body);
  }

  static JsonNode read(Response response, int status) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    try {
      return MAPPER.readTree(response.asString());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode get(String key, String path) {
    return read(as(key).get(path), 200);
  }

  byte[] file(String key, String path) {
    Response response = as(key).get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.asByteArray();
  }

  JsonNode post(String key, String path, Object body, int status) {
    return read(as(key).body(body).post(path), status);
  }

  /** A change of the current version of one resource. */
  JsonNode change(String key, String method, String path, Object body) {
    RequestSpecification request = as(key).header("If-Match", "*");
    if (body != null) {
      request.body(body);
    }
    if (method.equals("PATCH")) {
      request.contentType("application/merge-patch+json");
    }
    return read(request.request(method, path), 200);
  }

  /** Sends a table or lines; none of its rows is rejected. */
  void load(String path, String type, byte[] file, int rows) {
    JsonNode report = read(withFile(COORDINATOR, type, file).post(path), 200);
    assertThat(report.get("received").asInt()).as(report.toString()).isEqualTo(rows);
    assertThat(report.get("rejected").asInt()).as(report.toString()).isZero();
    assertThat(report.get("ignoredColumns")).as(report.toString()).isEmpty();
  }
}
