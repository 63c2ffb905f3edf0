package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.table.CsvWriter;

/**
 * The chasing list as one table, which can be imported as a list of consultees. Only the other
 * formats have overdue requests.
 */
@ApplicationScoped
public class ChasingCsv implements ChasingRenderer {
  private static final List<String> HEADINGS =
      ChasingXlsx.BODIES.stream().map(Column::heading).toList();

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
    CsvWriter csv = new CsvWriter(out, list.mark());
    csv.row(HEADINGS);
    for (ChasingList.Line line : list.lines()) {
      csv.row(line.texts("; "));
    }
    csv.flush();
  }
}
