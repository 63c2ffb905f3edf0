package vn.sogopy.platform.http.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.text.Text;

/**
 * The heading row of a table, with the meaning of its columns.
 *
 * @param <C> the columns that are known
 */
public final class Headings<C extends TableColumn> {
  private static final Set<String> NUMBERING = Set.of("stt", "tt", "sothutu", "sott", "no");
  private static final int MAX_SHOWN = 200;

  private final Map<C, Integer> columns = new LinkedHashMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final TableRow row;
  private Integer numbering;
  private String repeated;

  public Headings(TableRow row, Function<String, Optional<C>> known) {
    this.row = row;
    for (int i = 0; i < row.cells().size(); i++) {
      String heading = row.cell(i).text();
      C column = known.apply(heading).orElse(null);
      if (column != null && columns.putIfAbsent(column, i) != null && repeated == null) {
        repeated = shown(heading);
      }
      if (isNumbering(heading)) {
        numbering = i;
      }
      if (column == null && !heading.isEmpty()) {
        ignored.add(shown(heading));
      }
    }
  }

  /** The heading without accents, case, blanks and punctuation: "Cơ quan / mã", "E-mail". */
  public static String key(String heading) {
    return Text.fold(heading).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** A heading for a message: cut, without control characters. */
  public static String shown(String typed) {
    String text = typed.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}&&[^\\n\\t]]", "\uFFFD");
    return Text.length(text) > MAX_SHOWN
        ? text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "…"
        : text;
  }

  /** Whether the heading is of running numbers: "STT", "Số TT". */
  public static boolean isNumbering(String heading) {
    return NUMBERING.contains(key(heading));
  }

  public TableRow row() {
    return row;
  }

  /** Index of each known column, from 0. */
  public Map<C, Integer> columns() {
    return columns;
  }

  /** The cell of this column; empty if the table has no such column. */
  public Cell cell(TableRow line, C column) {
    Integer index = columns.get(column);
    return index == null ? Cell.EMPTY : line.cell(index);
  }

  /** The heading of this column in the table; its title if it is not there. */
  public String named(C column) {
    Integer index = columns.get(column);
    return index == null ? column.title() : shown(row.cell(index).text());
  }

  /** Unknown headings. */
  public List<String> ignored() {
    return ignored;
  }

  /** A heading with the same meaning as an earlier one; null = none. */
  public String repeated() {
    return repeated;
  }

  /** Index of the column of running numbers; null = none. */
  public Integer numbering() {
    return numbering;
  }
}
