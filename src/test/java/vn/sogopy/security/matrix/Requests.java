package vn.sogopy.security.matrix;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A valid request for every operation. A new operation needs its entry here. */
final class Requests {
  static final Map<String, Function<Scene, Ask>> ALL = all();

  private Requests() {}

  private static Map<String, Function<Scene, Ask>> all() {
    Map<String, Function<Scene, Ask>> all = new TreeMap<>();
    GeneralRequests.addTo(all);
    PlanRequests.addTo(all);
    CommentRequests.addTo(all);
    LetterRequests.addTo(all);
    RoundRequests.addTo(all);
    return all;
  }
}
