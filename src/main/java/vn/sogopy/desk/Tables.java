package vn.sogopy.desk;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.Row;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;

/** Tables that a person sends: what they would do is shown first, then they are taken over. */
@ApplicationScoped
public class Tables {
  private static final String CARRIED = "_bang";

  /** Bytes that fit into a field of a form in Base64. */
  private static final int MOST_CARRIED = 180 * 1024;

  @Inject OrganizationReader organizations;
  @Inject IdempotencyService idempotency;
  @Inject Uploads uploads;

  /**
   * The table of a form: a file, or the one that the page before has carried. Null = none.
   *
   * @param limit bytes
   */
  public Upload sent(SentForm form, long limit) {
    List<Upload> files = uploads.chosen(form.files("tep"), 1, limit);
    String carried = form.typed(CARRIED);
    if (!files.isEmpty() || carried == null) {
      return files.isEmpty() ? null : files.get(0);
    }
    try {
      return written(Base64.getDecoder().decode(carried));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          FieldError.pointer("/" + CARRIED, FieldCode.INVALID_FORMAT, "Base64"));
    }
  }

  /** A table that was typed. */
  public Upload written(byte[] table) {
    try {
      return uploads.unpack(null, "/file", out -> out.write(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes over all rows of the table of the current form or none, or only tries it.
   *
   * @param limit bytes
   * @throws ProblemException as {@link #take}; 400 without a table
   */
  public TableOutcome take(long limit, BiFunction<Upload, ImportMode, ImportReport> load) {
    SentForm form = SentForm.current();
    Upload table = sent(form, limit);
    if (table == null) {
      throw Uploads.missing();
    }
    return take(table, form.has("_thu"), false, mode -> load.apply(table, mode));
  }

  /**
   * Takes a table over, or only tries it.
   *
   * @param trial writes nothing, and reports every row
   * @param partial takes the right rows although others are wrong
   * @throws ProblemException unless it says what is wrong with the table
   */
  public TableOutcome take(
      Upload table, boolean trial, boolean partial, Function<ImportMode, ImportReport> load) {
    ImportMode mode = new ImportMode(trial || partial, trial, trial, Messages.VIETNAMESE);
    try {
      ImportReport report = idempotency.retried(() -> load.apply(mode));
      return outcome(trial, 200, report, report.rows(), trial ? carry(table) : null);
    } catch (ProblemException e) {
      return refused(trial, e);
    }
  }

  /**
   * The outcome of a table that was refused.
   *
   * @throws ProblemException the given one, unless it says what is wrong with the table
   */
  public TableOutcome refused(boolean trial, ProblemException why) {
    if (why.report() == null && why.errors().isEmpty()) {
      throw why;
    }
    List<Row> rows =
        why.report() == null
            ? why.errors().stream().map(Tables::row).toList()
            : why.report().rows();
    return outcome(trial, trial ? 200 : why.code().status(), why.report(), rows, null);
  }

  /** The outcome of a table of which some rows are shown otherwise. */
  public TableOutcome outcome(boolean trial, ImportReport report, List<Row> rows) {
    return outcome(trial, 200, report, rows, null);
  }

  private TableOutcome outcome(
      boolean trial, int status, ImportReport report, List<Row> rows, String carried) {
    Set<String> codes =
        rows.stream()
            .flatMap(
                row ->
                    Stream.concat(
                        Stream.ofNullable(row.id()),
                        row.errors().stream().flatMap(item -> item.candidates().stream())))
            .collect(Collectors.toSet());
    List<Row> shown =
        rows.stream()
            .sorted(
                comparing((Row row) -> !row.status().isRejected())
                    .thenComparing(row -> row.errors().isEmpty()))
            .toList();
    return new TableOutcome(trial, status, report, shown, organizations.names(codes), carried);
  }

  /** An error of the table as one of its rows; 0 = of none. */
  private static Row row(FieldError error) {
    Problem.Item item = Problem.Item.ofPage(error);
    ImportReport.Item cell =
        new ImportReport.Item(item.column(), null, item.code(), item.detail(), List.of());
    int row = item.line() == null ? 0 : item.line();
    return new Row(row, item.sheet(), ImportReport.Status.INVALID, null, List.of(cell));
  }

  private static String carry(Upload table) {
    try {
      return table.size() > MOST_CARRIED
          ? null
          : Base64.getEncoder().encodeToString(Files.readAllBytes(table.content()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
