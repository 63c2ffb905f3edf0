package vn.sogopy.consultation.reminder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;

/** What official papers say of a plan and of the body that asks. */
@ApplicationScoped
public class PlanHead {
  private static final String NOBODY = "Cơ quan lập quy hoạch";

  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * @param issuer the asking body as prose names it: the letterhead prints it in capitals
   */
  public record Head(String title, boolean sample, Letterhead letterhead, String issuer) {}

  public Head of(UUID plan) {
    return Sql.of(
            """
            select p.title, p.sample, p.letterhead::text as letterhead,
              (select o.name from organization o
               where upper(o.name collate "und-x-icu") = upper(p.letterhead ->> 'issuer' collate "und-x-icu")
               order by o.code limit 1) as issuer
            from plan p where p.id = ?""",
            plan)
        .first(source, this::head)
        .orElseThrow(ProblemException::notFound);
  }

  private Head head(ResultSet row) throws SQLException {
    try {
      Letterhead letterhead = json.readValue(row.getString("letterhead"), Letterhead.class);
      String printed = letterhead.issuer() == null ? NOBODY : letterhead.issuer();
      String issuer = row.getString("issuer");
      return new Head(
          row.getString("title"),
          row.getBoolean("sample"),
          letterhead,
          issuer == null ? printed : issuer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
