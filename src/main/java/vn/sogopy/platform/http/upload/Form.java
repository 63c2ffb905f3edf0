package vn.sogopy.platform.http.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A message, JSON or XML, and its files. All are on the disk until the form is closed. */
public final class Form implements AutoCloseable {
  private final List<Upload> files = new ArrayList<>();
  private Upload message;

  void add(Upload file) {
    files.add(file);
  }

  void message(Upload file) {
    message = file;
  }

  /** Null until it is read. */
  public Upload message() {
    return message;
  }

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

  public List<Upload> files() {
    return files;
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

  @Override
  public void close() {
    if (message != null) {
      message.remove();
    }
    files.forEach(Upload::remove);
    files.clear();
  }
}
