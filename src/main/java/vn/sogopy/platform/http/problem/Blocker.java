package vn.sogopy.platform.http.problem;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A resource that prevents the requested change.
 *
 * @param code reason
 * @param id of the resource
 * @param label the name that people know
 */
public record Blocker(String code, UUID id, String label) {
  /** Maximum number of listed blockers. The detail of the problem has the total. */
  public static final int MOST = 1_000;

  /** Converts at most {@link #MOST} resources. */
  public static <T> List<Blocker> list(
      String code, List<T> things, Function<T, UUID> id, Function<T, String> label) {
    return things.stream()
        .limit(MOST)
        .map(thing -> new Blocker(code, id.apply(thing), label.apply(thing)))
        .toList();
  }
}
