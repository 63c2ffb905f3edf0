package vn.sogopy.interchange.wordletter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sogopy.consultation.letter.LetterCitation;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped.Reason;

/**
 * What the head of a letter says, for review by a clerk; Nghị định 30/2020/NĐ-CP, annex I.
 *
 * @param lines of the head, in their order; one of them names the sender
 * @param citation number and date; null = no number
 * @param subject null = none
 */
public record ProposedHead(List<String> lines, LetterCitation citation, String subject) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern NUMBER = Pattern.compile("số\\s*:?\\s*(\\S*/\\S+)", FLAGS);
  private static final Pattern DATE =
      Pattern.compile(".*ngày\\s+([0-9]{1,2}\\s+tháng\\s+[0-9]{1,2}\\s+năm\\s+[0-9]{4}).*", FLAGS);
  private static final Pattern SUBJECT = Pattern.compile("v/v\\s*:?\\s*(.+)", FLAGS);

  static ProposedHead of(ProposedParts parts) {
    List<String> lines =
        parts.skipped().stream()
            .filter(text -> text.reason() == Reason.LETTERHEAD)
            .flatMap(text -> Stream.of(text.text().split("\\n")))
            .map(String::strip)
            .toList();
    Optional<String> date = first(DATE, lines);
    LetterCitation citation =
        first(NUMBER, lines)
            .flatMap(
                number ->
                    LetterCitation.of(date.map(day -> number + " ngày " + day).orElse(number)))
            .orElse(null);
    return new ProposedHead(lines, citation, first(SUBJECT, lines).orElse(null));
  }

  private static Optional<String> first(Pattern pattern, List<String> lines) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }
}
