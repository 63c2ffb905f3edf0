package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The chasing list as one CSV table with headings. It can be imported as a list of consultees. It
 * omits overdue requests, which the other formats have.
 */
@ApplicationScoped
public class ChasingCsv implements ChasingRenderer {
  static final List<String> HEADINGS =
      List.of(
          "STT",
          "Cơ quan",
          "Văn bản xin ý kiến",
          "Hạn trả lời",
          "Quá hạn (ngày)",
          "Đầu mối",
          "Điện thoại",
          "Email",
          "Đã đôn đốc",
          "Ghi chú");

  @Override
  public ChasingFormat format() {
    return ChasingFormat.CSV;
  }

  @Override
  public String mediaType() {
    return MediaTypes.CSV_UTF8;
  }

  @Override
  public String name() {
    return "Danh sách cơ quan chưa có văn bản góp ý";
  }

  @Override
  public void write(ChasingList list, OutputStream out) throws IOException {
    CsvWriter csv = new CsvWriter(out);
    print(csv, list, HEADINGS);
    for (ChasingList.Line line : list.lines()) {
      print(
          csv,
          list,
          Arrays.asList(
              String.valueOf(line.number()),
              line.name(),
              cited(line.requestLetters(), "; "),
              line.dueOn() == null ? null : VietnamTime.shortDate(line.dueOn()),
              line.daysOver() == null ? null : String.valueOf(line.daysOver()),
              line.contact().name(),
              line.contact().phone(),
              line.contact().email(),
              String.join("\n", line.chased()),
              line.note()));
    }
    csv.flush();
  }

  private static void print(CsvWriter csv, ChasingList list, List<String> cells)
      throws IOException {
    List<String> row = new ArrayList<>(cells);
    if (list.mark() != null) {
      row.add(list.mark());
    }
    csv.row(row);
  }

  static String cited(List<RequestLetter> letters, String between) {
    return letters.stream().map(RequestLetter::citation).collect(Collectors.joining(between));
  }
}
