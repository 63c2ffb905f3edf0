package vn.sogopy.platform.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.platform.text.Text;

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
  private static final int HEAD = 512;

  /** The format of a file with rows. */
  public enum Kind {
    NDJSON,
    CSV,
    XLSX
  }

  static Upload of(Path content, String name, String type, String contentId) {
    try {
      byte[] sha256 = new DigestUtils(Sha256.digest()).digest(content);
      return new Upload(name, type, content, Files.size(content), sha256, contentId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file with the signature of a ZIP or of an old office file is read as a workbook. Otherwise
   * the declared type decides, then the first character.
   */
  public Kind kind() {
    byte[] head;
    try (InputStream in = Files.newInputStream(content)) {
      head = in.readNBytes(HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String declared = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (TableReader.isWorkbook(head) || declared.startsWith(MediaTypes.XLSX)) {
      return Kind.XLSX;
    }
    if (declared.startsWith(MediaTypes.CSV)) {
      return Kind.CSV;
    }
    boolean json = Text.trim(new String(head, StandardCharsets.UTF_8)).startsWith("{");
    return json || declared.startsWith(MediaTypes.NDJSON) ? Kind.NDJSON : Kind.CSV;
  }

  public boolean isWorkbook() {
    return kind() == Kind.XLSX;
  }

  public String hash() {
    return HexFormat.of().formatHex(sha256);
  }

  /** The digest that identifies equal files: name and content. */
  public byte[] digest() {
    return (hash() + " " + name + "\0").getBytes(StandardCharsets.UTF_8);
  }
}
