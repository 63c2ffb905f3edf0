package vn.sogopy.comment.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.letter.DueDate;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/**
 * A {@link CommentQuery} as SQL conditions. The search of a commenter excludes texts hidden from
 * it.
 */
final class CommentConditions {
  /** The texts of a comment that are always visible to its commenter. */
  private static final String OWN_WORDS =
      "c.content || ' ' || coalesce(c.proposal, '')"
          + " || ' ' || coalesce(case when c.status = 'APPROVED' then c.response end, '')";

  private static final String ALL_WORDS =
      "c.content || ' ' || coalesce(c.proposal, '') || ' ' || coalesce(c.response, '')";

  /** The draft after {@code d}; numbers can have gaps. */
  private static final String NEXT_DRAFT =
      "(select n.id from draft n where n.plan_id = d.plan_id and n.number > d.number"
          + " order by n.number limit 1)";

  /**
   * The revision names a section that is missing in the outline of the next draft. It was entered
   * before the outline existed, or the outline was replaced since.
   */
  private static final String NO_ROW =
      "(c.revision_section is not null and exists (select 1 from section s1 where s1.draft_id = "
          + NEXT_DRAFT
          + ") and not exists (select 1 from section s2 where s2.draft_id = "
          + NEXT_DRAFT
          + " and s2.code_key = lower(public.unaccent(c.revision_section))))";

  /** "45-46, 50": a page, or the first and the last one of a range. */
  private static final String ON_PAGE =
      "exists (select 1 from string_to_table(c.locator_pages, ', ') pages where ? between"
          + " split_part(pages, '-', 1)::int and coalesce(nullif(split_part(pages, '-', 2), ''), pages)::int)";

  private final Caller caller;
  private final CommentQuery query;
  private final Sql where;

  private CommentConditions(Caller caller, CommentQuery query) {
    this.caller = caller;
    this.query = query;
    this.where = CommentQueries.visible(caller);
  }

  /**
   * @param sections the requested section and its descendants
   */
  static Sql where(
      Caller caller, CommentScope scope, CommentQuery query, List<UUID> sections, Instant now) {
    CommentConditions conditions = new CommentConditions(caller, query);
    conditions.states(scope, now);
    conditions.answers();
    conditions.origins(sections);
    conditions.words();
    return conditions.where;
  }

  private void states(CommentScope scope, Instant now) {
    if (scope.draft() == null) {
      where.add(CommentQueries.OF_PLAN, scope.plan());
    } else {
      where.add("and c.draft_id = ?", scope.draft());
    }
    // The content of such a part is in the restored original.
    where.add("and not c.split_undone");
    if (query.status.isEmpty()) {
      // Who names one comment wants to see what became of it.
      boolean one = query.receiptNumber != null || query.externalId != null;
      where.add(
          one ? "and c.status <> 'SPLIT'" : "and c.status <> 'SPLIT' and c.status <> 'WITHDRAWN'");
    }
    oneOf("c.status", query.status);
    if (query.open || query.answerOverdue) {
      oneOf("c.status", Status.OPEN);
    }
    if (query.answerOverdue) {
      where.add("and coalesce(c.answer_due_on, d.answer_due_on) < ?", VietnamTime.dayOf(now));
    }
    oneOf("c.kind", query.kind);
    flag("c.needs_review", query.needsReview);
    flag(DueDate.COMMENT_LATE, query.late);
    flag("c.restricted", query.restricted);
  }

  private void answers() {
    boolean hidden = !query.result.isEmpty() || query.revisionOpen || query.assignee != null;
    if (hidden && caller.isSubmitter()) {
      where.add("and c.status = 'APPROVED'");
    }
    oneOf("c.result", query.result);
    if (query.revisionOpen) {
      where.add(
          "and c.result in ('ACCEPTED', 'PARTIALLY_ACCEPTED') and c.status in ('ANSWERED', 'APPROVED')"
              + " and (c.revision_section is null and c.revision_page is null and c.revision_note is null or "
              + NO_ROW
              + ")");
    }
    String known =
        caller.isSubmitter()
            ? "(c.status = 'APPROVED' and c.%s is not null)"
            : "(c.%s is not null)";
    flag(known.formatted("escalation_reason"), query.escalated);
    flag(known.formatted("direction_text"), query.directed);
    given("btrim(search_text(c.assignee)) = btrim(search_text(?))", query.assignee);
  }

  private void origins(List<UUID> sections) {
    if (query.section != null) {
      UUID[] below = sections.toArray(UUID[]::new);
      // Without CASE PostgreSQL combines two indexes, and reads and sorts all comments of the
      // section.
      where
          .add("and (c.section_id = any(?)", (Object) below)
          .add(
              "or case when c.has_children then exists (select 1 from comment_section cs"
                  + " where cs.comment_id = c.id and cs.section_id = any(?)) end)",
              (Object) below);
    }
    flag("(c.section_id is null)", query.general);
    given(ON_PAGE, query.onPage);
    given("o.code = ?", query.organization);
    given("o.group_code = ?", query.group);
    given("c.letter_id = ?", query.letter);
    given("c.receipt_number = ?", query.receiptNumber);
    given("c.external_id = ?", query.externalId);
    if (query.externalId != null && caller.isSubmitter()) {
      where.add("and c.client = any(?)", (Object) caller.clients().toArray(String[]::new));
    }
    if (query.receivedFrom != null) {
      where.add("and c.received_at >= ?", VietnamTime.startOf(query.receivedFrom));
    }
    if (query.receivedTo != null) {
      where.add("and c.received_at < ?", VietnamTime.startOf(query.receivedTo.plusDays(1)));
    }
    given("c.updated_at >= ?", query.updatedSince);
  }

  private void words() {
    if (query.q == null) {
      return;
    }
    where.plannedAnew();
    where.add("and c.search @@ plainto_tsquery('simple', search_text(?))", query.q);
    if (caller.isSubmitter()) {
      // The index also covers answers. A second condition excludes those that are not approved.
      where.add(
          "and (c.response is null or c.status = 'APPROVED' or to_tsvector('simple', search_text("
              + OWN_WORDS
              + ")) @@ plainto_tsquery('simple', search_text(?)))",
          query.q);
    }
  }

  /**
   * Restricts the rows {@code found} to those with the same accents. A regular expression for each
   * word costs a tenth of parsing the whole text.
   */
  static Sql exact(Caller caller, String q) {
    return Sql.of(
        "(select ("
            + (caller.isSubmitter() ? OWN_WORDS : ALL_WORDS)
            + ") collate \"und-x-icu\" ~* all (array(select"
            + " '(^|\\W|_)' || word || '(\\W|_|$)'"
            + " from unnest(tsvector_to_array(to_tsvector('simple', accent_text(?)))) word))"
            + " from comment c where c.id = found.id)",
        q);
  }

  private void flag(String column, Boolean wanted) {
    if (wanted != null) {
      where.add(wanted ? "and " + column : "and not " + column);
    }
  }

  private void given(String condition, Object value) {
    if (value != null) {
      where.add("and " + condition, value);
    }
  }

  private void oneOf(String column, Collection<? extends Enum<?>> wanted) {
    if (!wanted.isEmpty()) {
      Object names = wanted.stream().map(Enum::name).toArray(String[]::new);
      where.add("and " + column + " = any(?)", names);
    }
  }
}
