package vn.sogopy.interchange.worklist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.SentTable;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.Cell;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableException;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;

/** Reads a sent work-list. Columns are identified by their headings, in any order. Plain Java. */
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

  private final String sheet;
  private final List<String> leftOut;
  private final Headings<WorklistColumn> headings;
  private final List<SentRow> rows = new ArrayList<>();
  private final boolean coordinator;

  /**
   * @param coordinator whether the sender may decide
   * @throws ProblemException 400 if no row names the hidden columns, or two columns are equal
   */
  private SentWorklist(List<TableRow> table, List<String> leftOut, boolean coordinator) {
    this.sheet = table.get(0).sheet();
    this.leftOut = leftOut;
    this.coordinator = coordinator;
    TableSchema.Sheet<WorklistColumn> read = SCHEMA.sheet(table);
    headings = read.headings();
    read.rows().forEach(this::readRow);
  }

  /**
   * Reads the sheet with the hidden columns, in any place and under any name.
   *
   * @throws ProblemException 400 if the file is no workbook, has no work-list, has two, or is too
   *     long
   */
  static SentWorklist read(Path file, boolean coordinator) {
    TableReader reader = new TableReader(WorklistResource.MOST + MORE_ROWS, MAX_COLUMNS, false);
    List<TableRow> rows = new ArrayList<>();
    try {
      List<String> leftOut = reader.read(file, true, SCHEMA.sheets(), rows::add);
      List<String> sheets = rows.stream().map(TableRow::sheet).distinct().toList();
      if (sheets.size() > 1) {
        throw ProblemException.invalid(
            FieldError.pointer("", FieldCode.ONE_LIST_ONLY, sheets.get(0), sheets.get(1)));
      }
      List<String> others =
          leftOut.stream().filter(name -> !WorklistXlsx.BESIDE.contains(name)).toList();
      return new SentWorklist(rows, others, coordinator);
    } catch (TableException e) {
      throw SentTable.problem(e, SCHEMA.missing());
    }
  }

  String sheet() {
    return sheet;
  }

  /** The row number on the sheet. */
  int headingRow() {
    return headings.row().number();
  }

  /** Sheets with rows that were not read, except the other sheets of the export. */
  List<String> leftOut() {
    return leftOut;
  }

  List<String> ignoredColumns() {
    return headings.ignored();
  }

  List<SentRow> rows() {
    return rows;
  }

  boolean has(WorklistColumn column) {
    return headings.columns().containsKey(column);
  }

  /** The heading on the sheet, else that of the export. */
  String named(WorklistColumn column) {
    return headings.named(column);
  }

  private void readRow(TableRow row) {
    Map<WorklistColumn, Cell> cells = new EnumMap<>(WorklistColumn.class);
    headings
        .columns()
        .forEach(
            (column, index) -> {
              if (column != WorklistColumn.OUTCOME && !row.cell(index).isEmpty()) {
                cells.put(column, row.cell(index));
              }
            });
    if (cells.isEmpty()) {
      return; // not a row of the list
    }
    List<CellError> errors = new ArrayList<>();
    List<CellError> notes = new ArrayList<>();
    Map<WorklistColumn, String> said = new EnumMap<>(WorklistColumn.class);
    UUID id = id(text(cells, WorklistColumn.ID));
    Fingerprint base = id == null ? null : Fingerprint.parse(id, text(cells, WorklistColumn.BASE));
    if (base == null) {
      errors.add(error(WorklistColumn.ID, text(cells, WorklistColumn.ID), FieldCode.ROW_ALTERED));
    } else if (isOfOther(base, text(cells, WorklistColumn.CODE))) {
      String code = text(cells, WorklistColumn.CODE);
      errors.add(error(WorklistColumn.CODE, code, FieldCode.ROW_ALTERED));
    } else {
      readOnly(base, cells, notes);
      said.putAll(new CellWords(this, base, errors).read(cells));
      decide(said, errors, notes);
    }
    rows.add(new SentRow(row.number(), base == null ? null : id, base, said, errors, notes));
  }

  /** True if visible cells were sorted or pasted without the hidden ones. */
  private static boolean isOfOther(Fingerprint base, String code) {
    return code.matches("\\d+(\\.\\d+)?") && !base.had(WorklistColumn.CODE, code);
  }

  private void readOnly(Fingerprint base, Map<WorklistColumn, Cell> cells, List<CellError> notes) {
    for (WorklistColumn column : WorklistColumn.values()) {
      if (column.use() == WorklistColumn.Use.READ && has(column)) {
        String text = CellWords.plain(column, cells.getOrDefault(column, Cell.EMPTY));
        if (!base.had(column, text)) {
          notes.add(error(column, text, FieldCode.READ_ONLY_COLUMN));
        }
      }
    }
  }

  private void decide(
      Map<WorklistColumn, String> said, List<CellError> errors, List<CellError> notes) {
    for (WorklistColumn column : List.of(WorklistColumn.DECISION, WorklistColumn.REASON)) {
      if (!coordinator && said.containsKey(column)) {
        notes.add(error(column, said.remove(column), FieldCode.COORDINATOR_COLUMN));
      }
    }
    boolean returned = Answers.Decision.RETURN.label().equals(said.get(WorklistColumn.DECISION));
    if (returned && !said.containsKey(WorklistColumn.REASON)) {
      errors.add(error(WorklistColumn.REASON, null, FieldCode.REQUIRED));
    } else if (!returned && said.containsKey(WorklistColumn.REASON) && errors.isEmpty()) {
      errors.add(
          new CellError(
              named(WorklistColumn.DECISION),
              said.get(WorklistColumn.DECISION),
              List.of(Answers.Decision.RETURN.label()),
              FieldCode.INVALID_ENUM,
              Answers.Decision.RETURN.label()));
    }
  }

  private static UUID id(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(text)
        : null;
  }

  private static String text(Map<WorklistColumn, Cell> cells, WorklistColumn column) {
    return cells.getOrDefault(column, Cell.EMPTY).text();
  }

  CellError error(WorklistColumn column, String value, FieldCode code, Object... arguments) {
    return new CellError(
        named(column), value == null ? null : Headings.shown(value), List.of(), code, arguments);
  }

  /**
   * A row of a sent work-list.
   *
   * @param row number on the sheet
   * @param id of the comment; null if missing or invalid
   * @param base fingerprint of the exported row; null if there is no id
   * @param said the filled cells, in the form of an export
   * @param errors reasons to reject the row
   * @param notes parts of the row that are ignored
   */
  record SentRow(
      int row,
      UUID id,
      Fingerprint base,
      Map<WorklistColumn, String> said,
      List<CellError> errors,
      List<CellError> notes) {}
}
