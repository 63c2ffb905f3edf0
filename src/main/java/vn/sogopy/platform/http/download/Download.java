package vn.sogopy.platform.http.download;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.sogopy.platform.http.connection.BrowserHeaders;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.text.Text;

/** A file or a page as a response. */
public final class Download {
  private static final int ASCII_BASE = 100;
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private Download() {}

  /** The Content-Disposition of a file to be saved (RFC 6266). */
  public static String disposition(String name) {
    return disposition(Disposition.ATTACHMENT, name);
  }

  static String disposition(Disposition disposition, String name) {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return disposition + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded;
  }

  /**
   * A file name without accents: letters, digits, hyphen, underscore and dot. The extension is
   * kept.
   */
  static String ascii(String name) {
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? plain(name.substring(dot + 1)) : "";
    String start = plain(base);
    start = start.length() > ASCII_BASE ? start.substring(0, ASCII_BASE) : start;
    return (start.isEmpty() ? "file" : start) + (ending.isEmpty() ? "" : "." + ending);
  }

  private static String plain(String text) {
    return Text.withoutAccents(text)
        .replaceAll("[^A-Za-z0-9._-]+", "_")
        .replaceAll("^[._]+|_+$", "");
  }

  /**
   * A response as JSON or as an HTML page.
   *
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
