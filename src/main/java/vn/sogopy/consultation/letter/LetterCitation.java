package vn.sogopy.consultation.letter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.imports.Cell;
import vn.sogopy.platform.text.Text;

/**
 * A citation of a letter in a text: "1186/SKHĐT-TH", "số 1186/SKHĐT-TH ngày 17/5/2021", "Công văn
 * số 12/SKHĐT-TH ngày 05 tháng 8 năm 2026".
 *
 * @param isDated whether the citation has a date
 * @param date null without a date, and for an invalid date
 */
public record LetterCitation(String number, boolean isDated, LocalDate date) {
  /** Characters. The patterns are quadratic, and a cell may have a million characters. */
  private static final int MAX = 500;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern CITED =
      Pattern.compile("(?:(?:Công văn|Văn bản|số)\\s+)*(.+?)(?:,?\\s+(ngày)(?:\\s+(.*))?)?", FLAGS);

  /** "1343/SYT-KH, 25/8/2021", "1343/SYT-KH (25/8/2021)", also on two lines of one cell. */
  private static final Pattern SHORT =
      Pattern.compile("(.*[^,(\\s])[,(\\s]+([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})\\)?$");

  /** Empty if the text cites no letter. A text that is too long is a number that is too long. */
  public static Optional<LetterCitation> of(String text) {
    String line = Text.trim(text).replaceAll("[\\t\\n]+", " ");
    if (line.length() > MAX) {
      return Optional.of(new LetterCitation(line, false, null));
    }
    Matcher cited =
        CITED.matcher(
            line.matches("(?iu).*\\sngày(\\s.*)?")
                ? line
                : SHORT.matcher(line).replaceFirst("$1 ngày $2"));
    if (line.isEmpty() || !cited.matches()) {
      return Optional.empty();
    }
    boolean dated = cited.group(2) != null;
    return Optional.of(
        new LetterCitation(cited.group(1), dated, dated ? day(cited.group(3)) : null));
  }

  private static LocalDate day(String text) {
    String day = text == null ? "" : text.replaceFirst("[.,]$", "");
    try {
      return new Cell(day, null, false).date();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
