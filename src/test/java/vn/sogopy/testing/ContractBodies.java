package vn.sogopy.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Validates the JSON bodies of exchanges against the contract as it is written: OpenAPI 3.1, whose
 * schemas are JSON Schema 2020-12. A field that is not described is a violation.
 */
public final class ContractBodies implements Filter {
  private static final String DOCUMENT = "https://sogopy.example/openapi.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode CONTRACT = closed(ContractDocument.read());
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          factory ->
              factory.schemaLoaders(
                  loaders -> loaders.schemas(Map.of(DOCUMENT, CONTRACT.toString()))));
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  /** By their JSON pointers in the contract. */
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private static final List<Path> PATHS =
      CONTRACT.path("paths").properties().stream()
          .map(path -> new Path(path.getKey()))
          .sorted(Comparator.comparingInt(Path::parameters))
          .toList();

  private final boolean requests;

  /**
   * @param requests whether requests are validated, too
   */
  ContractBodies(boolean requests) {
    this.requests = requests;
  }

  private record Path(String template, Pattern pattern, int parameters) {
    Path(String template) {
      this(
          template,
          Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+")),
          template.split("\\{", -1).length - 1);
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    String path = URI.create(request.getURI()).getRawPath();
    int status = response.statusCode();
    String method = request.getMethod();
    if (requests && status / 100 == 2 && request.getBody() != null) {
      require(
          "request",
          violations(method, path, 0, request.getContentType(), bytes(request.getBody())));
    }
    require(
        "answer", violations(method, path, status, response.contentType(), response.asByteArray()));
    return response;
  }

  private static byte[] bytes(Object body) {
    return body instanceof byte[] bytes ? bytes : body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void require(String what, List<String> violations) {
    if (!violations.isEmpty()) {
      throw new AssertionError("The " + what + " is not as described: " + violations);
    }
  }

  /**
   * The violations of a body. A body that is not JSON, or not described at all, has none.
   *
   * @param status of the response; 0 = the body is the request's
   */
  public static List<String> violations(
      String method, String path, int status, String contentType, byte[] body) {
    String type = contentType == null ? "" : contentType.split(";")[0].strip();
    Path found =
        PATHS.stream()
            .filter(one -> one.pattern().matcher(path).matches())
            .findFirst()
            .orElse(null);
    if (body.length == 0 || !type.matches("application/(.+\\+)?json") || found == null) {
      return List.of();
    }
    String operation =
        "/paths/" + escaped(found.template()) + "/" + method.toLowerCase(Locale.ROOT);
    String content = status == 0 ? "/requestBody" : "/responses/" + status;
    String reference = CONTRACT.at(operation + content).path("$ref").asText();
    String pointer =
        (reference.isEmpty() ? operation + content : reference.substring(1))
            + "/content/"
            + escaped(type)
            + "/schema";
    if (CONTRACT.at(pointer).isMissingNode()) {
      return List.of();
    }
    try {
      return SCHEMAS
          .computeIfAbsent(pointer, ContractBodies::compile)
          .validate(JSON.readTree(body))
          .stream()
          .map(violation -> violation.toString())
          .toList();
    } catch (JsonProcessingException e) {
      return List.of("no JSON");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonSchema compile(String pointer) {
    return FACTORY.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer), CONFIG);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Forbids additional fields in an object with named fields. */
  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(ContractBodies::closed);
    return node;
  }
}
