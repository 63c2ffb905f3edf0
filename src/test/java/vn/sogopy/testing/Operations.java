package vn.sogopy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The operations of the contract. */
public final class Operations {
  private Operations() {}

  /** The paths by operation id. */
  public static Map<String, String> read() {
    Map<String, String> paths = new TreeMap<>();
    ContractDocument.read()
        .path("paths")
        .fields()
        .forEachRemaining(
            path -> {
              for (JsonNode operation : path.getValue()) {
                if (operation.has("operationId")) {
                  paths.put(operation.get("operationId").asText(), path.getKey());
                }
              }
            });
    return paths;
  }
}
