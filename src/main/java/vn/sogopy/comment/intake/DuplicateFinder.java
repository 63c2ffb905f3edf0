package vn.sogopy.comment.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/**
 * Finds comments that came before, where there is no externalId to tell: of the same organization,
 * in the same letter, with the same content as first accepted, but for blanks and case.
 */
final class DuplicateFinder {
  private final List<Key> keys = new ArrayList<>();
  private final List<UUID> stored = new ArrayList<>();
  private final Map<Key, Integer> taken = new HashMap<>();

  /** Equal keys = the same comment. */
  private record Key(UUID organization, String letter, Integer year, UUID said) {}

  private DuplicateFinder() {}

  /**
   * Reads the stored ones in one statement, since only the database computes the fingerprint; in
   * none where every comment has an externalId.
   */
  static DuplicateFinder read(DataSource source, IntakeBatch batch) {
    DuplicateFinder found = new DuplicateFinder();
    List<String> contents = new ArrayList<>();
    List<String> organizations = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < batch.inputs.size(); i++) {
      found.keys.add(null);
      found.stored.add(null);
      IntakeBatch.Context context = batch.contexts.get(i);
      contents.add(batch.inputs.get(i).content());
      organizations.add(text(context.organizationId()));
      letters.add(text(context.letter() == null ? null : context.letter().id()));
    }
    if (batch.inputs.stream().anyMatch(input -> input.externalId() == null)) {
      Sql.of(
              "select i.n, i.said, (select c.id from comment c"
                  + " where said(coalesce(c.content_original, c.content)) = i.said"
                  + " and c.part_of_id is null and c.draft_id is not distinct from ?"
                  + " and c.organization_id is not distinct from i.organization"
                  + " and c.letter_id is not distinct from i.letter"
                  + " order by c.received_at, c.id limit 1) as id",
              batch.draft.id())
          .add(
              "from (select w.n, said(w.content) as said, w.organization::uuid, w.letter::uuid"
                  + " from unnest(?, ?, ?) with ordinality as w (content, organization, letter, n)"
                  + " offset 0) i",
              contents.toArray(String[]::new),
              organizations.toArray(String[]::new),
              letters.toArray(String[]::new))
          .list(
              source,
              row ->
                  found.add(
                      batch, row.getInt("n") - 1, Row.uuid(row, "said"), Row.uuid(row, "id")));
    }
    return found;
  }

  private boolean add(IntakeBatch batch, int index, UUID said, UUID same) {
    CommentInput.Letter letter = batch.inputs.get(index).letter();
    keys.set(
        index,
        new Key(
            batch.contexts.get(index).organizationId(),
            IntakeBatch.numberKey(letter),
            IntakeBatch.year(letter),
            said));
    // A letter that is not filed yet has no comments.
    boolean unknown = letter != null && batch.contexts.get(index).letter() == null;
    stored.set(index, unknown ? null : same);
    return true;
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  /** The stored comment that equals this one; null = none. */
  UUID stored(int index) {
    return stored.get(index);
  }

  /** The index of an earlier one that equals this one and is taken; null = none. */
  Integer earlier(int index) {
    return taken.get(keys.get(index));
  }

  /** Marks this one as taken: later ones that equal it are its duplicates. */
  void take(int index) {
    if (keys.get(index) != null) {
      taken.putIfAbsent(keys.get(index), index);
    }
  }
}
