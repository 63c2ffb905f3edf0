package vn.sogopy.comment.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Rows;
import vn.sogopy.platform.sql.Sql;

/** Comments of one intake, each with its references. */
public final class IntakeBatch {
  final DraftRef draft;
  final List<CommentInput> inputs;
  final List<Context> contexts;

  /** Ids of the additional sections of each comment; set by the check. */
  List<List<UUID>> also;

  private IntakeBatch(DraftRef draft, List<CommentInput> inputs, List<Context> contexts) {
    this.draft = draft;
    this.inputs = inputs;
    this.contexts = contexts;
  }

  /** The references of a comment; null = not found. */
  record Context(
      DraftStatus status,
      UUID organizationId,
      UUID sectionId,
      String defaultAssignee,
      LetterRef letter,
      UUID sameExternalId,
      byte[] sameExternalDigest,
      long receiptNumber) {

    private static Context of(ResultSet row) throws SQLException {
      return new Context(
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

  /**
   * Looks up the references of the comments in one statement. The rows of the draft and of the
   * letters are locked FOR SHARE: the draft does not close and the letters do not change before the
   * end of the transaction. A refused comment leaves a gap in the receipt numbers.
   *
   * @param findLetters false if the caller has already found the letter
   */
  static IntakeBatch read(
      DataSource source,
      DraftRef draft,
      List<CommentInput> inputs,
      String client,
      boolean findLetters) {
    List<Context> contexts =
        inputs.isEmpty() ? List.of() : contexts(source, draft, inputs, client, findLetters);
    if (contexts.isEmpty() && !inputs.isEmpty()) {
      throw ProblemException.notFound();
    }
    return new IntakeBatch(draft, inputs, contexts);
  }

  // OFFSET 0 forces one index look-up of an externalId for each row. A join might read all comments
  // of the client.
  private static List<Context> contexts(
      DataSource source,
      DraftRef draft,
      List<CommentInput> inputs,
      String client,
      boolean findLetters) {
    return Sql.of(
            """
            select d.status, o.id as organization_id, s.id as section_id, s.default_assignee, l.*,
              e.id as same_id, e.sent_digest, nextval('receipt_number') as receipt_number""")
        .add(named(client, findLetters).from(inputs))
        .add(
            """
            join draft d on d.id = ?
            left join organization o on o.code = i.organization
            left join section s on s.draft_id = d.id and s.code_key = i.section_key
            left join lateral (
              select %s from letter l
              where l.draft_id = d.id and l.organization_id = o.id
                and l.number_key = i.number_key and l.letter_year = i.letter_year
              order by l.withdrawn_at desc nulls first limit 1 for share) l on true
            left join lateral (
              select e.id, e.sent_digest from comment e
              where e.plan_id = d.plan_id and e.client = i.client and e.external_id = i.external_id
              offset 0) e on true
            order by i.n for share of d"""
                .formatted(LetterRef.COLUMNS),
            draft.id())
        .list(source, Context::of);
  }

  private static Rows<CommentInput> named(String client, boolean findLetters) {
    return new Rows<CommentInput>()
        .with("organization", "text", CommentInput::organization)
        .with("section_key", "text", i -> i.section() == null ? null : Section.key(i.section()))
        .with("number_key", "text", i -> findLetters ? numberKey(i.letter()) : null)
        .with("letter_year", "int", i -> findLetters ? year(i.letter()) : null)
        .with("external_id", "text", CommentInput::externalId)
        .with("client", "text", i -> client);
  }

  static String numberKey(CommentInput.Letter letter) {
    return letter == null ? null : LetterNumber.key(letter.number());
  }

  static Integer year(CommentInput.Letter letter) {
    return letter == null ? null : letter.date().getYear();
  }

  /** The comments of these indexes, in the given order. */
  IntakeBatch only(List<Integer> indexes) {
    IntakeBatch some =
        new IntakeBatch(
            draft,
            indexes.stream().map(inputs::get).toList(),
            indexes.stream().map(contexts::get).toList());
    some.also = indexes.stream().map(also::get).toList();
    return some;
  }

  /** In the order of the comments, independent of the order in the database. */
  List<Long> receiptNumbers() {
    return contexts.stream().map(Context::receiptNumber).sorted().toList();
  }
}
