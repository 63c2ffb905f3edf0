package vn.sogopy.interchange.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.sogopy.consultation.consultee.OrganizationNames;
import vn.sogopy.interchange.imports.CommentImportService.IntakeRow;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.imports.Cell;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.Ignored;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/** Reads CSV or XLSX with one comment per row, row by row. */
@ApplicationScoped
class TableFile {
  /** Heading of the column with the errors of a row. The import never reports it as unknown. */
  static final String NOTES = "Lỗi";

  private static final int MAX_COLUMNS = 200;

  /** Accepts sheets with the column of comments. All but the first need another known column. */
  static final TableSchema<CommentColumn> SCHEMA = new Schema();

  @Inject OrganizationNames organizations;
  @Inject SectionNames sections;
  @Inject JsonInput input;

  /**
   * Reads every sheet with the column of comments and another known column, and the first sheet
   * that has at least the column of comments.
   *
   * @throws ProblemException 400 if the file is no table, lacks the column of comments, has a
   *     column twice, or has too many rows
   */
  Ignored read(Upload file, DraftRef draft, Consumer<IntakeRow> rows) {
    Map<String, Set<OrganizationNames.Body>> bodies = organizations.all();
    SectionNames.Outline outline = sections.outline(draft);
    boolean quoted = file.kind() == Upload.Kind.CSV;
    Ignored ignored =
        SCHEMA.read(
            file,
            new TableReader(
                CommentImportService.MAX_ROWS + TableReader.HEADING_WITHIN, MAX_COLUMNS),
            headings -> {
              CommentTable table =
                  new CommentTable(headings, quoted, bodies, outline, input::findings);
              return row -> table.read(row).ifPresent(rows);
            });
    return new Ignored(
        ignored.columns().stream()
            .filter(heading -> !Headings.key(heading).equals(Headings.key(NOTES)))
            .toList(),
        ignored.sheets().stream().filter(name -> !CommentTemplate.BESIDE.contains(name)).toList());
  }

  /** The sheets that {@link #read} reads, each with the row number of its headings. */
  static Map<String, Integer> headingRows(Upload workbook) {
    Map<String, Integer> found = new LinkedHashMap<>();
    SCHEMA.read(
        workbook,
        new TableReader(1, MAX_COLUMNS),
        headings -> {
          found.put(headings.row().sheet(), headings.row().number());
          return null;
        });
    return found;
  }

  private static final class Schema extends TableSchema<CommentColumn> {
    Schema() {
      super(
          CommentColumn.class,
          Schema::hasComments,
          columns -> columns.size() > 1,
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, CommentColumn.CONTENT.title()));
    }

    /** False on the sheet of the template that explains the columns. */
    private static boolean hasComments(Headings<CommentColumn> row) {
      String sheet = row.row().sheet();
      boolean explained =
          row.columns().size() == 1 && sheet != null && CommentTemplate.BESIDE.contains(sheet);
      return row.columns().containsKey(CommentColumn.CONTENT) && !explained;
    }

    /** "Văn bản góp ý" above "Số" and "Ngày"; the other headings are merged vertically. */
    @Override
    protected Headings<CommentColumn> completed(Headings<CommentColumn> upper, TableRow next) {
      String content = upper.cell(upper.row(), CommentColumn.CONTENT).text();
      if (next == null || !upper.cell(next, CommentColumn.CONTENT).text().equals(content)) {
        return upper;
      }
      List<Cell> both = new ArrayList<>();
      for (int i = 0; i < Math.max(next.cells().size(), upper.row().cells().size()); i++) {
        both.add(next.cell(i).isEmpty() ? upper.row().cell(i) : next.cell(i));
      }
      return headings(new TableRow(next.sheet(), next.number(), both));
    }
  }
}
