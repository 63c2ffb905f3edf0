package vn.sogopy.register.archive;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.text.VietnamTime;

/**
 * A line of the index of the archive (mục lục hồ sơ).
 *
 * @param symbol number and symbol; null = none
 * @param date null = none
 * @param subject kind and subject, in words
 * @param author null = unknown
 * @param path of its file in the archive; null = it has none
 * @param sha256 of the file, in hex; null = it has none
 * @param note null = none
 * @param content of the file; null = it has none
 */
record ArchiveDocument(
    int draft,
    String symbol,
    LocalDate date,
    String subject,
    String author,
    String path,
    String sha256,
    String note,
    TemporaryFile.Content content) {
  static final List<String> HEADINGS =
      List.of(
          "STT",
          "Dự thảo lần",
          "Số, ký hiệu",
          "Ngày, tháng",
          "Tên loại, trích yếu",
          "Tác giả",
          "Tệp",
          "SHA-256",
          "Ghi chú");

  List<String> cells(int number) {
    return Arrays.asList(
        String.valueOf(number),
        String.valueOf(draft),
        symbol,
        date == null ? null : VietnamTime.shortDate(date),
        subject,
        author,
        path,
        sha256,
        note);
  }
}
