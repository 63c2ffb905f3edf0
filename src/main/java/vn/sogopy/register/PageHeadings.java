package vn.sogopy.register;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import vn.sogopy.platform.text.VietnamTime;

/** The lines around the tables, as every printed format sets them; docs/domain.md section 6. */
public final class PageHeadings {
  public static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  public static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
  public static final String REPORT = "BÁO CÁO";
  public static final String EXTRACT = "(Trích)";
  public static final String COPIES = "Nơi nhận:";

  /** Room for the pen of the clerks. */
  private static final String BLANK = "      ";

  /** Code points of a comment that the report in front prints whole. */
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

  /** "Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn"; null if the letterhead names none. */
  public static String addressee(Register register) {
    String addressee = register.letterhead().addressee();
    return addressee == null ? null : "Kính gửi: " + addressee;
  }

  /** The filters of an extract in one line below "(Trích)"; null for the whole. */
  public static String filters(Register register) {
    return register.extract() == null ? null : "(" + String.join("; ", register.extract()) + ")";
  }

  /** What stands once, at the very end: the seal, or where an unsealed print comes from. */
  public static String last(Register register, Seal seal) {
    return seal == null ? register.provenance() : seal.line();
  }

  /** What is printed: an extract for one body is annex I alone. */
  public static List<Annex> annexes(Register register) {
    return register.report() == null ? List.of(Annex.COMMENTS) : register.document().annexes();
  }

  /**
   * What the commenter says of an open point. Leaders read the report, not the annex: a long text
   * is cut between words, and says where the whole stands.
   */
  public static String brief(Register register, Register.Row row) {
    String said = row.said();
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

  /** What the drafter says of an open point: the result, and the answer if there is one. */
  public static String answer(Register.Row row) {
    return row.answer() == null ? row.resultLabel() : row.resultLabel() + "\n" + row.answer();
  }

  /** Why the leaders are asked, and what they have directed if they have. */
  public static String reasons(Register.Row row) {
    StringJoiner reasons = new StringJoiner("\n");
    row.differences().forEach(reasons::add);
    if (row.direction() != null) {
      reasons.add(row.direction());
    }
    return reasons.toString();
  }

  /** A comment in the columns of annex I by agency; null is an empty cell. */
  public static String[] cells(Register register, Register.Row row) {
    return register.document().answers()
        ? new String[] {
          row.index(),
          row.letter(),
          row.place(),
          row.said(),
          row.resultLabel(),
          row.answered(),
          row.note()
        }
        : new String[] {row.index(), row.letter(), row.place(), row.said(), row.note()};
  }

  /** The same for a body that has no comments, but something to say. */
  public static String[] cells(Register register, Register.Body body) {
    return register.document().answers()
        ? new String[] {null, null, null, body.statement(), null, null, null}
        : new String[] {null, null, null, body.statement(), null};
  }

  /** "Sở Xây dựng (1.1)", a line a comment: those who share one answer. */
  public static String bodies(Register.Shared shared) {
    return shared.voices().stream().map(PageHeadings::body).collect(Collectors.joining("\n"));
  }

  /** Said once if all say the same; else each under its body. */
  public static String said(Register.Shared shared) {
    List<String> said = shared.voices().stream().map(voice -> voice.row().said()).toList();
    if (said.stream().distinct().count() == 1) {
      return said.get(0);
    }
    return shared.voices().stream()
        .map(voice -> body(voice) + ": " + voice.row().said())
        .collect(Collectors.joining("\n"));
  }

  /** The result, and the shared answer if there is one. */
  public static String answered(Register.Shared shared) {
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
