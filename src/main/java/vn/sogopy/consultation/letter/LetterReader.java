package vn.sogopy.consultation.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.History;
import vn.sogopy.letter.LetterAction;
import vn.sogopy.letter.LetterHistoryEntry;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** Reads letters with the permissions of the caller. Warnings are in Vietnamese. */
@ApplicationScoped
public class LetterReader {
  private static final TypeReference<List<History.Change>> CHANGES = new TypeReference<>() {};

  @Inject DataSource source;
  @Inject EntityManager entities;
  @Inject OrganizationReader organizations;
  @Inject ObjectMapper json;

  /**
   * @throws ProblemException 404 if the caller can see no such letter
   */
  @Transactional
  public LetterView get(Caller caller, UUID id) {
    LocalDate today = today();
    return LetterSql.select(caller, new Sql())
        .add(LetterSql.visible(caller))
        .add("and l.id = ?", id)
        .first(source, row -> LetterSql.view(row, today))
        .orElseThrow(ProblemException::notFound);
  }

  /** The letters of these ids that the caller can see, unordered. */
  @Transactional
  public List<LetterView> known(Caller caller, Collection<UUID> ids) {
    LocalDate today = today();
    return LetterSql.select(caller, new Sql())
        .add(LetterSql.visible(caller))
        .add("and l.id = any(?)", (Object) ids.toArray(UUID[]::new))
        .list(source, row -> LetterSql.view(row, today));
  }

  /** The letters of a draft with inconsistent dates. */
  @Transactional
  public List<LetterView> odd(Caller caller, DraftRef draft) {
    LocalDate today = today();
    return LetterSql.select(caller, new Sql())
        .add(LetterSql.visible(caller))
        .add("and l.draft_id = ? order by l.letter_date, l.id", draft.id())
        .list(source, row -> LetterSql.view(row, today))
        .stream()
        .filter(letter -> !letter.warnings().isEmpty())
        .toList();
  }

  @Transactional
  Page<LetterView> list(
      Caller caller,
      DraftRef draft,
      LetterFilter filter,
      LetterOrder order,
      int limit,
      String cursor,
      boolean count) {
    organizations.requireKnown(filter.organization(), filter.group());
    Sql where = LetterSql.visible(caller).add("and l.draft_id = ?", draft.id());
    filter.addTo(where);
    String question = "letters " + caller.organization() + draft.id() + filter + order;
    LocalDate today = today();
    return order
        .keyset()
        .page(
            source,
            question,
            limit,
            cursor,
            LetterSql.select(caller, order.keyset().columns()).add(where),
            row -> LetterSql.view(row, today),
            count ? Sql.of("select count(*)").add(LetterSql.FROM).add(where) : null);
  }

  /** The history of the letter, oldest first. */
  @Transactional
  public LetterHistory history(Caller caller, UUID id) {
    get(caller, id);
    Hql history = Hql.of("from LetterHistoryEntry h where h.letterId = ?", id);
    if (!caller.seesRestricted()) {
      // A hidden file also hides its name and hash; see letter.AttachmentReader.
      history.add(
          "and (h.action <> ? or not exists"
              + " (select 1 from Comment c where c.letterId = h.letterId and c.restricted))",
          LetterAction.ATTACHED);
    }
    return new LetterHistory(
        history.add("order by h.id").list(entities, LetterHistoryEntry.class).stream()
            .map(this::entry)
            .toList());
  }

  private LetterHistory.Entry entry(LetterHistoryEntry entry) {
    try {
      return new LetterHistory.Entry(
          entry.at,
          entry.by,
          entry.client,
          entry.action,
          json.readValue(entry.changes, CHANGES),
          entry.reason);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate today() {
    return VietnamTime.dayOf(Instant.now());
  }
}
