package vn.sogopy.setup.start;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;

/**
 * How the service logs in to its database.
 *
 * @param url may name user and password itself
 */
record DatabaseLogin(String url, String user) {
  private static final String SECONDS = "10";

  /**
   * Whether a login with a random password succeeds. A server that cannot be reached, or refuses
   * for another reason, does not.
   */
  boolean takesAnyPassword() {
    byte[] wrong = new byte[16];
    new SecureRandom().nextBytes(wrong);
    Properties login = new Properties();
    if (user != null) {
      login.setProperty("user", user);
    }
    login.setProperty("password", HexFormat.of().formatHex(wrong));
    login.setProperty("loginTimeout", SECONDS);
    login.setProperty("ApplicationName", "so-gop-y start check");
    try (Connection connection = DriverManager.getConnection(withoutPassword(url), login)) {
      return connection.isValid(Integer.parseInt(SECONDS));
    } catch (SQLException refused) {
      return false;
    }
  }

  /** A password in the address has precedence over the properties. */
  static String withoutPassword(String url) {
    return url.replaceAll("(?<=[?&])password=[^&]*&?", "").replaceAll("[?&]$", "");
  }
}
