package vn.sogopy.interchange.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.sogopy.comment.Comment.Author;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.interchange.imports.CommentImportService.IntakeRow;
import vn.sogopy.letter.Position;
import vn.sogopy.organization.OrganizationNames;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.text.StateSecrets;
import vn.sogopy.platform.text.Text;

/** Converts the rows below the headings to comments or errors. Plain Java. */
final class CommentTable {
  private static final Pattern NUMBER =
      Pattern.compile("(?iu)(?:trang|tr\\.?|đoạn|p\\.?)?\\s*([0-9]{1,6})");

  /** An ordinal number before a row or a heading. */
  private static final Pattern ORDINAL = Pattern.compile("[0-9.()]*|[IVXLC]+[.)]?|\\p{L}[.)]?");

  private static final Set<String> TOTALS = Set.of("tongcong", "tongso", "tong", "cong");
  private static final Set<String> YES = Set.of("co", "x", "true", "1", "yes", "hanche");
  private static final Set<String> SECRECY =
      Set.of("domat", "mucdomat", "dokhanmat", "mat", "secrecy", "secrecylevel", "classified");
  private static final Set<String> NO = Set.of("", "khong", "false", "0", "no");

  private final Headings<CommentColumn> headings;

  /** Index of the column with the degree of secrecy; -1 = none. */
  private final int secrecy;

  /** Index of the column with the errors of an earlier import; -1 = none. */
  private final int notes;

  private final Map<String, Set<OrganizationNames.Body>> bodies;
  private final SectionNames.Outline outline;
  private final Function<CommentInput, List<FieldError>> rules;

  /** The heading of the organization above the current row. */
  private BodyHeading under = BodyHeading.NONE;

  /**
   * @param rules the validation of the comment's fields
   */
  CommentTable(
      Headings<CommentColumn> headings,
      Map<String, Set<OrganizationNames.Body>> bodies,
      SectionNames.Outline outline,
      Function<CommentInput, List<FieldError>> rules) {
    this.headings = headings;
    this.secrecy = column(headings, SECRECY);
    this.notes = column(headings, Set.of(Headings.key(CommentSchema.NOTES)));
    this.bodies = bodies;
    this.outline = outline;
    this.rules = rules;
  }

  private static int column(Headings<CommentColumn> headings, Set<String> keys) {
    return IntStream.range(0, headings.row().cells().size())
        .filter(i -> keys.contains(Headings.key(headings.row().cell(i).text())))
        .max()
        .orElse(-1);
  }

  /** Empty if the row is no comment: a heading of a group or an organization, or a note. */
  Optional<IntakeRow> read(TableRow row) {
    if (isNote(row)) {
      return Optional.empty();
    }
    TableCells<CommentColumn> cells = new TableCells<>(headings, row);
    cells.rejectBeyondHeadings();
    checkSecrecy(cells);
    String organization = organization(cells);
    CommentInput.Letter letter =
        LetterCells.read(cells, under.letterOf(organization), onBehalfOf(cells));
    CommentInput input =
        new CommentInput(
            organization,
            letter,
            section(cells),
            alsoSections(cells),
            locator(cells),
            kind(cells),
            content(cells, letter),
            cells.text(CommentColumn.PROPOSAL),
            author(cells),
            null,
            cells.text(CommentColumn.EXTERNAL_ID),
            restricted(cells),
            cells.text(CommentColumn.REASON));
    if (cells.errors().isEmpty()) {
      rules.apply(input).forEach(error -> cells.errors().add(located(cells, error)));
    }
    CommentInput valid = cells.errors().isEmpty() ? input : null;
    return Optional.of(
        new IntakeRow(
            row.sheet(), row.number(), valid, cells.errors(), error -> located(cells, error)));
  }

  private static CellError located(TableCells<CommentColumn> cells, FieldError error) {
    CommentColumn column = CommentColumn.ofPointer(error.name());
    List<String> proposed =
        error.code() == FieldCode.ONLY_AGREES ? List.of(Position.AGREES.label()) : List.of();
    return cells.error(column, proposed, error.code(), error.arguments().toArray());
  }

  /** A reply without comments needs no words; it gets those of its position. */
  private static String content(TableCells<CommentColumn> cells, CommentInput.Letter letter) {
    String content = cells.text(CommentColumn.CONTENT);
    boolean agrees = letter != null && letter.position() == Position.AGREES;
    return content == null && agrees ? Position.AGREES.label() : content;
  }

  /** Rejects a row with a degree of secrecy. Its column is no field of a comment. */
  private void checkSecrecy(TableCells<CommentColumn> cells) {
    String written = secrecy < 0 ? "" : cells.row().cell(secrecy).text();
    if (!written.isBlank() && StateSecrets.isDegree(written)) {
      String heading = Headings.shown(headings.row().cell(secrecy).text());
      String value = Headings.shown(written);
      cells.errors().add(new CellError(heading, value, List.of(), FieldCode.CLASSIFIED));
    }
  }

  /** True for column numbers, a total, or a single cell that is no comment, such as a heading. */
  private boolean isNote(TableRow row) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      boolean isData = i != notes && !Integer.valueOf(i).equals(headings.numbering());
      if (isData && !row.cell(i).isEmpty()) {
        filled.add(i);
      }
    }
    String number = headings.numbering() == null ? "" : row.cell(headings.numbering()).text();
    if (filled.isEmpty()) {
      // A heading across the whole width begins in the column of running numbers.
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

  private String organization(TableCells<CommentColumn> cells) {
    String written = cells.text(CommentColumn.ORGANIZATION);
    if (written == null) {
      return under.code();
    }
    return organization(cells, CommentColumn.ORGANIZATION, written);
  }

  private String organization(
      TableCells<CommentColumn> cells, CommentColumn column, String written) {
    Set<OrganizationNames.Body> named =
        bodies.getOrDefault(OrganizationNames.key(written), Set.of());
    if (named.size() == 1) {
      return named.iterator().next().code();
    }
    if (named.isEmpty()) {
      cells.reject(column, FieldCode.UNKNOWN_ORGANIZATION, written);
    } else {
      cells.rejectAmbiguous(
          column, named.stream().map(OrganizationNames.Body::code).sorted().toList());
    }
    return null;
  }

  private List<String> onBehalfOf(TableCells<CommentColumn> cells) {
    String written = cells.text(CommentColumn.ON_BEHALF_OF);
    if (written == null) {
      return null;
    }
    return Arrays.stream(written.split("[;\\n]+"))
        .map(Text::trim)
        .filter(one -> !one.isEmpty())
        .map(one -> organization(cells, CommentColumn.ON_BEHALF_OF, one))
        .filter(Objects::nonNull)
        .toList();
  }

  private String section(TableCells<CommentColumn> cells) {
    String written = cells.text(CommentColumn.SECTION);
    return written == null || SectionNames.isGeneral(written)
        ? null
        : section(cells, CommentColumn.SECTION, written);
  }

  private String section(TableCells<CommentColumn> cells, CommentColumn column, String written) {
    Set<String> found = outline.find(written);
    if (found.size() == 1) {
      return found.iterator().next();
    }
    if (found.isEmpty()) {
      cells.reject(column, FieldCode.UNKNOWN_SECTION, written, outline.draft());
    } else {
      cells.rejectAmbiguous(column, List.copyOf(found));
    }
    return null;
  }

  private List<String> alsoSections(TableCells<CommentColumn> cells) {
    String written = cells.text(CommentColumn.ALSO_SECTIONS);
    List<String> codes = new ArrayList<>();
    for (String one : written == null ? new String[0] : written.split("[;\\n]+")) {
      if (!Text.trim(one).isEmpty()) {
        String code = section(cells, CommentColumn.ALSO_SECTIONS, Text.trim(one));
        if (code != null) {
          codes.add(code);
        }
      }
    }
    return codes.isEmpty() ? null : codes;
  }

  private static Locator locator(TableCells<CommentColumn> cells) {
    String pages =
        cells.cell(CommentColumn.PAGE).isEmpty()
            ? SectionNames.pages(cells.cell(CommentColumn.SECTION).text())
            : cells.value(
                CommentColumn.PAGE,
                PageRanges::readWords,
                FieldCode.INVALID_FORMAT,
                PageRanges.EXAMPLE);
    return Locator.of(null, pages, paragraph(cells), cells.text(CommentColumn.QUOTE));
  }

  private static Integer paragraph(TableCells<CommentColumn> cells) {
    return cells.value(
        CommentColumn.PARAGRAPH,
        text ->
            Optional.of(NUMBER.matcher(text))
                .filter(Matcher::matches)
                .map(number -> Integer.valueOf(number.group(1))),
        FieldCode.WRONG_TYPE,
        "integer");
  }

  private static Kind kind(TableCells<CommentColumn> cells) {
    return cells.cell(CommentColumn.KIND).isEmpty()
        ? Kind.OTHER
        : cells.value(
            CommentColumn.KIND,
            text -> LetterCells.labelled(Kind.values(), Kind::label, Map.of(), text),
            FieldCode.INVALID_ENUM,
            String.join("; ", CommentTemplate.KINDS));
  }

  private static Author author(TableCells<CommentColumn> cells) {
    String name = cells.text(CommentColumn.AUTHOR);
    String position = cells.text(CommentColumn.AUTHOR_POSITION);
    return name == null && position == null ? null : new Author(name, position);
  }

  private static boolean restricted(TableCells<CommentColumn> cells) {
    String key =
        cells.value(
            CommentColumn.RESTRICTED,
            text ->
                Optional.of(Headings.key(text))
                    .filter(one -> YES.contains(one) || NO.contains(one)),
            FieldCode.INVALID_ENUM,
            "Có, Không");
    return key != null && YES.contains(key);
  }
}
