package vn.sogopy.interchange.phrase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** Reads the stock phrases of a plan, each with the number of answers that use it. */
@ApplicationScoped
public class PhraseReader {
  /** Not by number of uses, since it can change between two pages. */
  private static final Keyset BY_TEXT =
      Keyset.ascending(new Key("f.text collate \"vi-x-icu\"", Type.TEXT), new Key("f.id", Type.ID));

  @Inject DataSource source;

  /** For a drop-down list, most used first. */
  @Transactional
  public List<PhraseView> mostUsed(Caller caller, UUID planId, int limit) {
    return select(caller, planId, new Sql())
        .add("order by uses desc, f.text collate \"vi-x-icu\", f.id limit ?", limit)
        .list(source, PhraseReader::view);
  }

  @Transactional
  Page<PhraseView> list(Caller caller, UUID planId, int limit, String cursor, boolean count) {
    return BY_TEXT.page(
        source,
        "phrases " + planId,
        limit,
        cursor,
        select(caller, planId, BY_TEXT.columns()),
        PhraseReader::view,
        count ? Sql.of("select count(*) from phrase where plan_id = ?", planId) : null);
  }

  /**
   * @throws ProblemException 404 if the plan has no such phrase
   */
  @Transactional
  PhraseView get(Caller caller, UUID planId, UUID id) {
    return select(caller, planId, new Sql())
        .add("and f.id = ?", id)
        .first(source, PhraseReader::view)
        .orElseThrow(ProblemException::notFound);
  }

  /** The answers are normalised once for all phrases. */
  private static Sql select(Caller caller, UUID planId, Sql extra) {
    return Sql.of(
            "with said as materialized (select phrase_words(response) as words from comment"
                + " where plan_id = ? and response is not null and "
                + Status.SQL_LIVE
                + (caller.seesRestricted() ? "" : " and not restricted")
                + ")",
            planId)
        .add("select f.id, f.text, f.result, f.added_by, f.added_at,")
        .add("(select count(*) from said where said.words like f.pattern) as uses")
        .add(extra)
        .add("from phrase f where f.plan_id = ?", planId);
  }

  private static PhraseView view(ResultSet row) throws SQLException {
    return new PhraseView(
        Row.uuid(row, "id"),
        row.getString("text"),
        Row.constant(row, "result", Result.class),
        row.getInt("uses"),
        row.getString("added_by"),
        Row.instant(row, "added_at"));
  }
}
