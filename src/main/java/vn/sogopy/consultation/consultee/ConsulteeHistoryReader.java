package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.List;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;

/** Reads the history of consultees, also of removed ones. */
@ApplicationScoped
public class ConsulteeHistoryReader {
  private static final TypeReference<List<ConsulteeHistory.Change>> CHANGES =
      new TypeReference<>() {};

  @Inject EntityManager entities;
  @Inject ObjectMapper json;

  /**
   * Oldest first.
   *
   * @throws ProblemException 404 if the organization never was a consultee of the draft
   */
  @Transactional
  public ConsulteeHistory of(DraftRef draft, String organization) {
    List<ConsulteeHistory.Entry> entries =
        Hql.of(
                """
                select h from ConsulteeHistoryEntry h join Organization o on o.id = h.organizationId
                where h.draftId = ? and o.code = ? order by h.id""",
                draft.id(),
                organization)
            .list(entities, ConsulteeHistoryEntry.class)
            .stream()
            .map(this::entry)
            .toList();
    if (entries.isEmpty()) {
      throw ProblemException.notFound();
    }
    return new ConsulteeHistory(entries);
  }

  /**
   * @throws ProblemException 404 if the organization never was a consultee of the draft
   */
  @Transactional
  public void require(DraftRef draft, String organization) {
    of(draft, organization);
  }

  private ConsulteeHistory.Entry entry(ConsulteeHistoryEntry entry) {
    try {
      return new ConsulteeHistory.Entry(
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
}
