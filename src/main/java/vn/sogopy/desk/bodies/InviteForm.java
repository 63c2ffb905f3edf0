package vn.sogopy.desk.bodies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import vn.sogopy.desk.SentForm;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/**
 * The form that puts bodies on the list. Ticked bodies and typed names become a table, which is
 * read like a file.
 *
 * @param names codes or names, one a line; null = none
 * @param number of the letter that asks, as typed; null = none
 * @param date of that letter, as typed; null = none
 * @param dueOn as typed; null = that of the draft
 * @param carried the table of a preview, in Base64; null = none
 */
record InviteForm(
    List<String> ticked,
    String names,
    String number,
    String date,
    String dueOn,
    String carried,
    Collection<FormValue> files) {
  static final InviteForm EMPTY =
      new InviteForm(List.of(), null, null, null, null, null, List.of());

  private static final String HEADINGS = "Cơ quan;Văn bản xin ý kiến;Ngày văn bản;Hạn trả lời";

  /** "1. ", "- " before a name in a pasted list. */
  private static final String MARKER = "^\\s*(?:[0-9]{1,4}[.)]|[-+•–])\\s+";

  /** Bytes that fit into a field of a form in Base64. */
  private static final int MOST_CARRIED = 180 * 1024;

  static InviteForm of(SentForm form) {
    return new InviteForm(
        form.texts("co_quan"),
        form.text("ten_co_quan"),
        form.text("so_van_ban"),
        form.text("ngay_van_ban"),
        form.text("han_tra_loi"),
        form.text("_bang"),
        form.parts("tep"));
  }

  public boolean isTicked(String code) {
    return ticked.contains(code);
  }

  /** The table of a preview, or of what was ticked and typed; null = nothing. */
  byte[] table() {
    if (carried != null) {
      try {
        return Base64.getDecoder().decode(carried);
      } catch (IllegalArgumentException e) {
        throw ProblemException.invalid(
            FieldError.pointer("/_bang", FieldCode.INVALID_FORMAT, "Base64"));
      }
    }
    String rows =
        Stream.concat(ticked.stream(), names == null ? Stream.empty() : names.lines())
            .map(name -> name.replaceFirst(MARKER, "").strip())
            .filter(name -> !name.isEmpty())
            .map(this::row)
            .collect(Collectors.joining());
    return rows.isEmpty() ? null : (HEADINGS + "\n" + rows).getBytes(StandardCharsets.UTF_8);
  }

  private String row(String name) {
    return Stream.of(name, number, date, dueOn)
            .map(cell -> "\"" + Objects.toString(cell, "").replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(";"))
        + "\n";
  }

  /** The table in Base64, for a hidden field; null if it is too long for one. */
  String carry(Upload table) {
    try {
      return table.size() > MOST_CARRIED
          ? null
          : Base64.getEncoder().encodeToString(Files.readAllBytes(table.content()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
