package vn.sogopy.platform.http.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableColumn;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;

/**
 * A kind of uploaded table: its columns, and the columns that identify its sheets.
 *
 * @param <C> the columns
 */
public final class TableSchema<C extends Enum<C> & TableColumn> {
  private final Map<String, C> columns = new HashMap<>();
  private final Predicate<Headings<C>> heading;
  private final Predicate<Set<C>> further;
  private final FieldError missing;

  /** The headings of one sheet and the rows below them. */
  public record Sheet<C extends Enum<C> & TableColumn>(Headings<C> headings, List<TableRow> rows) {}

  /**
   * @param heading whether a row is the heading row
   * @param further whether these columns are enough for a sheet after the first one; the columns of
   *     the first sheet always are
   * @param missing the error of a table without heading row
   */
  public TableSchema(
      Class<C> type,
      Predicate<Headings<C>> heading,
      Predicate<Set<C>> further,
      FieldError missing) {
    for (C column : type.getEnumConstants()) {
      column.headings().forEach(one -> columns.putIfAbsent(Headings.key(one), column));
    }
    this.heading = heading;
    this.further = further;
    this.missing = missing;
  }

  public Optional<C> column(String heading) {
    return Optional.ofNullable(columns.get(Headings.key(heading)));
  }

  /** The error of a table without heading row. */
  public FieldError missing() {
    return missing;
  }

  /** Reads any row as headings. */
  public Headings<C> headings(TableRow row) {
    return new Headings<>(row, this::column);
  }

  public boolean isHeading(Headings<C> row) {
    return heading.test(row);
  }

  /** Selects the first sheet with a heading row, and each further one whose columns fit. */
  public TableReader.Choice sheets() {
    AtomicReference<Set<C>> first = new AtomicReference<>();
    return head -> {
      Set<C> found = find(head).map(one -> one.columns().keySet()).orElse(null);
      if (found == null) {
        return false;
      }
      return first.compareAndSet(null, found) || found.equals(first.get()) || further.test(found);
    };
  }

  private Optional<Headings<C>> find(List<TableRow> head) {
    return head.stream()
        .limit(TableReader.HEADING_WITHIN)
        .map(this::headings)
        .filter(heading)
        .findFirst();
  }

  /**
   * @throws ProblemException 400 if no row has the headings, or two columns are the same
   */
  public Sheet<C> sheet(List<TableRow> rows) {
    Headings<C> headings = find(rows).orElseThrow(() -> ProblemException.invalid(missing));
    requireDistinct(headings);
    return new Sheet<>(headings, rows.subList(rows.indexOf(headings.row()) + 1, rows.size()));
  }

  /**
   * @throws ProblemException 400 if two columns are the same
   */
  public void requireDistinct(Headings<C> headings) {
    if (headings.repeated() != null) {
      throw ProblemException.invalid(
          FieldError.pointer("", FieldCode.ALREADY_USED, headings.repeated())
              .in(headings.row().sheet(), headings.row().number(), null));
    }
  }
}
