package vn.sogopy.organization;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.organization.Successions.Body;
import vn.sogopy.organization.Successions.Link;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.BodyLookup;
import vn.sogopy.security.Caller;

/** Reads the organizations that have ended or will end. They are few. */
@ApplicationScoped
public class SuccessionReader implements BodyLookup {
  private static final Duration MAX_AGE = Duration.ofSeconds(3);

  private static final String SELECT =
      """
      select o.id, o.code, o.name, o.dissolved_on,
        array(select distinct k.client from api_key k where k.organization_code = o.code) as clients,
        s.id as heir_id, s.code as heir_code, s.name as heir_name
      from organization o
      left join organization_successor x on x.organization_id = o.id
      left join organization s on s.id = x.successor_id
      left join organization_group g on g.code = s.group_code
      where o.dissolved_on is not null
      order by o.code, g.position, s.position, s.code""";

  @Inject DataSource source;

  /** Replaced as a whole after a change. A lookup in progress then fills the previous one. */
  private volatile LoadingCache<Boolean, Successions> cache = empty();

  private LoadingCache<Boolean, Successions> empty() {
    return Caffeine.newBuilder().expireAfterWrite(MAX_AGE).build(key -> read());
  }

  /** As of the current transaction. */
  public Successions read() {
    return new Successions(Sql.of(SELECT).list(source, SuccessionReader::link));
  }

  /** At most {@link #MAX_AGE} old, from memory. */
  public Successions current() {
    return cache.get(true);
  }

  private static Link link(ResultSet row) throws SQLException {
    UUID heir = Row.uuid(row, "heir_id");
    return new Link(
        new Body(Row.uuid(row, "id"), row.getString("code"), row.getString("name")),
        Row.date(row, "dissolved_on"),
        Set.copyOf(Row.texts(row, "clients")),
        heir == null
            ? null
            : new Body(heir, row.getString("heir_code"), row.getString("heir_name")));
  }

  @Override
  public Caller.Body of(String code) {
    return code == null ? null : current().body(code, VietnamTime.today());
  }

  @Override
  public ProblemException refusal(String code) {
    Successions bodies = read();
    LocalDate today = VietnamTime.today();
    return bodies
        .ended(code, today)
        .map(
            body ->
                new ProblemException(
                    ProblemCode.KEY_OF_ENDED_ORGANIZATION, bodies.described(body.id(), today)))
        .orElseGet(() -> new ProblemException(ProblemCode.FORBIDDEN));
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) BodiesChanged event) {
    cache = empty();
  }
}
