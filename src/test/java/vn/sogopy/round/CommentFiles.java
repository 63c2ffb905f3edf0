package vn.sogopy.round;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Point;

/**
 * Letters and their comments in one file: NDJSON, CSV or XLSX. A letter that only agrees is a row
 * without a comment.
 *
 * @param reason why they come after the draft closed; null = the draft is open
 */
record CommentFiles(Round round, List<Letter> letters, String reason) {
  private static final List<String> HEADINGS =
      List.of(
          "Cơ quan góp ý",
          "Số văn bản",
          "Ngày văn bản",
          "Ngày đến",
          "Số đến",
          "Ý kiến trả lời",
          "Hình thức",
          "Trả lời thay cho",
          "Mục",
          "Trang",
          "Mục liên quan",
          "Nội dung góp ý",
          "Đề xuất",
          "Người góp ý",
          "Chức vụ",
          "Hạn chế");

  void send(String format, Office office, String path) {
    List<List<String>> table = table();
    switch (format) {
      case "ndjson" ->
          office.load(
              path, "application/x-ndjson", lines().getBytes(StandardCharsets.UTF_8), table.size());
      case "csv" -> office.load(path, "text/csv", csv(table), table.size());
      default ->
          office.load(
              path,
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              xlsx(table),
              table.size());
    }
  }

  private List<Point> points(Letter letter) {
    return round.select(point -> letter.key().equals(point.letter()) && point.part() == null);
  }

  private String lines() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Letter letter : letters) {
      if (points(letter).isEmpty()) {
        lines.add(vn.sogopy.testing.Api.json());
      }
      points(letter).forEach(point -> lines.add(Entrances.comment(point)));
      lines
          .subList(lines.size() - Math.max(1, points(letter).size()), lines.size())
          .forEach(
              line -> {
                line.put("organization", letter.body());
                line.put("letter", Entrances.details(letter, true));
                if (reason != null) {
                  line.put("reason", reason);
                }
              });
    }
    return lines.stream()
        .map(line -> Office.MAPPER.valueToTree(line).toString())
        .collect(Collectors.joining("\n"));
  }

  private List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    for (Letter letter : letters) {
      List<Point> points = points(letter);
      if (points.isEmpty()) {
        rows.add(row(letter, null));
      }
      points.forEach(point -> rows.add(row(letter, point)));
    }
    return rows;
  }

  private List<String> row(Letter letter, Point point) {
    List<String> cells = new ArrayList<>();
    cells.add(round.bodies().get(letter.body()).name());
    cells.add(letter.number());
    cells.add(Words.date(letter.date()));
    cells.add(Words.date(letter.receivedOn()));
    cells.add(letter.arrivalNumber());
    cells.add(Words.POSITIONS.get(letter.position()));
    cells.add(Words.CHANNELS.get(letter.channel()));
    cells.add(letter.onBehalfOf() == null ? null : String.join("; ", letter.onBehalfOf()));
    if (point != null) {
      cells.add(point.place().section());
      cells.add(point.place().pages());
      cells.add(String.join("; ", point.also()));
      cells.add(point.content());
      cells.add(point.proposal());
      cells.add(Tables.at(point.author(), 0));
      cells.add(Tables.at(point.author(), 1));
      cells.add(point.restricted() ? "Có" : null);
    }
    while (cells.size() < HEADINGS.size()) {
      cells.add(null);
    }
    return cells;
  }

  static byte[] csv(List<List<String>> rows) {
    return csv(HEADINGS, rows);
  }

  /** A table with semicolons. */
  static byte[] csv(List<String> headings, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.Builder.create().setDelimiter(';').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(headings);
      printer.printRecords(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] xlsx(List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook book = new Workbook(out, "Test", "1.0");
      Worksheet sheet = book.newWorksheet("Góp ý");
      write(sheet, 0, HEADINGS);
      for (int i = 0; i < rows.size(); i++) {
        write(sheet, i + 1, rows.get(i));
      }
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Worksheet sheet, int row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) != null) {
        sheet.value(row, i, cells.get(i));
      }
    }
  }
}
