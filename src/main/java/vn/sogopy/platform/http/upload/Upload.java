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
 * An uploaded file, on the disk until the end of the request.
 *
 * @param name from the client, untrusted; null = none
 * @param type declared media type, untrusted; null = none
 * @param content the file on the disk
 * @param size bytes
 * @param contentId the id by which another part references it (RFC 2392), without brackets; null =
 *     none
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

  static Upload of(TemporaryFile file, String name, String type, String contentId) {
    byte[] sha256 = HexFormat.of().parseHex(file.sha256());
    return new Upload(name, type, file.path(), file.size(), sha256, contentId);
  }

  void remove() {
    TemporaryFile.remove(content);
  }

  public String hash() {
    return HexFormat.of().formatHex(sha256);
  }

  /** The digest that identifies equal files: name and content. */
  public byte[] digest() {
    return (hash() + " " + name + "\0").getBytes(StandardCharsets.UTF_8);
  }
}
