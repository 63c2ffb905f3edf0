package vn.sogopy.interchange.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.interchange.imports.CommentImportService.IntakeRow;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/**
 * Reads a file with one comment per line, each in the form of a single request. Memory holds one
 * line at a time. An invalid line does not affect the others. Empty lines are ignored.
 */
@ApplicationScoped
class NdjsonFile {
  private static final int BLOCK = 64 * 1024;

  @Inject JsonInput input;
  @Inject ObjectMapper json;

  /**
   * @throws ProblemException 400 for UTF-16, an empty file, or too many lines
   */
  void read(Path file, Consumer<IntakeRow> rows) {
    int[] taken = new int[1];
    lines(
        file,
        (number, line) -> {
          if (taken[0]++ == CommentImportService.MAX_ROWS) {
            throw ProblemException.invalid(
                FieldError.pointer("", FieldCode.TOO_LONG, CommentImportService.MAX_ROWS));
          }
          rows.accept(row(number, line));
        });
    if (taken[0] == 0) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.EMPTY_BODY));
    }
  }

  /**
   * @param lines receives number and bytes of each line; null bytes if it exceeds the size limit of
   *     a request
   */
  static void lines(Path file, BiConsumer<Integer, byte[]> lines) {
    try (InputStream in = Files.newInputStream(file)) {
      requireBytesOfText(file);
      UnsynchronizedByteArrayOutputStream line = new UnsynchronizedByteArrayOutputStream();
      int number = 1;
      byte[] block = new byte[BLOCK];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        for (int i = 0; i < read; i++) {
          if (block[i] == '\n') {
            end(number++, line, lines);
          } else if (line.size() <= BodyLimit.DEFAULT) { // One more marks a line as too long.
            line.write(block[i]);
          }
        }
      }
      end(number, line, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(
      int number, UnsynchronizedByteArrayOutputStream line, BiConsumer<Integer, byte[]> lines) {
    byte[] bytes = line.toByteArray();
    line.reset();
    if (bytes.length > BodyLimit.DEFAULT) {
      lines.accept(number, null);
    } else if (!new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
      lines.accept(number, bytes);
    }
  }

  private static void requireBytesOfText(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(2);
      if (Arrays.equals(first, ByteOrderMark.UTF_16LE.getBytes())
          || Arrays.equals(first, ByteOrderMark.UTF_16BE.getBytes())) {
        throw ProblemException.invalid(FieldError.pointer("", FieldCode.INVALID_UTF8));
      }
    }
  }

  private IntakeRow row(int number, byte[] line) {
    if (line == null) {
      return bad(number, null, FieldCode.TOO_LONG, BodyLimit.DEFAULT);
    }
    try {
      return good(number, input.read(line, CommentInput.class));
    } catch (ProblemException e) {
      if (e.errors().isEmpty()) {
        String shown = Headings.shown(new String(line, StandardCharsets.UTF_8));
        return bad(number, shown, FieldCode.MALFORMED_JSON, number, e.arguments().get(1));
      }
      JsonNode tree = tree(line);
      return isReplyWithoutWords(tree) ? reply(number, (ObjectNode) tree) : bad(number, tree, e);
    }
  }

  private IntakeRow reply(int number, ObjectNode line) {
    line.put("content", Position.AGREES.label());
    try {
      return good(number, input.convert(line, CommentInput.class));
    } catch (ProblemException e) {
      return bad(number, line, e);
    }
  }

  private IntakeRow good(int number, CommentInput comment) {
    return new IntakeRow(
        null, number, comment, List.of(), error -> located(error, json.valueToTree(comment)));
  }

  private static IntakeRow bad(int number, JsonNode line, ProblemException problem) {
    return new IntakeRow(
        null,
        number,
        null,
        problem.errors().stream().map(one -> located(one, line)).toList(),
        null);
  }

  /** It gets the words of its position. */
  private static boolean isReplyWithoutWords(JsonNode line) {
    return line.isObject()
        && line.at("/letter/position").asText().equals(Position.AGREES.name())
        && Text.trim(line.path("content").asText("")).isEmpty();
  }

  private static IntakeRow bad(int number, String value, FieldCode code, Object... arguments) {
    CellError error = new CellError(null, value, List.of(), code, arguments);
    return new IntakeRow(null, number, null, List.of(error), null);
  }

  /** The error of a line. Its column is a JSON pointer. */
  private static CellError located(FieldError error, JsonNode line) {
    JsonNode found = line.at(error.name());
    String value = found.isValueNode() ? found.asText() : found.toString();
    boolean isThere = !found.isMissingNode() && !found.isNull();
    return new CellError(
        error.name(),
        isThere ? Headings.shown(value) : null,
        error.code() == FieldCode.ONLY_AGREES ? List.of(Position.AGREES.name()) : List.of(),
        error.code(),
        error.arguments().toArray());
  }

  /** A missing node if it is no JSON. */
  JsonNode tree(byte[] line) {
    try {
      return json.readTree(new String(line, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
