package vn.sogopy.comment.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.Sql.RowMapper;
import vn.sogopy.security.Caller;

/**
 * Finds comments with similar content, by trigrams of the text without accents (pg_trgm). The
 * result is a hint for the consultant: nothing is merged or refused.
 *
 * <p>A trigram index would slow down every intake, and comparing trigrams is slow. In a plan with
 * many comments only those that share the most words with this one are compared, by the search
 * column.
 */
@ApplicationScoped
public class SimilarReader {
  /** Most plans have fewer comments; all of them are then compared. */
  private static final int MAX_COMPARED = 1_000;

  private static final int MIN_COMPARED = 100;

  /** Code points of this comment times number of compared comments. The limit is about 0.3 s. */
  private static final int WORK = 1_000_000;

  @Inject CommentViews views;
  @Inject DataSource source;
  @Inject EntityManager entities;

  /** The most similar first. */
  @Schema(name = "SimilarComments")
  public record Similar(List<Match> items) {}

  /**
   * @param score share of common trigrams, 0 to 1, three digits
   */
  @Schema(name = "SimilarComment")
  public record Match(
      CommentView comment,
      @Schema(description = "Mức giống nhau, từ 0 đến 1 · likeness", minimum = "0", maximum = "1")
          BigDecimal score) {}

  record Origin(UUID id, UUID plan, UUID partOf, String words, int length) {}

  /**
   * Similar comments of the whole plan that are visible to the caller, without the comment's own
   * original and parts, and without withdrawn and split ones.
   */
  @Transactional
  public Similar list(Caller caller, UUID id, double threshold, int limit) {
    Origin origin = origin(id);
    // OFFSET 0: the similarity is computed once for each row.
    Sql query =
        CommentQueries.columns(caller)
            .add(", round(m.score::numeric, 3) as score")
            .add(CommentQueries.FROM)
            .add("join (")
            .add(nearest(caller, origin))
            .add(") near on near.id = c.id")
            .add(
                "cross join lateral (select similarity(search_text(c.content), ?) as score offset 0) m",
                origin.words())
            .add("where m.score >= ?::real", threshold)
            .add("order by m.score desc, c.received_at, c.id limit ?", limit);
    RowMapper<CommentView> view = views.of(caller);
    return new Similar(
        query.list(source, row -> new Match(view.map(row), row.getBigDecimal("score"))));
  }

  private Origin origin(UUID id) {
    return Hql.of(
            "select c.id, c.planId, c.partOfId, function('search_text' as String, c.content),"
                + " length(c.content) from Comment c where c.id = ?",
            id)
        .first(entities, Origin.class)
        .orElseThrow(ProblemException::notFound);
  }

  private static int compared(int length) {
    return Math.max(MIN_COMPARED, Math.min(MAX_COMPARED, WORK / length));
  }

  /** The comments with the most words in common, relative to the length of both. */
  private static Sql nearest(Caller caller, Origin origin) {
    return Sql.of("select c.id")
        .add(CommentQueries.FROM)
        .add(CommentQueries.visible(caller))
        .add(CommentQueries.OF_PLAN, origin.plan())
        .add("and c." + Status.SQL_LIVE)
        .add("and c.id <> ? and c.part_of_id is distinct from ?", origin.id(), origin.id())
        .add("and c.id is distinct from ?::uuid", origin.partOf())
        .add(
            "order by (length(c.search) - length(ts_delete(c.search,"
                + " tsvector_to_array(to_tsvector('simple', ?)))))::real / (length(c.content) + ?) desc",
            origin.words(),
            origin.length())
        .add("limit ?", compared(origin.length()));
  }
}
