package vn.sogopy.platform.http.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.platform.text.Text;
import vn.sogopy.platform.text.VietnamTime;

/**
 * One cell of an input table.
 *
 * @param text the visible text, without blanks and invisible characters at its ends; a number
 *     without exponent
 * @param number set if a spreadsheet holds a number, which may be a date
 * @param from1904 whether the workbook counts its days from 1904 (old Macintosh files)
 */
public record Cell(String text, BigDecimal number, boolean from1904) {
  public static final Cell EMPTY = new Cell("", null, false);

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** Date formats of offices; a time of day after the date is ignored. */
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("[d/M/uuuu][d-M-uuuu][d.M.uuuu][uuuu-M-d]")
          .withResolverStyle(ResolverStyle.STRICT);

  /** "Bắc Kạn, ngày 07 tháng 9 năm 2021", folded. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?:[^0-9,]{1,50}, ?)?ngay )?([0-9]{1,2}) thang ([0-9]{1,2}),? nam ([0-9]{4})[.]?");

  static Cell of(String text) {
    return new Cell(Text.trim(CsvWriter.original(Text.trim(text))), null, false);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * The cell as a date of the years 1900 to 2200.
   *
   * @throws DateTimeException if it is no date
   */
  public LocalDate date() {
    LocalDate date = number == null ? parse(text) : ofSerial();
    if (!VietnamTime.isYear(date.getYear())) {
      throw new DateTimeException("year out of range");
    }
    return date;
  }

  private LocalDate ofSerial() {
    try {
      long days = number.longValue();
      return (from1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays(days);
    } catch (ArithmeticException e) {
      throw new DateTimeException("not a day", e);
    }
  }

  private static LocalDate parse(String text) {
    String folded = Text.foldName(text);
    Matcher words = WORDS.matcher(folded);
    if (words.matches()) {
      return LocalDate.parse(words.replaceFirst("$1/$2/$3"), FORM);
    }
    String day =
        folded
            .replaceFirst("^ngay ", "")
            .replaceFirst("[t ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?z?$", "");
    return LocalDate.parse(day, FORM);
  }
}
