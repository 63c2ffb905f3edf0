package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A JSON merge patch (RFC 7396): absent = unchanged, null = cleared. */
public final class MergePatch {
  private final JsonInput input;
  private final ObjectNode patch;

  MergePatch(JsonInput input, ObjectNode patch) {
    this.input = input;
    this.patch = patch;
  }

  /**
   * The record that results from this patch on the current one; shape and constraints are checked
   * on the whole.
   */
  public <T> T on(T current, Class<T> shape) {
    ObjectNode target = (ObjectNode) input.toTree(current);
    return input.convert(merge(target, patch), shape);
  }

  /** The fields that the patch has, changed or not. */
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    patch.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target instanceof ObjectNode object
            ? object
            : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        // Kept as null and not removed: an unknown field must still be found and refused.
        result.putNull(field.getKey());
      } else {
        result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
      }
    }
    return result;
  }
}
