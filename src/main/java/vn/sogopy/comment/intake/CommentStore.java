package vn.sogopy.comment.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.Author;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.Locator;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentQueries;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.sql.Rows;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/**
 * Stores one or many new comments in one statement: rows, first history entries, and an entry for
 * each followed comment. Requires the transaction of the intake. The comments do not become managed
 * entities.
 */
@ApplicationScoped
public class CommentStore {
  /** The service itself, which assigns a comment to the default assignee of its section. */
  private static final Caller SERVICE =
      new Caller("Sổ Góp Ý", "so-gop-y", Role.COORDINATOR, null, null);

  private static final String BY_SECTION = "Mặc định theo mục";

  private static final Rows<Comment> COMMENTS =
      new Rows<Comment>()
          .with("id", "uuid", one -> one.id)
          .with("receipt_number", "bigint", one -> one.receiptNumber)
          .with("plan_id", "uuid", one -> one.planId)
          .with("draft_id", "uuid", one -> one.draftId)
          .with("organization_id", "uuid", one -> one.organizationId)
          .with("letter_id", "uuid", one -> one.letterId)
          .with("section_id", "uuid", one -> one.sectionId)
          .with("locator_page", "int", one -> of(one.locator, Locator::page))
          .with("locator_paragraph", "int", one -> of(one.locator, Locator::paragraph))
          .with("locator_quote", "text", one -> of(one.locator, Locator::quote))
          .with("kind", "text", one -> one.kind)
          .with("content", "text", one -> one.content)
          .with("proposal", "text", one -> one.proposal)
          .with("author_full_name", "text", one -> of(one.author, Author::fullName))
          .with("author_position", "text", one -> of(one.author, Author::position))
          .with("restricted", "boolean", one -> one.restricted)
          .with("status", "text", one -> one.state.status())
          .with("assignee", "text", one -> one.state.assignee())
          .with("follows_id", "uuid", one -> one.followsId)
          .with("external_id", "text", one -> one.externalId)
          .with("client", "text", one -> one.client)
          .with("sent_digest", "bytea", one -> "\\x" + HexFormat.of().formatHex(one.sentDigest))
          .with("received_at", "timestamptz", one -> one.receivedAt)
          .with("updated_at", "timestamptz", one -> one.updatedAt);

  private static final Rows<AlsoSection> ALSO_SECTIONS =
      new Rows<AlsoSection>()
          .with("comment_id", "uuid", AlsoSection::comment)
          .with("ordinal", "int", AlsoSection::ordinal)
          .with("section_id", "uuid", AlsoSection::section);

  @Inject CommentRepository comments;
  @Inject HistoryWriter history;
  @Inject DataSource source;

  private record AlsoSection(UUID comment, int ordinal, UUID section) {}

  private static <T> Object of(T part, Function<T, ?> value) {
    return part == null ? null : value.apply(part);
  }

  /**
   * Stores complete comments of one draft and one client, and sets their ids.
   *
   * @param reasons for the intake into a closed draft; else null
   */
  void keep(Actor actor, List<Comment> received, List<String> reasons) {
    if (!received.isEmpty()) {
      insert(actor, received, reasons).add("select 1").exists(source);
    }
  }

  /** As {@link #keep}, for one comment. Returns the caller's view of it. */
  CommentView keepOne(Actor actor, Comment received, String reason) {
    return insert(actor, List.of(received), Collections.singletonList(reason))
        .add(CommentQueries.selectFrom("received", actor.caller()))
        .first(source, row -> CommentQueries.view(row, actor.caller()))
        .orElseThrow();
  }

  /** The WITH clause of the statement. The SELECT after it reads the new rows. */
  private Sql insert(Actor actor, List<Comment> received, List<String> reasons) {
    Map<UUID, Comment> followed = lockFollowed(received);
    received.forEach(one -> one.id = UuidVersion7Strategy.INSTANCE.generateUuid(null));
    Sql insert =
        Sql.of("with received as (")
            .add(COMMENTS.insertInto("comment", received))
            .add("returning *), written as (")
            .add(history.insert(entries(actor, received, followed, reasons)))
            .add(")");
    List<AlsoSection> also = alsoSections(received);
    return also.isEmpty()
        ? insert
        // The name shadows the table, which the SELECT sees as it was before this statement.
        : insert
            .add(", comment_section as (")
            .add(ALSO_SECTIONS.insertInto("comment_section", also))
            .add("returning *)");
  }

  private static List<AlsoSection> alsoSections(List<Comment> received) {
    List<AlsoSection> all = new ArrayList<>();
    for (Comment comment : received) {
      for (int i = 0; i < comment.alsoSections.size(); i++) {
        all.add(new AlsoSection(comment.id, i, comment.alsoSections.get(i)));
      }
    }
    return all;
  }

  /**
   * Locks the followed comments before the insert. The foreign key takes a weaker lock on the same
   * rows, so two comments that follow one comment could deadlock.
   */
  private Map<UUID, Comment> lockFollowed(List<Comment> received) {
    Set<UUID> ids =
        received.stream().map(one -> one.followsId).filter(Objects::nonNull).collect(toSet());
    return ids.isEmpty()
        ? Map.of()
        : comments.lockAll(ids).stream().collect(toMap(one -> one.id, one -> one));
  }

  private List<Entry> entries(
      Actor actor, List<Comment> received, Map<UUID, Comment> followed, List<String> reasons) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < received.size(); i++) {
      entries.add(received(actor, received.get(i), List.of(), reasons.get(i)));
    }
    for (Comment comment : received) {
      if (comment.followsId != null) {
        Comment before = followed.get(comment.followsId);
        before.updatedAt = actor.at();
        var by = history.changes().add("followedBy", null, comment.id).list();
        entries.add(Entry.of(actor, Action.FOLLOWED, before, before.state.status(), by, null));
      }
    }
    entries.addAll(assigned(new Actor(SERVICE, actor.at()), received, BY_SECTION));
    return entries;
  }

  /** Stores the parts of a split comment. */
  public void keepParts(Actor actor, List<Comment> parts, Comment original, String reason) {
    parts.forEach(comments::persist);
    comments.flush();
    var from = history.changes().add("partOf", null, original.id).list();
    List<Entry> entries = new ArrayList<>();
    parts.forEach(part -> entries.add(received(actor, part, from, reason)));
    entries.addAll(
        original.state.assignee() != null
            ? assigned(actor, parts, reason)
            : assigned(new Actor(SERVICE, actor.at()), parts, BY_SECTION));
    history.write(entries);
  }

  private static Entry received(
      Actor actor, Comment comment, List<History.Change> changes, String reason) {
    return new Entry(actor, Action.RECEIVED, comment.id, null, Status.RECEIVED, changes, reason);
  }

  /** Separate entries: the commenter sees them only after the approval of the answer. */
  private List<Entry> assigned(Actor actor, List<Comment> received, String reason) {
    return received.stream()
        .filter(one -> one.state.assignee() != null)
        .map(one -> assigned(actor, one, Status.RECEIVED, null, reason))
        .toList();
  }

  private Entry assigned(Actor actor, Comment comment, Status from, String before, String reason) {
    var changes = history.changes().add("assignee", before, comment.state.assignee()).list();
    return Entry.of(actor, Action.ASSIGNED, comment, from, changes, reason);
  }

  /** The entry for a new default assignee after a correction of the section. */
  Entry reassigned(Actor actor, Comment comment, Status from, String before) {
    return assigned(new Actor(SERVICE, actor.at()), comment, from, before, BY_SECTION);
  }

  /**
   * Whether only the service has assigned this comment. Its commenter can then still correct it.
   */
  boolean assignedByOutline(Comment comment) {
    return comment.state.status() == Status.ASSIGNED
        && !comments.wasAssigned(comment.id, SERVICE.client());
  }
}
