package vn.sogopy.testing;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The cookies of a browser, by name, host and path. (Java's CookieManager does not send "Secure"
 * cookies over http to this machine, as browsers do.)
 */
public final class CookieJar {
  private static final int MOST_REDIRECTS = 12;

  /** A cookie and the host that set it. */
  private record Kept(String host, Cookie cookie) {
    private boolean isFor(URI address) {
      String path = cookie.getPath() == null ? "/" : cookie.getPath();
      return host.equals(address.getHost())
          && (address.getPath().equals(path)
              || address.getPath().startsWith(path.endsWith("/") ? path : path + "/"));
    }
  }

  private final URI base;
  private final List<Kept> kept = new ArrayList<>();

  /**
   * An empty jar.
   *
   * @param base of addresses without a host
   */
  public CookieJar(String base) {
    this.base = URI.create(base);
  }

  /** The names of all cookies. */
  public List<String> names() {
    return kept.stream().map(one -> one.cookie.getName()).toList();
  }

  public String value(String name) {
    return kept.stream()
        .filter(one -> one.cookie.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .cookie
        .getValue();
  }

  public Response open(RequestSpecification request, String address) {
    return send(request, "GET", address);
  }

  /** Sends a request with the cookies for its address, and keeps those of the response. */
  public Response send(RequestSpecification request, String method, String address) {
    URI uri = base.resolve(address);
    kept.stream()
        .filter(one -> one.isFor(uri))
        .forEach(one -> request.cookie(one.cookie.getName(), one.cookie.getValue()));
    Response response = request.request(method, uri.toString());
    for (Cookie cookie : response.detailedCookies()) {
      kept.removeIf(
          one -> one.host.equals(uri.getHost()) && one.cookie.getName().equals(cookie.getName()));
      if (cookie.getMaxAge() != 0) {
        kept.add(new Kept(uri.getHost(), cookie));
      }
    }
    return response;
  }

  /** Follows the redirects from an address. */
  public Response follow(Supplier<RequestSpecification> request, String address) {
    URI here = base.resolve(address);
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      Response response = open(request.get(), here.toString());
      if (response.statusCode() / 100 != 3) {
        return response;
      }
      here = here.resolve(response.header("Location"));
    }
    throw new AssertionError("too many redirects from " + address);
  }
}
