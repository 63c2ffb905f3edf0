package vn.sogopy.platform.http.download;

import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** What comes as data or as a page for people. */
public enum PageFormat {
  JSON,
  HTML;

  /**
   * @param format as the parameter {@code format} names it; null = JSON
   * @throws ProblemException 400 naming the parameter
   */
  public static PageFormat of(String format) {
    if (format == null || format.equals("json")) {
      return JSON;
    }
    if (format.equals("html")) {
      return HTML;
    }
    throw Params.wrong("format", FieldCode.INVALID_ENUM, "json, html");
  }

  /**
   * The one format of an operation that answers with a page.
   *
   * @param format as the parameter {@code format} names it; null = HTML
   * @throws ProblemException 400 naming the parameter
   */
  public static PageFormat file(String format) {
    if (format == null || format.equals("html")) {
      return HTML;
    }
    throw Params.wrong("format", FieldCode.INVALID_ENUM, "html");
  }
}
