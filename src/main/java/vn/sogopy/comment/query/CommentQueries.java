package vn.sogopy.comment.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Comment.Author;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.CommentState.Answer;
import vn.sogopy.comment.CommentState.Direction;
import vn.sogopy.comment.CommentState.Escalation;
import vn.sogopy.comment.CommentState.Reaction;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.letter.DueDate;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** The projection of comments, and the condition of their visibility. */
public final class CommentQueries {
  private static final String SELECT =
      """
      select c.id, c.receipt_number, c.part, p.slug, d.number as draft_number,
        s.code as section_code, s.title as section_title,
        nullif(array(select also.code from comment_section cs join section also on also.id = cs.section_id
              where cs.comment_id = c.id order by cs.ordinal), '{}') as also_sections,
        o.code as organization_code, o.name as organization_name, o.group_code,
        l.id as letter_id, l.number as letter_number, l.letter_date,
        c.locator_page, c.locator_paragraph, c.locator_quote, c.author_full_name, c.author_position,
        c.kind, c.content, c.proposal, c.restricted, c.needs_review,
        coalesce(c.answer_due_on, d.answer_due_on) as answer_due_on, c.status, c.assignee,
        c.result, c.response, c.revision_section, c.revision_page, c.revision_note,
        c.answered_by, c.answered_at, c.return_reason,
        c.reaction, c.reaction_note, c.reaction_by, c.reaction_at,
        c.escalation_reason, c.escalation_by, c.escalation_at,
        c.direction_text, c.direction_document, c.direction_date,
        nullif(c.sealed_in, '{}') as sealed_in, c.external_id, c.received_at, c.updated_at, c.version,
        nullif(array(select array[ro.code, ro.name, ro.group_code, r.kind, r.due_on::text]
              from comment_request r join organization ro on ro.id = r.organization_id
              where r.comment_id = c.id and r.reply is null and c.status not in ('APPROVED', 'WITHDRAWN')
              order by r.due_on, r.id), '{}') as waiting_for,
        %s as late,
        nullif(array(select f.id from comment f where f.follows_id = c.id and f.part is null"""
          .formatted(DueDate.COMMENT_LATE);

  /**
   * Left joins, although draft, plan and organization always exist: PostgreSQL removes a left join
   * whose columns a statement does not use.
   */
  private static final String JOINS =
      """
      left join draft d on d.id = c.draft_id
      left join plan p on p.id = c.plan_id
      left join organization o on o.id = c.organization_id
      left join organization_group g on g.code = o.group_code
      left join section s on s.id = c.section_id
      left join letter l on l.id = c.letter_id
      """
          + DueDate.JOIN;

  public static final String FROM = "from comment c\n" + JOINS;

  /**
   * A split comment contains the content of its parts. NOT NULL lets PostgreSQL use the partial
   * index to read all parts first.
   */
  private static final String NO_RESTRICTED_PART =
      "and (c.status <> 'SPLIT' or not exists (select 1 from comment part"
          + " where part.part_of_id = c.id and part.part_of_id is not null"
          + " and not part.split_undone and part.restricted))";

  private CommentQueries() {}

  static Sql select(Caller caller) {
    return columns(caller).add(FROM);
  }

  /** The projection of rows that another part of the statement returns. */
  public static Sql selectFrom(String rows, Caller caller) {
    return columns(caller).add("from " + rows + " c").add(JOINS);
  }

  /** The SELECT clause; further columns may follow. */
  static Sql columns(Caller caller) {
    Sql select = Sql.of(SELECT);
    if (caller.isSubmitter()) {
      select.add("and f.organization_id = c.organization_id");
    }
    if (!caller.seesRestricted()) {
      select.add("and not f.restricted");
    }
    return select
        .add("order by f.received_at, f.id), '{}') as followed_by")
        .add(related(caller, "part_of_id"))
        .add(related(caller, "same_as_id"))
        .add(related(caller, "follows_id"));
  }

  /** The id of another comment, if it is visible to the caller. */
  private static String related(Caller caller, String column) {
    if (caller.seesRestricted() && !caller.isSubmitter()) {
      return ", c." + column;
    }
    String known =
        caller.isSubmitter()
            ? "(not x.restricted or x.organization_id = c.organization_id)"
            : "not x.restricted";
    return ", (select x.id from comment x where x.id = c."
        + column
        + " and "
        + known
        + ") as "
        + column;
  }

  /** The WHERE clause of visible comments: by plan, organization and restriction. */
  public static Sql visible(Caller caller) {
    Sql where = Sql.of("where true");
    if (caller.plans() != null) {
      where.add("and p.slug = any(?)", (Object) caller.plans().toArray(String[]::new));
    }
    if (caller.isSubmitter()) {
      where.add("and o.code = ?", caller.organization());
    }
    if (!caller.seesRestricted()) {
      where.add("and not c.restricted").add(NO_RESTRICTED_PART);
    }
    return where;
  }

  public static CommentView view(ResultSet row, Caller caller) throws SQLException {
    Status status = Row.constant(row, "status", Status.class);
    // The internal work is visible to a commenter once it is approved.
    boolean revealed = !caller.isSubmitter() || status == Status.APPROVED;
    return new CommentView(
        Row.uuid(row, "id"),
        row.getLong("receipt_number"),
        Row.integer(row, "part"),
        Row.uuid(row, "part_of_id"),
        row.getString("slug"),
        row.getInt("draft_number"),
        CommentView.SectionRef.of(row.getString("section_code"), row.getString("section_title")),
        all(row, "also_sections", String[].class),
        new CommentView.OrganizationRef(
            row.getString("organization_code"),
            row.getString("organization_name"),
            row.getString("group_code")),
        letter(row),
        Locator.of(
            Row.integer(row, "locator_page"),
            Row.integer(row, "locator_paragraph"),
            row.getString("locator_quote")),
        Author.of(row.getString("author_full_name"), row.getString("author_position")),
        Row.constant(row, "kind", Kind.class),
        row.getString("content"),
        row.getString("proposal"),
        row.getBoolean("restricted"),
        row.getBoolean("late"),
        row.getBoolean("needs_review"),
        Row.date(row, "answer_due_on"),
        status,
        revealed ? row.getString("assignee") : null,
        revealed ? answer(row) : null,
        revealed ? row.getString("return_reason") : null,
        reaction(row),
        revealed ? escalation(row) : null,
        revealed ? direction(row) : null,
        all(row, "sealed_in", UUID[].class),
        Row.uuid(row, "follows_id"),
        all(row, "followed_by", UUID[].class),
        caller.isSubmitter() ? List.of() : waiting(row),
        row.getString("external_id"),
        Row.instant(row, "received_at"),
        Row.instant(row, "updated_at"),
        row.getInt("version"));
  }

  /** An empty list is NULL in the row: most are empty, and reading an array is slow. */
  private static <T> List<T> all(ResultSet row, String column, Class<T[]> type)
      throws SQLException {
    Array value = row.getArray(column);
    return value == null ? List.of() : List.of(type.cast(value.getArray()));
  }

  private static CommentView.LetterRef letter(ResultSet row) throws SQLException {
    UUID id = Row.uuid(row, "letter_id");
    return id == null
        ? null
        : new CommentView.LetterRef(
            id, row.getString("letter_number"), Row.date(row, "letter_date"));
  }

  private static Answer answer(ResultSet row) throws SQLException {
    Result result = Row.constant(row, "result", Result.class);
    if (result == null) {
      return null;
    }
    return new Answer(
        result,
        row.getString("response"),
        Revision.of(
            row.getString("revision_section"),
            Row.integer(row, "revision_page"),
            row.getString("revision_note")),
        Row.uuid(row, "same_as_id"),
        row.getString("answered_by"),
        Row.instant(row, "answered_at"));
  }

  private static Reaction reaction(ResultSet row) throws SQLException {
    ReactionKind kind = Row.constant(row, "reaction", ReactionKind.class);
    return kind == null
        ? null
        : new Reaction(
            kind,
            row.getString("reaction_note"),
            row.getString("reaction_by"),
            Row.instant(row, "reaction_at"));
  }

  private static Escalation escalation(ResultSet row) throws SQLException {
    String reason = row.getString("escalation_reason");
    return reason == null
        ? null
        : new Escalation(reason, row.getString("escalation_by"), Row.instant(row, "escalation_at"));
  }

  private static List<CommentView.Waiting> waiting(ResultSet row) throws SQLException {
    List<String[]> asked = all(row, "waiting_for", String[][].class);
    if (asked.isEmpty()) {
      return List.of();
    }
    LocalDate today = VietnamTime.dayOf(Instant.now());
    return asked.stream()
        .map(
            one -> {
              LocalDate due = one[4] == null ? null : LocalDate.parse(one[4]);
              return new CommentView.Waiting(
                  new CommentView.OrganizationRef(one[0], one[1], one[2]),
                  RequestKind.valueOf(one[3]),
                  due,
                  due != null && due.isBefore(today));
            })
        .toList();
  }

  private static Direction direction(ResultSet row) throws SQLException {
    String text = row.getString("direction_text");
    return text == null
        ? null
        : new Direction(text, row.getString("direction_document"), Row.date(row, "direction_date"));
  }
}
