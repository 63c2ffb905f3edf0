package vn.sogopy.platform.http.json;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.FilePart;
import vn.sogopy.platform.http.upload.LargeBody;
import vn.sogopy.platform.http.upload.TemporaryFile;

/**
 * The body of a request, not read yet: a resource first decides who may do what to which thing
 * (403, 404), and only then lets the media type (415), the size (413) and the shape (400) be
 * judged.
 */
public final class Body {
  /** Bytes; a comment of the greatest lengths, every character escaped, stays below it. */
  public static final int DEFAULT_LIMIT = 1024 * 1024;

  /** Bytes: what a form adds around its file. */
  private static final int FORM_OVERHEAD = 16 * 1024;

  /** Things that one request may bring or change, where it takes an array of them. */
  public static final int MAX_BULK = 1_000;

  public static final String JSON = MediaType.APPLICATION_JSON;
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private final InputStream stream;
  private final Declared declared;
  private final JsonInput input;
  private final LargeBody large;
  private byte[] bytes;

  Body(InputStream stream, Declared declared, JsonInput input, LargeBody large) {
    this.stream = stream;
    this.declared = declared;
    this.input = input;
    this.large = large;
  }

  /**
   * What the headers say of the body.
   *
   * @param type null if there is none
   * @param contentType the header as it was sent
   * @param length in bytes; -1 if it comes in chunks
   * @param waits whether the body is only sent when it is asked for ("100 Continue")
   * @param errors of the query's parameters: a matter of shape, judged with the body's
   */
  public record Declared(
      MediaType type,
      String contentType,
      String encoding,
      long length,
      boolean waits,
      List<FieldError> errors) {}

  /** The JSON body as a valid value of this record type. */
  public <T> T as(Class<T> shape) {
    return as(shape, DEFAULT_LIMIT);
  }

  /** As {@link #as(Class)}, with a limit in bytes of its own. */
  public <T> T as(Class<T> shape, int limit) {
    requireType(Set.of(JSON));
    return input.read(read(limit), shape);
  }

  /**
   * For POSTs that take nothing: an empty body, whatever its type; or as JSON an empty object or
   * null.
   */
  public void asNothing() {
    if (read(DEFAULT_LIMIT).length > 0) {
      requireType(Set.of(JSON));
      input.readNothing(bytes);
    }
  }

  /** To be called before the form is read: its media type, and what is wrong with the query. */
  public void requireForm() {
    requireSpooled(Set.of(MediaType.MULTIPART_FORM_DATA));
  }

  /** As {@link #requireForm}, for what comes under one of these media types. */
  public void requireSpooled(Set<String> types) {
    requireSpooled(types, Long.MAX_VALUE);
  }

  /** As {@link #requireForm}, for a body that may also come raw; and not too long, as it says. */
  public void requireSpooled(Set<String> types, long limit) {
    requireType(types);
    if (declared.length() > limit) {
      throw tooLarge(limit);
    }
    if (!declared.errors().isEmpty()) {
      throw ProblemException.invalid(declared.errors());
    }
  }

  /** The raw body as it comes; its size in bytes. */
  public long spool(int limit, OutputStream out) throws IOException {
    byte[] piece = new byte[16 * 1024];
    long size = 0;
    for (int read = next(stream, piece, piece.length);
        read >= 0;
        read = next(stream, piece, piece.length)) {
      size += read;
      if (size > limit) {
        throw tooLarge(limit);
      }
      out.write(piece, 0, read);
    }
    return size;
  }

  public InputStream stream() {
    return stream;
  }

  public Declared declared() {
    return declared;
  }

  public LargeBody large() {
    return large;
  }

  /** What stands for the body in {@link #digest} when it was not read into memory. */
  public void fingerprint(byte[] instead) {
    bytes = instead;
  }

  /** Whether the Content-Type is one of these, whatever its parameters. */
  public boolean is(String... mediaTypes) {
    return List.of(mediaTypes).contains(typeName());
  }

  /** Whether the Content-Type names JSON. */
  public boolean isJson() {
    return JSON.equals(typeName());
  }

  /** As {@link #as(Class, int)}, for a body that may be one object or an array of them. */
  public <T> OneOrMany<T> asOneOrMany(Class<T> shape, int limit) {
    requireType(Set.of(JSON));
    return input.readOneOrMany(read(limit), shape);
  }

  /**
   * The body as a file: raw under one of these media types, or as the part {@code file} of a form.
   *
   * @throws ProblemException 415 for another type, 413 above the limit, 400 for a malformed form
   */
  public FilePart asFile(int limit, Set<String> types) {
    Set<String> accepted = new HashSet<>(types);
    accepted.add(MediaType.MULTIPART_FORM_DATA);
    requireType(accepted);
    // A form's own lines come on top.
    byte[] sent = read(limit + FORM_OVERHEAD);
    if (typeName().equals(MediaType.MULTIPART_FORM_DATA)) {
      FilePart file = FilePart.ofForm(declared.type(), sent);
      // A retry makes another boundary, but sends the same file.
      bytes = file.bytes();
      read(limit);
      return file;
    }
    read(limit);
    return new FilePart(sent, typeName(), null);
  }

  /** Without parameters, in lower case; empty if there is none. */
  public String typeName() {
    MediaType type = declared.type();
    return type == null ? "" : (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
  }

  /** What stands for the body when two requests are compared; call it after the body was read. */
  public byte[] content() {
    if (bytes == null || bytes.length == 0) {
      return new byte[0];
    }
    return isJson() ? input.canonical(bytes) : bytes;
  }

  private void requireType(Set<String> accepted) {
    MediaType type = declared.type();
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    boolean known = accepted.contains(typeName());
    boolean plain = declared.encoding() == null || declared.encoding().equalsIgnoreCase("identity");
    if (!known || !plain || (charset != null && !charset.equalsIgnoreCase("utf-8"))) {
      throw ProblemException.unsupported(List.copyOf(accepted));
    }
  }

  private byte[] read(int limit) {
    if (bytes == null && declared.length() > limit) {
      throw tooLarge(limit);
    }
    if (bytes == null) {
      try {
        bytes = readAll(stream, limit, large);
        if (bytes.length > DEFAULT_LIMIT) {
          large.inMemory(() -> bytes = null);
        }
      } catch (IOException e) {
        throw new ProblemException(ProblemCode.BAD_REQUEST);
      }
    }
    if (bytes.length > limit) {
      throw tooLarge(limit);
    }
    if (!declared.errors().isEmpty()) {
      throw ProblemException.invalid(declared.errors());
    }
    return bytes;
  }

  /** Up to one byte more than the limit; with a place, and in turn, where it is much. */
  public static byte[] readAll(InputStream stream, int limit, LargeBody large) throws IOException {
    byte[] head = stream.readNBytes(Math.min(limit, DEFAULT_LIMIT) + 1);
    if (limit <= DEFAULT_LIMIT || head.length <= DEFAULT_LIMIT) {
      return head;
    }
    large.read();
    try (TemporaryFile spooled = large.spool(out -> copy(stream, limit - DEFAULT_LIMIT, out))) {
      large.work();
      byte[] all = Arrays.copyOf(head, head.length + (int) spooled.size());
      spooled.open().readNBytes(all, head.length, (int) spooled.size());
      return all;
    }
  }

  private static void copy(InputStream in, int most, OutputStream out) throws IOException {
    byte[] piece = new byte[16 * 1024];
    for (int left = most; left > 0; ) {
      int read = next(in, piece, Math.min(left, piece.length));
      if (read < 0) {
        return;
      }
      out.write(piece, 0, read);
      left -= read;
    }
  }

  /** A body that breaks off is the client's failure, not the disk's. */
  private static int next(InputStream in, byte[] piece, int most) {
    try {
      return in.read(piece, 0, most);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    }
  }

  /**
   * What a body that may be one or many held.
   *
   * @param many whether it was an array
   */
  public record OneOrMany<T>(List<T> items, boolean many) {}

  /** What was not read cannot be told from the next request: the connection ends. */
  static ProblemException tooLarge(long limit) {
    return new ProblemException(ProblemCode.CONTENT_TOO_LARGE, limit).header("Connection", "close");
  }

  /** A body with no fields. */
  public record Nothing() {}
}
