package vn.sogopy.platform.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, available on every Java platform. */
public final class Sha256 {
  private Sha256() {}

  /** The 32 bytes of the digest of the concatenated parts. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** The digest in hex, 64 lower-case digits. */
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(of(parts));
  }

  /** A digest for incremental updates. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
