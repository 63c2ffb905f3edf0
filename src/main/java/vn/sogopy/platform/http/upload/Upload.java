package vn.sogopy.platform.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import vn.sogopy.platform.text.Sha256;

/**
 * A file that was sent, on the disk until the end of the request.
 *
 * @param name as the client sent it: not to be trusted; null if there is none
 * @param type media type as it was declared: not to be trusted either; null if there is none
 * @param content where it lies
 * @param size bytes
 * @param contentId by which another part refers to it (RFC 2392), without brackets; null = none
 */
public record Upload(
    String name, String type, Path content, long size, byte[] sha256, String contentId) {

  static Upload of(Path content, String name, String type, String contentId) throws IOException {
    try (InputStream in = Files.newInputStream(content);
        DigestInputStream digesting = new DigestInputStream(in, Sha256.digest())) {
      long size = digesting.transferTo(OutputStream.nullOutputStream());
      byte[] sha256 = digesting.getMessageDigest().digest();
      return new Upload(name, type, content, size, sha256, contentId);
    }
  }

  public String hash() {
    return HexFormat.of().formatHex(sha256);
  }

  /** What makes two files the same request: name and content. */
  public byte[] digest() {
    return (hash() + " " + name + "\0").getBytes(StandardCharsets.UTF_8);
  }
}
