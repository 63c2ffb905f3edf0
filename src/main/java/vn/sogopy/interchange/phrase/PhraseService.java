package vn.sogopy.interchange.phrase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Actor;

/** Keeps the stock phrases. */
@ApplicationScoped
public class PhraseService {
  @Inject PhraseReader reader;
  @Inject EntityManager entities;

  /**
   * A phrase that is kept.
   *
   * @param created false where there was one of the same words for the same result already
   */
  public record Kept(PhraseView phrase, boolean created) {}

  /**
   * Adds a phrase, or finds that of the same words.
   *
   * @throws ProblemException 400 for one without a fixed word
   */
  @Transactional
  public Kept add(Actor actor, UUID planId, PhraseInput input) {
    input.check();
    UUID id = UUID.randomUUID();
    // DO NOTHING waits for another transaction that is adding the same.
    boolean added =
        Hql.of("insert into Phrase (id, planId, text, pattern, result, addedBy, addedAt)")
                .add("values (?, ?, ?,", id, planId, input.text())
                .add(pattern(input))
                .add(", ?, ?, ?)", input.result(), actor.caller().name(), actor.at())
                .add("on conflict do nothing")
                .execute(entities)
            == 1;
    UUID kept = added ? id : find(planId, input);
    return new Kept(reader.get(actor.caller(), planId, kept), added);
  }

  private UUID find(UUID planId, PhraseInput input) {
    return Hql.of("select f.id from Phrase f where f.planId = ? and f.pattern =", planId)
        .add(pattern(input))
        .add("and f.result is not distinct from ?", input.result())
        .add("and function('phrase_signs' as String, f.text) =")
        .add("function('phrase_signs' as String, ?)", input.text())
        .first(entities, UUID.class)
        .orElseThrow(ProblemException::notFound);
  }

  private static Hql pattern(PhraseInput input) {
    Hql pattern = Hql.of("concat('%'");
    PhraseInput.fixed(input.text())
        .forEach(piece -> pattern.add(", function('phrase_words' as String, ?), '%'", piece));
    return pattern.add(")");
  }

  /**
   * Takes a phrase off the list; the answers that used it stay as they are.
   *
   * @throws ProblemException 404 if the plan has no such phrase
   */
  @Transactional
  void delete(UUID planId, UUID id) {
    if (Hql.of("delete from Phrase f where f.planId = ? and f.id = ?", planId, id).execute(entities)
        == 0) {
      throw ProblemException.notFound();
    }
  }
}
