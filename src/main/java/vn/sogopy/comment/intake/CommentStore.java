package vn.sogopy.comment.intake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.Comment.Author;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentQueries;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CommentViews;
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
  private static final CommentState UNASSIGNED = CommentState.received(null);

  private static final Rows<Incoming> COMMENTS =
      new Rows<Incoming>()
          .with("id", "uuid", one -> one.id)
          .with("receipt_number", "bigint", one -> one.receiptNumber)
          .with("plan_id", "uuid", one -> one.draft.planId())
          .with("draft_id", "uuid", one -> one.draft.id())
          .with("organization_id", "uuid", one -> one.organizationId)
          .with("letter_id", "uuid", Incoming::letterId)
          .with("section_id", "uuid", one -> one.sectionId)
          .with("locator_pages", "text", one -> of(one.input.locator(), Locator::pages))
          .with("locator_paragraph", "int", one -> of(one.input.locator(), Locator::paragraph))
          .with("locator_quote", "text", one -> of(one.input.locator(), Locator::quote))
          .with("kind", "text", one -> one.input.kind())
          .with("content", "text", one -> one.input.content())
          .with("proposal", "text", one -> one.input.proposal())
          .with("author_full_name", "text", one -> of(one.input.author(), Author::fullName))
          .with("author_position", "text", one -> of(one.input.author(), Author::position))
          .with("restricted", "boolean", one -> one.input.restricted())
          .with("status", "text", one -> one.state.status())
          .with("assignee", "text", one -> one.state.assignee())
          .with("follows_id", "uuid", one -> one.input.follows())
          .with("has_children", "boolean", one -> !one.alsoSections.isEmpty())
          .with("external_id", "text", one -> one.input.externalId())
          .with("client", "text", one -> one.actor.caller().client())
          .with("sent_digest", "bytea", one -> "\\x" + HexFormat.of().formatHex(one.digest))
          .with("received_at", "timestamptz", one -> one.actor.at())
          .with("updated_at", "timestamptz", one -> one.actor.at());

  private static final Rows<AlsoSection> ALSO_SECTIONS =
      new Rows<AlsoSection>()
          .with("comment_id", "uuid", AlsoSection::comment)
          .with("ordinal", "int", AlsoSection::ordinal)
          .with("section_id", "uuid", AlsoSection::section);

  @Inject CommentRepository comments;
  @Inject HistoryWriter history;
  @Inject CommentViews views;
  @Inject DataSource source;

  private record AlsoSection(UUID comment, int ordinal, UUID section) {}

  private static <T> Object of(T part, Function<T, ?> value) {
    return part == null ? null : value.apply(part);
  }

  /** Stores checked comments. */
  void keep(List<Incoming> received) {
    if (!received.isEmpty()) {
      insert(received).add("select 1").exists(source);
    }
  }

  /** As {@link #keep}, for one comment. Returns the caller's view of it. */
  CommentView insertOne(Incoming received) {
    Caller caller = received.actor.caller();
    return insert(List.of(received))
        .add(CommentQueries.selectFrom("received", caller))
        .first(source, views.of(caller))
        .orElseThrow();
  }

  /** The WITH clause of the statement. The SELECT after it reads the new rows. */
  private Sql insert(List<Incoming> received) {
    Sql insert =
        Sql.of("with received as (")
            .add(COMMENTS.insertInto("comment", received))
            .add("returning *), written as (")
            .add(history.insert(entries(received)))
            .add(")");
    List<AlsoSection> also = new ArrayList<>();
    for (Incoming one : received) {
      for (UUID section : one.alsoSections) {
        also.add(new AlsoSection(one.id, one.alsoSections.indexOf(section), section));
      }
    }
    return also.isEmpty()
        ? insert
        // The name shadows the table, which the SELECT sees as it was before this statement.
        : insert
            .add(", comment_section as (")
            .add(ALSO_SECTIONS.insertInto("comment_section", also))
            .add("returning *)");
  }

  private List<Entry> entries(List<Incoming> received) {
    Map<UUID, Comment> followed = lockFollowed(received);
    List<Entry> entries = new ArrayList<>();
    for (Incoming one : received) {
      entries.add(received(one.actor, one.id, List.of(), one.input.reason()));
    }
    for (Incoming one : received) {
      if (one.input.follows() != null) {
        Comment before = followed.get(one.input.follows());
        before.updatedAt = one.actor.at();
        var by = history.changes().add("followedBy", null, one.id).list();
        entries.add(Entry.of(one.actor, Action.FOLLOWED, before, before.state.status(), by, null));
      }
    }
    for (Incoming one : received) {
      if (one.state.assignee() != null) {
        entries.add(assignedByOutline(one.actor, one.id, UNASSIGNED, one.state));
      }
    }
    return entries;
  }

  /**
   * Locks the followed comments before the insert. The foreign key takes a weaker lock on the same
   * rows, so two comments that follow one comment could deadlock.
   */
  private Map<UUID, Comment> lockFollowed(List<Incoming> received) {
    Set<UUID> ids =
        received.stream().map(one -> one.input.follows()).filter(Objects::nonNull).collect(toSet());
    return ids.isEmpty()
        ? Map.of()
        : comments.lockAll(ids).stream().collect(toMap(one -> one.id, identity()));
  }

  /** Stores the parts of a split comment. */
  public void keepParts(Actor actor, List<Comment> parts, Comment original, String reason) {
    parts.forEach(comments::persist);
    comments.flush();
    var from = history.changes().add("partOf", null, original.id).list();
    List<Entry> entries = new ArrayList<>();
    parts.forEach(part -> entries.add(received(actor, part.id, from, reason)));
    for (Comment part : parts) {
      if (original.state.assignee() != null) {
        entries.add(assigned(actor, part.id, UNASSIGNED, part.state, reason));
      } else if (part.state.assignee() != null) {
        entries.add(assignedByOutline(actor, part.id, UNASSIGNED, part.state));
      }
    }
    history.write(entries);
  }

  private static Entry received(
      Actor actor, UUID comment, List<History.Change> changes, String reason) {
    return new Entry(actor, Action.RECEIVED, comment, null, Status.RECEIVED, changes, reason);
  }

  /** A separate entry: the commenter sees it only after the approval of the answer. */
  private Entry assigned(
      Actor actor, UUID comment, CommentState before, CommentState now, String reason) {
    var changes = history.changes().add("assignee", before.assignee(), now.assignee()).list();
    return new Entry(
        actor, Action.ASSIGNED, comment, before.status(), now.status(), changes, reason);
  }

  /** The entry for the default assignee of the section. */
  Entry assignedByOutline(Actor actor, UUID comment, CommentState before, CommentState now) {
    return assigned(new Actor(SERVICE, actor.at()), comment, before, now, BY_SECTION);
  }

  /**
   * Whether only the service has assigned this comment. Its commenter can then still correct it.
   */
  boolean isAssignedByOutline(Comment comment) {
    return comment.state.status() == Status.ASSIGNED
        && !comments.wasAssigned(comment.id, SERVICE.client());
  }
}
