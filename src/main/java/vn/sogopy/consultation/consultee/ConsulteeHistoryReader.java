package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/** What happened to a consultee, also to one that was taken out. */
@ApplicationScoped
public class ConsulteeHistoryReader {
  private static final TypeReference<List<ConsulteeHistory.Change>> CHANGES =
      new TypeReference<>() {};

  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * Oldest first.
   *
   * @throws ProblemException 404 if it never was one
   */
  @Transactional
  public ConsulteeHistory of(DraftRef draft, String organization) {
    List<ConsulteeHistory.Entry> entries =
        Sql.of(
                """
                select h.at, h.by_name, h.client, h.action, h.changes::text as changes, h.reason
                from consultee_history h join organization o on o.id = h.organization_id
                where h.draft_id = ? and o.code = ? order by h.id""",
                draft.id(),
                organization)
            .list(source, this::entry);
    if (entries.isEmpty()) {
      throw ProblemException.notFound();
    }
    return new ConsulteeHistory(entries);
  }

  /**
   * @throws ProblemException 404 if it never was a consultee
   */
  @Transactional
  public void require(DraftRef draft, String organization) {
    Sql known =
        Sql.of(
            "select 1 from consultee_history h join organization o on o.id = h.organization_id"
                + " where h.draft_id = ? and o.code = ? limit 1",
            draft.id(),
            organization);
    if (!known.exists(source)) {
      throw ProblemException.notFound();
    }
  }

  private ConsulteeHistory.Entry entry(ResultSet row) throws SQLException {
    try {
      return new ConsulteeHistory.Entry(
          Row.instant(row, "at"),
          row.getString("by_name"),
          row.getString("client"),
          Row.constant(row, "action", ConsulteeAction.class),
          json.readValue(row.getString("changes"), CHANGES),
          row.getString("reason"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
