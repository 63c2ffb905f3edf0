package vn.sogopy.platform.http.download;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import vn.sogopy.platform.http.connection.BrowserHeaders;
import vn.sogopy.platform.http.upload.TemporaryFile;

/** A response as JSON or as an HTML page. */
public final class Pages {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private Pages() {}

  /**
   * @param page writes the HTML
   */
  public static Response answer(PageFormat format, Object entity, TemporaryFile.Content page) {
    if (format == PageFormat.JSON) {
      return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE).build();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      page.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.ok(out.toByteArray(), HTML)
        .header(BrowserHeaders.POLICY, BrowserHeaders.PAGE)
        .build();
  }

  /** The format of a response that exists as data and as a page. */
  public enum PageFormat {
    JSON,
    HTML;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
