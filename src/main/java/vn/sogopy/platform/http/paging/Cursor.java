package vn.sogopy.platform.http.paging;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * The position after the last row of a page: its sort keys, opaque to the caller. It includes the
 * query that it belongs to, so that a cursor of another list, filter or order is refused.
 */
public final class Cursor {
  /** Cannot occur in a key, since keys are URL-encoded. */
  private static final String SEPARATOR = "&";

  private static final String PARAMETER = "cursor";

  private Cursor() {}

  public static String encode(String question, List<String> keys) {
    String text =
        Stream.concat(Stream.of(Integer.toHexString(question.hashCode())), keys.stream())
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
            .collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return the keys; null without a cursor (first page)
   * @throws ProblemException 400 if it is not a cursor of this query
   */
  public static List<String> decode(String cursor, String question, int keys) {
    return decode(PARAMETER, cursor, question, keys);
  }

  /**
   * Like {@link #decode(String, String, int)}, for a cursor in another query parameter.
   *
   * @param parameter name of the query parameter
   */
  public static List<String> decode(String parameter, String cursor, String question, int keys) {
    if (cursor == null) {
      return null;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts =
          Stream.of(text.split(SEPARATOR, -1))
              .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
              .toList();
      // PostgreSQL text cannot contain U+0000, so no row has such a key.
      if (parts.size() == 1 + keys
          && parts.get(0).equals(Integer.toHexString(question.hashCode()))
          && parts.stream().noneMatch(key -> key.indexOf('\0') >= 0)) {
        return parts.subList(1, parts.size());
      }
    } catch (IllegalArgumentException malformed) {
      throw invalid(parameter);
    }
    throw invalid(parameter);
  }

  public static ProblemException invalid() {
    return invalid(PARAMETER);
  }

  public static ProblemException invalid(String parameter) {
    return ProblemException.invalid(FieldError.parameter(parameter, FieldCode.INVALID_CURSOR));
  }
}
