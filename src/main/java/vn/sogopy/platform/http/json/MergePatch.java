package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * A JSON merge patch (RFC 7396): absent = unchanged, null = cleared. Its strings are normalized
 * when it is merged.
 */
public final class MergePatch {
  private final JsonInput input;
  private final ObjectNode patch;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  MergePatch(@JacksonInject JsonInput input, ObjectNode patch) {
    this.input = input;
    this.patch = patch;
  }

  /**
   * The record that results from this patch on the current one; shape and constraints are checked
   * on the whole.
   */
  public <T> T on(T current, Class<T> shape) {
    return input.convert(input.merge(current, patch), shape);
  }

  /**
   * The patch for an object with two fields of which one follows from the other: where the patch
   * has only one of them, it clears the other.
   */
  public MergePatch either(String object, String field, String other) {
    if (patch.get(object) instanceof ObjectNode sent && sent.has(field) != sent.has(other)) {
      ObjectNode changed = patch.deepCopy();
      ((ObjectNode) changed.get(object)).putNull(sent.has(field) ? other : field);
      return new MergePatch(input, changed);
    }
    return this;
  }

  /** The fields that the patch has, changed or not. */
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    patch.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
