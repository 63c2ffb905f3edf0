package vn.sogopy.desk.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of lists with their filter. */
final class Links {
  private Links() {}

  /**
   * The query of an address, "?a=1&b=2".
   *
   * @param namesAndValues in turn; null values are left out
   */
  static String query(Object... namesAndValues) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(namesAndValues[i])
            .append('=')
            .append(URLEncoder.encode(namesAndValues[i + 1].toString(), StandardCharsets.UTF_8));
      }
    }
    return query.toString();
  }
}
