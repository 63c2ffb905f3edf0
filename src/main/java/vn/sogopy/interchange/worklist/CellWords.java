package vn.sogopy.interchange.worklist;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.comment.Result;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.text.Text;

/** Normalises the yellow cells of a row to the form of an export. Plain Java. */
final class CellWords {
  /** The values of choice columns. */
  static final List<String> RESULTS = Arrays.stream(Result.values()).map(Result::label).toList();

  static final List<String> DECISIONS =
      Arrays.stream(Decision.values()).map(Decision::label).toList();

  private static final List<String> YES_WORDS =
      List.of("x", "co", "xong", "da xong", "roi", "v", "✓", "✔", "1", "true", "yes");

  /** No, or not yet. */
  private static final List<String> NO_WORDS =
      List.of("chua", "khong", "chua xong", "0", "false", "no");

  private static final Pattern NUMBER =
      Pattern.compile("(?:\\D*\\s)?(\\d{1,15})(?:\\.(\\d{1,4}))?");

  /** A decision of the coordinator. */
  enum Decision {
    APPROVE("Duyệt"),
    RETURN("Trả lại");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private CellWords() {}

  /**
   * The filled cells of these columns. A cell that cannot be read is omitted and among the errors
   * of the row.
   */
  static Map<WorklistColumn, String> read(
      TableCells<WorklistColumn> cells, Fingerprint base, Set<WorklistColumn> columns) {
    Map<WorklistColumn, String> read = new EnumMap<>(WorklistColumn.class);
    for (WorklistColumn column : columns) {
      String typed = cells.cell(column).text();
      if (!typed.isEmpty()) {
        boolean same = column.use() == WorklistColumn.Use.FILL && base.had(column, typed);
        String value = same ? typed : value(cells, column);
        if (value != null) {
          read.put(column, value);
        }
      }
    }
    return read;
  }

  private static String value(TableCells<WorklistColumn> cells, WorklistColumn column) {
    return switch (column) {
      case RESULT -> chosen(cells, column, text -> result(text).map(Result::label), RESULTS);
      case DECISION -> chosen(cells, column, CellWords::decision, DECISIONS);
      case DONE -> done(cells);
      case REVISION_PAGE ->
          cells.value(column, PageRanges::readWords, FieldCode.INVALID_FORMAT, PageRanges.EXAMPLE);
      case SAME_AS ->
          cells.value(
              column, CellWords::number, FieldCode.UNKNOWN_COMMENT, cells.cell(column).text());
      case RESPONSE -> cells.text(column, 20_000);
      case REVISION_NOTE -> cells.text(column, 1_000);
      case REASON -> cells.text(column, 2_000);
      default -> cells.text(column, 200);
    };
  }

  private static String chosen(
      TableCells<WorklistColumn> cells,
      WorklistColumn column,
      Function<String, Optional<String>> parser,
      List<String> choices) {
    String text = cells.text(column);
    Optional<String> found = text == null ? Optional.empty() : parser.apply(text);
    if (text != null && found.isEmpty()) {
      cells
          .errors()
          .add(cells.error(column, choices, FieldCode.INVALID_ENUM, String.join("; ", choices)));
    }
    return found.orElse(null);
  }

  private static String done(TableCells<WorklistColumn> cells) {
    return NO_WORDS.contains(plain(cells.cell(WorklistColumn.DONE).text()))
        ? null
        : chosen(
            cells,
            WorklistColumn.DONE,
            text -> Optional.of(WorklistCells.YES).filter(yes -> YES_WORDS.contains(plain(text))),
            List.of(WorklistCells.YES));
  }

  /** Compares with label and name. Whole cells, since "không tiếp thu" contains "Tiếp thu". */
  static Optional<Result> result(String typed) {
    return Arrays.stream(Result.values())
        .filter(one -> isSame(typed, one.label()) || isSame(typed, one.name()))
        .findFirst();
  }

  private static Optional<String> decision(String typed) {
    return Arrays.stream(Decision.values())
        .filter(one -> isSame(typed, one.label()) || isSame(typed, one.name()))
        .map(Decision::label)
        .findFirst();
  }

  private static boolean isSame(String typed, String word) {
    return plain(typed).equals(plain(word));
  }

  /** Without accents, case and punctuation. */
  private static String plain(String text) {
    return Text.fold(text).replaceAll("[\\s\\p{Z},_.]+", " ").strip();
  }

  /** "1042", "số 1042.2". */
  private static Optional<String> number(String typed) {
    Matcher number = NUMBER.matcher(typed);
    if (!number.matches()) {
      return Optional.empty();
    }
    Integer part = number.group(2) == null ? null : Integer.valueOf(number.group(2));
    return Optional.of(WorklistCells.code(Long.parseLong(number.group(1)), part));
  }
}
