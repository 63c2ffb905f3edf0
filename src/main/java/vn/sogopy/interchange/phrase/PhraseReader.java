package vn.sogopy.interchange.phrase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.comment.Status;
import vn.sogopy.interchange.phrase.PhraseService.PhraseView;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/** Reads the stock phrases of a plan, each with the number of answers that use it. */
@ApplicationScoped
public class PhraseReader {
  private static final String ALPHABET = "cast(sql('? collate \"vi-x-icu\"', f.text) as String)";

  /** Not sorted by uses, since these change between two pages. */
  private static final Keyset<Phrase> BY_TEXT =
      Keyset.ascending(
          new Key<>(ALPHABET, Type.TEXT, phrase -> phrase.text),
          new Key<>("f.id", Type.ID, phrase -> phrase.id));

  @Inject EntityManager entities;

  record Uses(UUID phrase, long number) {}

  /** For a drop-down list, most used first. */
  @Transactional
  public List<PhraseView> mostUsed(Caller caller, UUID planId, int limit) {
    List<Phrase> all =
        ofPlan(planId).add("order by " + ALPHABET + ", f.id").list(entities, Phrase.class);
    return views(caller, planId, all).stream()
        .sorted(Comparator.comparingInt(PhraseView::uses).reversed())
        .limit(limit)
        .toList();
  }

  @Transactional
  Page<PhraseView> list(Caller caller, UUID planId, int limit, String cursor, boolean count) {
    PageRequest request = new PageRequest("phrases " + planId, limit, cursor, count);
    Page<Phrase> page = BY_TEXT.page(entities, Phrase.class, request, "select f", ofPlan(planId));
    return new Page<>(views(caller, planId, page.items()), page.next(), page.total());
  }

  private static Hql ofPlan(UUID planId) {
    return Hql.of("from Phrase f where f.planId = ?", planId);
  }

  /**
   * @throws ProblemException 404 if the plan has no such phrase
   */
  @Transactional
  PhraseView get(Caller caller, UUID planId, UUID id) {
    Phrase phrase = entities.find(Phrase.class, id);
    if (phrase == null || !phrase.planId.equals(planId)) {
      throw ProblemException.notFound();
    }
    return views(caller, planId, List.of(phrase)).get(0);
  }

  /** Normalises the answers once, not once for each phrase. */
  private List<PhraseView> views(Caller caller, UUID planId, List<Phrase> phrases) {
    List<UUID> ids = phrases.stream().map(phrase -> phrase.id).toList();
    Map<UUID, Long> uses =
        Hql.of("with said as materialized (")
            .add(
                "select function('phrase_words' as String, c.state.answer.response) as words from Comment c")
            .add("where c.planId = ? and c.state.answer.response is not null", planId)
            .add("and c.state.status in ?", Status.LIVE)
            .add(caller.seesRestricted() ? "" : "and not c.restricted")
            .add(") select f.id, (select count(*) from said s where s.words like f.pattern)")
            .add("from Phrase f where f.id in ?", ids)
            .list(entities, Uses.class)
            .stream()
            .collect(Collectors.toMap(Uses::phrase, Uses::number));
    return phrases.stream()
        .map(phrase -> PhraseView.of(phrase, uses.get(phrase.id).intValue()))
        .toList();
  }
}
