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

  /** The fields that the patch has, changed or not. */
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    patch.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
