package vn.sogopy.consultation.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/**
 * Data for the intake of a letter, read with one statement; null = not found.
 *
 * @param replaced the letter to be replaced, if it belongs to this organization and draft
 */
record LetterContext(
    DraftStatus status,
    UUID organizationId,
    UUID sameExternalId,
    byte[] sameExternalDigest,
    UUID replaced) {

  /** Locks the row of the draft FOR SHARE, so that the draft cannot close before the commit. */
  static LetterContext read(
      DataSource source, DraftRef draft, LetterRequest request, String client) {
    return Sql.of("select d.status, o.id as organization_id,")
        .add("e.id as same_id, e.sent_digest, r.id as replaced_id")
        .add("from draft d left join organization o on o.code = ?", request.organization())
        .add("left join letter e on e.plan_id = d.plan_id and e.client = ?", client)
        .add("and e.external_id = ?", request.externalId())
        .add("left join letter r on r.id = ?", request.replaces())
        .add("and r.draft_id = d.id and r.organization_id = o.id")
        .add("where d.id = ? for share of d", draft.id())
        .first(source, LetterContext::of)
        .orElseThrow(ProblemException::notFound);
  }

  private static LetterContext of(ResultSet row) throws SQLException {
    return new LetterContext(
        Row.constant(row, "status", DraftStatus.class),
        Row.uuid(row, "organization_id"),
        Row.uuid(row, "same_id"),
        row.getBytes("sent_digest"),
        Row.uuid(row, "replaced_id"));
  }
}
