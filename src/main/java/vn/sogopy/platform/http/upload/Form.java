package vn.sogopy.platform.http.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** A message, JSON or XML, and its files. */
public record Form(Upload message, List<Upload> files) {

  /** Whether the message is XML. */
  public boolean isXml() {
    return MessageReader.isXml(message.type());
  }

  /** The XML message. The caller closes it. */
  public InputStream xml() throws IOException {
    return new BufferedInputStream(Files.newInputStream(message.content()), 64 * 1024);
  }

  public byte[] json() {
    try {
      return Files.readAllBytes(message.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The digest that identifies equal forms: names and contents, not boundaries and part headers.
   */
  public byte[] digest() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.forEach(file -> all.writeBytes(file.digest()));
    all.writeBytes(message.digest());
    return all.toByteArray();
  }
}
