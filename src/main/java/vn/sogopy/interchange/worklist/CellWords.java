package vn.sogopy.interchange.worklist;

import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.table.Cell;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.text.Text;

/** Normalises the yellow cells of a row to the form of an export. Plain Java. */
final class CellWords {
  private static final Pattern PAGE =
      Pattern.compile("(?:trang|tr\\.?)?\\s*0*([1-9]\\d{0,5})", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER =
      Pattern.compile("(?:\\D*\\s)?(\\d{1,15})(?:\\.(\\d{1,4}))?");

  private static final int MAX_PAGE = 100_000;

  private final SentWorklist list;
  private final Fingerprint base;
  private final List<CellError> errors;

  CellWords(SentWorklist list, Fingerprint base, List<CellError> errors) {
    this.list = list;
    this.base = base;
    this.errors = errors;
  }

  Map<WorklistColumn, String> read(Map<WorklistColumn, Cell> cells) {
    Map<WorklistColumn, String> said = new EnumMap<>(WorklistColumn.class);
    cells.forEach(
        (column, cell) -> {
          if (column.isFilledIn()) {
            String typed = cell.text();
            boolean same = column.use() == WorklistColumn.Use.FILL && base.had(column, typed);
            Optional<String> value = same ? Optional.of(typed) : value(column, typed);
            value.ifPresent(text -> said.put(column, text));
          }
        });
    return said;
  }

  /** The exported text of a grey cell, with dates in ISO format. */
  static String plain(WorklistColumn column, Cell cell) {
    if (column != WorklistColumn.DUE || cell.isEmpty()) {
      return cell.text();
    }
    try {
      return cell.date().toString();
    } catch (DateTimeException noDay) {
      return cell.text();
    }
  }

  private Optional<String> value(WorklistColumn column, String typed) {
    String text;
    try {
      text = Text.normalize(typed);
    } catch (Text.IllegalTextException e) {
      return wrong(column, typed, FieldCode.INVALID_TEXT, e.getMessage());
    }
    return switch (column) {
      case RESULT ->
          chosen(column, text, Answers.result(text).map(r -> r.label()), Answers.results());
      case DECISION ->
          chosen(column, text, Answers.decision(text).map(d -> d.label()), Answers.decisions());
      case DONE -> done(text);
      case REVISION_PAGE -> page(text);
      case SAME_AS -> number(text);
      case RESPONSE -> atMost(column, text, 20_000);
      case REVISION_NOTE -> atMost(column, text, 1_000);
      case REASON -> atMost(column, text, 2_000);
      default -> atMost(column, text, 200);
    };
  }

  private Optional<String> wrong(
      WorklistColumn column, String typed, FieldCode code, Object... arguments) {
    errors.add(list.error(column, typed, code, arguments));
    return Optional.empty();
  }

  private Optional<String> chosen(
      WorklistColumn column, String typed, Optional<String> found, List<String> choices) {
    if (found.isEmpty()) {
      errors.add(
          new CellError(
              list.named(column),
              Headings.shown(typed),
              choices,
              FieldCode.INVALID_ENUM,
              String.join("; ", choices)));
    }
    return found;
  }

  private Optional<String> done(String typed) {
    return Answers.isNo(typed)
        ? Optional.empty()
        : chosen(
            WorklistColumn.DONE,
            typed,
            Optional.of(WorklistCells.YES).filter(yes -> Answers.isYes(typed)),
            List.of(WorklistCells.YES));
  }

  /** "48", "trang 48". */
  private Optional<String> page(String typed) {
    Matcher page = PAGE.matcher(typed);
    return page.matches() && Integer.parseInt(page.group(1)) <= MAX_PAGE
        ? Optional.of(page.group(1))
        : wrong(WorklistColumn.REVISION_PAGE, typed, FieldCode.OUT_OF_RANGE, 1, MAX_PAGE);
  }

  /** "1042", "số 1042.2". */
  private Optional<String> number(String typed) {
    Matcher number = NUMBER.matcher(typed);
    if (!number.matches()) {
      return wrong(WorklistColumn.SAME_AS, typed, FieldCode.UNKNOWN_COMMENT, typed);
    }
    Integer part = number.group(2) == null ? null : Integer.valueOf(number.group(2));
    return Optional.of(WorklistCells.code(Long.parseLong(number.group(1)), part));
  }

  private Optional<String> atMost(WorklistColumn column, String text, int max) {
    return Text.length(text) > max
        ? wrong(column, text, FieldCode.TOO_LONG, max)
        : Optional.of(text).filter(some -> !some.isEmpty());
  }
}
