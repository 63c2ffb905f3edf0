package vn.sogopy.platform.http.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import vn.sogopy.platform.http.json.JsonInput;

/**
 * The parts of a {@code multipart/form-data} body, or of an XML message. Its files lie in the spool
 * folder until it is closed.
 */
public final class Form implements AutoCloseable {
  private final JsonInput input;
  private final Consumer<Path> remover;
  private final List<Upload> files = new ArrayList<>();
  private byte[] json;
  private Upload xml;

  Form(JsonInput input, Consumer<Path> remover) {
    this.input = input;
    this.remover = remover;
  }

  void add(Upload file) {
    files.add(file);
  }

  void json(byte[] bytes) {
    json = bytes;
  }

  void xml(Upload file) {
    xml = file;
  }

  /** Whether it brings an XML message in place of a JSON part. */
  public boolean isXml() {
    return xml != null;
  }

  /** The XML message; to be closed. */
  public InputStream xml() throws IOException {
    return new BufferedInputStream(Files.newInputStream(xml.content()), 64 * 1024);
  }

  boolean hasJson() {
    return json != null;
  }

  public List<Upload> files() {
    return files;
  }

  /** The one file, of a form that takes exactly one. */
  public Upload file() {
    return files.get(0);
  }

  /** The JSON part as a valid value of this record type; pointers of its errors lead into it. */
  public <T> T json(Class<T> shape) {
    return input.read(json, shape);
  }

  /** What makes two forms the same request: names and contents, not boundaries and part headers. */
  byte[] fingerprint() {
    StringBuilder text = new StringBuilder();
    for (Upload file : files) {
      text.append(file.hash()).append(' ').append(file.name()).append('\0');
    }
    if (xml != null) {
      text.append(xml.hash()).append(" xml\0");
    }
    if (json != null) {
      text.append(new String(json, StandardCharsets.ISO_8859_1));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Removes the files. */
  @Override
  public void close() {
    if (xml != null) {
      remover.accept(xml.content());
      xml = null;
    }
    files.stream().map(Upload::content).filter(Objects::nonNull).forEach(remover);
    files.clear();
  }
}
