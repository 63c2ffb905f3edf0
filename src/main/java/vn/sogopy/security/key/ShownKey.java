package vn.sogopy.security.key;

import io.vertx.core.http.HttpServerRequest;
import vn.sogopy.security.Bearer;

/** What can be told of a key that opened nothing. */
public final class ShownKey {
  private ShownKey() {}

  /**
   * The prefix by which people know the key, {@code prefix:sgy_XXXXXXXX}: the key may have been
   * stopped, or leaked. Null for what is none of ours: its first letters could be of another
   * secret.
   */
  public static String prefix(HttpServerRequest request) {
    String key = request.getHeader("X-API-Key");
    if (key == null) {
      key = Bearer.credential(request.getHeader("Authorization"));
    }
    boolean ours =
        key != null
            && key.matches("sgy_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9a-f]{8}")
            && KeySecret.plausible(key);
    return ours ? "prefix:" + KeySecret.prefix(key) : null;
  }
}
