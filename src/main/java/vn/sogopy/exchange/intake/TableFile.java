package vn.sogopy.exchange.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sogopy.consultation.OrganizationNames;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.JsonInput;
import vn.sogopy.http.ProblemException;
import vn.sogopy.http.SentFile;
import vn.sogopy.http.SentTable;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.table.Cell;
import vn.sogopy.table.Headings;
import vn.sogopy.table.TableException;
import vn.sogopy.table.TableReader;
import vn.sogopy.table.TableRow;

/** CSV or XLSX with a comment a row, read row by row. */
@ApplicationScoped
class TableFile {
  /** What is wrong with a row, beside it; never a heading that is not known. */
  static final String NOTES = "Lỗi";

  /** A list that people made may have its title above the headings. */
  private static final int HEADING_WITHIN = 30;

  private static final int MAX_COLUMNS = 200;

  private static final FieldError NO_CONTENT =
      FieldError.pointer("", FieldCode.COLUMN_REQUIRED, CommentColumn.CONTENT.title());

  @Inject OrganizationNames organizations;
  @Inject SectionNames sections;
  @Inject JsonInput input;

  /**
   * @return the headings that are not known
   * @throws ProblemException 400 for what is no table, has no column of comments, two of the same,
   *     or too many rows
   */
  List<String> read(SentFile file, DraftRef draft, int maxRows, IntakeRow.Sink rows) {
    Map<String, Set<OrganizationNames.Body>> bodies = organizations.all();
    SectionNames.Outline outline = sections.outline(draft);
    boolean quoted = file.kind() == SentFile.Kind.CSV;
    CommentTable[] table = new CommentTable[1];
    Headings<CommentColumn> headings =
        walk(
            file.path(),
            !quoted,
            maxRows,
            (found, row) -> {
              if (table[0] == null) {
                table[0] = new CommentTable(found, quoted, bodies, outline, input::findings);
              }
              IntakeRow read = table[0].read(row);
              if (read != null) {
                rows.take(read);
              }
            });
    return headings.ignored().stream()
        .filter(heading -> !Headings.key(heading).equals(Headings.key(NOTES)))
        .toList();
  }

  /** The sheet's own number of the row of headings. */
  static int headingRow(Path file) {
    try {
      walk(
          file,
          true,
          Integer.MAX_VALUE - HEADING_WITHIN,
          (headings, row) -> {
            throw new FoundException(headings.row().number());
          });
    } catch (FoundException found) {
      return found.row;
    }
    return 1;
  }

  private static final class FoundException extends RuntimeException {
    private final int row;

    private FoundException(int row) {
      super(null, null, false, false);
      this.row = row;
    }
  }

  /** Takes the rows below the headings. */
  @FunctionalInterface
  private interface Below {
    void take(Headings<CommentColumn> headings, TableRow row);
  }

  private static Headings<CommentColumn> walk(Path file, boolean xlsx, int maxRows, Below below) {
    Walk walk = new Walk(below);
    try {
      new TableReader(maxRows + HEADING_WITHIN, MAX_COLUMNS).read(file, xlsx, walk);
    } catch (TableException e) {
      throw SentTable.problem(e, NO_CONTENT);
    }
    if (walk.headings == null) {
      throw ProblemException.invalid(NO_CONTENT);
    }
    return walk.headings;
  }

  /** Looks for the headings, then hands on what is below them. */
  private static final class Walk implements TableReader.Rows {
    private final Below below;
    private Headings<CommentColumn> headings;
    private int above;

    private Walk(Below below) {
      this.below = below;
    }

    private boolean complete;

    @Override
    public void take(TableRow row) {
      if (headings != null) {
        if (complete || !isSecondHalf(row)) {
          below.take(headings, row);
        }
        return;
      }
      Headings<CommentColumn> found = new Headings<>(row, CommentColumn::of);
      if (found.columns().containsKey(CommentColumn.CONTENT)) {
        known(found);
      } else if (++above == HEADING_WITHIN) {
        throw ProblemException.invalid(NO_CONTENT);
      }
    }

    private void known(Headings<CommentColumn> found) {
      headings = found;
      if (found.repeated() != null) {
        throw ProblemException.invalid(
            FieldError.pointer("", FieldCode.ALREADY_USED, found.repeated()));
      }
    }

    /** "Văn bản góp ý" over "Số" and "Ngày", the other headings merged over both rows. */
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
      known(new Headings<>(new TableRow(row.number(), both), CommentColumn::of));
      return true;
    }
  }
}
