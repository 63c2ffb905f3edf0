package vn.sogopy.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests to the service under test. Every exchange is validated against the contract. */
public final class Api {
  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset("UTF-8")
                  .defaultQueryParameterCharset("UTF-8")
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false))
          .headerConfig(
              HeaderConfig.headerConfig().overwriteHeadersWithName("Content-Type", "Accept"));

  static {
    CompiledPaths.use();
  }

  private Api() {}

  /** A request with this key that conforms to the contract. */
  public static RequestSpecification as(Key key) {
    return as(key.secret());
  }

  public static RequestSpecification as(String secret) {
    return request(Contract.BOTH).header("X-API-Key", UsedKeys.note(secret));
  }

  /** A request with this key that may violate the contract; its response must conform. */
  public static RequestSpecification wrong(Key key) {
    return wrong(key.secret());
  }

  public static RequestSpecification wrong(String secret) {
    return anonymous().header("X-API-Key", UsedKeys.note(secret));
  }

  /** A request without a key. */
  public static RequestSpecification anonymous() {
    return request(Contract.ANSWER);
  }

  private static RequestSpecification request(List<Filter> contract) {
    return given()
        .config(CONFIG)
        .basePath("/api/v1")
        .contentType("application/json")
        .filters(contract)
        .filter(new ProblemShape());
  }

  /** A refusal with this status and this code. */
  public static ResponseSpecification problem(int status, String code) {
    return new ResponseSpecBuilder()
        .expectStatusCode(status)
        .expectBody(
            Json.that("code " + code, problem -> problem.path("code").asText().equals(code)))
        .build();
  }

  /** 400 with an error of this code at this JSON pointer. */
  public static ResponseSpecification badField(String pointer, String code) {
    return bad("pointer", pointer, code);
  }

  /** 400 with an error of this code at this query parameter. */
  public static ResponseSpecification badParameter(String name, String code) {
    return bad("parameter", name, code);
  }

  /** 400 with an error of this code at this header. */
  public static ResponseSpecification badHeader(String name, String code) {
    return bad("header", name, code);
  }

  private static ResponseSpecification bad(String place, String name, String code) {
    return new ResponseSpecBuilder()
        .addResponseSpecification(problem(400, "validation-failed"))
        .expectBody(
            Json.that(
                "error " + code + " at the " + place + " '" + name + "'",
                problem -> hasError(problem, place, name, code)))
        .build();
  }

  private static boolean hasError(JsonNode problem, String place, String name, String code) {
    for (JsonNode error : problem.path("errors")) {
      if (error.has(place) && error.get(place).asText().equals(name)) {
        return error.path("code").asText().equals(code);
      }
    }
    return false;
  }

  /** These fields of the response are null. The contract requires their presence. */
  public static ResponseSpecification nulls(String... fields) {
    ResponseSpecBuilder all = new ResponseSpecBuilder();
    for (String field : fields) {
      String pointer = "/" + field.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
      all.expectBody(Json.that(field + " null", body -> body.at(pointer).isNull()));
    }
    return all.build();
  }

  /** A JSON object from names and values in turn; values may be null. */
  public static Map<String, Object> json(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** A copy of the object with one field added or replaced. */
  public static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(object);
    copy.put(name, value);
    return copy;
  }
}
