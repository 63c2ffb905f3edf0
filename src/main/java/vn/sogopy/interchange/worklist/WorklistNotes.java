package vn.sogopy.interchange.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.XlsxNotes;

/** The texts of the result column in the workbook that is sent back. */
final class WorklistNotes {
  /** The note on a sheet that was not read. */
  private static final String LEFT_OUT =
      "Trang tính này không được đọc: không có các cột ẩn của danh sách đã xuất.";

  private WorklistNotes() {}

  /** "Đã ghi nhận", "Không đổi", "Xung đột: …", "Lỗi: …". */
  private static String note(ImportReport.Row row, boolean dryRun) {
    String details = details(row.errors());
    return switch (row.status()) {
      case CONFLICT -> "Xung đột: " + details;
      case INVALID -> "Lỗi: " + details;
      case UNCHANGED -> taken("Không đổi", details);
      case CREATED, UPDATED -> taken(dryRun ? "Sẽ ghi nhận" : "Đã ghi nhận", details);
    };
  }

  private static String taken(String what, String details) {
    return details.isEmpty() ? what : what + ". Lưu ý: " + details;
  }

  private static String details(List<ImportReport.Item> items) {
    return items.stream()
        .map(item -> (item.column() == null ? "" : item.column() + ": ") + item.detail())
        .collect(Collectors.joining("\n"));
  }

  static void write(
      Path file, SentWorklist list, ImportReport report, boolean dryRun, OutputStream out)
      throws IOException {
    Map<Integer, String> notes = new HashMap<>();
    report.rows().forEach(row -> notes.put(row.row(), note(row, dryRun)));
    TableRow headings = list.headings().row();
    List<XlsxNotes.Sheet> sheets = new ArrayList<>();
    sheets.add(
        new XlsxNotes.Sheet(
            headings.sheet(), headings.number(), WorklistColumn.OUTCOME.title(), notes));
    list.ignored()
        .sheets()
        .forEach(name -> sheets.add(new XlsxNotes.Sheet(name, 1, LEFT_OUT, Map.of())));
    XlsxNotes.write(file, sheets, out);
  }
}
