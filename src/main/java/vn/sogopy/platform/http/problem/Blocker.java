package vn.sogopy.platform.http.problem;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One thing that stands in the way of what was asked for.
 *
 * @param code what is wrong with it
 * @param id of the thing
 * @param label by which people find it
 */
public record Blocker(String code, UUID id, String label) {
  /** More are not listed in a refusal; their number is in its detail. */
  public static final int MOST = 1_000;

  /** One for each of these things, {@link #MOST} at the most. */
  public static <T> List<Blocker> list(
      String code, List<T> things, Function<T, UUID> id, Function<T, String> label) {
    return things.stream()
        .limit(MOST)
        .map(thing -> new Blocker(code, id.apply(thing), label.apply(thing)))
        .toList();
  }
}
