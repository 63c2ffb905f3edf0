package vn.sogopy.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Links to other pages of the same list. */
final class Links {
  private Links() {}

  /** This request's path and query with another cursor (a relative reference, RFC 8288). */
  static String withCursor(HttpServerRequest request, String cursor) {
    StringJoiner query = new StringJoiner("&");
    for (Map.Entry<String, String> parameter : request.params()) {
      boolean inQuery =
          request.query() != null && request.query().contains(encode(parameter.getKey()) + "=");
      if (inQuery && !parameter.getKey().equals("cursor")) {
        query.add(encode(parameter.getKey()) + "=" + encode(parameter.getValue()));
      }
    }
    return request.path() + "?" + query.add("cursor=" + cursor);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
