package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/** Ties an answer to the letter by which the body was asked. */
@ApplicationScoped
class RequestLetters {
  @Inject DataSource source;

  /**
   * @param date null = not noted
   */
  private record Asked(String number, LocalDate date) {
    boolean is(EdxmlHeader.ResponseFor answered) {
      boolean year =
          date == null || answered.date() == null || date.getYear() == answered.date().getYear();
      return year && LetterNumber.key(number).equals(LetterNumber.key(answered.code()));
    }
  }

  /**
   * The number of the letter that the message answers, as the message has it: that of ours where
   * one is among them, else the first. null = it answers none.
   *
   * @param warnings gets one where none of them is ours
   */
  String answered(DraftRef draft, String organization, EdxmlHeader header, List<Warning> warnings) {
    List<EdxmlHeader.ResponseFor> named =
        header.responseFor().stream().filter(one -> one.code() != null).toList();
    if (header.responseFor().isEmpty()) {
      return null;
    }
    List<Asked> asked = asked(draft, organization);
    return named.stream()
        .filter(one -> asked.stream().anyMatch(letter -> letter.is(one)))
        .findFirst()
        .map(EdxmlHeader.ResponseFor::code)
        .orElseGet(
            () -> {
              warnings.add(Warning.of("/inReplyTo", WarningCode.REQUEST_LETTER_UNKNOWN));
              return named.isEmpty() ? null : named.get(0).code();
            });
  }

  private List<Asked> asked(DraftRef draft, String organization) {
    return Sql.of("select x ->> 'number' as number, (x ->> 'date')::date as day")
        .add("from consultee k join organization o on o.id = k.organization_id,")
        .add("jsonb_array_elements(k.request_letters) x")
        .add("where k.draft_id = ? and o.code = ?", draft.id(), organization)
        .list(source, row -> new Asked(row.getString("number"), Row.date(row, "day")));
  }
}
