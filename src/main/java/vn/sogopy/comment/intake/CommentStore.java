package vn.sogopy.comment.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentSql;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/**
 * What belongs to the receipt of new comments, however they came in and however many, in the
 * transaction of their intake: their rows, the first lines of their history, and the line on the
 * comments that they follow.
 */
@ApplicationScoped
public class CommentStore {
  /** Who assigns where the outline says to whom, and nobody's hand. */
  private static final Caller SERVICE =
      new Caller("Sổ Góp Ý", "so-gop-y", Role.COORDINATOR, null, null);

  private static final String BY_SECTION = "Mặc định theo mục";

  @Inject CommentRepository comments;
  @Inject HistoryWriter history;
  @Inject DataSource source;

  /**
   * The section's default assignee gets a new comment at once: a wish that the coordinator has laid
   * down in the outline.
   *
   * @param assignee null = nobody, the comment stays RECEIVED
   */
  public static void assign(Comment comment, String assignee) {
    comment.assignee = assignee;
    comment.status = assignee == null ? Status.RECEIVED : Status.ASSIGNED;
  }

  /**
   * After the section was corrected: the work goes to its default assignee, or back, unless
   * somebody has assigned it by hand. The version of the comment is the caller's to raise.
   *
   * @return whether that changed anything, to be {@linkplain #recordFollowing recorded}
   */
  boolean follow(Comment comment, String defaultAssignee) {
    if ((comment.status != Status.RECEIVED && !assignedByOutline(comment))
        || Objects.equals(comment.assignee, defaultAssignee)) {
      return false;
    }
    assign(comment, defaultAssignee);
    return true;
  }

  void recordFollowing(Actor actor, Comment comment, Status from, String before) {
    history.write(
        comment,
        new Actor(SERVICE, actor.at()),
        Action.ASSIGNED,
        from,
        history.changes().add("assignee", before, comment.assignee).list(),
        BY_SECTION);
  }

  /** Whether nobody has assigned this comment by hand: its commenter may still correct it. */
  boolean assignedByOutline(Comment comment) {
    return comment.status == Status.ASSIGNED
        && !Sql.of(
                "select 1 from comment_history where comment_id = ? and action = ? and client <> ?",
                comment.id,
                Action.ASSIGNED,
                SERVICE.client())
            .exists(source);
  }

  /**
   * Stores comments that were sent, {@linkplain #assign assigned} already.
   *
   * @param reason why they were entered after the draft closed, else null
   */
  void keep(Actor actor, List<Comment> received, String reason) {
    Map<UUID, Comment> followed = lockFollowed(received);
    comments.flush();
    new CommentInsert(received).execute(source);
    history.write(lines(actor, received, followed, reason));
  }

  /**
   * As {@link #keep}, for one that names no further sections: the hottest write of all, so one
   * statement that also returns what the caller sees of it.
   */
  CommentView keepOne(Actor actor, Comment received, String reason) {
    List<Comment> one = List.of(received);
    Map<UUID, Comment> followed = lockFollowed(one);
    CommentInsert insert = new CommentInsert(one);
    return Sql.of("with received as (")
        .add(insert.rows())
        .add("returning *), told as (")
        .add(history.insert(lines(actor, one, followed, reason)))
        .add(")")
        .add(CommentSql.selectFrom("received", actor.caller()))
        .first(source, row -> CommentSql.view(row, actor.caller()))
        .orElseThrow();
  }

  /**
   * Locked before the insert, whose foreign key takes a weaker lock on the same row: two comments
   * that follow one would otherwise wait for each other.
   */
  private Map<UUID, Comment> lockFollowed(List<Comment> received) {
    Set<UUID> ids =
        received.stream().map(one -> one.followsId).filter(Objects::nonNull).collect(toSet());
    return ids.isEmpty()
        ? Map.of()
        : comments.lockAll(ids).stream().collect(toMap(one -> one.id, one -> one));
  }

  private List<HistoryWriter.Entry> lines(
      Actor actor, List<Comment> received, Map<UUID, Comment> followed, String reason) {
    List<HistoryWriter.Entry> lines = new ArrayList<>();
    for (Comment comment : received) {
      lines.add(received(actor, comment, List.of(), reason));
    }
    for (Comment comment : received) {
      if (comment.followsId != null) {
        Comment before = followed.get(comment.followsId);
        before.updatedAt = actor.at();
        var by = history.changes().add("followedBy", null, comment.id).list();
        var line = HistoryWriter.line(before, before.status, by);
        lines.add(new HistoryWriter.Entry(actor, Action.FOLLOWED, line, null));
      }
    }
    lines.addAll(assigned(new Actor(SERVICE, actor.at()), received, BY_SECTION));
    return lines;
  }

  /**
   * Stores the points of a comment that was split. Whoever works on the whole works on its points;
   * else it goes by the section, as with every comment.
   *
   * @param parts {@linkplain #assign assigned} by their sections
   */
  public void keepParts(Actor actor, List<Comment> parts, Comment original, String reason) {
    boolean inherited = original.assignee != null;
    if (inherited) {
      parts.forEach(part -> assign(part, original.assignee));
    }
    parts.forEach(comments::persist);
    comments.flush();
    var from = history.changes().add("partOf", null, original.id).list();
    List<HistoryWriter.Entry> lines = new ArrayList<>();
    parts.forEach(part -> lines.add(received(actor, part, from, reason)));
    lines.addAll(
        inherited
            ? assigned(actor, parts, reason)
            : assigned(new Actor(SERVICE, actor.at()), parts, BY_SECTION));
    history.write(lines);
  }

  private static HistoryWriter.Entry received(
      Actor actor, Comment comment, List<History.Change> changes, String reason) {
    return new HistoryWriter.Entry(
        actor,
        Action.RECEIVED,
        new HistoryWriter.Line(comment.id, null, Status.RECEIVED, changes),
        reason);
  }

  /** Lines of their own: the commenter does not see them before the answer is approved. */
  private List<HistoryWriter.Entry> assigned(Actor actor, List<Comment> received, String reason) {
    return received.stream()
        .filter(one -> one.assignee != null)
        .map(
            one ->
                new HistoryWriter.Entry(
                    actor,
                    Action.ASSIGNED,
                    HistoryWriter.line(
                        one,
                        Status.RECEIVED,
                        history.changes().add("assignee", null, one.assignee).list()),
                    reason))
        .toList();
  }
}
