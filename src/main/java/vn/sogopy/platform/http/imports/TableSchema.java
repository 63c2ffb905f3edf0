package vn.sogopy.platform.http.imports;

import java.io.InputStream;
import java.util.ArrayList;
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
import vn.sogopy.platform.http.imports.TableReader.SheetRows;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.TableTemplate;

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

  /**
   * Unknown headings, and the visible sheets that have rows and are not read, without the
   * explanations of a template.
   */
  public record Ignored(List<String> columns, List<String> sheets) {}

  /** A column of an input table; a constant of an enum. */
  public interface TableColumn {
    /** Headings in Vietnamese and English; accents, case, blanks and punctuation are ignored. */
    List<String> headings();

    /** The name of the column in errors, if the table does not have it. */
    default String title() {
      return headings().get(0);
    }

    /** The heading that is proposed for one that resembles this column. */
    default String proposal() {
      return title();
    }

    /** Beginnings of other headings that resemble this column: "Mục" of "Mục cấp trên". */
    default List<String> alike() {
      return List.of();
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

  /**
   * The headings, completed by the rows around them. Overridden by tables that may have headings in
   * two rows.
   *
   * @param above null = none
   * @param next null = none
   */
  protected Headings<C> completed(TableRow above, Headings<C> headings, TableRow next) {
    return headings;
  }

  /**
   * Reads CSV, the first sheet with a heading row, and each further one whose columns fit.
   *
   * @param below the consumer of the rows below these headings; null = the sheet is not read
   * @throws ProblemException 400 if the file is no table or holds too much, has no heading row, has
   *     a column twice, or an unknown one that resembles a column that it does not have
   */
  public Ignored read(
      Upload file, TableReader reader, Function<Headings<C>, Consumer<TableRow>> below) {
    return read(sheets -> reader.read(file.content(), file.isWorkbook(), sheets), below);
  }

  /**
   * As {@link #read(Upload, TableReader, Function)}, of a CSV.
   *
   * @param in not closed here
   */
  public Ignored readCsv(
      InputStream in, TableReader reader, Function<Headings<C>, Consumer<TableRow>> below) {
    return read(sheets -> reader.readCsv(in, sheets), below);
  }

  private Ignored read(
      Function<Predicate<SheetRows>, List<String>> file,
      Function<Headings<C>, Consumer<TableRow>> below) {
    Set<String> unknown = new LinkedHashSet<>();
    AtomicReference<Set<C>> first = new AtomicReference<>();
    List<String> leftOut =
        file.apply(
            rows -> {
              TableRow[] above = new TableRow[1];
              Headings<C> found = find(rows, above);
              if (found == null || !fits(found.columns().keySet(), first)) {
                return false;
              }
              TableRow next = rows.next();
              Headings<C> all = completed(above[0], found, next);
              requireDistinct(all);
              unknown.addAll(all.ignored());
              Consumer<TableRow> consumer = below.apply(all);
              if (consumer == null) {
                return false;
              }
              requireUnlike(all);
              rows.take(found.row());
              if (next != null && rows.take(next).number() > all.row().number()) {
                consumer.accept(next);
              }
              return rows.takeAll(consumer);
            });
    if (first.get() == null) {
      throw ProblemException.invalid(missing);
    }
    return new Ignored(
        List.copyOf(unknown),
        leftOut.stream().filter(name -> !name.equals(TableTemplate.HELP)).toList());
  }

  /**
   * Null if none of the first rows is the heading row.
   *
   * @param above receives the row above it
   */
  private Headings<C> find(SheetRows rows, TableRow[] above) {
    for (int i = 0; i < TableReader.HEADING_WITHIN; i++) {
      TableRow row = rows.next();
      Headings<C> headings = row == null ? null : headings(row);
      if (headings == null || heading.test(headings)) {
        return headings;
      }
      above[0] = row;
    }
    return null;
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
              .in(headings.row().sheet(), headings.row().number(), headings.repeated()));
    }
  }

  /**
   * Passing over a column that was meant would lose its data without a word.
   *
   * @throws ProblemException 400 if an unknown heading resembles a missing column
   */
  private void requireUnlike(Headings<C> headings) {
    List<FieldError> errors = new ArrayList<>();
    for (String heading : headings.ignored()) {
      columns.values().stream()
          .distinct()
          .filter(column -> !headings.columns().containsKey(column))
          .sorted()
          .filter(column -> Likeness.resembles(heading, column))
          .findFirst()
          .ifPresent(
              column ->
                  errors.add(
                      FieldError.pointer("", FieldCode.RESEMBLES_COLUMN, heading, column.proposal())
                          .in(headings.row().sheet(), headings.row().number(), heading)));
    }
    ProblemException.requireNone(errors);
  }
}
