package vn.sogopy.security.audit;

import java.util.Set;

/**
 * Which answers take data out. Every file does, whatever operation makes it, so that a new one is
 * not forgotten; of JSON what comes whole and not by the page; never what is read page by page.
 */
final class Exports {
  private static final Set<String> WHOLE = Set.of("getRegister", "getEditionRegister");

  /** An empty form, and pages that a person reads. */
  private static final Set<String> NONE =
      Set.of(
          "getCommentImportTemplate",
          "getReadiness",
          "exportReadiness",
          "compareEditions",
          "exportEditionDiff");

  private Exports() {}

  /**
   * @param operation its operationId
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
