package vn.sogopy.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.imports.ImportReport;

/**
 * What a table did that a person sent, or would do.
 *
 * @param trial whether nothing was to be written
 * @param status of the response
 * @param report null if the table was refused before its rows were judged
 * @param rows those to show, the wrong ones first
 * @param names of organizations, by code
 * @param carried the table in Base64, to be sent again; null = the file must be chosen again
 */
public record TableOutcome(
    boolean trial,
    int status,
    ImportReport report,
    List<ImportReport.Row> rows,
    Map<String, String> names,
    String carried) {

  /** Whether rows were written. */
  public boolean written() {
    return !trial && status == 200;
  }

  public boolean good() {
    return report != null && report.rejected() == 0;
  }

  public String title() {
    if (written()) {
      boolean any = report.received() > report.rejected();
      return good() ? "Đã ghi bảng." : any ? "Đã ghi các dòng đúng." : "Không dòng nào được ghi.";
    }
    return good()
        ? "Bảng đúng, chưa ghi gì."
        : "Bảng còn chỗ chưa đúng, chưa ghi gì. Sửa tệp rồi gửi lại.";
  }

  /** The number of rows that can be taken over now. */
  public int takes() {
    return trial && report != null ? report.received() - report.rejected() : 0;
  }

  /** The name of the organization that a row is about; empty = of none. */
  public String name(ImportReport.Row row) {
    return names.getOrDefault(row.id(), "");
  }

  /** What may be meant: organizations with their codes. */
  public String candidates(ImportReport.Item item) {
    return item.candidates().stream()
        .map(code -> names.containsKey(code) ? names.get(code) + " (" + code + ")" : code)
        .collect(Collectors.joining(", "));
  }
}
