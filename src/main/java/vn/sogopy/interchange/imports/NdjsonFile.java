package vn.sogopy.interchange.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.Headings;

/**
 * Reads a file with one comment per line, each in the form of a single request. Memory holds one
 * line at a time. An invalid line does not affect the others. Empty lines are ignored.
 */
@ApplicationScoped
class NdjsonFile {
  private static final int BLOCK = 64 * 1024;

  @Inject JsonInput input;
  @Inject ObjectMapper json;

  @FunctionalInterface
  interface Lines {
    /**
     * @param line null if it exceeds the size limit of a request
     */
    void take(int number, byte[] line);
  }

  /**
   * @param maxRows maximum number of lines that are not empty
   * @throws ProblemException 400 for UTF-16, an empty file, or too many lines
   */
  void read(Path file, int maxRows, IntakeRow.Sink rows) {
    int[] taken = new int[1];
    lines(
        file,
        (number, line) -> {
          if (taken[0]++ == maxRows) {
            throw ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, maxRows));
          }
          rows.take(row(number, line));
        });
    if (taken[0] == 0) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.EMPTY_BODY));
    }
  }

  static void lines(Path file, Lines lines) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      requireBytesOfText(in);
      Line line = new Line(lines);
      byte[] some = new byte[BLOCK];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        int from = 0;
        for (int at = 0; at < read; at++) {
          if (some[at] == '\n') {
            line.add(some, from, at);
            line.end();
            from = at + 1;
          }
        }
        line.add(some, from, read);
      }
      line.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The current line. Bytes beyond the limit are discarded. */
  private static final class Line {
    private final Lines lines;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int number = 1;
    private boolean tooLong;

    Line(Lines lines) {
      this.lines = lines;
    }

    void add(byte[] some, int from, int to) {
      tooLong |= to - from > BodyLimit.DEFAULT - bytes.size();
      if (!tooLong) {
        bytes.write(some, from, to - from);
      }
    }

    void end() {
      byte[] line = bytes.toByteArray();
      if (tooLong || !isBlank(line)) {
        lines.take(number, tooLong ? null : line);
      }
      number++;
      tooLong = false;
      bytes.reset();
    }
  }

  private static void requireBytesOfText(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.INVALID_UTF8));
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private IntakeRow row(int number, byte[] line) {
    if (line == null) {
      return bad(
          number, new CellError(null, null, List.of(), FieldCode.TOO_LONG, BodyLimit.DEFAULT));
    }
    try {
      CommentInput comment = input.read(line, CommentInput.class);
      return new NdjsonRow(number, comment, () -> json.valueToTree(comment), List.of());
    } catch (ProblemException e) {
      if (e.errors().isEmpty()) {
        int column = (Integer) e.arguments().get(1);
        return bad(
            number,
            new CellError(
                null,
                Headings.shown(new String(line, StandardCharsets.UTF_8)),
                List.of(),
                FieldCode.MALFORMED_JSON,
                number,
                column));
      }
      JsonNode tree = tree(line);
      return new NdjsonRow(
          number,
          null,
          () -> tree,
          e.errors().stream().map(error -> NdjsonRow.located(error, tree)).toList());
    }
  }

  private static IntakeRow bad(int number, CellError error) {
    return new NdjsonRow(number, null, () -> null, List.of(error));
  }

  /** Null if it is no JSON. */
  JsonNode tree(byte[] line) {
    try {
      return json.readTree(new String(line, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /**
   * A line of NDJSON. Its columns are JSON pointers.
   *
   * @param tree the line as JSON, for the values of errors; null if it is no JSON
   */
  record NdjsonRow(int number, CommentInput input, Supplier<JsonNode> tree, List<CellError> errors)
      implements IntakeRow {

    @Override
    public CellError located(FieldError error) {
      return located(error, tree.get());
    }

    static CellError located(FieldError error, JsonNode tree) {
      JsonNode found = tree == null ? null : tree.at(error.name());
      String value =
          found == null || found.isMissingNode() || found.isNull()
              ? null
              : Headings.shown(found.isValueNode() ? found.asText() : found.toString());
      return new CellError(
          error.name(), value, List.of(), error.code(), error.arguments().toArray());
    }
  }
}
