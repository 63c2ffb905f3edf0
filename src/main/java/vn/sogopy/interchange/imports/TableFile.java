package vn.sogopy.interchange.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.sogopy.consultation.consultee.OrganizationNames;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.imports.SentTable;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.SentFile;
import vn.sogopy.platform.table.Cell;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableException;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;

/** Reads CSV or XLSX with one comment per row, row by row. */
@ApplicationScoped
class TableFile {
  /** Heading of the column with the errors of a row. The import never reports it as unknown. */
  static final String NOTES = "Lỗi";

  private static final int MAX_COLUMNS = 200;

  /** Accepts sheets with the column of comments. All but the first need another known column. */
  static final TableSchema<CommentColumn> SCHEMA =
      new TableSchema<>(
          CommentColumn.class,
          TableFile::isHeading,
          columns -> columns.size() > 1,
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, CommentColumn.CONTENT.title()));

  @Inject OrganizationNames organizations;
  @Inject SectionNames sections;
  @Inject JsonInput input;

  /** Unknown headings, and sheets that have rows but were not read. */
  record Ignored(List<String> columns, List<String> sheets) {
    static final Ignored NOTHING = new Ignored(List.of(), List.of());
  }

  /**
   * Reads every sheet with the column of comments and another known column, and the first sheet
   * that has at least the column of comments.
   *
   * @throws ProblemException 400 if the file is no table, lacks the column of comments, has a
   *     column twice, or has too many rows
   */
  Ignored read(SentFile file, DraftRef draft, int maxRows, IntakeRow.Sink rows) {
    Map<String, Set<OrganizationNames.Body>> bodies = organizations.all();
    SectionNames.Outline outline = sections.outline(draft);
    boolean quoted = file.kind() == SentFile.Kind.CSV;
    Sheets sheets =
        new Sheets(
            headings -> {
              CommentTable table =
                  new CommentTable(headings, quoted, bodies, outline, input::findings);
              return row -> {
                IntakeRow read = table.read(row);
                if (read != null) {
                  rows.take(read);
                }
              };
            });
    try {
      List<String> leftOut =
          new TableReader(maxRows + TableReader.HEADING_WITHIN, MAX_COLUMNS)
              .read(file.path(), !quoted, SCHEMA.sheets(), sheets);
      return new Ignored(
          sheets.ignored(),
          leftOut.stream().filter(name -> !CommentTemplate.BESIDE.contains(name)).toList());
    } catch (TableException e) {
      throw SentTable.problem(e, SCHEMA.missing());
    }
  }

  /** False on the sheet of the template that explains the columns. */
  private static boolean isHeading(Headings<CommentColumn> row) {
    String sheet = row.row().sheet();
    boolean explained =
        row.columns().size() == 1 && sheet != null && CommentTemplate.BESIDE.contains(sheet);
    return row.columns().containsKey(CommentColumn.CONTENT) && !explained;
  }

  /** The sheets that {@link #read} reads, each with the row number of its headings. */
  static Map<String, Integer> headingRows(Path workbook) {
    Map<String, Integer> found = new LinkedHashMap<>();
    TableReader.Choice choice = SCHEMA.sheets();
    try {
      new TableReader(1, MAX_COLUMNS)
          .read(
              workbook,
              true,
              head -> {
                if (choice.takes(head)) {
                  Walk walk = new Walk(headings -> row -> {});
                  head.forEach(walk::take);
                  found.put(head.get(0).sheet(), walk.headings.row().number());
                }
                return false;
              },
              row -> {});
    } catch (TableException e) {
      if (e.fault() != TableException.Fault.EMPTY) {
        throw SentTable.problem(e, SCHEMA.missing());
      }
    }
    return found;
  }

  /** Creates the consumer of the rows below the given headings. */
  @FunctionalInterface
  private interface Table extends Function<Headings<CommentColumn>, Consumer<TableRow>> {}

  /** Starts again with each sheet. */
  private static final class Sheets implements TableReader.Rows {
    private final Table below;
    private final Set<String> ignored = new LinkedHashSet<>();
    private String sheet;
    private Walk walk;

    private Sheets(Table below) {
      this.below = below;
    }

    @Override
    public void take(TableRow row) {
      if (walk == null || !Objects.equals(sheet, row.sheet())) {
        end();
        sheet = row.sheet();
        walk = new Walk(below);
      }
      walk.take(row);
    }

    private void end() {
      if (walk != null && walk.headings == null) {
        throw ProblemException.invalid(SCHEMA.missing());
      }
      if (walk != null) {
        walk.headings.ignored().stream()
            .filter(heading -> !Headings.key(heading).equals(Headings.key(NOTES)))
            .forEach(ignored::add);
      }
    }

    private List<String> ignored() {
      end();
      return List.copyOf(ignored);
    }
  }

  /** Searches the headings, then passes on the rows below them. */
  private static final class Walk {
    private final Table below;
    private Headings<CommentColumn> headings;
    private Consumer<TableRow> rows;
    private int above;
    private boolean complete;

    private Walk(Table below) {
      this.below = below;
    }

    private void take(TableRow row) {
      if (headings != null) {
        if (complete || !isSecondHalf(row)) {
          rows = rows == null ? below.apply(headings) : rows;
          rows.accept(row);
        }
        return;
      }
      Headings<CommentColumn> found = SCHEMA.headings(row);
      if (SCHEMA.isHeading(found)) {
        known(found);
      } else if (++above == TableReader.HEADING_WITHIN) {
        throw ProblemException.invalid(SCHEMA.missing());
      }
    }

    private void known(Headings<CommentColumn> found) {
      headings = found;
      SCHEMA.requireDistinct(found);
    }

    /** Headings in two rows: "Văn bản góp ý" above "Số" and "Ngày", others merged vertically. */
    private boolean isSecondHalf(TableRow row) {
      complete = true;
      String content = headings.row().cell(headings.columns().get(CommentColumn.CONTENT)).text();
      if (!headings.cell(row, CommentColumn.CONTENT).text().equals(content)) {
        return false;
      }
      List<Cell> both = new ArrayList<>();
      for (int i = 0; i < Math.max(row.cells().size(), headings.row().cells().size()); i++) {
        both.add(row.cell(i).isEmpty() ? headings.row().cell(i) : row.cell(i));
      }
      known(SCHEMA.headings(new TableRow(row.sheet(), row.number(), both)));
      return true;
    }
  }
}
