package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All operations of {@code openapi.yaml}, and its schemas. */
final class ContractOperations {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode contract;
  private final List<Operation> operations = new ArrayList<>();

  ContractOperations(JsonNode contract) {
    this.contract = contract;
    fields(contract.get("paths"))
        .forEach(
            (path, item) ->
                fields(item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            operations.add(operation(path, method, item, operation));
                          }
                        }));
  }

  List<Operation> all() {
    return operations;
  }

  /** Path templates of single resources. */
  List<String> resources() {
    return operations.stream().map(Operation::resource).distinct().toList();
  }

  /** Resolves a reference. */
  JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = contract.at(found.get("$ref").asText().substring(1));
    }
    return found;
  }

  private Operation operation(String path, String method, JsonNode item, JsonNode operation) {
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    operation.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    Map<String, List<JsonNode>> examples = new LinkedHashMap<>();
    fields(resolve(operation.path("requestBody")).path("content"))
        .forEach(
            (type, body) -> {
              bodies.put(type, resolve(body.path("schema")));
              List<JsonNode> shown = new ArrayList<>();
              body.path("examples").forEach(example -> shown.add(resolve(example).path("value")));
              examples.put(type, shown);
            });
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    fields(operation.path("responses"))
        .forEach((status, answer) -> answers.put(status, resolve(answer)));
    return new Operation(
        operation.path("operationId").asText(),
        method.toUpperCase(),
        path,
        parameters,
        bodies,
        examples,
        answers);
  }

  static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      fields.put(field.getKey(), field.getValue());
    }
    return fields;
  }
}
