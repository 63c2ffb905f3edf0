package vn.sogopy.platform.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.table.TableReader;

/** Rows that were sent as a file. */
public record SentFile(Upload upload, Kind kind) {
  private static final int HEAD = 512;

  /** What its rows are written in. */
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
   * What begins as a ZIP or an old office file does is read as a workbook, whatever it is called;
   * else it goes by the declared type, then by the file's name, then by its first character.
   */
  private static Kind kind(Upload upload, byte[] head) {
    String type = upload.type() == null ? "" : upload.type().toLowerCase(Locale.ROOT);
    String name = upload.name() == null ? "" : upload.name().toLowerCase(Locale.ROOT);
    if (TableReader.looksLikeXlsx(head)
        || TableReader.looksLikeOldOffice(head)
        || type.startsWith(MediaTypes.XLSX)) {
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

  /** What makes two files the same request: name and content. */
  public byte[] digest() {
    return upload.digest();
  }
}
