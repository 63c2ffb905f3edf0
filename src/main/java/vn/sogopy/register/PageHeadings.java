package vn.sogopy.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.text.VietnamTime;

/** The texts that all printed formats of the register share; docs/domain.md section 6. */
public final class PageHeadings {
  public static final String REPORT = "BÁO CÁO";
  public static final String EXTRACT = "(Trích)";

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

  /** "(Kèm theo Báo cáo số 126/BC-SKHĐT ngày 05 tháng 10 năm 2021)". */
  public static String attachedTo(Register register, Seal seal) {
    return "(Kèm theo Báo cáo số"
        + (isIssued(seal) ? " " : BLANK)
        + number(register, seal)
        + " "
        + date(register, seal)
        + ")";
  }

  /** "Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn"; null if the letterhead has no addressee. */
  public static String addressee(Register register) {
    String addressee = register.letterhead().addressee();
    return addressee == null ? null : "Kính gửi: " + addressee;
  }

  /** The filters of an extract in one line below "(Trích)"; null for the whole register. */
  public static String filters(Register register) {
    return register.extract() == null ? null : "(" + String.join("; ", register.extract()) + ")";
  }

  /** The last line: the seal, or author and time of an unsealed print. */
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

  /** The author, time and state of an unsealed register. */
  public static String provenance(Register register) {
    int leftOut = register.restrictedLeftOut();
    return register.generatedBy()
        + " xuất lúc "
        + VietnamTime.clock(register.generatedAt())
        + "; tình trạng dự thảo: "
        + register.draftStatus()
        + (leftOut == 0 ? "" : "; không in " + leftOut + " ý kiến hạn chế người xem");
  }

  /** The open points: comments that need a decision of the leaders, in the order of annex I. */
  public static List<Register.Voice> open(Register register) {
    return register.voices().stream()
        .filter(voice -> !voice.row().differences().isEmpty())
        .toList();
  }

  /** The rows of the open points, with the columns of {@link Annex#DIFFERING}. */
  public static List<List<String>> differing(Register register) {
    List<List<String>> rows = new ArrayList<>();
    for (Register.Voice voice : open(register)) {
      Register.Row row = voice.row();
      StringJoiner reasons = new StringJoiner("\n");
      row.differences().forEach(reasons::add);
      if (row.direction() != null) {
        reasons.add(row.direction());
      }
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              voice.body(),
              brief(register, row),
              row.answer() == null ? row.resultLabel() : row.resultLabel() + "\n" + row.answer(),
              reasons.toString()));
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
