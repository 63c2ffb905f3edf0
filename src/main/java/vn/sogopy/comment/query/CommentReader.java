package vn.sogopy.comment.query;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.Status;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.PlanService.OpenComments;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Reads the comments that are visible to the caller. A list takes one statement, or one for its ids
 * and one for the comments.
 */
@ApplicationScoped
public class CommentReader implements OpenComments {
  @Inject DataSource source;
  @Inject EntityManager entities;
  @Inject OrganizationRepository organizations;
  @Inject GroupRepository groups;
  @Inject CommentRepository comments;

  /**
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  public CommentView get(Caller caller, UUID id) {
    return CommentQueries.select(caller, new Sql())
        .add(CommentQueries.visible(caller))
        .add("and c.id = ?", id)
        .first(source, row -> CommentQueries.view(row, caller))
        .orElseThrow(ProblemException::notFound);
  }

  /** The comments among these ids that are visible to the caller, by id. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Map<UUID, CommentView> known(Caller caller, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Collections.emptyMap(); // A lookup of null is allowed here, but not on Map.of().
    }
    return CommentQueries.select(caller, new Sql())
        .add(CommentQueries.visible(caller))
        .add("and c.id = any(?)", (Object) ids.toArray(UUID[]::new))
        .list(source, row -> CommentQueries.view(row, caller))
        .stream()
        .collect(toMap(CommentView::id, identity()));
  }

  /** The comments of one letter in the order of their receipt, without split originals. */
  @Transactional
  public List<CommentView> ofLetter(Caller caller, UUID letterId) {
    return CommentQueries.select(caller, new Sql())
        .add(CommentQueries.visible(caller))
        .add("and c.letter_id = ? and c.status <> 'SPLIT'", letterId)
        .add("order by c.receipt_number, c.part nulls first")
        .list(source, row -> CommentQueries.view(row, caller));
  }

  /** The parts of a comment, in order; none unless it is SPLIT. */
  @Transactional
  public List<CommentView> parts(Caller caller, UUID id) {
    return CommentQueries.select(caller, new Sql())
        .add(CommentQueries.visible(caller))
        .add("and c.part_of_id = ? and not c.split_undone order by c.part", id)
        .list(source, row -> CommentQueries.view(row, caller));
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
      CommentFilter filter,
      CommentOrder order,
      int limit,
      String cursor,
      boolean count) {
    List<UUID> sections = named(scope, filter);
    Sql where = CommentConditions.where(caller, scope, filter, sections, Instant.now());
    String question = caller.role() + " " + caller.organization() + " " + scope + filter + order;
    Sql exact = filter.q() == null ? null : CommentConditions.exact(caller, filter.q());
    Sql from = Sql.of(CommentQueries.FROM).add(where);
    PageRequest page = new PageRequest(question, limit, cursor, count);
    Keyset keyset = order.keyset(exact);
    if (order.isArrival() && exact == null) {
      // An index has this order, so one statement reads no more than the page.
      Sql select = CommentQueries.select(caller, keyset.columns()).add(where);
      return keyset.page(source, page, select, from, row -> CommentQueries.view(row, caller));
    }
    Page<UUID> found = keyset.ids(source, page, "c.id", from);
    Map<UUID, CommentView> shown = known(caller, found.items());
    // A comment that was restricted in the meantime is omitted.
    return new Page<>(
        found.items().stream().map(shown::get).filter(Objects::nonNull).toList(),
        found.next(),
        found.total());
  }

  /**
   * The section of the filter and its descendants; empty if there is no such filter. An unknown
   * name is an error, since it is probably a typing error.
   */
  private List<UUID> named(CommentScope scope, CommentFilter filter) {
    List<UUID> sections = filter.section() == null ? List.of() : below(scope, filter.section());
    if (filter.section() != null && sections.isEmpty()) {
      throw ProblemException.parameter(
          "section", FieldCode.UNKNOWN_SECTION, filter.section(), numbers(scope));
    }
    String organization = filter.organization();
    if (organization != null && organizations.id(organization).isEmpty()) {
      throw ProblemException.parameter(
          "organization", FieldCode.UNKNOWN_ORGANIZATION, organization);
    }
    if (filter.group() != null && groups.count("code", filter.group()) == 0) {
      throw ProblemException.parameter("group", FieldCode.UNKNOWN_GROUP, filter.group());
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
                where root.codeKey = ?\
                """,
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

  @Override
  @Transactional
  public long count(UUID draftId) {
    return comments.countOf(draftId, Status.OPEN);
  }

  /** The plan of the listed comments, and optionally one draft; null = all drafts. */
  public record CommentScope(UUID plan, UUID draft) {}
}
