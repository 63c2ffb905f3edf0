package vn.sogopy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The contract, {@code openapi.yaml}, converted to OpenAPI 3.0.
 *
 * <p>The validator accepts 3.1 but ignores its {@code type}, which may be a list there and is a
 * single value in 3.0. A number in place of a text would pass. So lists of types and "anyOf null"
 * are converted to {@code nullable}.
 */
public final class ContractDocument {
  private static final Path FILE = Path.of("openapi.yaml");

  private final ObjectNode root;

  private ContractDocument(ObjectNode root) {
    this.root = root;
  }

  static String asOpenApi30() {
    return asOpenApi30(readWithDeprecatedFiles());
  }

  /** The original, in OpenAPI 3.1. */
  public static ObjectNode read() {
    try {
      return (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The original, with the responses that the deprecated parameter {@code format} adds. */
  public static ObjectNode readWithDeprecatedFiles() {
    ObjectNode contract = read();
    addDeprecatedFiles(contract.path("paths"));
    return contract;
  }

  /**
   * The responses of the deprecated parameter {@code format} are described at the path of the file.
   * They are copied to the path with the parameter, so that it stays valid.
   */
  private static void addDeprecatedFiles(JsonNode paths) {
    paths
        .properties()
        .forEach(
            path -> {
              JsonNode get = path.getValue().path("get");
              paths
                  .path(path.getKey() + "/file")
                  .at("/get/responses")
                  .properties()
                  .forEach(
                      file -> {
                        ObjectNode answers = (ObjectNode) get.get("responses");
                        if (answers.get(file.getKey()) instanceof ObjectNode own) {
                          List.of("content", "headers")
                              .forEach(part -> add(own, part, file.getValue().path(part)));
                        } else {
                          answers.set(file.getKey(), file.getValue());
                        }
                      });
            });
  }

  private static void add(ObjectNode answer, String part, JsonNode more) {
    if (more instanceof ObjectNode fields) {
      answer.withObjectProperty(part).setAll(fields.deepCopy());
    }
  }

  static String asOpenApi30(ObjectNode contract) {
    if (!contract.path("openapi").asText().startsWith("3.1.")) {
      throw new IllegalStateException("not OpenAPI 3.1: is this still needed?");
    }
    contract.put("openapi", "3.0.3");
    new ContractDocument(contract).rewrite(contract);
    return contract.toString();
  }

  private void rewrite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      single(object);
      nullOr(object);
      object.remove("examples");
    }
    node.forEach(this::rewrite);
  }

  /** {@code type: [string, "null"]} becomes {@code type: string, nullable: true}. */
  private static void single(ObjectNode schema) {
    if (!(schema.get("type") instanceof ArrayNode types)) {
      return;
    }
    schema.remove("type");
    for (JsonNode type : types) {
      if (type.asText().equals("null")) {
        schema.put("nullable", true);
      } else if (schema.has("type")) {
        throw new IllegalStateException("two types cannot be said in 3.0: " + types);
      } else {
        schema.put("type", type.asText());
      }
    }
  }

  /** {@code anyOf: [X, type: "null"]} becomes a nullable copy of X. */
  private void nullOr(ObjectNode schema) {
    if (!(schema.get("anyOf") instanceof ArrayNode any)
        || any.size() != 2
        || !any.get(1).path("type").asText().equals("null")) {
      return;
    }
    JsonNode named = any.get(0);
    JsonNode wanted = named.has("$ref") ? root.at(named.get("$ref").asText().substring(1)) : named;
    schema.remove("anyOf");
    schema.remove("type");
    schema.setAll((ObjectNode) wanted.deepCopy());
    single(schema);
    schema.put("nullable", true);
    if (schema.get("enum") instanceof ArrayNode constants) {
      constants.addNull();
    }
  }
}
