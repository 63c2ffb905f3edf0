package vn.sogopy.consultation.letter;

import java.util.List;
import java.util.regex.Pattern;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.sql.Hql;

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

  /** Needs no index, since a round has some hundreds of letters. */
  private static final String MATCHES =
      """
      and cast(sql('to_tsvector(''simple'', search_text(concat_ws('' '', ?, ?, ?, ltrim(?, ''0''))))
          @@ (plainto_tsquery(''simple'', search_text(?)) || plainto_tsquery(''simple'', search_text(?)))',
        l.number, l.subject, l.arrivalNumber, l.arrivalNumber, ?, ?) as Boolean) = true""";

  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\S)0+(?=[0-9])");

  void addTo(Hql from) {
    if (organization != null) {
      from.add("and o.code = ?", organization);
    }
    if (group != null) {
      from.add("and o.group = ?", group);
    }
    if (!position.isEmpty()) {
      from.add("and l.position in ?", position);
    }
    if (!channel.isEmpty()) {
      from.add("and l.channel in ?", channel);
    }
    if (late != null) {
      from.add("and " + DueDate.HQL_LETTER_LATE + " = ?", late);
    }
    if (withdrawn != null) {
      from.add(withdrawn ? "and l.withdrawnAt is not null" : "and l.withdrawnAt is null");
    }
    if (arrivalNumber != null) {
      from.add(
          "and trim(leading '0' from l.arrivalNumber) = trim(leading '0' from ?)", arrivalNumber);
    }
    if (number != null) {
      from.add("and l.numberKey = ?", LetterNumber.key(number));
    }
    if (q != null) {
      from.add(MATCHES, q, LEADING_ZEROS.matcher(q).replaceAll(""));
    }
  }
}
