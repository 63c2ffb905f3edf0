package vn.sogopy.security.key;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import vn.sogopy.platform.text.Sha256;

/**
 * The secret of an API key: {@code sgy_<prefix>_<random>_<checksum>}, with 256 random bits and a
 * CRC-32 of the rest. Secret scanners recognize the format. A mistyped key is detected without the
 * database.
 */
public final class KeySecret {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int PREFIX_LENGTH = 8;

  /** 43 characters out of an alphabet of 62 carry 256 bits. */
  private static final int RANDOM_LENGTH = 43;

  private KeySecret() {}

  public static String generate() {
    String body = "sgy_" + random(PREFIX_LENGTH) + "_" + random(RANDOM_LENGTH);
    return body + "_" + checksum(body);
  }

  /** The public prefix of a key; for another format, the first 8 characters. */
  public static String prefix(String key) {
    return key.startsWith("sgy_") && key.length() > 12 ? key.substring(0, 12) : key.substring(0, 8);
  }

  /** Whether a text is the public prefix of a key of this format. */
  static boolean isPrefix(String text) {
    return text.matches("sgy_[0-9A-Za-z]{8}");
  }

  /** False for a key of this format with a wrong checksum; keys of the operator have none. */
  public static boolean plausible(String key) {
    int end = key.lastIndexOf('_');
    return !key.startsWith("sgy_")
        || (end > 4 && checksum(key.substring(0, end)).equals(key.substring(end + 1)));
  }

  /**
   * The loggable part of a refused key, {@code prefix:sgy_XXXXXXXX}: the key may be revoked or
   * leaked. Null for another format, whose first characters could belong to another secret.
   */
  public static String shown(HttpServerRequest request) {
    String direct = request.getHeader("X-API-Key");
    String key =
        direct == null ? ApiKeyMechanism.bearer(request.getHeader("Authorization")) : direct;
    boolean ours =
        key != null
            && key.matches("sgy_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9a-f]{8}")
            && plausible(key);
    return ours ? "prefix:" + prefix(key) : null;
  }

  public static byte[] hash(String key) {
    return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    RANDOM.ints(length, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return text.toString();
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
