package vn.sogopy.interchange.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.comment.Author;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Locator;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.consultation.consultee.OrganizationNames;
import vn.sogopy.consultation.letter.LetterCitation;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.table.Cell;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableRow;
import vn.sogopy.platform.text.Text;

/** What the rows below the headings say: each a comment, or what is wrong with it. Plain Java. */
final class CommentTable {
  private static final Pattern NUMBER =
      Pattern.compile("(?iu)(?:trang|tr\\.?|đoạn|p\\.?)?\\s*([0-9]{1,6})");

  /** An ordinal number, as stands before a row or a heading. */
  private static final Pattern ORDINAL = Pattern.compile("[0-9.()]*|[IVXLC]+[.)]?|\\p{L}[.)]?");

  private static final Set<String> TOTALS = Set.of("tongcong", "tongso", "tong", "cong");
  private static final Set<String> YES = Set.of("co", "x", "true", "1", "yes", "hanche");
  private static final Set<String> NO = Set.of("", "khong", "false", "0", "no");

  private final Headings<CommentColumn> headings;
  private final SecrecyColumn secrecy;
  private final boolean quoted;
  private final Map<String, Set<OrganizationNames.Body>> bodies;
  private final SectionNames.Outline outline;
  private final Function<CommentInput, List<FieldError>> rules;

  /** The heading that the rows stand under. */
  private BodyHeading under = BodyHeading.NONE;

  /**
   * @param quoted whether a cell beyond the headings means a torn row, as in CSV
   * @param rules what the comment's own fields may be
   */
  CommentTable(
      Headings<CommentColumn> headings,
      boolean quoted,
      Map<String, Set<OrganizationNames.Body>> bodies,
      SectionNames.Outline outline,
      Function<CommentInput, List<FieldError>> rules) {
    this.headings = headings;
    this.secrecy = new SecrecyColumn(headings);
    this.quoted = quoted;
    this.bodies = bodies;
    this.outline = outline;
    this.rules = rules;
  }

  /** null for a row that is no comment: a heading of a group or a body, a note. */
  IntakeRow read(TableRow row) {
    if (isNote(row)) {
      return null;
    }
    List<CellError> errors = new ArrayList<>();
    beyond(row, errors);
    secrecy.check(row, errors);
    String organization = organization(row, errors);
    CommentInput input =
        new CommentInput(
            organization,
            letter(row, organization, errors),
            section(row, errors),
            alsoSections(row, errors),
            locator(row, errors),
            kind(row, errors),
            text(row, CommentColumn.CONTENT, errors),
            text(row, CommentColumn.PROPOSAL, errors),
            author(row, errors),
            null,
            text(row, CommentColumn.EXTERNAL_ID, errors),
            restricted(row, errors),
            text(row, CommentColumn.REASON, errors));
    if (errors.isEmpty()) {
      rules.apply(input).forEach(error -> errors.add(TableIntakeRow.located(headings, row, error)));
    }
    return new TableIntakeRow(headings, row, errors.isEmpty() ? input : null, errors);
  }

  /**
   * Numbers of columns, a sum, or one filled cell that is no comment: a heading holds from here.
   */
  private boolean isNote(TableRow row) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty() && !Integer.valueOf(i).equals(headings.numbering())) {
        filled.add(i);
      }
    }
    String number = headings.numbering() == null ? "" : row.cell(headings.numbering()).text();
    if (filled.isEmpty()) {
      // A heading over the whole width begins in the column of the numbers.
      under = ORDINAL.matcher(number).matches() ? under : BodyHeading.of(number, number, bodies);
      return true;
    }
    String first = row.cell(filled.get(0)).text();
    if (first.equals(CommentTemplate.EXAMPLE)
        || headings.cell(row, CommentColumn.CONTENT).text().equals(CommentTemplate.EXAMPLE)
        || TOTALS.contains(Headings.key(number))
        || (filled.size() > 1 && TOTALS.contains(Headings.key(first)))) {
      return true;
    }
    if (filled.size() > 1) {
      return isColumnNumbers(row, filled);
    }
    if (filled.get(0).equals(headings.columns().get(CommentColumn.CONTENT))) {
      return false;
    }
    under = BodyHeading.of(first, number.contains("(") ? number : first, bodies);
    return true;
  }

  /** "(1) (2) (3)" */
  private static boolean isColumnNumbers(TableRow row, List<Integer> filled) {
    int before = 0;
    for (int column : filled) {
      String digits = row.cell(column).text().replaceAll("[()\\s]", "");
      if (!digits.matches("[0-9]{1,2}") || Integer.parseInt(digits) <= before) {
        return false;
      }
      before = Integer.parseInt(digits);
    }
    return filled.size() > 2;
  }

  /** CSV whose text holds the delimiter, unquoted, is torn: everything behind has moved. */
  private void beyond(TableRow row, List<CellError> errors) {
    for (int i = headings.row().cells().size(); quoted && i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty()) {
        String shown = Headings.shown(row.cell(i).text());
        errors.add(new CellError(null, shown, List.of(), FieldCode.CELL_BEYOND_HEADINGS));
        return;
      }
    }
  }

  private String organization(TableRow row, List<CellError> errors) {
    String written = text(row, CommentColumn.ORGANIZATION, errors);
    if (written == null) {
      return under.code();
    }
    Set<OrganizationNames.Body> named =
        bodies.getOrDefault(OrganizationNames.key(written), Set.of());
    if (named.size() == 1) {
      return named.iterator().next().code();
    }
    if (named.isEmpty()) {
      errors.add(error(row, CommentColumn.ORGANIZATION, FieldCode.UNKNOWN_ORGANIZATION, written));
    } else {
      errors.add(
          ambiguous(
              row,
              CommentColumn.ORGANIZATION,
              named.stream().map(OrganizationNames.Body::code).sorted().toList()));
    }
    return null;
  }

  /** "510/SGTVT-KCHT", "số 510/SGTVT-KCHT ngày 24/8/2021" */
  private CommentInput.Letter letter(TableRow row, String organization, List<CellError> errors) {
    String written = text(row, CommentColumn.LETTER, errors);
    LocalDate date = date(row, errors);
    LetterCitation cited = written == null ? null : LetterCitation.of(written).orElse(null);
    if (cited != null && cited.isDated() && cited.date() == null) {
      errors.add(error(row, CommentColumn.LETTER, FieldCode.INVALID_DATE));
      return null;
    }
    if (cited == null && date == null) {
      return under.letterOf(organization);
    }
    return new CommentInput.Letter(
        cited == null ? null : cited.number(),
        cited != null && cited.isDated() ? cited.date() : date);
  }

  private LocalDate date(TableRow row, List<CellError> errors) {
    Cell cell = headings.cell(row, CommentColumn.LETTER_DATE);
    try {
      return cell.isEmpty() ? null : cell.date();
    } catch (DateTimeException e) {
      errors.add(error(row, CommentColumn.LETTER_DATE, FieldCode.INVALID_DATE));
      return null;
    }
  }

  private String section(TableRow row, List<CellError> errors) {
    String written = text(row, CommentColumn.SECTION, errors);
    return written == null || SectionNames.isGeneral(written)
        ? null
        : section(row, CommentColumn.SECTION, written, errors);
  }

  private String section(
      TableRow row, CommentColumn column, String written, List<CellError> errors) {
    Set<String> found = outline.find(written);
    if (found.size() == 1) {
      return found.iterator().next();
    }
    errors.add(
        found.isEmpty()
            ? error(row, column, FieldCode.UNKNOWN_SECTION, written, outline.draft())
            : ambiguous(row, column, List.copyOf(found)));
    return null;
  }

  private List<String> alsoSections(TableRow row, List<CellError> errors) {
    String written = text(row, CommentColumn.ALSO_SECTIONS, errors);
    List<String> codes = new ArrayList<>();
    for (String one : written == null ? new String[0] : written.split("[;\\n]+")) {
      if (!Text.trim(one).isEmpty()) {
        String code = section(row, CommentColumn.ALSO_SECTIONS, Text.trim(one), errors);
        if (code != null) {
          codes.add(code);
        }
      }
    }
    return codes.isEmpty() ? null : codes;
  }

  private Locator locator(TableRow row, List<CellError> errors) {
    Integer page =
        headings.cell(row, CommentColumn.PAGE).isEmpty()
            ? SectionNames.page(headings.cell(row, CommentColumn.SECTION).text())
            : number(row, CommentColumn.PAGE, errors);
    Integer paragraph = number(row, CommentColumn.PARAGRAPH, errors);
    String quote = text(row, CommentColumn.QUOTE, errors);
    return page == null && paragraph == null && quote == null
        ? null
        : new Locator(page, paragraph, quote);
  }

  private Integer number(TableRow row, CommentColumn column, List<CellError> errors) {
    String written = text(row, column, errors);
    Matcher number = NUMBER.matcher(written == null ? "" : written);
    if (written == null || number.matches()) {
      return written == null ? null : Integer.valueOf(number.group(1));
    }
    errors.add(error(row, column, FieldCode.WRONG_TYPE, "integer"));
    return null;
  }

  private Kind kind(TableRow row, List<CellError> errors) {
    String written = text(row, CommentColumn.KIND, errors);
    Kind kind = written == null ? Kind.OTHER : KindNames.find(written).orElse(null);
    if (kind == null) {
      String names = String.join("; ", KindNames.LABELS);
      errors.add(error(row, CommentColumn.KIND, FieldCode.INVALID_ENUM, names));
    }
    return kind;
  }

  private Author author(TableRow row, List<CellError> errors) {
    String name = text(row, CommentColumn.AUTHOR, errors);
    String position = text(row, CommentColumn.AUTHOR_POSITION, errors);
    return name == null && position == null ? null : new Author(name, position);
  }

  private Boolean restricted(TableRow row, List<CellError> errors) {
    String key = Headings.key(headings.cell(row, CommentColumn.RESTRICTED).text());
    if (!YES.contains(key) && !NO.contains(key)) {
      errors.add(error(row, CommentColumn.RESTRICTED, FieldCode.INVALID_ENUM, "Có, Không"));
    }
    return YES.contains(key);
  }

  private String text(TableRow row, CommentColumn column, List<CellError> errors) {
    try {
      String text = Text.normalize(headings.cell(row, column).text());
      return text.isEmpty() ? null : text;
    } catch (Text.IllegalTextException e) {
      errors.add(error(row, column, FieldCode.INVALID_TEXT, e.getMessage()));
      return null;
    }
  }

  private CellError error(TableRow row, CommentColumn column, FieldCode code, Object... arguments) {
    return TableIntakeRow.located(
        headings, row, FieldError.pointer(column.pointer(), code, arguments));
  }

  private CellError ambiguous(TableRow row, CommentColumn column, List<String> candidates) {
    CellError error = error(row, column, FieldCode.AMBIGUOUS);
    return new CellError(error.column(), error.value(), candidates, error.code());
  }
}
