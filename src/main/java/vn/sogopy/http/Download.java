package vn.sogopy.http;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import vn.sogopy.text.Sha256;

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
        .header("ETag", "\"" + HexFormat.of().formatHex(Sha256.of(bytes)) + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
