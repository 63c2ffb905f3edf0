package vn.sogopy.comment.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentSql;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * A comment that another names as what it follows.
 *
 * @param draft its number
 */
record PredecessorFinder(UUID organization, int draft, Status status) {

  /** By id, those that comments of a batch follow, of its plan and that the caller may know of. */
  static Map<UUID, PredecessorFinder> read(DataSource source, Caller caller, IntakeBatch batch) {
    String[] ids =
        batch.inputs.stream()
            .map(CommentInput::follows)
            .filter(Objects::nonNull)
            .map(UUID::toString)
            .toArray(String[]::new);
    Map<UUID, PredecessorFinder> found = new HashMap<>();
    if (ids.length > 0) {
      Sql.of("select c.id, c.organization_id, d.number, c.status")
          .add(CommentSql.FROM)
          .add(CommentSql.visible(caller))
          .add("and c.id = any(?::uuid[])", (Object) ids)
          .add("and c.plan_id = ?", batch.draft.planId())
          .list(
              source,
              row ->
                  found.put(
                      Row.uuid(row, "id"),
                      new PredecessorFinder(
                          Row.uuid(row, "organization_id"),
                          row.getInt("number"),
                          Row.constant(row, "status", Status.class))));
    }
    return found;
  }

  /** A body goes on from its own comments, of earlier drafts, that are still of weight. */
  boolean by(UUID body, int inDraft) {
    return organization.equals(body) && draft < inDraft && Status.LIVE.contains(status);
  }
}
