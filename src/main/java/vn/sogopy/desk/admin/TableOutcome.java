package vn.sogopy.desk.admin;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * What became of a table that was sent, or what would.
 *
 * @param title in one sentence
 * @param report null if the table was refused before its rows were judged
 */
public record TableOutcome(
    String title, boolean good, int status, ImportReport report, List<Line> lines) {

  /** What is said about a row, or about one of its cells. */
  public record Line(
      String sheet, String row, String column, String value, String detail, String candidates) {}

  /**
   * Takes a table over, or only tries.
   *
   * @param load a trial takes all rows and writes nothing; else all rows are taken, or none
   */
  static TableOutcome of(boolean trial, Function<ImportMode, ImportReport> load) {
    try {
      ImportReport report = load.apply(new ImportMode(trial, trial, false, Messages.VIETNAMESE));
      boolean good = report.rejected() == 0;
      return new TableOutcome(title(trial, good), good, 200, report, lines(report));
    } catch (ProblemException e) {
      if (e.report() == null && e.errors().isEmpty()) {
        throw e;
      }
      List<Line> lines =
          e.report() == null
              ? e.errors().stream().map(TableOutcome::line).toList()
              : lines(e.report());
      return new TableOutcome(
          title(true, false), false, trial ? 200 : e.code().status(), e.report(), lines);
    }
  }

  private static String title(boolean trial, boolean good) {
    if (!trial) {
      return "Đã ghi bảng.";
    }
    return good
        ? "Bảng đúng, chưa ghi gì. Bấm “Ghi bảng” để ghi."
        : "Bảng còn chỗ chưa đúng, chưa ghi gì. Sửa tệp rồi gửi lại.";
  }

  private static List<Line> lines(ImportReport report) {
    return report.rows().stream().flatMap(TableOutcome::lines).toList();
  }

  private static Stream<Line> lines(ImportReport.Row row) {
    return row.errors().stream()
        .map(
            item ->
                new Line(
                    row.sheet(),
                    String.valueOf(row.row()),
                    item.column(),
                    item.value(),
                    item.detail(),
                    item.candidates().stream().collect(Collectors.joining(", "))));
  }

  private static Line line(FieldError error) {
    Problem.Item item = Problem.Item.ofPage(error);
    String row = item.line() == null ? null : item.line().toString();
    return new Line(item.sheet(), row, item.column(), null, item.detail(), "");
  }
}
