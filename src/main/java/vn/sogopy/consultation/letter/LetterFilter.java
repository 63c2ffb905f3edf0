package vn.sogopy.consultation.letter;

import java.util.List;
import java.util.regex.Pattern;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.sql.Sql;

/** A filter of letters; null or empty = any. */
record LetterFilter(
    String organization,
    String group,
    List<Position> position,
    List<Channel> channel,
    Boolean late,
    Boolean withdrawn,
    String arrivalNumber,
    String number,
    String q) {

  private static final String WORDS =
      "concat_ws(' ', l.number, l.subject, l.arrival_number, ltrim(l.arrival_number, '0'))";

  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\S)0+(?=[0-9])");

  void addTo(Sql where) {
    if (organization != null) {
      where.add("and o.code = ?", organization);
    }
    if (group != null) {
      where.add("and o.group_code = ?", group);
    }
    if (!position.isEmpty()) {
      where.add("and l.position = any(?)", (Object) names(position));
    }
    if (!channel.isEmpty()) {
      where.add("and l.channel = any(?)", (Object) names(channel));
    }
    if (late != null) {
      where.add("and " + DueDate.LETTER_LATE + " = ?", late);
    }
    if (withdrawn != null) {
      where.add("and (l.withdrawn_at is not null) = ?", withdrawn);
    }
    if (arrivalNumber != null) {
      where.add("and ltrim(l.arrival_number, '0') = ltrim(?, '0')", arrivalNumber);
    }
    if (number != null) {
      where.add("and l.number_key = ?", LetterNumber.key(number));
    }
    if (q != null) {
      // A draft has some hundreds of letters, so this needs no index.
      where.add(
          "and to_tsvector('simple', search_text("
              + WORDS
              + ")) @@ (plainto_tsquery('simple', search_text(?)) || plainto_tsquery('simple', search_text(?)))",
          q,
          LEADING_ZEROS.matcher(q).replaceAll(""));
    }
  }

  private static String[] names(List<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).toArray(String[]::new);
  }
}
