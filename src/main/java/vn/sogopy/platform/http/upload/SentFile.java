package vn.sogopy.platform.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.table.TableReader;

/** Rows that were sent as a file, on the disk until this is closed. */
public final class SentFile implements AutoCloseable {
  private static final int HEAD = 512;

  private final Upload upload;
  private final Runnable remover;
  private final Kind kind;

  /** What its rows are written in. */
  public enum Kind {
    NDJSON,
    CSV,
    XLSX
  }

  SentFile(Upload upload, Runnable remover) {
    this.upload = upload;
    this.remover = remover;
    try (InputStream in = Files.newInputStream(upload.content())) {
      this.kind = kind(in.readNBytes(HEAD));
    } catch (IOException e) {
      remover.run();
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What begins as a ZIP or an old office file does is read as a workbook, whatever it is called;
   * else it goes by the declared type, then by the file's name, then by its first character.
   */
  private Kind kind(byte[] head) {
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
    return named
            || new String(head, java.nio.charset.StandardCharsets.UTF_8).strip().startsWith("{")
        ? Kind.NDJSON
        : Kind.CSV;
  }

  public Kind kind() {
    return kind;
  }

  /** As it was sent, not to be trusted; null where there is none. */
  public String name() {
    return upload.name();
  }

  /** In bytes. */
  public long size() {
    return upload.size();
  }

  public Path path() {
    return upload.content();
  }

  @Override
  public void close() {
    remover.run();
  }
}
