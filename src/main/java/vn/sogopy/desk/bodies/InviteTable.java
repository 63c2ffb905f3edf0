package vn.sogopy.desk.bodies;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.desk.SentForm;

/**
 * The table of bodies to put on the list. Ticked bodies and typed names become a table, which is
 * read like a file.
 */
final class InviteTable {
  private static final String HEADINGS = "Cơ quan;Văn bản xin ý kiến;Ngày văn bản;Hạn trả lời";

  /** "1. ", "- " before a name in a pasted list. */
  private static final String MARKER = "^\\s*(?:[0-9]{1,4}[.)]|[-+•–])\\s+";

  private InviteTable() {}

  /** The table of what was ticked and typed; null = nothing. */
  static byte[] of(SentForm form) {
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
}
