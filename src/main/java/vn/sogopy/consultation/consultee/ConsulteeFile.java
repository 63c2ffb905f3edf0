package vn.sogopy.consultation.consultee;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sogopy.consultation.letter.LetterCitation;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.SentTable;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.Cell;
import vn.sogopy.platform.table.FittingSheets;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;
import vn.sogopy.platform.text.Text;

/** The rows of a table as consultees: which column is what, and what a cell means. Plain Java. */
final class ConsulteeFile {
  static final FieldError NO_BODIES = FieldError.pointer("", FieldCode.COLUMN_REQUIRED, "Cơ quan");

  private static final Pattern EMAIL = Pattern.compile(Contact.EMAIL);

  private final boolean quoted;
  private final Set<String> ignored = new LinkedHashSet<>();
  private final List<Line> lines = new ArrayList<>();

  /** Of the sheet that is read. */
  private Headings<ConsulteeColumn> headings;

  /**
   * A row with what it says of a body; what it does not say is null.
   *
   * @param sheet its name; null in CSV
   * @param body code or name, as written
   * @param bodyColumn the heading it stood under
   */
  record Line(
      String sheet,
      int row,
      String bodyColumn,
      String body,
      ConsulteeRow said,
      List<CellError> errors) {

    /** The row as one of another sheet would name it. */
    Object place(String fromSheet) {
      return Objects.equals(sheet, fromSheet) ? row : sheet + "!" + row;
    }
  }

  /** Sheets with bodies and something to say of them; a mere list of bodies may be for choosing. */
  static TableReader.Choice sheets() {
    return new FittingSheets<>(
        ConsulteeFile::columns,
        columns -> !Set.of(ConsulteeColumn.CODE, ConsulteeColumn.NAME).containsAll(columns));
  }

  /** None if it is no heading row. */
  private static Set<ConsulteeColumn> columns(TableRow row) {
    Set<ConsulteeColumn> columns = new Headings<>(row, ConsulteeColumn::of).columns().keySet();
    boolean bodies =
        columns.contains(ConsulteeColumn.CODE) || columns.contains(ConsulteeColumn.NAME);
    return bodies ? columns : Set.of();
  }

  /**
   * @throws ProblemException 400 if no row names the columns, or two columns are the same
   */
  ConsulteeFile(SentTable table) {
    quoted = !table.xlsx();
    table.sheets().forEach(this::readSheet);
  }

  private void readSheet(List<TableRow> rows) {
    int heading = heading(rows);
    headings = new Headings<>(rows.get(heading), ConsulteeColumn::of);
    ignored.addAll(headings.ignored());
    if (headings.repeated() != null) {
      throw ProblemException.invalid(
          FieldError.pointer("", FieldCode.ALREADY_USED, Text.normalize(headings.repeated()))
              .in(headings.row().sheet(), headings.row().number(), null));
    }
    rows.subList(heading + 1, rows.size()).forEach(this::readLine);
  }

  List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  List<Line> lines() {
    return lines;
  }

  private static int heading(List<TableRow> rows) {
    for (int i = 0; i < Math.min(rows.size(), TableReader.HEADING_WITHIN); i++) {
      if (!columns(rows.get(i)).isEmpty()) {
        return i;
      }
    }
    throw ProblemException.invalid(NO_BODIES);
  }

  private void readLine(TableRow row) {
    if (TableNotes.isNote(row, headings.columns(), headings.numbering())) {
      return;
    }
    List<CellError> errors = new ArrayList<>();
    beyond(row, errors);
    ConsulteeColumn by =
        cell(row, ConsulteeColumn.CODE).isEmpty()
                && headings.columns().containsKey(ConsulteeColumn.NAME)
            ? ConsulteeColumn.NAME
            : ConsulteeColumn.CODE;
    String body = text(row, by, 300, errors);
    if (body == null && errors.isEmpty()) {
      errors.add(new CellError(named(by), null, List.of(), FieldCode.REQUIRED));
    }
    ConsulteeRow said =
        new ConsulteeRow(
            letters(row, errors),
            date(row, ConsulteeColumn.DUE_ON, errors),
            date(row, ConsulteeColumn.DOSSIER_RECEIVED_ON, errors),
            text(row, ConsulteeColumn.CONTACT, 200, errors),
            onOneLine(text(row, ConsulteeColumn.PHONE, 100, errors)),
            email(row, errors));
    lines.add(new Line(row.sheet(), row.number(), named(by), body, said, errors));
  }

  /** CSV whose text holds the delimiter, unquoted, is torn: everything behind has moved. */
  private void beyond(TableRow row, List<CellError> errors) {
    for (int i = headings.row().cells().size(); quoted && i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty()) {
        errors.add(
            new CellError(
                null,
                Headings.shown(row.cell(i).text()),
                List.of(),
                FieldCode.CELL_BEYOND_HEADINGS));
        return;
      }
    }
  }

  private Cell cell(TableRow row, ConsulteeColumn column) {
    return headings.cell(row, column);
  }

  private String named(ConsulteeColumn column) {
    String heading = headings.heading(column);
    return heading == null ? column.name() : heading;
  }

  private String text(TableRow row, ConsulteeColumn column, int max, List<CellError> errors) {
    String typed = cell(row, column).text();
    try {
      String text = Text.normalize(typed);
      if (Text.length(text) > max) {
        errors.add(error(column, typed, FieldCode.TOO_LONG, max));
        return null;
      }
      return text.isEmpty() ? null : text;
    } catch (Text.IllegalTextException e) {
      errors.add(error(column, typed, FieldCode.INVALID_TEXT, e.getMessage()));
      return null;
    }
  }

  private String email(TableRow row, List<CellError> errors) {
    String email = text(row, ConsulteeColumn.EMAIL, 254, errors);
    if (email != null && !EMAIL.matcher(email).matches()) {
      errors.add(
          error(ConsulteeColumn.EMAIL, email, FieldCode.INVALID_FORMAT, Contact.EMAIL_EXAMPLE));
      return null;
    }
    return email;
  }

  /** Two numbers below each other are two numbers. */
  private static String onOneLine(String phone) {
    return phone == null ? null : phone.replaceAll("\\s*\\n\\s*", "; ").replace('\t', ' ');
  }

  private LocalDate date(TableRow row, ConsulteeColumn column, List<CellError> errors) {
    Cell cell = cell(row, column);
    try {
      return cell.isEmpty() ? null : cell.date();
    } catch (DateTimeException e) {
      errors.add(error(column, cell.text(), FieldCode.INVALID_DATE));
      return null;
    }
  }

  /** "1186/SKHĐT-TH", "số 1186/SKHĐT-TH ngày 17/5/2021; số 1190/SKHĐT-TH ngày 18/5/2021". */
  private List<RequestLetter> letters(TableRow row, List<CellError> errors) {
    String typed = text(row, ConsulteeColumn.REQUEST_LETTER, 2_000, errors);
    LocalDate date = date(row, ConsulteeColumn.REQUEST_DATE, errors);
    if (typed == null) {
      return null;
    }
    List<RequestLetter> letters = new ArrayList<>();
    for (String one : typed.split("[;\\n]+")) {
      LetterCitation cited = LetterCitation.of(one).orElse(null);
      if (cited == null) {
        continue;
      }
      if (Text.length(cited.number()) > 100 || letters.size() == 20) {
        errors.add(error(ConsulteeColumn.REQUEST_LETTER, typed, FieldCode.TOO_LONG, 100));
        return null;
      }
      if (!cited.number().matches(LetterNumber.FORM)) {
        errors.add(
            error(
                ConsulteeColumn.REQUEST_LETTER,
                typed,
                FieldCode.INVALID_FORMAT,
                LetterNumber.EXAMPLE));
        return null;
      }
      if (cited.isDated() && cited.date() == null) {
        errors.add(error(ConsulteeColumn.REQUEST_LETTER, typed, FieldCode.INVALID_DATE));
        return null;
      }
      RequestLetter letter =
          new RequestLetter(cited.number(), cited.isDated() ? cited.date() : date);
      if (letters.stream().noneMatch(known -> known.key().equals(letter.key()))) {
        letters.add(letter);
      }
    }
    return letters.isEmpty() ? null : letters;
  }

  private CellError error(
      ConsulteeColumn column, String value, FieldCode code, Object... arguments) {
    return new CellError(named(column), Headings.shown(value), List.of(), code, arguments);
  }
}
