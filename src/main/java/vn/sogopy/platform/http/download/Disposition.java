package vn.sogopy.platform.http.download;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.connection.BrowserHeaders;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Whether a browser saves a file or shows it; the values of the parameter {@code disposition}. Only
 * pages and PDFs that this service or the office has made are shown.
 */
@Schema(
    name = "Disposition",
    enumeration = {"attachment", "inline"})
public enum Disposition {
  ATTACHMENT,
  INLINE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ProblemException 400 for a type that browsers do not show
   */
  public void requireFor(String mediaType) {
    if (this == INLINE && policy(mediaType) == null) {
      throw ProblemException.parameter("disposition", FieldCode.NOT_SUPPORTED);
    }
  }

  /** The content security policy of a shown file; null for a type that is not shown. */
  static String policy(String mediaType) {
    if (mediaType.startsWith("text/html")) {
      return BrowserHeaders.PAGE;
    }
    return mediaType.equals(MediaTypes.PDF) ? BrowserHeaders.VIEWER : null;
  }
}
