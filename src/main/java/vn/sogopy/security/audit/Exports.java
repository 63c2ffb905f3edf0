package vn.sogopy.security.audit;

import java.util.Set;

/**
 * Decides which responses are exports. Every file is one by default. JSON is one only in the
 * operations of {@link #WHOLE}, which are not paged.
 */
final class Exports {
  private static final Set<String> WHOLE = Set.of("getRegister", "getEditionRegister");

  /** Excluded: an empty template, and pages for people. */
  private static final Set<String> NONE =
      Set.of(
          "getCommentImportTemplate",
          "getReadiness",
          "exportReadiness",
          "compareEditions",
          "exportEditionDiff");

  private Exports() {}

  /**
   * @param operation operationId
   * @param mediaType null = no body
   */
  static boolean isOne(String method, String operation, int status, String mediaType) {
    if (!method.equals("GET") || (status != 200 && status != 206) || operation == null) {
      return false;
    }
    boolean file =
        mediaType != null && !mediaType.endsWith("/json") && !mediaType.endsWith("+json");
    return WHOLE.contains(operation) || (file && !NONE.contains(operation));
  }
}
