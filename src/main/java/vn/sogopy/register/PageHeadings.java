package vn.sogopy.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/** The texts that all printed formats of the register share; docs/domain.md section 6. */
public final class PageHeadings {
  public static final String REPORT = "BÁO CÁO";

  /** Space for handwriting. */
  private static final String BLANK = "      ";

  /** Maximum length of a comment that the report prints in full, in code points. */
  private static final int BRIEF = 900;

  private PageHeadings() {}

  /** "Số: 126/BC-SKHĐT"; blank until the number is given. */
  public static String numberLine(Register register, Seal seal) {
    return isIssued(seal)
        ? "Số: " + number(register, seal)
        : "Số:" + BLANK + number(register, seal);
  }

  /** "Bắc Kạn, ngày 05 tháng 10 năm 2021"; blanks until the date is given. */
  public static String placeAndDate(Register register, Seal seal) {
    String place = register.letterhead().place();
    return (place == null ? "" : place + ", ") + date(register, seal);
  }

  /** "(Kèm theo Báo cáo số 126/BC-SKHĐT ngày 05 tháng 10 năm 2021 của Sở Kế hoạch và Đầu tư)". */
  public static String attachedTo(Register register, Seal seal) {
    String issuer = register.letterhead().issuerName();
    return "(Kèm theo Báo cáo số"
        + (isIssued(seal) ? " " : BLANK)
        + number(register, seal)
        + " "
        + date(register, seal)
        + (issuer == null ? "" : " của " + issuer)
        + ")";
  }

  /** "Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn"; null if the letterhead has no addressee. */
  public static String addressee(Register register) {
    String addressee = register.letterhead().addressee();
    return addressee == null ? null : "Kính gửi: " + addressee;
  }

  /** "Trích: Sở Xây dựng": the filters of an extract; null for the whole register. */
  public static String extract(Register register) {
    return register.extract() == null ? null : "Trích: " + String.join("; ", register.extract());
  }

  /** The last line: the seal, or the time of an unsealed print. */
  public static String last(Register register, Seal seal) {
    return seal == null ? provenance(register) : seal.line();
  }

  /** The printed annexes: an extract for one organization has only annex I. */
  public static List<Annex> annexes(Register register) {
    return register.report() == null ? List.of(Annex.COMMENTS) : register.document().annexes();
  }

  /** The marks of every page: for sample data, and for an unsealed register. */
  public static List<String> marks(Register register, Seal seal) {
    return Stream.of(register.mark(), seal == null ? draftMark(register) : null)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The mark of an unsealed register: "DỰ THẢO (10 giờ 05 ngày 25/11/2026)". */
  public static String draftMark(Register register) {
    return "DỰ THẢO (" + VietnamTime.clock(register.generatedAt()) + ")";
  }

  /** The time and state of an unsealed register. */
  public static String provenance(Register register) {
    return "Tài liệu kết xuất từ Sổ Góp Ý lúc "
        + VietnamTime.clock(register.generatedAt())
        + "; tình trạng dự thảo: "
        + register.draftStatus();
  }

  /**
   * "Bản này không bao gồm 04 ý kiến thuộc diện hạn chế tiếp cận"; null if no comment is left out,
   * and in the public form.
   */
  public static String leftOut(Register register) {
    return register.restrictedLeftOut() == 0 || register.publicForm()
        ? null
        : leftOut(register.restrictedLeftOut());
  }

  static String leftOut(int comments) {
    return "Bản này không bao gồm "
        + Numbers.prose(comments)
        + " ý kiến thuộc diện hạn chế tiếp cận";
  }

  /**
   * A table of the report for the leaders.
   *
   * @param rows the first cell is the number of the comment in annex I
   */
  public record LeaderTable(
      String title, String text, List<Column> columns, List<List<String>> rows) {}

  /** The open points and, if there are any, the points that have a direction. */
  public static List<LeaderTable> leaderTables(Register register) {
    Register.Report report = register.report();
    List<LeaderTable> tables = new ArrayList<>();
    tables.add(
        new LeaderTable(
            report.differencesTitle(),
            report.differencesText(),
            Annex.DIFFERING,
            points(
                register,
                row -> !row.differences().isEmpty(),
                row -> List.of(String.join("\n", row.differences())))));
    if (report.directedTitle() != null) {
      tables.add(
          new LeaderTable(
              report.directedTitle(),
              report.directedText(),
              Annex.DIRECTED,
              points(
                  register,
                  row -> row.directed() != null,
                  row -> List.of(row.directed().text(), row.directed().source()))));
    }
    return tables;
  }

  /** The first columns of both tables, in the order of annex I, and further ones. */
  private static List<List<String>> points(
      Register register,
      Predicate<Register.Row> which,
      Function<Register.Row, List<String>> further) {
    List<List<String>> rows = new ArrayList<>();
    for (Register.Voice voice : register.voices()) {
      Register.Row row = voice.row();
      if (which.test(row)) {
        List<String> cells = new ArrayList<>();
        cells.add(row.index());
        cells.add(voice.body());
        cells.add(brief(register, row));
        cells.add(
            row.answer() == null ? row.resultLabel() : row.resultLabel() + "\n" + row.answer());
        cells.addAll(further.apply(row));
        rows.add(cells);
      }
    }
    return rows;
  }

  /**
   * The text of an open point. Leaders read the report and not the annex: a long text is cut
   * between words and followed by a reference to the full text.
   */
  static String brief(Register register, Register.Row row) {
    String said = row.fullContent();
    if (said.codePointCount(0, said.length()) <= BRIEF) {
      return said;
    }
    int end = said.offsetByCodePoints(0, BRIEF);
    int space = Math.max(said.lastIndexOf(' ', end), said.lastIndexOf('\n', end));
    return said.substring(0, space > end / 2 ? space : end)
        + " … (toàn văn: điểm "
        + row.index()
        + ", "
        + register.document().number(Annex.COMMENTS)
        + ")";
  }

  /** The organizations that share one answer, a line for each comment: "Sở Xây dựng (1.1)". */
  public static String bodies(Topics.Shared shared) {
    return shared.voices().stream().map(PageHeadings::body).collect(Collectors.joining("\n"));
  }

  /** Their comments: one text if all are the same, else one after the name of each organization. */
  public static String contents(Topics.Shared shared) {
    List<String> said = shared.voices().stream().map(voice -> voice.row().fullContent()).toList();
    if (said.stream().distinct().count() == 1) {
      return said.get(0);
    }
    return shared.voices().stream()
        .map(voice -> body(voice) + ": " + voice.row().fullContent())
        .collect(Collectors.joining("\n"));
  }

  /** The result, and the shared answer if there is one. */
  public static String answer(Topics.Shared shared) {
    return shared.answer().isEmpty()
        ? shared.resultLabel()
        : shared.resultLabel() + "\n" + shared.answer();
  }

  private static String body(Register.Voice voice) {
    return voice.body() + " (" + voice.row().index() + ")";
  }

  private static boolean isIssued(Seal seal) {
    return seal != null && seal.reportNumber() != null;
  }

  private static String number(Register register, Seal seal) {
    String given = isIssued(seal) ? seal.reportNumber() : "";
    if (given.contains("/")) {
      return given;
    }
    String abbreviation = register.letterhead().abbreviation();
    return given + "/BC" + (abbreviation == null ? "" : "-" + abbreviation);
  }

  private static String date(Register register, Seal seal) {
    return seal != null && seal.reportDate() != null
        ? VietnamTime.longDate(seal.reportDate())
        : "ngày"
            + BLANK
            + "tháng"
            + BLANK
            + "năm "
            + VietnamTime.dayOf(register.generatedAt()).getYear();
  }
}
