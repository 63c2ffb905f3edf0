package vn.sogopy.comment.query;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentOrder.Found;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftService.OpenComments;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Reads the comments that are visible to the caller. A list takes one statement, or one for its ids
 * and one for the comments.
 */
@ApplicationScoped
public class CommentReader implements OpenComments {
  /** Distinguishes the rows that a search lists first. */
  private static final Key<Found> RANK = CommentOrder.key("rank", Type.NUMBER);

  @Inject CommentViews views;
  @Inject DataSource source;
  @Inject EntityManager entities;
  @Inject OrganizationRepository organizations;
  @Inject GroupRepository groups;
  @Inject CommentRepository comments;

  /** The plan of the listed comments, and optionally one draft; null = all drafts. */
  public record CommentScope(UUID plan, UUID draft) {}

  /**
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  public CommentView get(Caller caller, UUID id) {
    return read(caller, "and c.id = ?", id).stream()
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @param draft of the comment; null = any
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  void requireVisible(Caller caller, UUID id, DraftRef draft) {
    Sql found =
        Sql.of("select 1")
            .add(CommentQueries.FROM)
            .add(CommentQueries.visible(caller))
            .add("and c.id = ?", id);
    if (draft != null) {
      found.add("and c.draft_id = ?", draft.id());
    }
    if (!found.exists(source)) {
      throw ProblemException.notFound();
    }
  }

  /** The comments among these ids that are visible to the caller, by id. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Map<UUID, CommentView> known(Caller caller, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Collections.emptyMap(); // A lookup of null is allowed here, but not on Map.of().
    }
    Object all = ids.toArray(UUID[]::new);
    return read(caller, "and c.id = any(?)", all).stream()
        .collect(toMap(CommentView::id, identity()));
  }

  /** The comments of one letter in the order of their receipt, without split originals. */
  @Transactional
  public List<CommentView> ofLetter(Caller caller, UUID letterId) {
    return read(
        caller,
        "and c.letter_id = ? and c.status <> 'SPLIT' order by c.receipt_number, c.part nulls first",
        letterId);
  }

  /** The parts of a comment, in order; none unless it is SPLIT. */
  @Transactional
  public List<CommentView> parts(Caller caller, UUID id) {
    return read(caller, "and c.part_of_id = ? and not c.split_undone order by c.part", id);
  }

  private List<CommentView> read(Caller caller, String condition, Object value) {
    return CommentQueries.selectFrom("comment", caller)
        .add(CommentQueries.visible(caller))
        .add(condition, value)
        .list(source, views.of(caller));
  }

  @Override
  @Transactional
  public long count(UUID draftId) {
    return comments.countOf(draftId, Status.OPEN);
  }

  /**
   * One page. There is no surrounding transaction: each statement has its own snapshot in any case,
   * and BEGIN and COMMIT would be two more round trips.
   *
   * @throws ProblemException 400 for a filter with an unknown name, or a wrong cursor
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Page<CommentView> list(
      Caller caller,
      CommentScope scope,
      CommentQuery query,
      CommentOrder order,
      int limit,
      String cursor,
      boolean count) {
    List<UUID> sections = named(scope, query);
    Sql from =
        Sql.of(CommentQueries.FROM)
            .add(CommentConditions.where(caller, scope, query, sections, Instant.now()));
    String question = caller.role() + " " + caller.organization() + " " + scope + query + order;
    PageRequest page = new PageRequest(question, limit, cursor, count);
    return order.arrival() != null && query.q == null
        ? byArrival(caller, scope, order.arrival(), page, from)
        : byIds(caller, query.q, order.keyset(), page, from);
  }

  /**
   * An index has this order within a draft, so one statement finds and reads the page. For a plan
   * it reads a page of each draft.
   */
  private Page<CommentView> byArrival(
      Caller caller, CommentScope scope, Keyset<CommentView> order, PageRequest page, Sql from) {
    String limit = "limit " + (page.limit() + 1);
    Sql ids = Sql.of("select c.id, c.received_at").add(from);
    if (scope.draft() == null) {
      Sql each = ids.add("and c.draft_id = one.id");
      ids =
          Sql.of("select c.id from draft one cross join lateral (")
              .add(order.restrict(each, order.after(page)).add(limit))
              .add(") c where one.plan_id = ?", scope.plan());
      order.restrict(ids, null).add(limit);
    } else {
      order.restrict(ids, order.after(page)).add(limit);
    }
    List<CommentView> rows =
        order
            .restrict(CommentQueries.selectFound(ids, caller), null)
            .list(source, views.of(caller));
    return order.page(rows, page, total(page, from));
  }

  /**
   * The first statement reads only ids and sort keys, so that skipped and sorted rows are cheap.
   * The second one reads the comments; its plan can be reused where that of the first one cannot.
   */
  private Page<CommentView> byIds(
      Caller caller, String q, Keyset<Found> order, PageRequest page, Sql from) {
    List<Key<Found>> keys = new ArrayList<>(List.of(RANK));
    keys.addAll(order.keys());
    Keyset<Found> ranked = new Keyset<>(order.descending(), keys);
    List<Object> after = ranked.after(page);
    int limit = page.limit() + 1;
    Sql ids =
        q == null
            ? matches(order, 0, from, after).add("limit " + limit)
            : search(order, from, after, CommentConditions.exact(caller, q), limit);
    List<Found> rows = ids.list(source, row -> found(row, keys));
    Page<Found> found = ranked.page(rows, page, total(page, from));
    Map<UUID, CommentView> shown = known(caller, found.items().stream().map(Found::id).toList());
    // A comment that was restricted in the meantime is omitted.
    return new Page<>(
        found.items().stream().map(one -> shown.get(one.id())).filter(Objects::nonNull).toList(),
        found.next(),
        found.total());
  }

  /** Rows that match exactly come first. The others are read only if these do not fill the page. */
  private static Sql search(
      Keyset<Found> order, Sql from, List<Object> after, Sql exact, int limit) {
    int first = order.descending() ? 1 : 0;
    boolean isBehind = after != null && after.get(0).equals(1 - first);
    Sql others = matches(order, 1 - first, from, isBehind ? after : null);
    if (isBehind) {
      return tested(others, "not", exact, limit);
    }
    String direction = order.descending() ? " desc" : " asc";
    return Sql.of("with preferred as materialized (")
        .add(tested(matches(order, first, from, after), "", exact, limit))
        .add(") select * from preferred union all select * from (")
        .add(tested(others, "not", exact, limit))
        .add(") others where (select count(*) from preferred) < " + limit)
        .add("order by " + String.join(direction + ", ", columns(order)) + direction);
  }

  /**
   * The condition is expensive: rows are sorted first and then tested until the page is full.
   * OFFSET 0 keeps the condition out of the subquery and preserves the order.
   */
  private static Sql tested(Sql matches, String not, Sql condition, int limit) {
    return Sql.of("select found.* from (")
        .add(matches)
        .add("offset 0) found where " + not)
        .add(condition)
        .add("limit " + limit);
  }

  /** The ids and keys of all rows after these keys, in this order. */
  private static Sql matches(Keyset<Found> order, int rank, Sql from, List<Object> after) {
    StringBuilder select = new StringBuilder("select c.id, " + rank + " as key_0");
    for (int i = 1; i <= order.keys().size(); i++) {
      select.append(", ").append(order.keys().get(i - 1).path()).append(" as key_").append(i);
    }
    return order.restrict(
        Sql.of(select.toString()).add(from), after == null ? null : after.subList(1, after.size()));
  }

  /** The names of the columns with the rank and the keys. */
  private static List<String> columns(Keyset<Found> order) {
    return IntStream.rangeClosed(0, order.keys().size()).mapToObj(i -> "key_" + i).toList();
  }

  private static Found found(ResultSet row, List<Key<Found>> keys) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Key<Found> key = keys.get(i);
      String column = "key_" + i;
      values.put(
          key.path(),
          key.type() == Type.INSTANT ? Row.instant(row, column) : row.getString(column));
    }
    return new Found(Row.uuid(row, "id"), values);
  }

  private Long total(PageRequest page, Sql from) {
    return page.count()
        ? Sql.of("select count(*)").add(from).first(source, row -> row.getLong(1)).orElseThrow()
        : null;
  }

  /**
   * The section of the filter and its descendants; empty if there is no such filter. An unknown
   * name is an error, since it is probably a typing error.
   */
  private List<UUID> named(CommentScope scope, CommentQuery query) {
    List<UUID> sections = query.section == null ? List.of() : below(scope, query.section);
    if (query.section != null && sections.isEmpty()) {
      throw ProblemException.parameter(
          "section", FieldCode.UNKNOWN_SECTION, query.section, numbers(scope));
    }
    String organization = query.organization;
    if (organization != null && organizations.id(organization).isEmpty()) {
      throw ProblemException.parameter(
          "organization", FieldCode.UNKNOWN_ORGANIZATION, organization);
    }
    if (query.group != null && groups.count("code", query.group) == 0) {
      throw ProblemException.parameter("group", FieldCode.UNKNOWN_GROUP, query.group);
    }
    return sections;
  }

  private List<UUID> below(CommentScope scope, String section) {
    return inDrafts(
            scope,
            Hql.of(
                """
                select below.id from Section root join Draft d on d.id = root.draftId
                join Section below on below.draftId = root.draftId
                  and below.path >= root.path and below.path < root.path || '~'
                where root.codeKey = ?""",
                Section.key(section)))
        .list(entities, UUID.class);
  }

  /** The numbers of the searched drafts, such as "1, 2"; "-" = none. */
  private String numbers(CommentScope scope) {
    String numbers =
        inDrafts(scope, Hql.of("select d.number from Draft d where true"))
            .add("order by d.number")
            .list(entities, Integer.class)
            .stream()
            .map(String::valueOf)
            .collect(joining(", "));
    return numbers.isEmpty() ? "-" : numbers;
  }

  private static Hql inDrafts(CommentScope scope, Hql query) {
    query.add("and d.planId = ?", scope.plan());
    return scope.draft() == null ? query : query.add("and d.id = ?", scope.draft());
  }
}
