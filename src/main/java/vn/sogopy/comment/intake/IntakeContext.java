package vn.sogopy.comment.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Rows;
import vn.sogopy.platform.sql.Sql;

/**
 * Everything that taking in a comment must know, asked in one statement for all that come together;
 * null where nothing was found.
 */
record IntakeContext(
    DraftStatus status,
    UUID organizationId,
    UUID sectionId,
    String defaultAssignee,
    LetterRef letter,
    UUID sameExternalId,
    byte[] sameExternalDigest,
    long receiptNumber) {

  /**
   * The draft's row and the letters' are held FOR SHARE: a draft cannot close, and a letter cannot
   * change, before this transaction ends. Receipt numbers may be wasted, if a comment is refused:
   * gaps are allowed.
   *
   * @param findLetters false where the letter they come in is known to the caller
   * @return one for each comment, in their order
   */
  static List<IntakeContext> read(
      DataSource source,
      DraftRef draft,
      List<CommentInput> inputs,
      String client,
      boolean findLetters) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    List<IntakeContext> rows =
        Sql.of("select d.status, o.id as organization_id,")
            .add("s.id as section_id, s.default_assignee, l.*, e.id as same_id, e.sent_digest,")
            .add("nextval('receipt_number') as receipt_number")
            .add(named(client, findLetters).from(inputs))
            .add("join draft d on d.id = ?", draft.id())
            .add("left join organization o on o.code = i.organization")
            .add("left join section s on s.draft_id = d.id and s.code_key = i.section_key")
            .add("left join lateral (select " + LetterRef.COLUMNS + " from letter l")
            .add("where l.draft_id = d.id and l.organization_id = o.id")
            .add("and l.number_key = i.number_key and l.letter_year = i.letter_year")
            .add("order by l.withdrawn_at desc nulls first limit 1 for share) l on true")
            // One by one: joined, the planner may walk all that this client has ever sent.
            .add("left join lateral (select e.id, e.sent_digest from comment e")
            .add("where e.plan_id = d.plan_id and e.client = i.client")
            .add("and e.external_id = i.external_id offset 0) e on true")
            .add("order by i.n for share of d")
            .list(source, IntakeContext::of);
    if (rows.isEmpty()) {
      throw vn.sogopy.platform.http.problem.ProblemException.notFound();
    }
    return rows;
  }

  /** What the comments name. */
  private static Rows<CommentInput> named(String client, boolean findLetters) {
    Function<CommentInput, CommentInput.Letter> letter =
        input -> findLetters ? input.letter() : null;
    return new Rows<CommentInput>()
        .with("organization", "text", CommentInput::organization)
        .with("section_key", "text", i -> i.section() == null ? null : Section.key(i.section()))
        .with("number_key", "text", i -> key(letter.apply(i)))
        .with("letter_year", "int", i -> year(letter.apply(i)))
        .with("external_id", "text", CommentInput::externalId)
        .with("client", "text", i -> client);
  }

  private static String key(CommentInput.Letter letter) {
    return letter == null ? null : LetterNumber.key(letter.number());
  }

  private static String year(CommentInput.Letter letter) {
    return letter == null ? null : String.valueOf(letter.date().getYear());
  }

  private static IntakeContext of(ResultSet row) throws SQLException {
    return new IntakeContext(
        Row.constant(row, "status", DraftStatus.class),
        Row.uuid(row, "organization_id"),
        Row.uuid(row, "section_id"),
        row.getString("default_assignee"),
        LetterRef.of(row),
        Row.uuid(row, "same_id"),
        row.getBytes("sent_digest"),
        row.getLong("receipt_number"));
  }
}
