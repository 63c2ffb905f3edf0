package vn.sogopy.consultation.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/**
 * The projection of all reads of letters, and the condition of their visibility.
 *
 * @param openedOn of the draft
 * @param dissolvedOn of the organization
 * @param position of the organization in its group
 * @param replacedBy null = not replaced
 * @param leftOut number of files that were not stored, also if they are hidden from the caller
 */
record LetterRow(
    Letter letter,
    String plan,
    int draft,
    LocalDate openedOn,
    LocalDate dissolvedOn,
    String organization,
    int groupPosition,
    int position,
    UUID replacedBy,
    boolean late,
    long comments,
    long leftOut) {

  private static final String FROM =
      """
      from Letter l
      join Draft d on d.id = l.draftId
      join Plan p on p.id = l.planId
      join Organization o on o.id = l.organizationId
      join OrganizationGroup g on g.code = o.group
      left join Letter n on n.replacesId = l.id
      """
          + DueDate.HQL_JOIN
          + " where true";

  static String select(Caller caller) {
    return "select l, p.slug, d.number, d.openedOn, o.dissolvedOn, o.code, g.position, o.position, n.id, "
        + DueDate.HQL_LETTER_LATE
        + ", (select count(*) from Comment c where c.letterId = l.id and c.state."
        + Status.SQL_LIVE
        + (caller.seesRestricted() ? ")" : " and not c.restricted)")
        + ", (select count(*) from LeftOutFile f where f.letterId = l.id)";
  }

  /** The letters that the caller can see, by its plans and its organization. */
  static Hql visible(Caller caller) {
    return Hql.of(FROM).add(LetterRepository.visible(caller));
  }

  /**
   * @param today in Vietnam
   */
  LetterView view(LocalDate today) {
    return new LetterView(
        letter.id,
        plan,
        draft,
        organization,
        letter.number,
        LetterNumber.normalize(letter.number),
        letter.date,
        letter.arrivalNumber,
        letter.receivedOn,
        letter.claimed,
        letter.signer,
        letter.position,
        letter.channel,
        letter.classified ? LetterView.CLASSIFIED_SUBJECT : letter.subject,
        letter.occasion,
        letter.inReplyTo,
        letter.replacesId,
        replacedBy,
        letter.onBehalfOf == null ? null : List.of(letter.onBehalfOf),
        letter.withdrawnAt,
        letter.classified,
        letter.externalId,
        late,
        (int) comments,
        warnings(today),
        List.of(),
        null,
        letter.createdAt,
        letter.updatedAt,
        letter.version);
  }

  private List<Warning> warnings(LocalDate today) {
    List<Warning> found = warnings(letter.date, letter.receivedOn, openedOn, today);
    if (dissolvedOn != null && !letter.date.isBefore(dissolvedOn)) {
      found.add(Warning.of("/date", WarningCode.DATE_AFTER_END, letter.date, dissolvedOn));
    }
    return found;
  }

  /**
   * The warnings on inconsistent dates.
   *
   * @param receivedOn null = unknown
   * @param openedOn the day on which the draft opened; null = unknown
   * @param today in Vietnam
   */
  static List<Warning> warnings(
      LocalDate date, LocalDate receivedOn, LocalDate openedOn, LocalDate today) {
    List<Warning> found = new ArrayList<>();
    if (date.isAfter(today)) {
      found.add(Warning.of("/date", WarningCode.DATE_IN_FUTURE, date, today));
    }
    if (openedOn != null && date.isBefore(openedOn)) {
      found.add(Warning.of("/date", WarningCode.DATE_BEFORE_DRAFT, date, openedOn));
    }
    if (receivedOn != null && date.isAfter(receivedOn)) {
      found.add(Warning.of("/date", WarningCode.DATE_AFTER_RECEIPT, date, receivedOn));
    }
    if (receivedOn != null && receivedOn.isAfter(today)) {
      found.add(Warning.of("/receivedOn", WarningCode.RECEIPT_IN_FUTURE, receivedOn, today));
    }
    return found;
  }
}
