package vn.sogopy.platform.http.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/**
 * The cells of one row by their columns, and the errors found in them. A cell that is empty,
 * missing or wrong is read as null.
 *
 * @param <C> the columns
 */
public final class TableCells<C extends Enum<C> & TableColumn> {
  private static final Pattern ITEM = Pattern.compile("/items/([0-9]+)(?:/([A-Za-z]+).*)?");

  private final Headings<C> headings;
  private final TableRow row;
  private final List<CellError> errors = new ArrayList<>();

  public TableCells(Headings<C> headings, TableRow row) {
    this.headings = headings;
    this.row = row;
  }

  public TableRow row() {
    return row;
  }

  public List<CellError> errors() {
    return errors;
  }

  public Cell cell(C column) {
    return headings.cell(row, column);
  }

  /** The running number of the row; empty if there is none. */
  public String numbering() {
    Integer index = headings.numbering();
    return index == null ? "" : row.cell(index).text();
  }

  /** The heading of a column in the table. */
  public String named(C column) {
    return headings.named(column);
  }

  /** The normalized text. */
  public String text(C column) {
    try {
      String text = Text.normalize(cell(column).text());
      return text.isEmpty() ? null : text;
    } catch (Text.IllegalTextException e) {
      reject(column, FieldCode.INVALID_TEXT, e.getMessage());
      return null;
    }
  }

  /**
   * @param max in code points
   */
  public String text(C column, int max) {
    return value(
        column,
        text -> Optional.of(text).filter(t -> Text.length(t) <= max),
        FieldCode.TOO_LONG,
        max);
  }

  public LocalDate date(C column) {
    Cell cell = cell(column);
    try {
      return cell.isEmpty() ? null : cell.date();
    } catch (DateTimeException e) {
      reject(column, FieldCode.INVALID_DATE, Headings.shown(cell.text()));
      return null;
    }
  }

  /**
   * @param parser returns empty for an invalid text
   */
  public <V> V value(
      C column, Function<String, Optional<V>> parser, FieldCode wrong, Object... arguments) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    Optional<V> value = parser.apply(text);
    if (value.isEmpty()) {
      reject(column, wrong, arguments);
    }
    return value.orElse(null);
  }

  /** Rejects an empty cell. */
  public void require(C column) {
    if (cell(column).isEmpty()) {
      reject(column, FieldCode.REQUIRED);
    }
  }

  public void reject(C column, FieldCode code, Object... arguments) {
    errors.add(error(column, List.of(), code, arguments));
  }

  public void rejectAmbiguous(C column, List<String> candidates) {
    errors.add(error(column, candidates, FieldCode.AMBIGUOUS));
  }

  /** In CSV, rejects a row with a filled cell beyond the headings. */
  public void rejectBeyondHeadings() {
    if (row.sheet() == null) {
      rejectWithoutHeading(headings.row().cells().size());
    }
  }

  /**
   * Rejects the first filled cell without a heading: an unquoted separator moves the following
   * cells.
   *
   * @param from index of the first cell that is checked
   */
  public void rejectWithoutHeading(int from) {
    for (int i = from; i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty() && headings.row().cell(i).isEmpty()) {
        String value = Headings.shown(row.cell(i).text());
        errors.add(new CellError(null, value, List.of(), FieldCode.CELL_BEYOND_HEADINGS));
        return;
      }
    }
  }

  /**
   * Refuses rows with cells that cannot be read. The rows are the {@code items} of a list, and the
   * {@linkplain TableColumn#title titles} of the columns are their fields.
   *
   * @throws ProblemException 400 that names row and column
   */
  public static <C extends Enum<C> & TableColumn> void requireReadable(
      List<TableCells<C>> rows, C[] columns) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      TableCells<C> row = rows.get(i);
      for (CellError error : row.errors) {
        C column = first(columns, one -> row.named(one).equals(error.column()));
        String pointer = "/items/" + i + "/" + column.title();
        errors.add(row.at(column, FieldError.pointer(pointer, error.code(), error.arguments())));
      }
    }
    ProblemException.requireNone(errors);
  }

  /** Runs work on such a list. The errors of a refusal then name row and column. */
  public static <C extends Enum<C> & TableColumn, T> T located(
      List<TableCells<C>> rows, C[] columns, Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException e) {
      if (e.errors().isEmpty()) {
        throw e;
      }
      throw ProblemException.invalid(
          e.errors().stream().map(error -> located(rows, columns, error)).toList());
    }
  }

  private static <C extends Enum<C> & TableColumn> FieldError located(
      List<TableCells<C>> rows, C[] columns, FieldError error) {
    Matcher item = ITEM.matcher(error.name());
    if (error.place() != FieldError.Place.POINTER || !item.matches()) {
      return error;
    }
    C column = first(columns, one -> one.title().equals(item.group(2)));
    return rows.get(Integer.parseInt(item.group(1))).at(column, error);
  }

  private static <C> C first(C[] columns, Predicate<C> wanted) {
    return Arrays.stream(columns).filter(wanted).findFirst().orElse(null);
  }

  private FieldError at(C column, FieldError error) {
    return error.in(row.sheet(), row.number(), column == null ? null : named(column));
  }

  /** The error of a cell; does not add it. */
  public CellError error(C column, List<String> candidates, FieldCode code, Object... arguments) {
    String written = cell(column).text();
    String value = written.isEmpty() ? null : Headings.shown(written);
    return new CellError(named(column), value, candidates, code, arguments);
  }
}
