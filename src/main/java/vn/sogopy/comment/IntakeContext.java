package vn.sogopy.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.Section;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/**
 * Everything that taking in one comment must know, asked in one statement; ids are null where
 * nothing was found.
 */
record IntakeContext(
    DraftStatus status,
    LocalDate dueOn,
    UUID organizationId,
    UUID sectionId,
    String defaultAssignee,
    UUID letterId,
    LocalDate letterReceivedOn,
    UUID sameExternalId,
    byte[] sameExternalDigest,
    long receiptNumber) {

  /**
   * The draft's row is held FOR SHARE: it cannot close before this transaction ends. The receipt
   * number may be wasted, if the comment is refused: gaps are allowed.
   */
  static IntakeContext read(DataSource source, DraftRef draft, CommentInput input, String client) {
    CommentInput.Letter letter = input.letter();
    return Sql.of(
            """
            select d.status, d.due_on, o.id as organization_id, s.id as section_id,
              s.default_assignee,
              l.id as letter_id, l.received_on, e.id as same_id, e.sent_digest,
              nextval('receipt_number') as receipt_number
            from draft d
            left join organization o on o.code = ?
            left join section s on s.draft_id = d.id and s.code_key = ?
            left join letter l on l.draft_id = d.id and l.organization_id = o.id
              and l.number_key = ? and l.letter_year = ?
            left join comment e on e.plan_id = d.plan_id and e.client = ? and e.external_id = ?
            where d.id = ?
            for share of d""",
            input.organization(),
            input.section() == null ? null : Section.key(input.section()),
            letter == null ? null : LetterNumber.key(letter.number()),
            letter == null ? null : letter.date().getYear(),
            client,
            input.externalId(),
            draft.id())
        .first(source, IntakeContext::of)
        .orElseThrow(vn.sogopy.http.ProblemException::notFound);
  }

  private static IntakeContext of(ResultSet row) throws SQLException {
    return new IntakeContext(
        Row.constant(row, "status", DraftStatus.class),
        Row.date(row, "due_on"),
        Row.uuid(row, "organization_id"),
        Row.uuid(row, "section_id"),
        row.getString("default_assignee"),
        Row.uuid(row, "letter_id"),
        Row.date(row, "received_on"),
        Row.uuid(row, "same_id"),
        row.getBytes("sent_digest"),
        row.getLong("receipt_number"));
  }
}
