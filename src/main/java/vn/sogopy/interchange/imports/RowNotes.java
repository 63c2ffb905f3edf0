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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.platform.http.imports.Cell;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.XlsxNotes;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.CellText;

/** Writes the sent file as a workbook with the errors beside each invalid row. */
@ApplicationScoped
class RowNotes {
  private static final int FLUSH_EVERY = 500;

  /** The note on a sheet that was not read. */
  private static final String LEFT_OUT =
      "Trang tính này không được đọc: không có dòng tiêu đề với cột “"
          + CommentColumn.CONTENT.title()
          + "” và một cột khác của mẫu.";

  @Inject NdjsonFile ndjson;
  @Inject OrganizationReader organizations;

  void write(Upload file, ImportReport report, OutputStream out) throws IOException {
    Set<String> candidates = candidates(report);
    Map<String, String> names = candidates.isEmpty() ? Map.of() : organizations.names(candidates);
    if (file.isWorkbook()) {
      List<XlsxNotes.Sheet> sheets = new ArrayList<>();
      CommentSchema.headingRows(file)
          .forEach(
              (name, row) ->
                  sheets.add(
                      new XlsxNotes.Sheet(
                          name,
                          row,
                          CommentSchema.NOTES,
                          withIgnored(notes(report, name, names), row + 1, report))));
      report
          .ignoredSheets()
          .forEach(name -> sheets.add(new XlsxNotes.Sheet(name, 1, LEFT_OUT, Map.of())));
      XlsxNotes.write(file.content(), sheets, out);
      return;
    }
    Workbook book = new Workbook(out, "SoGopY", "1.0");
    Copy copy = new Copy(book.newWorksheet("Góp ý"), notes(report, null, names), report);
    if (file.kind() == Upload.Kind.CSV) {
      new TableReader(Integer.MAX_VALUE, 1_000)
          .read(file.content(), false, rows -> rows.takeAll(copy::csv));
    } else {
      copy.headings();
      NdjsonFile.lines(
          file.content(),
          (number, line) -> {
            byte[] read = line == null ? new byte[0] : line;
            copy.json(number, ndjson.tree(read), new String(read, StandardCharsets.UTF_8));
          });
    }
    book.finish();
  }

  private static Set<String> candidates(ImportReport report) {
    return report.rows().stream()
        .flatMap(row -> row.errors().stream())
        .flatMap(item -> item.candidates().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Notes of one sheet by row. The last one of the report counts the omitted invalid rows.
   *
   * @param names of organizations by code
   */
  private static Map<Integer, String> notes(
      ImportReport report, String sheet, Map<String, String> names) {
    List<ImportReport.Row> rejected =
        report.rows().stream().filter(row -> row.status().isRejected()).toList();
    int more = report.rejected() - rejected.size();
    Map<Integer, String> notes = new HashMap<>();
    for (ImportReport.Row row : report.rows()) {
      String note =
          row.errors().stream().map(item -> note(item, names)).collect(Collectors.joining("\n"));
      boolean last = !rejected.isEmpty() && row == rejected.get(rejected.size() - 1);
      if (Objects.equals(row.sheet(), sheet) && !note.isEmpty()) {
        notes.put(
            row.row(),
            (row.status().isRejected() ? note : "Lưu ý: " + note)
                + (last && more > 0
                    ? "\nCòn " + more + " dòng sai nữa ở dưới · more rows are wrong below"
                    : ""));
      }
    }
    return notes;
  }

  /**
   * Adds the columns that were not read.
   *
   * @param row the first one below the headings
   */
  private static Map<Integer, String> withIgnored(
      Map<Integer, String> notes, int row, ImportReport report) {
    String columns =
        report.ignoredColumns().stream()
            .filter(heading -> !Headings.isNumbering(heading))
            .map(heading -> "“" + heading + "”")
            .collect(Collectors.joining(", "));
    if (!columns.isEmpty()) {
      notes.merge(row, "Cột không được đọc: " + columns + ".", (note, left) -> left + "\n" + note);
    }
    return notes;
  }

  /** "Cơ quan: Không tìm thấy cơ quan "Sở Không Có". Có phải: Sở Công Thương, Sở Y tế?" */
  private static String note(ImportReport.Item item, Map<String, String> names) {
    String column = item.column() == null || item.column().isEmpty() ? "" : item.column() + ": ";
    String candidates =
        item.candidates().stream()
            .map(candidate -> name(item, candidate, names.get(candidate)))
            .collect(Collectors.joining(", "));
    return column + item.detail() + (candidates.isEmpty() ? "" : " Có phải: " + candidates + "?");
  }

  /** Organizations of one name are told apart by their codes. */
  private static String name(ImportReport.Item item, String code, String name) {
    if (name == null) {
      return code;
    }
    return item.code().equals(FieldCode.AMBIGUOUS.code()) ? name + " (" + code + ")" : name;
  }

  /** The rows of the sent file, with a column of notes. */
  private static final class Copy {
    private final Worksheet sheet;
    private final Map<Integer, String> notes;
    private final ImportReport report;

    /** Index of the next row. */
    private int row;

    /** Index of the column of notes; -1 above the headings. */
    private int column = -1;

    private boolean isBelowHeadings;

    Copy(Worksheet sheet, Map<Integer, String> notes, ImportReport report) {
      this.sheet = sheet;
      this.notes = notes;
      this.report = report;
    }

    /** The notes take the place of an existing column of notes. */
    void csv(TableRow line) {
      List<String> cells = line.cells().stream().map(Cell::text).toList();
      boolean headings =
          column < 0
              && cells.stream()
                  .map(CommentSchema.INSTANCE::column)
                  .anyMatch(known -> known.orElse(null) == CommentColumn.CONTENT);
      if (headings) {
        int old = cells.indexOf(CommentSchema.NOTES);
        column = old < 0 ? cells.size() : old;
      }
      if (isBelowHeadings) {
        withIgnored(notes, line.number(), report);
      }
      isBelowHeadings = headings;
      write(cells, headings ? CommentSchema.NOTES : notes.get(line.number()));
    }

    void headings() {
      column = CommentColumn.values().length;
      write(cells(CommentColumn::title), CommentSchema.NOTES);
    }

    void json(int number, JsonNode tree, String raw) {
      List<String> cells =
          tree.isObject()
              ? cells(known -> text(tree, known))
              : cells(known -> known == CommentColumn.CONTENT ? raw : null);
      write(cells, notes.get(number));
    }

    private static List<String> cells(Function<CommentColumn, String> text) {
      return Stream.of(CommentColumn.values()).map(text).toList();
    }

    private static String text(JsonNode tree, CommentColumn column) {
      return column.pointers().stream()
          .map(pointer -> text(tree.at(pointer)))
          .filter(text -> text != null && !text.isEmpty())
          .findFirst()
          .orElse(null);
    }

    private static String text(JsonNode node) {
      if (node.isArray()) {
        List<String> all = new ArrayList<>();
        node.forEach(one -> all.add(one.asText()));
        return String.join("; ", all);
      }
      return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    private void put(int at, String text) {
      if (text != null && !text.isEmpty()) {
        sheet.inlineString(row, at, CellText.of(text));
      }
    }

    private void write(List<String> cells, String note) {
      for (int i = 0; i < cells.size(); i++) {
        if (i != column) {
          put(i, cells.get(i));
        }
      }
      if (column >= 0) {
        put(column, note);
      }
      row++;
      if (row % FLUSH_EVERY == 0) {
        try {
          sheet.flush();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
