package vn.sogopy.platform.http.imports;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/**
 * A kind of uploaded table: its columns, and the columns that identify its sheets.
 *
 * @param <C> the columns
 */
public class TableSchema<C extends Enum<C> & TableSchema.TableColumn> {
  private final Map<String, C> columns = new HashMap<>();
  private final Predicate<Headings<C>> heading;
  private final Predicate<Set<C>> further;
  private final FieldError missing;

  /** Unknown headings, and the visible sheets that have rows and are not read. */
  public record Ignored(List<String> columns, List<String> sheets) {}

  /** A column of an input table; a constant of an enum. */
  public interface TableColumn {
    /** Headings in Vietnamese and English; accents, case, blanks and punctuation are ignored. */
    List<String> headings();

    /** The name of the column in errors, if the table does not have it. */
    default String title() {
      return headings().get(0);
    }
  }

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

  /**
   * The headings, completed by the row below them. Overridden by tables that may have headings in
   * two rows.
   *
   * @param next null = none
   */
  protected Headings<C> completed(Headings<C> headings, TableRow next) {
    return headings;
  }

  /**
   * Reads CSV, the first sheet with a heading row, and each further one whose columns fit.
   *
   * @param below the consumer of the rows below these headings; null = the sheet is not read
   * @throws ProblemException 400 if the file is no table or holds too much, has no heading row, or
   *     has a column twice
   */
  public Ignored read(
      Upload file, TableReader reader, Function<Headings<C>, Consumer<TableRow>> below) {
    Set<String> unknown = new LinkedHashSet<>();
    AtomicReference<Set<C>> first = new AtomicReference<>();
    List<String> leftOut =
        reader.read(
            file.content(),
            file.isWorkbook(),
            head -> {
              Headings<C> found = find(head);
              if (found == null || !fits(found.columns().keySet(), first)) {
                return null;
              }
              requireDistinct(found);
              int next = head.indexOf(found.row()) + 1;
              Headings<C> all = completed(found, next < head.size() ? head.get(next) : null);
              requireDistinct(all);
              unknown.addAll(all.ignored());
              Consumer<TableRow> rows = below.apply(all);
              return rows == null ? null : row -> passBelow(all, row, rows);
            });
    if (first.get() == null) {
      throw ProblemException.invalid(missing);
    }
    return new Ignored(List.copyOf(unknown), leftOut);
  }

  private static void passBelow(Headings<?> headings, TableRow row, Consumer<TableRow> rows) {
    if (row.number() > headings.row().number()) {
      rows.accept(row);
    }
  }

  /** Null if no row is the heading row. */
  private Headings<C> find(List<TableRow> head) {
    return head.stream()
        .limit(TableReader.HEADING_WITHIN)
        .map(this::headings)
        .filter(heading)
        .findFirst()
        .orElse(null);
  }

  private boolean fits(Set<C> found, AtomicReference<Set<C>> first) {
    return first.compareAndSet(null, found) || found.equals(first.get()) || further.test(found);
  }

  /**
   * @throws ProblemException 400 if two columns are the same
   */
  private void requireDistinct(Headings<C> headings) {
    if (headings.repeated() != null) {
      throw ProblemException.invalid(
          FieldError.pointer("", FieldCode.ALREADY_USED, headings.repeated())
              .in(headings.row().sheet(), headings.row().number(), null));
    }
  }
}
