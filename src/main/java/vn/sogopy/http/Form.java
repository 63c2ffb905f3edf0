package vn.sogopy.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The parts of a {@code multipart/form-data} body. Its files lie in the spool folder until it is
 * closed.
 */
public final class Form implements AutoCloseable {
  private final JsonInput input;
  private final Consumer<Path> remover;
  private final List<Upload> files = new ArrayList<>();
  private byte[] json;

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
    if (json != null) {
      text.append(new String(json, StandardCharsets.ISO_8859_1));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Removes the files. */
  @Override
  public void close() {
    files.stream().map(Upload::content).filter(Objects::nonNull).forEach(remover);
    files.clear();
  }
}
