package vn.sogopy.comment.intake;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/**
 * Identifies equal comments without an externalId: organization, letter and accepted content,
 * without blanks and case.
 *
 * @param content hash, computed by the database only
 * @param stored the stored comment with this fingerprint; null = none
 */
record Fingerprint(
    UUID organization, String letterNumber, Integer letterYear, UUID content, UUID stored) {

  private static final String STORED =
      """
      select i.n, i.said, (
        select c.id from comment c
        where said(coalesce(c.content_original, c.content)) = i.said
          and c.part_of_id is null and c.draft_id is not distinct from ?
          and c.organization_id is not distinct from i.organization
          and c.letter_id is not distinct from i.letter
        order by c.received_at, c.id limit 1) as id
      from (
        select w.n, said(w.content) as said, w.organization::uuid, w.letter::uuid
        from unnest(?, ?, ?) with ordinality as w (content, organization, letter, n) offset 0) i
      order by i.n""";

  /** One for each comment, in their order, in one statement. null if all have externalIds. */
  static List<Fingerprint> read(DataSource source, IntakeBatch batch) {
    if (batch.inputs.stream().allMatch(input -> input.externalId() != null)) {
      return null;
    }
    return Sql.of(
            STORED,
            batch.draft.id(),
            texts(batch.inputs, CommentInput::content),
            texts(batch.contexts, IntakeBatch.Context::organizationId),
            texts(batch.contexts, one -> one.letter() == null ? null : one.letter().id()))
        .list(
            source,
            row -> {
              int index = row.getInt("n") - 1;
              CommentInput.Letter letter = batch.inputs.get(index).letter();
              IntakeBatch.Context context = batch.contexts.get(index);
              // A letter that is not stored yet has no comments.
              boolean newLetter = letter != null && context.letter() == null;
              return new Fingerprint(
                  context.organizationId(),
                  IntakeBatch.numberKey(letter),
                  IntakeBatch.year(letter),
                  Row.uuid(row, "said"),
                  newLetter ? null : Row.uuid(row, "id"));
            });
  }

  private static <T> String[] texts(List<T> all, Function<T, ?> value) {
    return all.stream()
        .map(value)
        .map(one -> one == null ? null : one.toString())
        .toArray(String[]::new);
  }
}
