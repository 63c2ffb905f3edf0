package vn.sogopy.http;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as an answer. */
public final class Download {
  private Download() {}

  /**
   * @param ascii the file name for old clients: letters, digits, hyphen, underscore and dot
   * @param name the file name with its diacritics
   */
  public static Response of(byte[] bytes, String mediaType, String ascii, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(bytes, mediaType)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded)
        .header("ETag", "\"" + sha256(bytes) + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
