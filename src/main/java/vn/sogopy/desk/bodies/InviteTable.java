package vn.sogopy.desk.bodies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.desk.SentForm;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/**
 * The table of bodies to put on the list. Ticked bodies and typed names become a table, which is
 * read like a file.
 */
final class InviteTable {
  private static final String HEADINGS = "Cơ quan;Văn bản xin ý kiến;Ngày văn bản;Hạn trả lời";

  /** "1. ", "- " before a name in a pasted list. */
  private static final String MARKER = "^\\s*(?:[0-9]{1,4}[.)]|[-+•–])\\s+";

  /** Bytes that fit into a field of a form in Base64. */
  private static final int MOST_CARRIED = 180 * 1024;

  private InviteTable() {}

  /** The table of a preview, or of what was ticked and typed; null = nothing. */
  static byte[] of(SentForm form) {
    String carried = form.typed("_bang");
    if (carried != null) {
      try {
        return Base64.getDecoder().decode(carried);
      } catch (IllegalArgumentException e) {
        throw ProblemException.invalid(
            FieldError.pointer("/_bang", FieldCode.INVALID_FORMAT, "Base64"));
      }
    }
    String rows =
        Stream.concat(form.all("co_quan").stream(), form.text("ten_co_quan").lines())
            .map(name -> name.replaceFirst(MARKER, "").strip())
            .filter(name -> !name.isEmpty())
            .map(name -> row(name, form))
            .collect(Collectors.joining());
    return rows.isEmpty() ? null : (HEADINGS + "\n" + rows).getBytes(StandardCharsets.UTF_8);
  }

  private static String row(String name, SentForm form) {
    return Stream.of(
                name, form.text("so_van_ban"), form.text("ngay_van_ban"), form.text("han_tra_loi"))
            .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(";"))
        + "\n";
  }

  /** The table in Base64, for a hidden field; null if it is too long for one. */
  static String carry(Upload table) {
    try {
      return table.size() > MOST_CARRIED
          ? null
          : Base64.getEncoder().encodeToString(Files.readAllBytes(table.content()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
