package vn.sogopy.consultation.consultee;

import java.util.Map;
import java.util.regex.Pattern;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableRow;
import vn.sogopy.platform.text.Text;

/** Detects rows of a list that are no organizations, such as group headings and notes. */
final class TableNotes {
  private static final Pattern ROMAN = Pattern.compile("[IVXLC]+[.)]?");

  /** Any other single cell may be an organization. The import reports it as an error. */
  private static final Pattern NOTE =
      Pattern.compile("(ghi chu|tong cong|tong so|nguoi lap|note|total)\\b.*|[(*].*");

  private TableNotes() {}

  /**
   * @param numbering index of the column of running numbers; null = none
   */
  static boolean isNote(TableRow row, Map<ConsulteeColumn, Integer> columns, Integer numbering) {
    Integer name = columns.get(ConsulteeColumn.NAME);
    boolean onlyName =
        columns.values().stream()
            .filter(index -> !index.equals(name))
            .allMatch(index -> row.cell(index).isEmpty());
    if (!onlyName || name == null || row.cell(name).isEmpty()) {
      return onlyName;
    }
    String text = row.cell(name).text();
    return (numbering != null && ROMAN.matcher(row.cell(numbering).text()).matches())
        || Headings.isRomanTitle(text)
        || NOTE.matcher(Text.fold(text)).matches();
  }
}
