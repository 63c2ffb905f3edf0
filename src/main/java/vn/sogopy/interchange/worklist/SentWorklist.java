package vn.sogopy.interchange.worklist;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.sogopy.interchange.worklist.CellWords.Decision;
import vn.sogopy.platform.http.imports.Cell;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.Ignored;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/**
 * A sent work-list: the sheet with the hidden columns, in any place and under any name. Columns are
 * identified by their headings, in any order. Plain Java.
 */
final class SentWorklist {
  /** Users may add their own columns. */
  private static final int MAX_COLUMNS = 200;

  /** Maximum number of rows that are no comments, such as notes and sums. */
  private static final int MORE_ROWS = 1_000;

  private static final Set<WorklistColumn> HIDDEN = Set.of(WorklistColumn.ID, WorklistColumn.BASE);

  private static final TableSchema<WorklistColumn> SCHEMA =
      new TableSchema<>(
          WorklistColumn.class,
          row -> row.columns().keySet().containsAll(HIDDEN),
          columns -> true,
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, WorklistColumn.ID.title()));

  private final boolean coordinator;
  private final boolean placesOnly;
  private final Ignored ignored;
  private final List<SentRow> rows = new ArrayList<>();
  private Headings<WorklistColumn> headings;

  /**
   * @param coordinator whether the sender may decide
   * @param placesOnly whether only the revised places are read
   * @throws ProblemException 400 if the file is no workbook, has no work-list, has two, is too
   *     long, or has a column twice
   */
  SentWorklist(Upload file, boolean coordinator, boolean placesOnly) {
    this.coordinator = coordinator;
    this.placesOnly = placesOnly;
    if (!file.isWorkbook()) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.MALFORMED_XLSX));
    }
    Ignored all =
        SCHEMA.read(
            file,
            new TableReader(WorklistResource.MAX_COMMENTS + MORE_ROWS, MAX_COLUMNS, false),
            this::sheet);
    ignored =
        new Ignored(
            all.columns(),
            all.sheets().stream().filter(name -> !WorklistXlsx.BESIDE.contains(name)).toList());
  }

  private Consumer<TableRow> sheet(Headings<WorklistColumn> found) {
    if (headings != null) {
      throw ProblemException.invalid(
          FieldError.pointer(
              "", FieldCode.ONE_LIST_ONLY, headings.row().sheet(), found.row().sheet()));
    }
    headings = found;
    return this::readRow;
  }

  /** The heading row, with its sheet. */
  Headings<WorklistColumn> headings() {
    return headings;
  }

  /** Columns and sheets that were not read, except the other sheets of the export. */
  Ignored ignored() {
    return ignored;
  }

  List<SentRow> rows() {
    return rows;
  }

  boolean placesOnly() {
    return placesOnly;
  }

  private Set<WorklistColumn> filledIn() {
    return placesOnly ? WorklistColumn.REVISION : WorklistColumn.FILLED_IN;
  }

  private void readRow(TableRow row) {
    TableCells<WorklistColumn> cells = new TableCells<>(headings, row);
    boolean isEmpty =
        headings.columns().keySet().stream()
            .allMatch(one -> one == WorklistColumn.OUTCOME || cells.cell(one).isEmpty());
    if (isEmpty) {
      return; // not a row of the list
    }
    List<CellError> notes = new ArrayList<>();
    Map<WorklistColumn, String> filled = new EnumMap<>(WorklistColumn.class);
    UUID id = id(cells.cell(WorklistColumn.ID).text());
    Fingerprint base =
        id == null ? null : Fingerprint.parse(id, cells.cell(WorklistColumn.BASE).text());
    if (base == null) {
      cells.reject(WorklistColumn.ID, FieldCode.ROW_ALTERED);
    } else if (isOfOther(base, cells.cell(WorklistColumn.CODE).text())) {
      cells.reject(WorklistColumn.CODE, FieldCode.ROW_ALTERED);
    } else {
      readOnly(base, cells, notes);
      filled.putAll(CellWords.read(cells, base, filledIn()));
      decide(filled, cells, notes);
    }
    rows.add(
        new SentRow(row.number(), base == null ? null : id, base, filled, cells.errors(), notes));
  }

  /** True if visible cells were sorted or pasted without the hidden ones. */
  private static boolean isOfOther(Fingerprint base, String code) {
    return code.matches("\\d+(\\.\\d+)?") && !base.had(WorklistColumn.CODE, code);
  }

  private void readOnly(Fingerprint base, TableCells<WorklistColumn> cells, List<CellError> notes) {
    for (WorklistColumn column : WorklistColumn.values()) {
      if (!filledIn().contains(column) && headings.columns().containsKey(column)) {
        String text = exported(column, cells.cell(column));
        if (isChanged(base, column, text)) {
          notes.add(error(column, text, FieldCode.READ_ONLY_COLUMN));
        }
      }
    }
  }

  /** Whether a grey cell has another text than in the export, where decisions are empty. */
  private static boolean isChanged(Fingerprint base, WorklistColumn column, String text) {
    return column.use() == WorklistColumn.Use.DECIDE
        ? !text.isEmpty()
        : WorklistColumn.REMEMBERED.contains(column) && !base.had(column, text);
  }

  /** The exported text of a grey cell, with dates in ISO format. */
  private static String exported(WorklistColumn column, Cell cell) {
    try {
      return column == WorklistColumn.DUE && !cell.isEmpty() ? cell.date().toString() : cell.text();
    } catch (DateTimeException noDay) {
      return cell.text();
    }
  }

  private void decide(
      Map<WorklistColumn, String> filled, TableCells<WorklistColumn> cells, List<CellError> notes) {
    for (WorklistColumn column : List.of(WorklistColumn.DECISION, WorklistColumn.REASON)) {
      if (!coordinator && filled.containsKey(column)) {
        notes.add(error(column, filled.remove(column), FieldCode.COORDINATOR_COLUMN));
      }
    }
    String label = Decision.RETURN.label();
    boolean returned = label.equals(filled.get(WorklistColumn.DECISION));
    boolean reasoned = filled.containsKey(WorklistColumn.REASON);
    if (returned && !reasoned) {
      cells.reject(WorklistColumn.REASON, FieldCode.REQUIRED);
    } else if (!returned && reasoned && cells.errors().isEmpty()) {
      cells
          .errors()
          .add(cells.error(WorklistColumn.DECISION, List.of(label), FieldCode.INVALID_ENUM, label));
    }
  }

  private static UUID id(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(text)
        : null;
  }

  CellError error(WorklistColumn column, String value, FieldCode code, Object... arguments) {
    return new CellError(
        headings.named(column),
        value == null ? null : Headings.shown(value),
        List.of(),
        code,
        arguments);
  }

  /**
   * A row of a sent work-list.
   *
   * @param row number on the sheet
   * @param id of the comment; null if missing or invalid
   * @param base fingerprint of the exported row; null if there is no id
   * @param filled the filled cells, in the form of an export
   * @param errors reasons to reject the row
   * @param notes parts of the row that are ignored
   */
  record SentRow(
      int row,
      UUID id,
      Fingerprint base,
      Map<WorklistColumn, String> filled,
      List<CellError> errors,
      List<CellError> notes) {}
}
