package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Creates well-formed requests, most of them allowed. */
final class RequestMaker {
  private static final List<String> ROLES =
      List.of("COORDINATOR", "CONSULTANT", "VIEWER", "SGTVT", "BABE", "ADMIN");
  private static final String DRAFT = "/api/v1/plans/bac-kan-2021-2030/drafts/2";

  private final ContractOperations contract;
  private final Known known;
  private final Map<String, String> keys;
  private final OddFiles files;

  RequestMaker(ContractOperations contract, Known known, Map<String, String> keys, OddFiles files) {
    this.contract = contract;
    this.known = known;
    this.keys = keys;
    this.files = files;
  }

  /** A request to this operation, sometimes by a caller without the right. */
  Message make(Operation operation, Random random) {
    Message message = new Message(operation);
    ValueGenerator values = new ValueGenerator(contract, known, random);
    message.path = path(operation, random);
    String role = role(operation, random);
    message.header("Host", "127.0.0.1");
    message.header("X-API-Key", keys.get(role));
    for (JsonNode parameter : operation.parametersIn("query")) {
      boolean required = parameter.path("required").asBoolean();
      if (parameter.path("name").asText().equals("cursor") && random.nextInt(6) > 0) {
        continue;
      }
      if (required || random.nextInt(operation.parametersIn("query").size() + 1) < 2) {
        query(message, parameter, values);
      }
    }
    if (operation.hasHeader("If-Match")) {
      message.header("If-Match", "*");
    }
    if (operation.hasHeader("Idempotency-Key") && random.nextInt(5) == 0) {
      message.header("Idempotency-Key", "k" + random.nextInt(400));
    }
    body(message, values, random);
    String next = known.any("next " + operation.id(), random);
    if (next != null && random.nextInt(6) == 0) {
      message.path = next.split("\\?")[0];
      message.query.clear();
      message.query.add(new String[] {next.split("\\?")[1], null});
    }
    return message;
  }

  /** A plain GET of a path. */
  Message reading(Operation operation, String path) {
    Message message = new Message(operation);
    message.path = path;
    message.header("Host", "127.0.0.1");
    message.header("X-API-Key", keys.get(able(operation)));
    return message;
  }

  private static void query(Message message, JsonNode parameter, ValueGenerator values) {
    String name = parameter.path("name").asText();
    JsonNode value = values.value(parameter.path("schema"), name);
    if (value.isArray()) {
      value = value.get(0);
    }
    if (!value.isNull() && !value.asText().equals("null")) {
      message.query.add(new String[] {name, OddValues.percent(value.asText())});
    }
  }

  private String role(Operation operation, Random random) {
    return random.nextInt(100) < 78 ? able(operation) : OddValues.of(ROLES, random);
  }

  /** The key with the most rights on this operation. */
  private static String able(Operation operation) {
    return operation.path().matches("/api/v1/(api-keys|audit|sample-data)(/.*)?")
        ? "ADMIN"
        : "COORDINATOR";
  }

  private String path(Operation operation, Random random) {
    String template = operation.path();
    if (!template.contains("{")) {
      return template;
    }
    String resource = operation.resource();
    String rest = template.substring(resource.length());
    String path =
        switch (operation.id()) {
          case "patchDraft",
              "patchPlan",
              "createDraft",
              "replaceSections",
              "replaceMilestones",
              "replaceAssignees" ->
              scratch(operation, random);
          default -> null;
        };
    if (path == null && resource.endsWith("/drafts/{draft}") && random.nextInt(10) < 8) {
      path = DRAFT;
    }
    if (path == null) {
      path = known.any(resource, random);
    }
    if (path == null) {
      path =
          resource
              .replace("{plan}", "bac-kan-2021-2030")
              .replace("{draft}", "2")
              .replace("{code}", "V.1")
              .replace("{organization}", "sgtvt")
              .replace("{id}", known.id("/api/v1/editions/{id}", random))
              .replaceAll("\\{[^}]+}", "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11");
    }
    return path + rest;
  }

  /** A plan or draft made for changes: the sample stays as it is. */
  private String scratch(Operation operation, Random random) {
    String path = known.any("scratch " + operation.resource(), random);
    return path == null
        ? "/api/v1/plans/none" + (operation.path().contains("draft}") ? "/drafts/1" : "")
        : path;
  }

  private void body(Message message, ValueGenerator values, Random random) {
    Operation operation = message.operation;
    if (operation.bodies().isEmpty()) {
      return;
    }
    List<String> types = new ArrayList<>(operation.bodies().keySet());
    String type = OddValues.of(types, random);
    message.header("Content-Type", type);
    if (type.endsWith("json") && !type.contains("ndjson")) {
      List<JsonNode> examples = operation.examples().get(type);
      message.json =
          examples.isEmpty() || random.nextInt(3) > 0
              ? values.value(operation.bodies().get(type), "")
              : freshened(OddValues.of(examples, random).deepCopy(), random);
    } else {
      files.fill(message, type, values, random);
    }
  }

  /** Replaces values that must be unique. */
  private static JsonNode freshened(JsonNode example, Random random) {
    if (example instanceof ObjectNode object) {
      if (object.has("number") && object.get("number").isTextual()) {
        object.put("number", random.nextInt(100_000) + "/SGTVT-KCHT");
      }
      for (String name : List.of("slug", "code")) {
        if (object.has(name) && !object.has("items")) {
          object.put(name, "t" + random.nextInt(1_000_000));
        }
      }
      if (object.has("externalId")) {
        object.put("externalId", "x-" + random.nextInt(500));
      }
    }
    return example;
  }
}
