package vn.sogopy.comment.query;

import vn.sogopy.letter.DueDate;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** The projection of comments, and the condition of their visibility. */
public final class CommentQueries {
  /**
   * Names of plan, draft, section and organization are added by {@link CommentViews}. Few comments
   * have children, so their tables are looked up for marked comments only.
   */
  private static final String SELECT =
      """
      select (select version from reference_version) as reference_version,
        c.id, c.receipt_number, c.part, c.plan_id, c.draft_id, c.section_id, c.organization_id,
        case when c.has_children then
          nullif(array(select also.code from comment_section cs join section also on also.id = cs.section_id
              where cs.comment_id = c.id order by cs.ordinal), '{}') end as also_sections,
        c.letter_id, l.number as letter_number, l.letter_date, l.received_on,
        c.locator_page, c.locator_paragraph, c.locator_quote, c.author_full_name, c.author_position,
        c.kind, c.content, c.proposal, c.restricted, c.needs_review, c.answer_due_on, c.status, c.assignee,
        c.result, c.response, c.revision_section, c.revision_page, c.revision_note,
        c.answered_by, c.answered_at, c.return_reason,
        c.reaction, c.reaction_note, c.reaction_by, c.reaction_at,
        c.escalation_reason, c.escalation_by, c.escalation_at,
        c.direction_text, c.direction_document, c.direction_date,
        nullif(c.sealed_in, '{}') as sealed_in, c.external_id, c.received_at, c.updated_at, c.version,
        case when c.has_children then
          nullif(array(select array[ro.code, ro.name, ro.group_code, r.kind, r.due_on::text]
              from comment_request r join organization ro on ro.id = r.organization_id
              where r.comment_id = c.id and r.reply is null and c.status not in ('APPROVED', 'WITHDRAWN')
              order by r.due_on, r.id), '{}') end as waiting_for,
        case when c.has_children then
          nullif(array(select f.id from comment f where f.follows_id = c.id and f.part is null""";

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

  /** The comments {@code c} of a plan, by its drafts: these are the first column of the indexes. */
  static final String OF_PLAN =
      "and c.draft_id = any(array(select id from draft where plan_id = ?))";

  private CommentQueries() {}

  /**
   * The projection of comments whose ids another query returns. That query may skip many rows: it
   * reads an index, and only the rows of the page are read from the table. OFFSET 0: by their key,
   * also where PostgreSQL takes a scan of the table for cheaper.
   */
  static Sql selectFound(Sql ids, Caller caller) {
    return columns(caller)
        .add("from (")
        .add(ids)
        .add(") found cross join lateral (select * from comment where id = found.id offset 0) c")
        .add(JOINS);
  }

  /** The projection of the rows of a table, or of another part of the statement. */
  public static Sql selectFrom(String rows, Caller caller) {
    return columns(caller).add("from " + rows + " c").add(JOINS);
  }

  /** The SELECT clause; further columns may follow. */
  static Sql columns(Caller caller) {
    Sql select = Sql.of(SELECT);
    if (caller.isSubmitter()) {
      select.add("and").add(own("f.organization_id", caller));
    }
    if (!caller.seesRestricted()) {
      select.add("and not f.restricted");
    }
    return select
        .add("order by f.received_at, f.id), '{}') end as followed_by")
        .add(related(caller, "part_of_id"))
        .add(related(caller, "same_as_id"))
        .add(related(caller, "follows_id"));
  }

  /** The id of another comment, if it is visible to the caller. */
  private static Sql related(Caller caller, String column) {
    if (caller.seesRestricted() && !caller.isSubmitter()) {
      return Sql.of(", c." + column);
    }
    Sql related =
        Sql.of(", (select x.id from comment x where x.id = c." + column + " and (not x.restricted");
    if (caller.isSubmitter()) {
      related.add("or").add(own("x.organization_id", caller));
    }
    return related.add(")) as " + column);
  }

  /** The condition that this organization is that of the comment or another one of the caller. */
  private static Sql own(String organization, Caller caller) {
    if (caller.body().predecessors().isEmpty()) {
      return Sql.of(organization + " = c.organization_id");
    }
    return Sql.of(
        organization + " = any(array(select id from organization where code = any(?)))",
        codes(caller));
  }

  private static Object codes(Caller caller) {
    return caller.organizations().toArray(String[]::new);
  }

  /** The WHERE clause of visible comments: by plan, organization and restriction. */
  public static Sql visible(Caller caller) {
    Sql where = Sql.of("where true");
    if (caller.plans() != null) {
      where.add("and p.slug = any(?)", (Object) caller.plans().toArray(String[]::new));
    }
    if (caller.isSubmitter() && caller.body().predecessors().isEmpty()) {
      where.add("and o.code = ?", caller.organization());
    } else if (caller.isSubmitter()) {
      where.add("and o.code = any(?)", codes(caller));
    }
    if (!caller.seesRestricted()) {
      where.add("and not c.restricted").add(NO_RESTRICTED_PART);
    }
    return where;
  }
}
