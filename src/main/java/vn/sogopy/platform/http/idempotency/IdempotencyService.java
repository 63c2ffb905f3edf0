package vn.sogopy.platform.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.SqlException;

/** Stores the first 2xx of every (client, Idempotency-Key) in the transaction of its effect. */
@ApplicationScoped
public class IdempotencyService {
  /** Longer than the 24 hours that the contract promises. */
  static final Duration KEPT = Duration.ofHours(48);

  private static final String UNIQUE_VIOLATION = "23505";
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  @Inject DataSource source;
  @Inject ObjectMapper json;

  public record Outcome(StoredAnswer answer, boolean replayed) {}

  private record Found(boolean locked, byte[] request, StoredAnswer answer) {}

  @Transactional
  public Outcome once(String client, String key, byte[] request, Supplier<StoredAnswer> effect) {
    Found found = lockAndFind(client, key);
    if (found.answer() != null) {
      if (!Arrays.equals(found.request(), request)) {
        throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
      }
      return new Outcome(found.answer(), true);
    }
    if (!found.locked()) {
      throw inUse();
    }
    StoredAnswer answer = effect.get();
    keep(client, key, request, answer);
    return new Outcome(answer, false);
  }

  /**
   * The lock ends with the transaction, so a crash leaves no locked key. The snapshot of the
   * statement is older than the lock. A response committed in between is not found here, but {@link
   * #keep} then fails on the unique key.
   */
  private Found lockAndFind(String client, String key) {
    return Sql.of(
            "select pg_try_advisory_xact_lock(hashtextextended(k.client || ' ' || k.key, 0)) as locked,"
                + " r.request, r.status, r.headers::text as headers, r.body"
                + " from (select ?::text as client, ?::text as key) k"
                + " left join idempotency_record r on r.client = k.client and r.key = k.key",
            client,
            key)
        .first(source, this::found)
        .orElseThrow();
  }

  private Found found(ResultSet row) throws SQLException {
    byte[] request = row.getBytes("request");
    StoredAnswer answer =
        request == null
            ? null
            : new StoredAnswer(
                row.getInt("status"), headers(row.getString("headers")), row.getBytes("body"));
    return new Found(row.getBoolean("locked"), request, answer);
  }

  private void keep(String client, String key, byte[] request, StoredAnswer answer) {
    try {
      Sql.of(
              "insert into idempotency_record (client, key, request, status, headers, body, created_at)"
                  + " values (?, ?, ?, ?, ?::jsonb, ?, ?)",
              client,
              key,
              request,
              answer.status(),
              json.writeValueAsString(answer.headers()),
              answer.body(),
              Instant.now())
          .execute(source);
    } catch (SqlException e) {
      throw UNIQUE_VIOLATION.equals(SqlException.stateOf(e)) ? inUse() : e;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> headers(String text) {
    try {
      return json.readValue(text, HEADERS);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException inUse() {
    return new ProblemException(ProblemCode.IDEMPOTENCY_KEY_IN_USE).header("Retry-After", "1");
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void forgetOld() {
    Sql.of("delete from idempotency_record where created_at < ?", Instant.now().minus(KEPT))
        .execute(source);
  }
}
