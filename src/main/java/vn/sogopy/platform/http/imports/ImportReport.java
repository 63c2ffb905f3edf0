package vn.sogopy.platform.http.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Messages;

/** The result of an import or a bulk write, by row; openapi.yaml. */
@Schema(name = "ImportReport")
public record ImportReport(
    @Schema(description = "Số dòng đã nhận · rows received") int received,
    @Schema(description = "Tạo mới · created") int created,
    @Schema(description = "Đã sửa · updated") int updated,
    @Schema(description = "Không đổi · unchanged") int unchanged,
    @Schema(description = "Không nhận · rejected") int rejected,
    @Schema(description = "Các cột không dùng đến · columns that are not known")
        List<String> ignoredColumns,
    @Schema(
            description =
                "Các trang tính có dữ liệu mà không được đọc, vì tiêu đề không khớp · sheets with rows that were not read, since their headings do not fit")
        List<String> ignoredSheets,
    @Schema(
            description =
                "Các dòng không nhận và các dòng được nhận mà có điều cần lưu ý (errors); mọi dòng khi verbose=true; nhiều nhất 1.000"
                    + " · the rejected rows, and those taken about which something is to be said (errors); all with verbose=true; at most 1,000")
        List<Row> rows) {

  /** Maximum number of rows in a report. */
  public static final int MAX_ROWS = 1_000;

  /** The result of one row. */
  @Schema(name = "ImportStatus")
  public enum Status {
    CREATED,
    UPDATED,
    UNCHANGED,
    CONFLICT,
    INVALID;

    public boolean isRejected() {
      return this == CONFLICT || this == INVALID;
    }
  }

  /** One row. */
  @Schema(name = "ImportRow")
  public record Row(
      @Schema(description = "Số dòng của tệp hoặc của trang tính · line or sheet row number")
          int row,
      @Schema(
              nullable = true,
              description =
                  "Tên trang tính; null khi không phải XLSX · name of the sheet; null of what is no workbook")
          String sheet,
      Status status,
      @Schema(nullable = true, description = "Mã của mục · the item's id") String id,
      List<Item> errors) {}

  /** One cell with an error. */
  @Schema(name = "ImportItem")
  public record Item(
      @Schema(nullable = true) String column,
      @Schema(nullable = true) String value,
      String code,
      String detail,
      @Schema(description = "Có thể là · perhaps meant") List<String> candidates) {}

  /** A cell with an error, without text. */
  public record CellError(
      String column, String value, List<String> candidates, FieldCode code, Object... arguments) {

    /** The error of a field as an error of its cell. */
    public static CellError of(String column, String value, FieldError error) {
      return new CellError(column, value, List.of(), error.code(), error.arguments().toArray());
    }

    private Item in(Locale locale) {
      List<Object> words = List.of(arguments);
      String detail = Messages.text(locale, code.textKey(words), words);
      return new Item(column, value, code.code(), detail, candidates);
    }
  }

  public static final class Builder {
    private final Locale locale;
    private final boolean verbose;
    private final int maxReportedRows;
    private final int[] counts = new int[Status.values().length];
    private final List<Row> rows = new ArrayList<>();

    /** Number of reported rows without an error. */
    private int plain;

    private TableSchema.Ignored ignored = new TableSchema.Ignored(List.of(), List.of());

    public Builder(Locale locale, boolean verbose) {
      this(locale, verbose, MAX_ROWS);
    }

    /**
     * @param maxReportedRows maximum number of reported rows; more than {@link #MAX_ROWS} only for
     *     a report that is not sent as JSON
     */
    public Builder(Locale locale, boolean verbose, int maxReportedRows) {
      this.locale = locale;
      this.verbose = verbose;
      this.maxReportedRows = maxReportedRows;
    }

    public Builder ignored(TableSchema.Ignored parts) {
      ignored = parts;
      return this;
    }

    /** Whether the report has no room for another row with an error. */
    public boolean isFull() {
      return rows.size() >= maxReportedRows && plain == 0;
    }

    public Builder add(TableRow row, Status status, String id, List<CellError> errors) {
      return add(row.sheet(), row.number(), status, id, errors);
    }

    /** Adds a row of a source without sheets. */
    public Builder add(int row, Status status, String id, List<CellError> errors) {
      return add(null, row, status, id, errors);
    }

    /**
     * @param sheet its name; null if the source has no sheets
     * @param errors why the row is rejected; for an accepted row, the values that are not accepted
     */
    public Builder add(String sheet, int row, Status status, String id, List<CellError> errors) {
      counts[status.ordinal()]++;
      boolean remarkable = status.isRejected() || !errors.isEmpty();
      if (remarkable && rows.size() >= maxReportedRows && plain > 0) {
        removeLastPlain();
      }
      if ((remarkable || verbose) && rows.size() < maxReportedRows) {
        plain += remarkable ? 0 : 1;
        rows.add(new Row(row, sheet, status, id, errors.stream().map(e -> e.in(locale)).toList()));
      }
      return this;
    }

    /** Makes room for a row with an error. */
    private void removeLastPlain() {
      int last = rows.size() - 1;
      while (rows.get(last).status().isRejected() || !rows.get(last).errors().isEmpty()) {
        last--;
      }
      rows.remove(last);
      plain--;
    }

    public ImportReport build() {
      return new ImportReport(
          IntStream.of(counts).sum(),
          count(Status.CREATED),
          count(Status.UPDATED),
          count(Status.UNCHANGED),
          count(Status.CONFLICT) + count(Status.INVALID),
          ignored.columns(),
          ignored.sheets(),
          rows);
    }

    private int count(Status status) {
      return counts[status.ordinal()];
    }
  }
}
