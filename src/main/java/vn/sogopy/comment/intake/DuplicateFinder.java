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
 * Comments that come without an externalId and have come already: of the same body, in the same
 * letter, in the same words but for blanks and case, as they were first accepted.
 */
final class DuplicateFinder {
  private final List<Key> keys = new ArrayList<>();
  private final List<UUID> stored = new ArrayList<>();
  private final Map<Key, Integer> taken = new HashMap<>();

  /** What makes two comments the same one. */
  private record Key(UUID organization, String letter, Integer year, UUID said) {}

  private DuplicateFinder() {}

  /**
   * One statement for all of them; the fingerprint of the words is the database's alone. None where
   * every one has its externalId.
   */
  static DuplicateFinder read(DataSource source, IntakeBatch batch) {
    DuplicateFinder repeats = new DuplicateFinder();
    List<String> contents = new ArrayList<>();
    List<String> organizations = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < batch.inputs.size(); i++) {
      repeats.keys.add(null);
      repeats.stored.add(null);
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
                  repeats.add(
                      batch, row.getInt("n") - 1, Row.uuid(row, "said"), Row.uuid(row, "id")));
    }
    return repeats;
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
    // A letter that is not there yet holds nothing.
    boolean unknown = letter != null && batch.contexts.get(index).letter() == null;
    stored.set(index, unknown ? null : same);
    return true;
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  /** The comment that is there already and says the same as this one; null = none. */
  UUID stored(int index) {
    return stored.get(index);
  }

  /** The earlier one of these that says the same, and is taken; null = none. */
  Integer earlier(int index) {
    return taken.get(keys.get(index));
  }

  /** This one is taken: whatever says the same and comes later has come already. */
  void take(int index) {
    if (keys.get(index) != null) {
      taken.putIfAbsent(keys.get(index), index);
    }
  }
}
