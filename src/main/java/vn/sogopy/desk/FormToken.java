package vn.sogopy.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import vn.sogopy.platform.text.Sha256;

/** The token of the forms of a session: a digest of its id, from which the id cannot be found. */
final class FormToken {
  /** The name of the hidden field. */
  static final String FIELD = "_ma";

  private FormToken() {}

  /**
   * @param session the id in the cookie; null = none
   */
  static String of(String session) {
    return session == null
        ? ""
        : Sha256.hex(("form of " + session).getBytes(StandardCharsets.UTF_8));
  }

  static boolean matches(String session, String sent) {
    return session != null
        && sent != null
        && MessageDigest.isEqual(
            of(session).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }
}
