package vn.sogopy.security.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** The target of a link: a path of this API with its query, which returns one file. */
final class LinkTarget {
  private static final String POINTER = "/path";
  private static final String DRAFT = "/plans/[a-z0-9-]{1,63}/drafts/[0-9]{1,2}";
  private static final String ID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
  private static final String ARCHIVE = "/archive";

  /** Paths that always return a file. */
  private static final Pattern FILES =
      below(
          "/attachments/" + ID,
          "/editions/" + ID + "/diff/file",
          "/editions/" + ID + "/register/file",
          "/editions/" + ID + "/signed-copies/" + ID,
          "/(groups|organizations)/template",
          "/plans/[a-z0-9-]{1,63}" + ARCHIVE,
          DRAFT + "/(consultees|readiness|register|sections)/file",
          DRAFT + "/(comment-imports|consultees|sections)/template",
          DRAFT + "/consultees/request-letter",
          DRAFT + "/minutes/" + ID,
          DRAFT + "/worklist");

  /** Paths that return JSON, or a file by the parameter {@code format}. */
  private static final Pattern FILES_BY_FORMAT =
      below(
          "/editions/" + ID + "/diff",
          "/editions/" + ID + "/register",
          DRAFT + "/consultees",
          DRAFT + "/readiness",
          DRAFT + "/register",
          DRAFT + "/sections");

  private LinkTarget() {}

  private static Pattern below(String... paths) {
    return Pattern.compile("/api/v1(" + String.join("|", paths) + ")");
  }

  /**
   * The path and query in the encoding of browsers: characters beyond ASCII are percent-encoded.
   *
   * @throws ProblemException 400 at {@code /path} unless it is the path of a file
   */
  static String of(String path) {
    URI uri = parse(path);
    List<String> names = new ArrayList<>();
    String format = null;
    for (String pair : pairs(uri.getRawQuery())) {
      String[] parts = pair.split("=", 2);
      String name = decode(parts[0]);
      names.add(name);
      format = name.equals("format") && parts.length == 2 ? decode(parts[1]) : format;
    }
    boolean file =
        FILES.matcher(uri.getRawPath()).matches()
            || (FILES_BY_FORMAT.matcher(uri.getRawPath()).matches()
                && format != null
                && !format.equals("json"));
    if (!file || names.contains(LinkMechanism.PARAMETER)) {
      throw bad(FieldCode.NOT_A_DOWNLOAD);
    }
    return uri.toASCIIString();
  }

  /** Whether the file of a checked path always has restricted comments: the archive of a plan. */
  static boolean isRestricted(String path) {
    return path.split("[?]")[0].endsWith(ARCHIVE);
  }

  /** Whether a GET of this path can return a file. */
  static boolean known(String path) {
    return FILES.matcher(path).matches() || FILES_BY_FORMAT.matcher(path).matches();
  }

  private static URI parse(String path) {
    try {
      URI uri = new URI(path);
      boolean plain =
          path.startsWith("/")
              && uri.getScheme() == null
              && uri.getRawAuthority() == null
              && uri.getRawFragment() == null;
      if (plain && uri.getRawPath() != null) {
        return uri;
      }
    } catch (URISyntaxException notOne) {
      // Refused below, like every foreign URI.
    }
    throw bad(FieldCode.INVALID_FORMAT, "/api/v1/…?…");
  }

  private static List<String> pairs(String query) {
    return query == null ? List.of() : Arrays.asList(query.split("&"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static ProblemException bad(FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(POINTER, code, arguments));
  }
}
