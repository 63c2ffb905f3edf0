package vn.sogopy.interchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.SentTable;
import vn.sogopy.platform.http.upload.SentFile;
import vn.sogopy.platform.table.Cell;
import vn.sogopy.platform.table.TableException;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;
import vn.sogopy.platform.table.XlsxNotes;

/** Writes the sent file as a workbook with the errors beside each invalid row. */
@ApplicationScoped
class RowNotes {
  /** Maximum number of characters of a cell. */
  private static final int MAX_CELL = 32_000;

  private static final int FLUSH_EVERY = 500;

  /** The note on a sheet that was not read. */
  private static final String LEFT_OUT =
      "Trang tính này không được đọc: không có dòng tiêu đề với cột “"
          + CommentColumn.CONTENT.title()
          + "” và một cột khác của mẫu.";

  @Inject NdjsonFile ndjson;

  void write(SentFile file, ImportReport report, OutputStream out) throws IOException {
    if (file.kind() == SentFile.Kind.XLSX) {
      List<XlsxNotes.Sheet> sheets = new ArrayList<>();
      TableFile.headingRows(file.path())
          .forEach(
              (name, row) ->
                  sheets.add(new XlsxNotes.Sheet(name, row, TableFile.NOTES, notes(report, name))));
      report
          .ignoredSheets()
          .forEach(name -> sheets.add(new XlsxNotes.Sheet(name, 1, LEFT_OUT, Map.of())));
      try {
        XlsxNotes.write(file.path(), sheets, out);
      } catch (TableException e) {
        throw SentTable.problem(e, null);
      }
      return;
    }
    Map<Integer, String> notes = notes(report, null);
    Workbook book = new Workbook(out, "SoGopY", "1.0");
    Worksheet sheet = book.newWorksheet("Góp ý");
    if (file.kind() == SentFile.Kind.CSV) {
      csv(file, notes, sheet);
    } else {
      lines(file, notes, sheet);
    }
    book.finish();
  }

  /** Notes of one sheet by row. The last one of the report counts the omitted invalid rows. */
  private static Map<Integer, String> notes(ImportReport report, String sheet) {
    List<ImportReport.Row> rejected =
        report.rows().stream().filter(row -> row.status().isRejected()).toList();
    int more = report.rejected() - rejected.size();
    Map<Integer, String> notes = new HashMap<>();
    for (ImportReport.Row row : rejected) {
      String note = row.errors().stream().map(RowNotes::note).collect(Collectors.joining("\n"));
      boolean last = row == rejected.get(rejected.size() - 1);
      if (Objects.equals(row.sheet(), sheet)) {
        notes.put(
            row.row(),
            last && more > 0
                ? note + "\nCòn " + more + " dòng sai nữa ở dưới · more rows are wrong below"
                : note);
      }
    }
    return notes;
  }

  private static String note(ImportReport.Item item) {
    String column = item.column() == null || item.column().isEmpty() ? "" : item.column() + ": ";
    String candidates =
        item.candidates().isEmpty() ? "" : " (" + String.join(", ", item.candidates()) + "?)";
    return column + item.detail() + candidates;
  }

  private static void csv(SentFile file, Map<Integer, String> notes, Worksheet sheet)
      throws IOException {
    int[] place = {0, -1};
    try {
      new TableReader(Integer.MAX_VALUE, 1_000)
          .read(file.path(), false, head -> true, row -> line(row, notes, sheet, place));
    } catch (TableException e) {
      throw SentTable.problem(e, null);
    }
    sheet.flush();
  }

  /**
   * @param place index of the next row, and index of the column of notes, -1 above the headings
   */
  private static void line(TableRow row, Map<Integer, String> notes, Worksheet sheet, int[] place) {
    List<Cell> cells = row.cells();
    boolean headings =
        place[1] < 0
            && cells.stream()
                .anyMatch(
                    c -> TableFile.SCHEMA.column(c.text()).orElse(null) == CommentColumn.CONTENT);
    if (headings) {
      place[1] = column(cells);
    }
    for (int i = 0; i < cells.size(); i++) {
      if (i != place[1]) {
        put(sheet, place[0], i, cells.get(i).text());
      }
    }
    if (place[1] >= 0) {
      put(sheet, place[0], place[1], headings ? TableFile.NOTES : notes.get(row.number()));
    }
    next(sheet, place);
  }

  /** The existing column of notes, else the first column after the headings. */
  private static int column(List<Cell> headings) {
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).text().equals(TableFile.NOTES)) {
        return i;
      }
    }
    return headings.size();
  }

  private void lines(SentFile file, Map<Integer, String> notes, Worksheet sheet) {
    for (CommentColumn column : CommentColumn.values()) {
      put(sheet, 0, column.ordinal(), column.title());
    }
    put(sheet, 0, CommentColumn.values().length, TableFile.NOTES);
    int[] place = {1, CommentColumn.values().length};
    NdjsonFile.lines(
        file.path(),
        (number, line) -> {
          JsonNode tree = line == null ? null : ndjson.tree(line);
          if (tree == null || !tree.isObject()) {
            String raw = line == null ? "" : new String(line, StandardCharsets.UTF_8);
            put(sheet, place[0], CommentColumn.CONTENT.ordinal(), raw);
          } else {
            for (CommentColumn column : CommentColumn.values()) {
              put(sheet, place[0], column.ordinal(), text(tree.at(column.pointer())));
            }
          }
          put(sheet, place[0], place[1], notes.get(number));
          next(sheet, place);
        });
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      List<String> all = new ArrayList<>();
      node.forEach(one -> all.add(one.asText()));
      return String.join("; ", all);
    }
    return node.isMissingNode() || node.isNull() ? null : node.asText();
  }

  private static void put(Worksheet sheet, int row, int column, String text) {
    if (text != null && !text.isEmpty()) {
      String shown = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}&&[^\\n\\t]]", "\uFFFD");
      sheet.inlineString(
          row, column, shown.length() > MAX_CELL ? shown.substring(0, MAX_CELL) : shown);
    }
  }

  private static void next(Worksheet sheet, int[] place) {
    place[0]++;
    if (place[0] % FLUSH_EVERY == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
