package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.sogopy.consultation.consultee.ConsulteeStore;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;

/** Ties an answer to the letter by which the body was asked. */
@ApplicationScoped
class RequestLetters {
  @Inject ConsulteeStore consultees;

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
    return consultees.requestLetters(draft, organization).stream()
        .map(letter -> new Asked(letter.number(), letter.date()))
        .toList();
  }
}
