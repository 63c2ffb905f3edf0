package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Generates values that a schema allows and that fit the name of their field. */
final class ValueGenerator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> BODIES =
      List.of("sgtvt", "skhdt", "sxd", "sct", "ubnd-ba-be", "sgtvt");
  private static final List<String> WORDS =
      List.of(
          "Đề nghị bổ sung tuyến đường tỉnh 258B. (Minh họa.)",
          "Đề nghị rà soát chỉ tiêu đất đô thị; thống nhất số liệu.",
          "Tiếp thu ý kiến, đã bổ sung.",
          "Nhất trí với dự thảo.",
          "quy hoach");

  private final ContractOperations contract;
  private final Known known;
  private final Random random;

  ValueGenerator(ContractOperations contract, Known known, Random random) {
    this.contract = contract;
    this.known = known;
    this.random = random;
  }

  JsonNode value(JsonNode given, String name) {
    JsonNode schema = contract.resolve(given);
    if (schema.has("anyOf") || schema.has("oneOf")) {
      JsonNode choices = schema.has("anyOf") ? schema.get("anyOf") : schema.get("oneOf");
      boolean none = isNull(choices.get(choices.size() - 1)) && random.nextInt(8) == 0;
      return none ? JSON.nullNode() : value(choices.get(0), name);
    }
    if (schema.has("enum")) {
      JsonNode constants = schema.get("enum");
      return constants.get(random.nextInt(constants.size()));
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema, name);
      case "boolean" -> JSON.booleanNode(random.nextInt(4) < (name.startsWith("allow") ? 3 : 1));
      case "integer", "number" -> JSON.numberNode(number(schema, name));
      default -> new TextNode(text(schema, name));
    };
  }

  private static boolean isNull(JsonNode schema) {
    return schema.path("type").asText().equals("null");
  }

  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText("string");
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> field :
        ContractOperations.fields(schema.path("properties")).entrySet()) {
      if (required.contains(field.getKey()) || random.nextInt(10) < 3) {
        object.set(field.getKey(), value(field.getValue(), field.getKey()));
      }
    }
    if (object.has("id") && object.has("version")) {
      object.put("version", known.version(object.get("id").asText()));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, String name) {
    ArrayNode array = JSON.arrayNode();
    int least = schema.path("minItems").asInt(1);
    int size = least + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      array.add(value(schema.path("items"), name));
    }
    return array;
  }

  private long number(JsonNode schema, String name) {
    long least = schema.path("minimum").asLong(0);
    long greatest = schema.path("maximum").asLong(least + 100);
    return switch (name) {
      case "version" -> 0;
      case "from" -> 1 + random.nextInt(2);
      case "wait" -> random.nextInt(20) == 0 ? 1 : 0;
      case "limit" -> OddValues.of(List.of(1L, 2L, 50L, 200L), random);
      default -> least + random.nextInt((int) Math.min(greatest - least + 1, 60));
    };
  }

  private String text(JsonNode schema, String name) {
    String format = schema.path("format").asText();
    String text =
        switch (format) {
          case "date" -> date(name);
          case "date-time" -> "2021-09-07T02:00:00Z";
          case "uuid" -> uuid(name);
          default -> word(name);
        };
    if (schema.has("pattern") && text.indexOf(' ') >= 0) {
      text = "t" + random.nextInt(1_000_000);
    }
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return text.length() > most ? text.substring(0, most).strip() : text;
  }

  private String date(String name) {
    return name.equals("expiresOn")
        ? "2099-12-31"
        : "2021-0%d-%02d".formatted(8 + random.nextInt(2), 1 + random.nextInt(30));
  }

  private String uuid(String name) {
    return switch (name) {
      case "letter", "replaces" -> known.id("/api/v1/letters/{id}", random);
      case "attachment" -> known.id("/api/v1/attachments/{id}", random);
      case "against" -> known.id("/api/v1/editions/{id}", random);
      default -> known.id("/api/v1/comments/{id}", random);
    };
  }

  private String word(String name) {
    return switch (name) {
      case "organization", "to", "responsible" -> OddValues.of(BODIES, random);
      case "group" -> OddValues.of(List.of("PROVINCIAL", "DISTRICT", "MINISTRY"), random);
      case "section", "alsoSections", "continues" -> section();
      case "parent" -> "I";
      case "level" -> "1";
      case "pages" -> "45-46, 50";
      case "plan", "plans" -> "bac-kan-2021-2030";
      case "slug", "code" -> "t" + random.nextInt(1_000_000);
      case "number" -> random.nextInt(100_000) + "/SGTVT-KCHT";
      case "externalId" -> "x-" + random.nextInt(500);
      case "assignee", "defaultAssignee", "person" ->
          "Nguyễn Văn " + (char) ('A' + random.nextInt(5));
      case "cursor", "after" -> String.valueOf(known.any("cursor", random));
      case "eIds" -> "000.00." + random.nextInt(100) + ".H03";
      case "path" -> String.valueOf(known.any("/api/v1/attachments/{id}", random));
      case "client", "name", "title" -> "Thử " + random.nextInt(100_000);
      default -> OddValues.of(WORDS, random);
    };
  }

  private String section() {
    String section = known.any("section", random);
    return section == null || random.nextInt(3) == 0 ? "V.1" : section;
  }
}
