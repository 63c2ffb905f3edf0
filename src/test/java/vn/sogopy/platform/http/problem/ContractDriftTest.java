package vn.sogopy.platform.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The served description equals openapi.yaml and is complete. */
@QuarkusTest
class ContractDriftTest {
  private static final String REFRESH =
      "./mvnw -q -DskipTests package && cp target/openapi/openapi.yaml openapi.yaml";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private JsonNode api;

  private record Operation(String name, String method, JsonNode node) {}

  private static byte[] served(String format) {
    return given()
        .queryParam("format", format)
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  @BeforeEach
  void read() throws IOException {
    api = new ObjectMapper().readTree(served("json"));
  }

  /** Compared as trees: the order of the fields of an object may differ. */
  @Test
  void fileEqualsTheServedDescription() throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    JsonNode stored = yaml.readTree(Files.readAllBytes(Path.of("openapi.yaml")));
    JsonNode now = yaml.readTree(served("yaml"));
    assertThat(now.path("paths")).hasSizeGreaterThan(15);

    List<String> drift = new ArrayList<>();
    differences("", stored, now, drift);

    assertThat(drift)
        .withFailMessage(
            () ->
                "openapi.yaml has drifted from the code, at "
                    + drift.stream().limit(5).toList()
                    + "; refresh it: "
                    + REFRESH)
        .isEmpty();
    assertThat(stored).isEqualTo(now);
  }

  /** A map without an order would give another file in each build. */
  @Test
  void theOrderOfTheResponsesIsTheStoredOne() throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    JsonNode stored = yaml.readTree(Files.readAllBytes(Path.of("openapi.yaml")));
    List<String> names = new ArrayList<>();
    stored.at("/components/responses").fieldNames().forEachRemaining(names::add);
    assertThat(yaml.readTree(served("yaml")).at("/components/responses").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(names);
  }

  /**
   * Generated clients ask for the media type of the first response: a 2xx precedes the problems.
   */
  @Test
  void responsesAreInTheOrderOfTheirStatus() {
    for (Operation operation : operations()) {
      List<String> statuses = new ArrayList<>();
      operation.node().path("responses").fieldNames().forEachRemaining(statuses::add);
      assertThat(statuses).as(operation.name()).isSorted();
    }
  }

  /** Adds the pointers at which the two differ. */
  private static void differences(
      String pointer, JsonNode one, JsonNode other, List<String> found) {
    if (one.isObject() && other.isObject()) {
      Set<String> names = new TreeSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> differences(pointer + "/" + name, one.path(name), other.path(name), found));
    } else if (!one.equals(other)) {
      found.add(pointer);
    }
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operations.add(
                                new Operation(
                                    method.getKey() + " " + path.getKey(),
                                    method.getKey(),
                                    method.getValue()));
                          }
                        }));
    assertThat(operations).hasSizeGreaterThan(25);
    return operations;
  }

  @Test
  void operationIdsAreUnique() {
    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.node().path("operationId").asText())
                    .as(operation.name())
                    .matches(
                        "(list|get|create|patch|correct|hand|replace|revoke|approve|return|withdraw|assign|answer"
                            + "|revise|remove|delete|split|undo|react|escalate|direct|attach|add|seal|issue|compare|verify|import|propose|export|preview)[A-Z][A-Za-z]+"));
    assertThat(operations().stream().map(o -> o.node().path("operationId").asText()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everySummaryIsVietnameseAndEnglish() {
    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.node().path("summary").asText().split(" · "))
                    .as(operation.name())
                    .hasSize(2)
                    .allSatisfy(half -> assertThat(half).isNotBlank()));
  }

  @Test
  void everyDescriptionIsVietnameseAndEnglishAndNamesTheRoles() {
    assertThat(operations())
        .allSatisfy(
            operation ->
                assertThat(operation.node().path("description").asText())
                    .as(operation.name())
                    .matches("(?s).*Vai trò: [^·]+ · .*Roles: .*"));
  }

  @Test
  void tagsAreOrdered() {
    List<String> names = new ArrayList<>();
    for (JsonNode tag : api.path("tags")) {
      names.add(tag.path("name").asText());
      assertThat(tag.path("description").asText().split(" · ")).as(tag.toString()).hasSize(2);
    }
    assertThat(names)
        .startsWith("comments", "letters")
        .containsSubsequence("consultation", "register", "editions", "administration")
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z-]{4,20}"));
    Set<String> used = new HashSet<>();
    operations().forEach(operation -> used.addAll(texts(operation.node().path("tags"))));
    assertThat(used).containsExactlyInAnyOrderElementsOf(names);
  }

  /** A typed client knows whether it gets JSON or a file. */
  @Test
  void noGetHasJsonAndFile() {
    for (Operation operation : operations()) {
      if (!operation.method().equals("get")) {
        continue;
      }
      Set<String> types = new TreeSet<>();
      operation
          .node()
          .path("responses")
          .properties()
          .forEach(
              answer -> {
                if (answer.getKey().startsWith("2")) {
                  answer.getValue().path("content").fieldNames().forEachRemaining(types::add);
                }
              });
      assertThat(types.contains("application/json") && types.size() > 1)
          .as(operation.name() + " " + types)
          .isFalse();
    }
  }

  @Test
  void theFormatOfAJsonOperationIsDeprecated() {
    int deprecated = 0;
    for (Operation operation : operations()) {
      for (JsonNode parameter : operation.node().path("parameters")) {
        if (parameter.path("name").asText().equals("format")) {
          boolean file = operation.name().endsWith("/file");
          assertThat(parameter.path("deprecated").asBoolean())
              .as(operation.name())
              .isNotEqualTo(file);
          deprecated += file ? 0 : 1;
        }
      }
    }
    assertThat(deprecated).isEqualTo(6);
  }

  @Test
  void everyOperationNeedsAKey() {
    assertThat(api.at("/components/securitySchemes").properties()).hasSize(3);
    for (Operation operation : operations()) {
      JsonNode security =
          operation.node().has("security") ? operation.node().get("security") : api.get("security");
      assertThat(security).as(operation.name()).isNotNull().isNotEmpty();
      assertThat(security).as(operation.name()).allSatisfy(one -> assertThat(one).isNotEmpty());
    }
  }

  @Test
  void everyOperationListsItsProblems() {
    for (Operation operation : operations()) {
      JsonNode responses = operation.node().path("responses");
      Set<String> statuses = new TreeSet<>();
      responses.fieldNames().forEachRemaining(statuses::add);
      assertThat(statuses)
          .as(operation.name())
          .contains("400", "401", "403", "405", "414", "431", "500");
      assertThat(statuses).as(operation.name()).anyMatch(status -> status.startsWith("2"));
      for (String status : statuses) {
        JsonNode answer = resolve(responses.get(status));
        assertThat(answer.path("description").asText()).as(operation.name()).isNotBlank();
        if (Set.of("414", "431").contains(status)) {
          assertThat(answer.has("content")).as(operation.name() + " " + status).isFalse();
        } else if (status.compareTo("400") >= 0) {
          assertThat(answer.at("/content/application~1problem+json/schema/$ref").asText())
              .as(operation.name() + " " + status)
              .isEqualTo("#/components/schemas/Problem");
        }
      }
    }
  }

  @Test
  void ifMatchOperationsAreDescribed() {
    for (Operation operation : operations()) {
      boolean changes =
          Set.of("put", "patch").contains(operation.method())
              || operation
                  .name()
                  .matches(
                      "post .*/(approval|handover|return|withdrawal)|(post|delete) .*/parts"
                          + "|delete .*/(consultees/\\{organization}|organizations/\\{code}"
                          + "|phrases/\\{id}|plans/\\{plan}|drafts/\\{draft})");
      List<String> headers = new ArrayList<>();
      operation
          .node()
          .path("parameters")
          .forEach(p -> headers.add(resolve(p).path("name").asText()));
      assertThat(headers.contains("If-Match")).as(operation.name()).isEqualTo(changes);
      operation
          .node()
          .path("parameters")
          .forEach(
              p -> {
                JsonNode one = resolve(p);
                if (one.path("in").asText().equals("header")) {
                  assertThat(one.path("required").asBoolean())
                      .as(operation.name() + " " + p)
                      .isEqualTo(one.path("name").asText().equals("If-Match"));
                }
              });
      assertThat(operation.node().path("responses").has("412")).isEqualTo(changes);
      assertThat(operation.node().path("responses").has("428")).isEqualTo(changes);
    }
  }

  @Test
  void everyRequestBodyHasAnExample() {
    for (Operation operation : operations()) {
      operation
          .node()
          .at("/requestBody/content")
          .properties()
          .forEach(
              content -> {
                JsonNode schema = resolve(content.getValue().path("schema"));
                boolean empty = schema.path("properties").isEmpty() && !schema.has("oneOf");
                // The example of a form would be the bytes of a file.
                if (!empty && !content.getKey().startsWith("multipart/")) {
                  assertThat(
                          content.getValue().has("example")
                              || !content.getValue().path("examples").isEmpty())
                      .as(operation.name())
                      .isTrue();
                }
              });
    }
  }

  @Test
  void everyFieldOfARequestHasItsLimits() {
    List<String> unlimited = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int bodies = 0;
    for (Operation operation : operations()) {
      for (JsonNode content : operation.node().at("/requestBody/content")) {
        bodies++;
        limits(
            operation.node().path("operationId").asText(), content.path("schema"), seen, unlimited);
      }
    }
    assertThat(bodies).isGreaterThan(10);
    assertThat(unlimited).isEmpty();
  }

  @Test
  void everyParameterHasItsLimits() {
    List<String> unlimited = new ArrayList<>();
    for (Operation operation : operations()) {
      for (JsonNode parameter : operation.node().path("parameters")) {
        JsonNode one = resolve(parameter);
        String name =
            operation.node().path("operationId").asText() + "?" + one.path("name").asText();
        assertThat(one.path("description").asText()).as(name).isNotBlank();
        limits(name, one.path("schema"), new HashSet<>(), unlimited);
      }
    }
    assertThat(unlimited).isEmpty();
  }

  /** Adds every nested string, integer and array without bounds. */
  private void limits(String name, JsonNode schema, Set<String> seen, List<String> unlimited) {
    if (schema.has("$ref") && !seen.add(schema.get("$ref").asText())) {
      return;
    }
    JsonNode node = resolve(schema);
    List<String> types = new ArrayList<>();
    if (node.path("type").isArray()) {
      node.get("type").forEach(type -> types.add(type.asText()));
    } else {
      types.add(node.path("type").asText());
    }
    boolean bounded =
        node.has("maxLength") || node.has("enum") || node.has("format") || node.has("anyOf");
    if (types.contains("string") && !bounded) {
      unlimited.add(name + ": maxLength, enum or format");
    }
    if (types.contains("integer") && !(node.has("minimum") && node.has("maximum"))) {
      unlimited.add(name + ": minimum and maximum");
    }
    if (types.contains("array")) {
      if (!node.has("maxItems")) {
        unlimited.add(name + ": maxItems");
      }
      limits(name + "[]", node.path("items"), seen, unlimited);
    }
    node.path("properties")
        .properties()
        .forEach(p -> limits(name + "/" + p.getKey(), p.getValue(), seen, unlimited));
    for (String choice : List.of("anyOf", "oneOf", "allOf")) {
      node.path(choice).forEach(one -> limits(name, one, seen, unlimited));
    }
  }

  @Test
  void requestsTakeNoUnknownFields() {
    for (Operation operation : operations()) {
      operation
          .node()
          .at("/requestBody/content")
          .forEach(content -> closed(operation.name(), content.path("schema")));
    }
  }

  /** Text and binary tables have no fields. Each alternative of a oneOf is closed. */
  private void closed(String name, JsonNode schema) {
    JsonNode node = resolve(schema);
    if (node.has("oneOf")) {
      node.get("oneOf").forEach(one -> closed(name, one));
    } else if (node.path("type").asText().equals("array")) {
      closed(name, node.get("items"));
    } else if (!node.path("type").asText().equals("string")
        // A form beside other types: its parts are described in prose.
        && !node.at("/additionalProperties/format").asText().equals("binary")) {
      assertThat(node.path("additionalProperties").asBoolean(true)).as(name).isFalse();
    }
  }

  /** Numbers and class names change when a class is added or renamed. */
  @Test
  void schemasAreNamed() {
    assertThat(api.at("/components/schemas").properties())
        .allSatisfy(
            schema ->
                assertThat(schema.getKey())
                    .matches("[A-Z][A-Za-z]+")
                    .doesNotStartWith("Page")
                    .doesNotEndWith("View")
                    .isNotIn("UUID", "Instant", "LocalDate"));
  }

  /** A reference has no sibling type or limit, and "or null" has one form. */
  @Test
  void generatorsCanReadTheSchemas() {
    List<String> odd = new ArrayList<>();
    style("", api, odd);
    assertThat(odd).isEmpty();
  }

  private static void style(String pointer, JsonNode node, List<String> odd) {
    Set<String> names = new TreeSet<>();
    if (pointer.contains("chema")) {
      node.fieldNames().forEachRemaining(names::add);
    }
    names.removeAll(Set.of("description", "default", "examples"));
    JsonNode any = node.path("anyOf");
    boolean orNull =
        any.size() == 2
            && any.get(0).has("$ref")
            && any.get(1).path("type").asText().equals("null");
    boolean format = Set.of("date", "date-time", "uuid").contains(node.path("format").asText());
    if ((node.has("$ref") && names.size() > 1)
        || (node.has("anyOf") && (names.size() > 1 || !orNull))
        || (node.path("enum").isArray() && names.contains("maxLength"))
        || (format && names.size() > 2)
        || node.path("oneOf").isArray()
        || node.path("allOf").isArray()) {
      odd.add(pointer + " " + names);
    }
    node.properties()
        .forEach(
            child -> {
              if (!child.getKey().startsWith("example")) {
                style(pointer + "/" + child.getKey(), child.getValue(), odd);
              }
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      style(pointer + "/" + i, node.get(i), odd);
    }
  }

  /** The closed lists are those of the code. */
  @Test
  void codesAreListed() {
    assertThat(texts(api.at("/components/schemas/ProblemCode/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
    assertThat(texts(api.at("/components/schemas/ProblemItemCode/enum")))
        .containsExactlyElementsOf(Arrays.stream(FieldCode.values()).map(FieldCode::code).toList());
    assertThat(texts(api.at("/components/schemas/WarningCode/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(WarningCode.values()).map(WarningCode::code).toList());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = api.at(found.get("$ref").asText().substring(1));
      assertThat(found).isNotInstanceOf(MissingNode.class);
    }
    return found;
  }
}
