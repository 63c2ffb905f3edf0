package vn.sogopy.platform.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.imports.TableReader;

/** An uploaded file with rows. */
public record SentFile(Upload upload, Kind kind) {
  private static final int HEAD = 512;

  /** The format of its rows. */
  public enum Kind {
    NDJSON,
    CSV,
    XLSX
  }

  static SentFile of(Upload upload) {
    try (InputStream in = Files.newInputStream(upload.content())) {
      return new SentFile(upload, kind(upload, in.readNBytes(HEAD)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file with the signature of a ZIP or of an old office file is read as a workbook, whatever its
   * name. Otherwise the declared type decides, then the file name, then the first character.
   */
  private static Kind kind(Upload upload, byte[] head) {
    String type = upload.type() == null ? "" : upload.type().toLowerCase(Locale.ROOT);
    String name = upload.name() == null ? "" : upload.name().toLowerCase(Locale.ROOT);
    if (TableReader.isWorkbook(head) || type.startsWith(MediaTypes.XLSX)) {
      return Kind.XLSX;
    }
    if (type.startsWith(MediaTypes.NDJSON)) {
      return Kind.NDJSON;
    }
    if (type.startsWith(MediaTypes.CSV) || name.endsWith(".csv")) {
      return Kind.CSV;
    }
    if (name.endsWith(".xlsx")) {
      return Kind.XLSX;
    }
    boolean named = name.endsWith(".ndjson") || name.endsWith(".jsonl");
    return named || new String(head, StandardCharsets.UTF_8).strip().startsWith("{")
        ? Kind.NDJSON
        : Kind.CSV;
  }

  /** In bytes. */
  public long size() {
    return upload.size();
  }

  public Path path() {
    return upload.content();
  }

  /** The digest that identifies equal files: name and content. */
  public byte[] digest() {
    return upload.digest();
  }
}
