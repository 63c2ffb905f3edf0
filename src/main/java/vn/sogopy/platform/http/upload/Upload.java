package vn.sogopy.platform.http.upload;

import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A file that came as a part of {@code multipart/form-data}.
 *
 * @param name as the client sent it: not to be trusted
 * @param type media type as it was declared: not to be trusted either; null if there is none
 * @param content where it lies until the {@link Form} is closed; null if it was only looked at
 * @param size bytes, at least one
 * @param contentId by which another part refers to it (RFC 2392), without brackets; null = none
 */
public record Upload(
    String name, String type, Path content, long size, byte[] sha256, String contentId) {

  public String hash() {
    return HexFormat.of().formatHex(sha256);
  }
}
