package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.http.ProblemException;
import vn.sogopy.security.Caller;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/**
 * Finds comments in nearly the same words, by the trigrams of the words without accents (pg_trgm).
 * A hint for whoever answers: nothing is merged or refused.
 */
@ApplicationScoped
public class SimilarReader {
  @Inject DataSource source;

  /** The most alike first. */
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

  private record Origin(UUID plan, UUID partOf, String words) {}

  /**
   * Those of the whole plan that this caller may know of, without the comment's own original and
   * parts, and without what was withdrawn or split.
   */
  @Transactional
  Similar list(Caller caller, UUID id, double threshold, int limit) {
    Origin origin =
        Sql.of(
                "select plan_id, part_of_id, search_text(content) as words from comment where id = ?",
                id)
            .first(
                source,
                row ->
                    new Origin(
                        Row.uuid(row, "plan_id"),
                        Row.uuid(row, "part_of_id"),
                        row.getString("words")))
            .orElseThrow(ProblemException::notFound);
    // offset 0: the likeness is worked out once a row.
    Sql query =
        CommentSql.select(caller, Sql.of(", round(m.score::numeric, 3) as score"))
            .add(
                "cross join lateral (select similarity(search_text(c.content), ?) as score offset 0) m",
                origin.words())
            .add(CommentSql.visible(caller))
            .add("and c.plan_id = ? and c.status not in ('WITHDRAWN', 'SPLIT')", origin.plan())
            .add("and c.id <> ? and c.part_of_id is distinct from ?", id, id)
            .add("and c.id is distinct from ?::uuid", origin.partOf())
            .add("and m.score >= ?::real", threshold)
            .add("order by m.score desc, c.received_at, c.id limit ?", limit);
    return new Similar(
        query.list(
            source, row -> new Match(CommentSql.view(row, caller), row.getBigDecimal("score"))));
  }
}
