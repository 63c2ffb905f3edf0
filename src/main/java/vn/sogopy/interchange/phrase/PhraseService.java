package vn.sogopy.interchange.phrase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Adds and deletes stock phrases. */
@ApplicationScoped
public class PhraseService {
  @Inject PhraseReader reader;
  @Inject DataSource source;

  /**
   * The result of adding a phrase.
   *
   * @param created false if a phrase with the same words and result existed already
   */
  public record Kept(PhraseView phrase, boolean created) {}

  /**
   * Adds a phrase, or finds the one with the same words and result.
   *
   * @throws ProblemException 400 for a phrase without a fixed word
   */
  @Transactional
  public Kept add(Actor actor, UUID planId, PhraseInput input) {
    input.check();
    UUID id = UUID.randomUUID();
    // DO NOTHING waits for a concurrent transaction that adds the same phrase.
    int added =
        Sql.of(
                "insert into phrase (id, plan_id, text, pattern, result, added_by, added_at)"
                    + " select ?, ?, ?, w.pattern, ?, ?, ? from (",
                id,
                planId,
                input.text(),
                input.result(),
                actor.caller().name(),
                actor.at())
            .add(pattern(input))
            .add(") w on conflict do nothing")
            .execute(source);
    UUID kept = added == 1 ? id : find(planId, input);
    return new Kept(reader.get(actor.caller(), planId, kept), added == 1);
  }

  private UUID find(UUID planId, PhraseInput input) {
    return Sql.of("select f.id from phrase f join (")
        .add(pattern(input))
        .add(
            ") w on w.pattern = f.pattern where f.plan_id = ? and f.result is not distinct from ?"
                + " and phrase_signs(f.text) = phrase_signs(?)",
            planId,
            input.result(),
            input.text())
        .first(source, row -> Row.uuid(row, "id"))
        .orElseThrow(ProblemException::notFound);
  }

  private static Sql pattern(PhraseInput input) {
    return Sql.of(
        "select '%' || string_agg(phrase_words(piece), '%' order by n) || '%' as pattern"
            + " from unnest(?) with ordinality as pieces (piece, n)",
        (Object) PhraseWords.fixed(input.text()).toArray(String[]::new));
  }

  /**
   * Deletes a phrase. Answers that used it do not change.
   *
   * @throws ProblemException 404 if the plan has no such phrase
   */
  @Transactional
  void delete(UUID planId, UUID id) {
    if (Sql.of("delete from phrase where plan_id = ? and id = ?", planId, id).execute(source)
        == 0) {
      throw ProblemException.notFound();
    }
  }
}
