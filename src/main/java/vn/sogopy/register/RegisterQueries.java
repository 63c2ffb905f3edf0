package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.Sql.RowCursor;

/** The letters and comments of a register, in its order. */
@ApplicationScoped
class RegisterQueries {
  /** The name of an organization on a day; the current name if no period contains the day. */
  private static final String NAME_ON =
      "coalesce((select n.name from organization_name n where n.organization_id = o.id"
          + " and coalesce(n.valid_from, '-infinity') <= %1$s and coalesce(n.valid_to, 'infinity') >= %1$s"
          + " order by n.valid_from desc nulls last limit 1), o.name) as body_name, %1$s as body_on";

  private static final String BODY =
      "o.id as body_id, g.position as group_position, g.code as group_code, g.title as group_title,"
          + " o.position as body_position, o.code as body_code, ";

  /** The date of the comments {@code c}: that of their letter {@code l}, if they have one. */
  private static final String DAY = "coalesce(l.letter_date, c.received_on)";

  @Inject DataSource source;

  /**
   * The comments of a register.
   *
   * @param path of the requested section; null = all
   * @param restricted whether restricted comments are included
   */
  record Selection(UUID draft, RegisterScope scope, String path, boolean restricted) {
    /** The comments {@code c}; joins only what a filter needs, so that an index is enough. */
    Sql comments() {
      Sql from = Sql.of("from comment c");
      if (scope.group() != null || scope.organization() != null) {
        from.add("join organization o on o.id = c.organization_id");
      }
      if (path != null) {
        from.add("join section s on s.id = c.section_id");
      }
      return from.add(live()).add(bodies()).add(visible());
    }

    private Sql live() {
      return Sql.of("where c.draft_id = ? and c." + Status.SQL_LIVE, draft);
    }

    private Sql bodies() {
      Sql where = new Sql();
      if (scope.group() != null) {
        where.add("and o.group_code = ?", scope.group());
      }
      if (scope.organization() != null) {
        where.add("and o.code = ?", scope.organization());
      }
      return where;
    }

    private Sql visible() {
      Sql where = new Sql();
      if (path != null) {
        where.add("and s.path >= ? and s.path < ? || '~'", path, path);
      }
      return where.add(restricted ? "" : "and not c.restricted");
    }
  }

  int count(Selection selection) {
    return Sql.of("select count(*)::int")
        .add(selection.comments())
        .first(source, row -> row.getInt(1))
        .orElseThrow();
  }

  /** The name of each consultee at the time of consultation, by code. */
  Map<String, String> consulteeNames(UUID draftId) {
    Map<String, String> names = new HashMap<>();
    Sql.of(
            "select o.code,"
                + NAME_ON.formatted(
                    "coalesce((k.request_letters -> 0 ->> 'date')::date, d.opened_on, current_date)"))
        .add(
            " from consultee k join draft d on d.id = k.draft_id"
                + " join organization o on o.id = k.organization_id where k.draft_id = ?",
            draftId)
        .list(source, row -> names.put(row.getString("code"), row.getString("body_name")));
    return names;
  }

  /** The files of a letter with a restricted comment are counted only if that is included. */
  List<Snapshot.LetterRow> letters(Selection selection) {
    return Sql.of("select " + BODY + NAME_ON.formatted("l.letter_date") + ",")
        .add(
            """
            l.id, l.number, l.letter_date, l.arrival_number, l.received_on, l.position, l.channel, l.classified,
              %s as late, l.withdrawn_at is null and not exists
                (select 1 from letter n where n.replaces_id = l.id and n.withdrawn_at is null) as valid,
              (select count(*)::int from attachment a where a.letter_id = l.id and (? or not exists
                (select 1 from comment c where c.letter_id = l.id and c.restricted))) as files
            from letter l
            join draft d on d.id = l.draft_id
            join organization o on o.id = l.organization_id
            join organization_group g on g.code = o.group_code
            %s
            where l.draft_id = ?\
            """
                .formatted(DueDate.LETTER_LATE, DueDate.JOIN),
            selection.restricted(),
            selection.draft())
        .add(selection.bodies())
        .add(
            "order by g.position, o.position, o.code, l.letter_date, coalesce(l.received_on, l.letter_date), l.id")
        .list(source, RegisterQueries::letter);
  }

  private static Snapshot.LetterRow letter(ResultSet row) throws SQLException {
    return new Snapshot.LetterRow(
        body(row),
        Row.uuid(row, "id"),
        row.getString("number"),
        Row.date(row, "letter_date"),
        row.getString("arrival_number"),
        Row.date(row, "received_on"),
        Row.constant(row, "position", Position.class),
        Row.constant(row, "channel", Channel.class),
        row.getBoolean("classified"),
        row.getBoolean("late"),
        row.getBoolean("valid"),
        row.getInt("files"));
  }

  /** Reads the counts and sections that are needed before the comments. */
  Snapshot.Totals totals(Selection selection) {
    return new Snapshot.Totals(byLetter(selection), sections(selection), differing(selection));
  }

  private List<Snapshot.ByLetter> byLetter(Selection selection) {
    return Sql.of(
            "select " + BODY + NAME_ON.formatted(DAY) + ", c.letter_id, l.position, c.comments")
        .add(
            "from (select c.organization_id, c.letter_id, max(c.received_on) as received_on, count(*)::int as comments")
        .add(selection.comments())
        .add(
            """
            group by c.organization_id, c.letter_id) c
            join organization o on o.id = c.organization_id
            join organization_group g on g.code = o.group_code
            left join letter l on l.id = c.letter_id\
            """)
        .list(source, RegisterQueries::byLetter);
  }

  private List<Snapshot.SectionRef> sections(Selection selection) {
    return Sql.of(
            """
            select here.id as section_id, here.code, here.title, here.path, root.title as document,
              coalesce(root.id = here.id, false) as is_document
            from section here
            left join section root on root.draft_id = here.draft_id and root.path = left(here.path, 4)
            where here.draft_id = ? and exists (select 1\
            """,
            selection.draft())
        .add(selection.comments())
        .add("and c.section_id = here.id)")
        .list(source, RegisterQueries::section);
  }

  private static Snapshot.SectionRef section(ResultSet row) throws SQLException {
    return new Snapshot.SectionRef(
        Row.uuid(row, "section_id"),
        row.getString("code"),
        row.getString("title"),
        row.getString("path"),
        row.getString("document"),
        row.getBoolean("is_document"));
  }

  private static Snapshot.ByLetter byLetter(ResultSet row) throws SQLException {
    return new Snapshot.ByLetter(
        body(row),
        Row.uuid(row, "letter_id"),
        Row.constant(row, "position", Position.class),
        row.getInt("comments"));
  }

  /**
   * The number of the few open points by {@link Wording#differences} that are none by the position
   * of their letter.
   */
  private int differing(Selection selection) {
    return Sql.of("select count(*)::int")
        .add(selection.comments())
        .add("and (c.escalation_reason is not null or c.reaction = 'MAINTAINED')")
        .add(
            "and not exists (select 1 from letter l where l.id = c.letter_id and l.position = 'DISAGREES')")
        .first(source, row -> row.getInt(1))
        .orElseThrow();
  }

  /**
   * Streams the comments by organization. The comments of an organization are sorted when they are
   * read, so that the first row does not wait for a sort of the whole draft. The sort keys are the
   * first columns, where the sort reads them fast (ADR 0020).
   *
   * @param bodies in the order of the register
   * @param sections of the comments, by id
   */
  RowCursor<Snapshot.CommentRow> comments(
      Selection selection, List<UUID> bodies, Map<UUID, Snapshot.SectionRef> sections) {
    return Sql.of(
        """
        select body.place::int - 1 as body, c.receipt_number, c.id, c.received_at, coalesce(s.path, '') as path,
          l.letter_date, c.letter_id, c.part, c.section_id, c.locator_page, c.content, c.proposal,
          nullif(concat_ws(', ', c.author_full_name, c.author_position), '') as author,
          c.status, c.result, c.response, c.revision_section, c.revision_page, c.revision_note,
          (select x.id from comment x where x.id = c.same_as_id and (? or not x.restricted)) as same_as_id,
          c.restricted, %s as late, c.needs_review, l.position, c.escalation_reason, c.reaction, c.reaction_note,
          c.direction_text, c.direction_document, c.direction_date
        from unnest(?::uuid[]) with ordinality as body (id, place)
        cross join lateral (select c.* from comment c\
        """
            .formatted(DueDate.COMMENT_LATE),
        selection.restricted(),
        bodies.toArray(UUID[]::new))
        .add(selection.live().add("and c.organization_id = body.id"))
        .add(
            // OFFSET 0 makes PostgreSQL read each organization separately; a section has its own
            // index.
            (selection.path() == null ? "offset 0" : "")
                + """
                ) c
                join draft d on d.id = c.draft_id
                join organization o on o.id = c.organization_id
                left join letter l on l.id = c.letter_id
                left join section s on s.id = c.section_id
                """
                + DueDate.JOIN
                + " where true")
        .add(selection.visible())
        .add(
            "order by body.place, l.letter_date nulls last, c.letter_id, coalesce(s.path, ''), c.received_at, c.receipt_number, c.part, c.id")
        .stream(source, row -> comment(row, sections));
  }

  private static Snapshot.CommentRow comment(ResultSet row, Map<UUID, Snapshot.SectionRef> sections)
      throws SQLException {
    return new Snapshot.CommentRow(
        row.getInt("body"),
        Row.uuid(row, "id"),
        row.getLong("receipt_number"),
        Row.integer(row, "part"),
        Row.uuid(row, "letter_id"),
        sections.get(Row.uuid(row, "section_id")),
        Row.integer(row, "locator_page"),
        row.getString("content"),
        row.getString("proposal"),
        row.getString("author"),
        Row.constant(row, "status", Status.class),
        Row.constant(row, "result", Result.class),
        row.getString("response"),
        row.getString("revision_section"),
        Row.integer(row, "revision_page"),
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

  private static Snapshot.BodyRef body(ResultSet row) throws SQLException {
    return new Snapshot.BodyRef(
        Row.uuid(row, "body_id"),
        row.getInt("group_position"),
        row.getString("group_code"),
        row.getString("group_title"),
        row.getInt("body_position"),
        row.getString("body_code"),
        row.getString("body_name"),
        Row.date(row, "body_on"));
  }
}
