package vn.sogopy.interchange.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.Result;
import vn.sogopy.interchange.phrase.PhraseService.PhraseInput;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/** Stock phrases, read from the rows of a table. Plain Java. */
record PhraseTable(List<Line> lines, TableSchema.Ignored ignored) {
  private static final int MAX_ROWS = 1_000;
  private static final int MAX_COLUMNS = 50;

  private static final TableSchema<Column> SCHEMA =
      new TableSchema<>(
          Column.class,
          row -> row.columns().containsKey(Column.TEXT),
          columns -> columns.contains(Column.RESULT),
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, Column.TEXT.title()));

  record Line(TableRow row, PhraseInput input, List<CellError> errors) {}

  /**
   * @throws ProblemException 400 if the file is no table, or has no column of phrases
   */
  static PhraseTable read(Upload file) {
    List<Line> lines = new ArrayList<>();
    TableSchema.Ignored ignored =
        SCHEMA.read(
            file,
            new TableReader(MAX_ROWS + TableReader.HEADING_WITHIN, MAX_COLUMNS),
            headings -> row -> lines.add(line(new TableCells<>(headings, row))));
    return new PhraseTable(lines, ignored);
  }

  private static Line line(TableCells<Column> cells) {
    cells.rejectBeyondHeadings();
    String text = cells.text(Column.TEXT, 500);
    Result result =
        cells.value(Column.RESULT, PhraseTable::result, FieldCode.INVALID_ENUM, labels());
    if (cells.errors().isEmpty() && (text == null || PhraseInput.fixed(text).isEmpty())) {
      cells.reject(Column.TEXT, FieldCode.REQUIRED);
    }
    return new Line(cells.row(), new PhraseInput(text, result), cells.errors());
  }

  private static Optional<Result> result(String typed) {
    String key = Headings.key(typed);
    return Arrays.stream(Result.values())
        .filter(
            one ->
                Stream.of(one.label(), one.name()).anyMatch(name -> Headings.key(name).equals(key)))
        .findFirst();
  }

  private static String labels() {
    return Arrays.stream(Result.values()).map(Result::label).collect(Collectors.joining(", "));
  }

  private enum Column implements TableColumn {
    TEXT("Câu mẫu", "Nội dung", "text", "phrase"),
    RESULT("Kết quả xử lý", "Kết quả", "result");

    private final List<String> headings;

    Column(String... headings) {
      this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
      return headings;
    }
  }
}
