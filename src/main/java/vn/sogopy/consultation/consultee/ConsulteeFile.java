package vn.sogopy.consultation.consultee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sogopy.consultation.letter.LetterCitation;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.platform.table.TableTemplate.Field;
import vn.sogopy.platform.text.Text;

/** Consultees, read from the rows of a table. Plain Java. */
record ConsulteeFile(List<Line> lines, TableSchema.Ignored ignored) {
  private static final Set<ConsulteeColumn> BODY =
      Set.of(ConsulteeColumn.CODE, ConsulteeColumn.NAME);

  /** A sheet of organizations needs another column: with one column it may be a drop-down list. */
  static final TableSchema<ConsulteeColumn> SCHEMA =
      new TableSchema<>(
          ConsulteeColumn.class,
          row -> row.columns().keySet().stream().anyMatch(BODY::contains),
          columns -> !BODY.containsAll(columns),
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, "Cơ quan"));

  private static final Pattern EMAIL = Pattern.compile(Text.EMAIL);
  private static final Pattern ROMAN = Pattern.compile("[IVXLC]+[.)]?");

  /** "I. Sở, ban, ngành" */
  private static final Pattern ROMAN_TITLE = Pattern.compile("[IVXLC]+[.)]\\s.*");

  /** Any other single cell may be an organization. The import reports it as an error. */
  private static final Pattern NOTE =
      Pattern.compile("(ghi chu|tong cong|tong so|nguoi lap|note|total)\\b.*|[(*].*");

  /** What the exported lists say of an ended organization behind its name. */
  private static final Pattern ENDED =
      Pattern.compile("\\s+\\((nay là|đã kết thúc hoạt động)\\s[^()]*\\)$");

  private static final int MAX_COLUMNS = 100;

  /**
   * A row with its values for an organization; null or empty = empty cell.
   *
   * @param sheet its name; null in CSV
   * @param body code or name, as written
   * @param bodyColumn the heading of that column
   */
  record Line(
      String sheet,
      int row,
      String bodyColumn,
      String body,
      ConsulteeData data,
      List<CellError> errors) {

    void reject(List<String> candidates, FieldCode code, Object... arguments) {
      errors.add(new CellError(bodyColumn, body, candidates, code, arguments));
    }

    /** The reference to this row from another row: with the sheet name if the sheets differ. */
    Object place(String fromSheet) {
      return Objects.equals(sheet, fromSheet) ? row : sheet + "!" + row;
    }
  }

  /**
   * @throws ProblemException 400 if the file is no table, no row names the columns, or two columns
   *     are the same
   */
  static ConsulteeFile read(Upload file) {
    List<Line> lines = new ArrayList<>();
    TableSchema.Ignored ignored =
        SCHEMA.read(
            file,
            new TableReader(BoundedLists.MAX_BULK + 100, MAX_COLUMNS),
            headings ->
                row -> {
                  if (!isNote(headings, row)) {
                    lines.add(line(headings, row));
                  }
                });
    return new ConsulteeFile(lines, ignored);
  }

  private static Line line(Headings<ConsulteeColumn> headings, TableRow row) {
    TableCells<ConsulteeColumn> cells = new TableCells<>(headings, row);
    cells.rejectBeyondHeadings();
    ConsulteeColumn by =
        cells.cell(ConsulteeColumn.CODE).isEmpty()
                && headings.columns().containsKey(ConsulteeColumn.NAME)
            ? ConsulteeColumn.NAME
            : ConsulteeColumn.CODE;
    String written = cells.text(by, 300);
    String body = written == null ? null : ENDED.matcher(written).replaceFirst("");
    if (cells.errors().isEmpty()) {
      cells.require(by);
    }
    ConsulteeData data =
        new ConsulteeData(
            letters(cells),
            cells.date(ConsulteeColumn.DUE_ON),
            cells.date(ConsulteeColumn.DOSSIER_RECEIVED_ON),
            new Contact(
                cells.text(ConsulteeColumn.CONTACT, 200),
                onOneLine(cells.text(ConsulteeColumn.PHONE, 100)),
                email(cells)));
    return new Line(row.sheet(), row.number(), cells.named(by), body, data, cells.errors());
  }

  private static String email(TableCells<ConsulteeColumn> cells) {
    return cells.text(ConsulteeColumn.EMAIL, 254) == null
        ? null
        : cells.value(
            ConsulteeColumn.EMAIL,
            email -> Optional.of(email).filter(EMAIL.asMatchPredicate()),
            FieldCode.INVALID_FORMAT,
            Text.EMAIL_EXAMPLE);
  }

  /** A line break separates two numbers. */
  private static String onOneLine(String phone) {
    return phone == null ? null : phone.replaceAll("\\s*\\n\\s*", "; ").replace('\t', ' ');
  }

  /** "1186/SKHĐT-TH", "số 1186/SKHĐT-TH ngày 17/5/2021; số 1190/SKHĐT-TH ngày 18/5/2021". */
  private static List<RequestLetter> letters(TableCells<ConsulteeColumn> cells) {
    String typed = cells.text(ConsulteeColumn.REQUEST_LETTER, 2_000);
    LocalDate date = cells.date(ConsulteeColumn.REQUEST_DATE);
    List<RequestLetter> letters = new ArrayList<>();
    for (String one : typed == null ? new String[0] : typed.split("[;\\n]+")) {
      LetterCitation cited = LetterCitation.of(one).orElse(null);
      if (cited == null) {
        continue;
      }
      if (Text.length(cited.number()) > 100 || letters.size() == 20) {
        cells.reject(ConsulteeColumn.REQUEST_LETTER, FieldCode.TOO_LONG, 100);
        return null;
      }
      if (!cited.number().matches(LetterNumber.FORM)) {
        cells.reject(
            ConsulteeColumn.REQUEST_LETTER, FieldCode.INVALID_FORMAT, LetterNumber.EXAMPLE);
        return null;
      }
      if (cited.isDated() && cited.date() == null) {
        cells.reject(
            ConsulteeColumn.REQUEST_LETTER, FieldCode.INVALID_DATE, Headings.shown(one.strip()));
        return null;
      }
      RequestLetter letter =
          new RequestLetter(cited.number(), cited.isDated() ? cited.date() : date);
      if (letters.stream().noneMatch(known -> known.key().equals(letter.key()))) {
        letters.add(letter);
      }
    }
    return letters;
  }

  /** Whether a row is no organization, such as a group heading or a note. */
  private static boolean isNote(Headings<ConsulteeColumn> headings, TableRow row) {
    Map<ConsulteeColumn, Integer> columns = headings.columns();
    Integer numbering = headings.numbering();
    Integer name = columns.get(ConsulteeColumn.NAME);
    boolean onlyName =
        columns.values().stream()
            .filter(index -> !index.equals(name))
            .allMatch(index -> row.cell(index).isEmpty());
    if (!onlyName || name == null || row.cell(name).isEmpty()) {
      return onlyName;
    }
    String text = row.cell(name).text();
    return (numbering != null && ROMAN.matcher(row.cell(numbering).text()).matches())
        || ROMAN_TITLE.matcher(text).matches()
        || NOTE.matcher(Text.fold(text)).matches();
  }

  /**
   * @param bodies names of organizations, for a drop-down list
   */
  static TableTemplate template(List<String> bodies) {
    return new TableTemplate(
        "Mẫu danh sách lấy ý kiến",
        List.of(
            "Mỗi dòng là một cơ quan được lấy ý kiến; nhiều dòng của một cơ quan là nhiều văn bản xin ý kiến. Ô trống giữ giá trị cũ.",
            "Nên nạp thử trước: không ghi gì, chỉ trả bảng kê từng dòng."),
        List.of(
            Field.of("Cơ quan", 44, "Tên (kể cả tên theo thời gian, tên gọi khác) hoặc mã cơ quan.")
                .needed()
                .oneOf(bodies),
            Field.of("Văn bản xin ý kiến", 26, "Số, ký hiệu, ví dụ 1186/SKHĐT-TH."),
            Field.date("Ngày văn bản", "Dạng 16/8/2021."),
            Field.date("Hạn trả lời", "Hạn riêng, dạng 20/9/2021; để trống: theo hạn của dự thảo."),
            Field.date("Ngày nhận hồ sơ", "Dạng 18/8/2021."),
            Field.of("Đầu mối", 28, "Người liên hệ."),
            Field.of("Điện thoại", 18, "Của người liên hệ."),
            Field.of("Email", 28, "Của người liên hệ.")));
  }

  /** The columns with the headings that are recognised. */
  enum ConsulteeColumn implements TableColumn {
    CODE("mã", "mã cơ quan", "code", "organization code"),
    NAME(
        "cơ quan",
        "cơ quan, đơn vị",
        "cơ quan, đơn vị, địa phương",
        "cơ quan được lấy ý kiến",
        "tên cơ quan",
        "đơn vị",
        "organization",
        "agency",
        "body"),
    REQUEST_LETTER(
        "văn bản xin ý kiến",
        "số văn bản xin ý kiến",
        "số văn bản",
        "số, ngày văn bản xin ý kiến",
        "văn bản",
        "request letter",
        "request letters"),
    REQUEST_DATE(
        "ngày văn bản",
        "ngày văn bản xin ý kiến",
        "request letter date",
        "request date",
        "letter date"),
    DUE_ON("hạn trả lời", "thời hạn trả lời", "hạn", "due on", "due date", "due"),
    DOSSIER_RECEIVED_ON(
        "ngày nhận hồ sơ", "nhận hồ sơ ngày", "dossier received on", "dossier received"),
    CONTACT("đầu mối", "đầu mối liên hệ", "người liên hệ", "contact", "contact name"),
    PHONE("điện thoại", "số điện thoại", "phone", "telephone", "contact phone"),
    EMAIL("email", "thư điện tử", "địa chỉ email", "contact email");

    private final List<String> headings;

    ConsulteeColumn(String... headings) {
      this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
      return headings;
    }
  }
}
