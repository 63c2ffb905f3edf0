package vn.sogopy.platform.http.paging;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Links to other pages of the same list. */
public final class Links {
  private Links() {}

  /** The path and query of this request with another cursor (a relative reference, RFC 8288). */
  public static String withCursor(HttpServerRequest request, String cursor) {
    StringJoiner query = new StringJoiner("&");
    for (String pair : request.query() == null ? new String[0] : request.query().split("&")) {
      String name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
      if (!name.isEmpty() && !name.equals("cursor")) {
        query.add(pair);
      }
    }
    return request.path() + "?" + query.add("cursor=" + cursor);
  }
}
