package vn.sogopy.comment.query;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.History;
import vn.sogopy.comment.Status;
import vn.sogopy.plan.OpenComments;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.paging.NarrowPage;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Comments as the caller may see them: a list is one query, or one for its ids and one for the
 * rest.
 */
@ApplicationScoped
public class CommentReader implements OpenComments {
  private static final TypeReference<List<History.Change>> CHANGES = new TypeReference<>() {};

  private static final String NO_RESTRICTED_FOLLOWER =
      "and not (action = 'FOLLOWED' and exists (select 1 from comment f"
          + " where f.restricted and f.id::text = changes -> 0 ->> 'after'))";

  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * @throws ProblemException 404 if there is none that this caller may know of
   */
  @Transactional
  public CommentView get(Caller caller, UUID id) {
    return CommentSql.select(caller, new Sql())
        .add(CommentSql.visible(caller))
        .add("and c.id = ?", id)
        .first(source, row -> CommentSql.view(row, caller))
        .orElseThrow(ProblemException::notFound);
  }

  /** Those of these that the caller may know of, by id. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Map<UUID, CommentView> known(Caller caller, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Collections.emptyMap(); // which may be asked for null, as Map.of() may not
    }
    return CommentSql.select(caller, new Sql())
        .add(CommentSql.visible(caller))
        .add("and c.id = any(?)", (Object) ids.toArray(UUID[]::new))
        .list(source, row -> CommentSql.view(row, caller))
        .stream()
        .collect(toMap(CommentView::id, identity()));
  }

  /** The comments of one letter in the order they were received, but for split originals. */
  @Transactional
  public List<CommentView> ofLetter(Caller caller, UUID letterId) {
    return CommentSql.select(caller, new Sql())
        .add(CommentSql.visible(caller))
        .add("and c.letter_id = ? and c.status <> 'SPLIT'", letterId)
        .add("order by c.receipt_number, c.part nulls first")
        .list(source, row -> CommentSql.view(row, caller));
  }

  /** The points this comment was split into, in order; none unless it is SPLIT. */
  @Transactional
  public List<CommentView> parts(Caller caller, UUID id) {
    return CommentSql.select(caller, new Sql())
        .add(CommentSql.visible(caller))
        .add("and c.part_of_id = ? and not c.split_undone order by c.part", id)
        .list(source, row -> CommentSql.view(row, caller));
  }

  /**
   * Each of its statements sees the database anew, within a transaction or without: BEGIN and
   * COMMIT would only cost their way.
   *
   * @throws ProblemException 400 for a filter that names what is not there, or a wrong cursor
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Page<CommentView> list(
      Caller caller,
      CommentScope scope,
      CommentFilter filter,
      CommentOrder order,
      int limit,
      String cursor,
      boolean count) {
    List<UUID> sections = named(scope, filter);
    Sql where = CommentConditions.where(caller, scope, filter, sections, Instant.now());
    String question = caller.role() + " " + caller.organization() + " " + scope + filter + order;
    Sql exact = filter.q() == null ? null : CommentConditions.exact(caller, filter.q());
    Sql total = count ? Sql.of("select count(*)").add(CommentSql.FROM).add(where) : null;
    NarrowPage page = order.page(exact);
    if (order.isArrival() && exact == null) {
      // An index has this order: what is walked is the page, and needs no step of its own.
      Sql select = CommentSql.select(caller, page.keyset().columns()).add(where);
      return page.keyset()
          .page(
              source, question, limit, cursor, select, row -> CommentSql.view(row, caller), total);
    }
    Page<UUID> found =
        page.ids(
            source, question, limit, cursor, "c.id", Sql.of(CommentSql.FROM).add(where), total);
    Map<UUID, CommentView> shown = known(caller, found.items());
    // What the caller may no longer know of since it was found is left out.
    return new Page<>(
        found.items().stream().map(shown::get).filter(Objects::nonNull).toList(),
        found.next(),
        found.total());
  }

  /**
   * A filter by a name that does not exist is a slip of the pen, better told than answered with
   * nothing.
   *
   * @return the section asked for and those below it; none where none was
   */
  private List<UUID> named(CommentScope scope, CommentFilter filter) {
    List<UUID> sections = filter.section() == null ? List.of() : below(scope, filter.section());
    if (filter.section() != null && sections.isEmpty()) {
      throw ProblemException.parameter(
          "section", FieldCode.UNKNOWN_SECTION, filter.section(), numbers(scope));
    }
    if (filter.organization() != null
        && !exists(Sql.of("select 1 from organization where code = ?", filter.organization()))) {
      throw ProblemException.parameter(
          "organization", FieldCode.UNKNOWN_ORGANIZATION, filter.organization());
    }
    if (filter.group() != null
        && !exists(Sql.of("select 1 from organization_group where code = ?", filter.group()))) {
      throw ProblemException.parameter("group", FieldCode.UNKNOWN_GROUP, filter.group());
    }
    return sections;
  }

  private List<UUID> below(CommentScope scope, String section) {
    Sql below =
        Sql.of(
            "select below.id from section root join draft d on d.id = root.draft_id"
                + " join section below on below.draft_id = root.draft_id"
                + " and below.path >= root.path and below.path < root.path || '~'"
                + " where root.code_key = ? and d.plan_id = ?",
            Section.key(section),
            scope.plan());
    if (scope.draft() != null) {
      below.add("and d.id = ?", scope.draft());
    }
    return below.list(source, row -> Row.uuid(row, "id"));
  }

  /** The numbers of the drafts that were looked through, such as "1, 2"; "-" = there is none. */
  private String numbers(CommentScope scope) {
    return Sql.of(
            "select coalesce(string_agg(number::text, ', ' order by number), '-') from draft"
                + " where plan_id = ? and (?::uuid is null or id = ?)",
            scope.plan(),
            scope.draft(),
            scope.draft())
        .first(source, row -> row.getString(1))
        .orElseThrow();
  }

  private boolean exists(Sql query) {
    return query.exists(source);
  }

  /** What happened to the comment, oldest first, as far as the caller may know. */
  @Transactional
  public History history(Caller caller, UUID id) {
    CommentView comment = get(caller, id);
    boolean all = !caller.isSubmitter() || comment.status() == Status.APPROVED;
    List<History.Entry> entries =
        Sql.of(
                "select at, by_name, client, action, from_status, to_status, changes::text as changes, reason"
                    + " from comment_history where comment_id = ?",
                id)
            .add(caller.seesRestricted() ? "" : NO_RESTRICTED_FOLLOWER)
            .add("order by id")
            .list(source, this::entry);
    List<History.Entry> told =
        entries.stream()
            .filter(entry -> all || Action.OF_COMMENTER.contains(entry.action()))
            .toList();
    HistoryScreen screen = HistoryScreen.of(source, caller, told);
    return new History(told.stream().map(screen::through).toList());
  }

  private History.Entry entry(ResultSet row) throws SQLException {
    try {
      return new History.Entry(
          Row.instant(row, "at"),
          row.getString("by_name"),
          row.getString("client"),
          Row.constant(row, "action", Action.class),
          Row.constant(row, "from_status", Status.class),
          Row.constant(row, "to_status", Status.class),
          json.readValue(row.getString("changes"), CHANGES),
          row.getString("reason"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @Transactional
  public long count(UUID draftId) {
    return Sql.of("select count(*) from comment where draft_id = ? and " + Status.SQL_OPEN, draftId)
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }
}
