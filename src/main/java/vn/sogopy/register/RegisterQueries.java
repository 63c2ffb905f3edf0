package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.Sql.RowCursor;

/** The letters, counts and comments of a register. */
@ApplicationScoped
public class RegisterQueries {
  /**
   * HQL of the organization {@code o} on a day, with its name on that day; the current name if no
   * period contains the day.
   */
  static final String BODY_ON =
      """
      new vn.sogopy.register.Snapshot$BodyRef(o.id, g.position, g.code, g.title, o.position, o.code,
        coalesce((select n.name from o.names n
          where (n.from is null or n.from <= %1$s) and (n.to is null or n.to >= %1$s)
          order by n.from desc nulls last limit 1), o.name), %1$s)""";

  static final String BODY_JOIN =
      "join Organization o on o.id = %s join OrganizationGroup g on g.code = o.group";

  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * The comments of a register.
   *
   * @param path of the requested section; null = all
   * @param restricted whether restricted comments are included
   */
  record Selection(UUID draft, RegisterScope scope, String path, boolean restricted) {
    /** All comments of the draft. */
    static Selection whole(UUID draft) {
      return new Selection(draft, RegisterScope.whole(false), null, true);
    }

    /** The same with restricted comments. */
    Selection all() {
      return new Selection(draft, scope, path, true);
    }

    /** The comments {@code c}; joins only what a filter needs, so that an index is enough. */
    Hql comments() {
      Hql from = Hql.of("from Comment c");
      if (scope.group() != null || scope.organization() != null) {
        from.add("join Organization o on o.id = c.organizationId");
      }
      if (path != null) {
        from.add("join Section s on s.id = c.sectionId");
      }
      from.add("where c.draftId = ? and c.state." + Status.SQL_LIVE, draft).add(bodies());
      if (path != null) {
        from.add("and s.path >= ? and s.path < ?", path, path + "~");
      }
      return from.add(restricted ? "" : "and not c.restricted");
    }

    /** A further condition on the organization {@code o}. */
    private Hql bodies() {
      Hql where = Hql.of("");
      if (scope.group() != null) {
        where.add("and o.group = ?", scope.group());
      }
      if (scope.organization() != null) {
        where.add("and o.code = ?", scope.organization());
      }
      return where;
    }
  }

  /** The codes of the organizations. */
  Set<String> bodies(Selection selection) {
    return Set.copyOf(
        Hql.of("select o.code from Organization o where true")
            .add(selection.bodies())
            .list(entities, String.class));
  }

  int count(Selection selection) {
    return selection.comments().count(entities);
  }

  /** The name of each consultee at the time of consultation, by code. */
  Map<String, String> consulteeNames(UUID draftId) {
    String day =
        "coalesce(cast(sql('? -> 0 ->> ''date''', k.data.requestLetters) as LocalDate), d.openedOn, local date)";
    return Hql.of("select")
        .add(BODY_ON.formatted(day))
        .add("from Consultee k join Draft d on d.id = k.key.draftId")
        .add(BODY_JOIN.formatted("k.key.organizationId"))
        .add("where k.key.draftId = ?", draftId)
        .list(entities, Snapshot.BodyRef.class)
        .stream()
        .collect(Collectors.toMap(Snapshot.BodyRef::code, Snapshot.BodyRef::name));
  }

  /**
   * The letters of the draft.
   *
   * @param restricted whether the files of letters with restricted comments are counted
   */
  List<Snapshot.LetterRow> letters(UUID draft, boolean restricted) {
    return Hql.of("select new vn.sogopy.register.Snapshot$LetterRow(")
        .add(BODY_ON.formatted("l.date"))
        .add(
            """
            , l.id, l.number, l.date, l.arrivalNumber, l.receivedOn, l.position, l.channel, l.classified,
              %s, l.withdrawnAt is null and not exists
                (select 1 from Letter n where n.replacesId = l.id and n.withdrawnAt is null),
              (select cast(count(*) as Integer) from Attachment a where a.letterId = l.id"""
                .formatted(DueDate.HQL_LETTER_LATE))
        .add(
            restricted
                ? ")"
                : "and not exists (select 1 from Comment c where c.letterId = l.id and c.restricted))")
        .add(") from Letter l join Draft d on d.id = l.draftId")
        .add(BODY_JOIN.formatted("l.organizationId"))
        .add(DueDate.HQL_JOIN)
        .add("where l.draftId = ?", draft)
        .add(
            "order by g.position, o.position, o.code, l.date, coalesce(l.receivedOn, l.date), l.id")
        .list(entities, Snapshot.LetterRow.class);
  }

  /**
   * The numbers of the few comments that need or have a direction; open points as in {@link
   * Wording#differences}. A direction answers an escalation.
   */
  Snapshot.LeaderPoints leaderPoints(Selection selection) {
    return new Snapshot.LeaderPoints(
        selection
            .comments()
            .add("and c.state.direction.text is null")
            .add("and (c.state.escalation.reason is not null")
            .add("or c.state.reaction.reaction = ?)", ReactionKind.MAINTAINED)
            .add("and not exists (select 1 from Letter l where l.id = c.letterId")
            .add("and l.position = ?)", Position.DISAGREES)
            .count(entities),
        directed(selection).count(entities),
        directed(selection)
            .add("and exists (select 1 from Letter l where l.id = c.letterId")
            .add("and l.position = ?)", Position.DISAGREES)
            .count(entities));
  }

  private static Hql directed(Selection selection) {
    return selection
        .comments()
        .add("and c.state.escalation.reason is not null and c.state.direction.text is not null");
  }

  List<Snapshot.ByLetter> byLetter(Selection selection) {
    return Hql.of("select new vn.sogopy.register.Snapshot$ByLetter(")
        .add(BODY_ON.formatted("coalesce(l.date, c.received)"))
        .add(", c.letter, l.position, c.comments, c.restricted) from")
        .add("(select c.organizationId as body, c.letterId as letter, c.restricted as restricted,")
        .add("max(c.receivedOn) as received, cast(count(*) as Integer) as comments")
        .add(selection.comments())
        .add("group by c.organizationId, c.letterId, c.restricted) c")
        .add(BODY_JOIN.formatted("c.body"))
        .add("left join Letter l on l.id = c.letter")
        .list(entities, Snapshot.ByLetter.class);
  }

  /** The sections of the comments, in no order. */
  List<Snapshot.SectionRef> sections(Selection selection) {
    return outline(selection.draft())
        .add("and exists (select 1")
        .add(selection.comments())
        .add("and c.sectionId = here.id)")
        .list(entities, Snapshot.SectionRef.class);
  }

  List<Snapshot.SectionRef> sections(UUID draft) {
    return outline(draft).list(entities, Snapshot.SectionRef.class);
  }

  /** The sections {@code here} of a draft, each with its document: the root of its path. */
  private static Hql outline(UUID draft) {
    return Hql.of(
        """
        select here.id, here.code, here.title, here.path, root.title, here.id = root.id
        from Section here
        join Section root on root.draftId = here.draftId and root.path = left(here.path, 4)
        where here.draftId = ?""",
        draft);
  }

  /**
   * Streams all comments of the organizations, since the numbers count also those that are not
   * selected. The comments of an organization are sorted when they are read, so that the first row
   * does not wait for a sort of the whole draft. The sort keys are the first columns, where the
   * sort reads them fast (ADR 0020).
   *
   * @param bodies in the order of the register
   * @param sections of the selected comments
   */
  RowCursor<Snapshot.Numbered> comments(
      Selection selection, List<UUID> bodies, List<Snapshot.SectionRef> sections) {
    Map<UUID, Snapshot.SectionRef> byId =
        sections.stream().collect(Collectors.toMap(Snapshot.SectionRef::id, one -> one));
    // OFFSET 0 makes PostgreSQL read the comments and letters of each organization separately.
    return Sql.of(
        """
        select body.place::int - 1 as body, c.receipt_number, c.id, c.received_at, coalesce(s.path, '') as path,
          l.letter_date, c.letter_id, c.part,
          (? or not c.restricted) and starts_with(coalesce(s.path, ''), ?) as selected,
          c.section_id, c.locator_pages, c.content, c.proposal,
          nullif(concat_ws(', ', c.author_full_name, c.author_position), '') as author,
          c.status, c.result, c.response, c.revision_section, c.revision_pages, c.revision_note,
          (select x.id from comment x where x.id = c.same_as_id and (? or not x.restricted)) as same_as_id,
          c.restricted, %s as late, c.needs_review, l.position, c.escalation_reason, c.reaction, c.reaction_note,
          c.direction_text, c.direction_document, c.direction_date
        from unnest(?::uuid[]) with ordinality as body (id, place)
        cross join lateral
          (select c.* from comment c where c.draft_id = ? and c.%s and c.organization_id = body.id offset 0) c
        join draft d on d.id = c.draft_id
        join organization o on o.id = c.organization_id
        left join lateral (select * from letter
          where draft_id = ? and organization_id = body.id offset 0) l on l.id = c.letter_id
        left join section s on s.id = c.section_id
        """
            .formatted(DueDate.COMMENT_LATE, Status.SQL_LIVE),
        selection.restricted(),
        selection.path() == null ? "" : selection.path(),
        selection.restricted(),
        bodies.toArray(UUID[]::new),
        selection.draft(),
        selection.draft())
        .add(DueDate.JOIN)
        .add(
            "order by body.place, l.letter_date nulls last, c.letter_id, coalesce(s.path, ''), c.received_at, c.receipt_number, c.part, c.id")
        .stream(
            source,
            row ->
                new Snapshot.Numbered(
                    row.getInt("body"), row.getBoolean("selected") ? comment(row, byId) : null));
  }

  private static Snapshot.CommentRow comment(ResultSet row, Map<UUID, Snapshot.SectionRef> sections)
      throws SQLException {
    return new Snapshot.CommentRow(
        Row.uuid(row, "id"),
        row.getLong("receipt_number"),
        Row.integer(row, "part"),
        Row.uuid(row, "letter_id"),
        sections.get(Row.uuid(row, "section_id")),
        row.getString("locator_pages"),
        row.getString("content"),
        row.getString("proposal"),
        row.getString("author"),
        Row.constant(row, "status", Status.class),
        Row.constant(row, "result", Result.class),
        row.getString("response"),
        row.getString("revision_section"),
        row.getString("revision_pages"),
        row.getString("revision_note"),
        Row.uuid(row, "same_as_id"),
        row.getBoolean("restricted"),
        row.getBoolean("late"),
        row.getBoolean("needs_review"),
        Row.constant(row, "position", Position.class),
        row.getString("escalation_reason"),
        Row.constant(row, "reaction", ReactionKind.class),
        row.getString("reaction_note"),
        row.getString("direction_text"),
        row.getString("direction_document"),
        Row.date(row, "direction_date"));
  }

  /**
   * Adds an edition to each of its comments. The version and modification time of the comments do
   * not change, so that their ETags stay valid.
   */
  public void addEdition(UUID edition, List<UUID> comments) {
    // Locked in the order of ids, like every other change of many comments. FOR UPDATE would block
    // the foreign key check of a comment that another transaction makes refer to one of these.
    Sql.of(
            """
            update comment c set sealed_in = c.sealed_in || ?
            from (select id from comment where id = any(?) order by id for no key update) held
            where c.id = held.id\
            """,
            edition,
            comments.toArray(UUID[]::new))
        .execute(source);
  }
}
