package vn.sogopy.platform.http.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.SqlException;
import vn.sogopy.platform.text.Sha256;

/**
 * The Idempotency-Key of the current request. The first 2xx response of every client and key is
 * stored in the transaction of its effect.
 */
@ApplicationScoped
public class IdempotencyService {
  static final String HEADER = "Idempotency-Key";

  /** Longer than the 24 hours that the contract promises. */
  static final Duration RETENTION = Duration.ofHours(48);

  private static final Logger LOG = Logger.getLogger(IdempotencyService.class);

  /** 1-255 visible ASCII characters; {@code "k"} and bare {@code k} are equal. */
  private static final Pattern KEY =
      Pattern.compile(
          "\\s*(?:\"([\\x21\\x23-\\x7E]{1,255})\"|([\\x21\\x23-\\x7E][\\x21-\\x7E]{0,254}))\\s*");

  private static final String UNIQUE_VIOLATION = "23505";

  /** Unique violation, serialization failure, deadlock. */
  private static final Set<String> LOST_RACE = Set.of(UNIQUE_VIOLATION, "40001", "40P01");

  private static final int ATTEMPTS = 3;
  private static final String REPLAYED = "Idempotency-Replayed";

  @Inject RoutingContext context;
  @Inject ObjectMapper json;
  @Inject DataSource source;
  @Inject Provider<Sender> sender;

  /**
   * The client. Its keys share answers only if they are bound to the same organization.
   *
   * @see #once
   */
  public interface Sender {
    String client();

    /** Code of the organization the key is bound to; null = none. */
    String organization();
  }

  record Key(String client, String key) {}

  /** A 2xx response as it was sent, for a byte-identical replay. */
  private record StoredAnswer(int status, String tag, String location, byte[] body) {}

  /**
   * @param request the digest of the first request; null with {@code answer} if there was none
   */
  private record Found(boolean locked, byte[] request, StoredAnswer answer) {}

  /**
   * Runs a POST once. With an Idempotency-Key the first 2xx response is repeated for the same
   * request of the same client.
   *
   * @param body the bytes that identify the request; not read without a key
   * @throws ProblemException 400 for a malformed key, 409 while the first request is running, 422
   *     for a different request
   */
  public Response once(byte[] body, Supplier<Response> effect) {
    return retried(() -> onceInTransaction(body, effect));
  }

  /** Whether the request has the header, well-formed or not. */
  boolean hasKey() {
    return context.request().headers().contains(HEADER);
  }

  /**
   * Runs a transaction and repeats it after a unique violation, a serialization failure or a
   * deadlock. The repeated transaction finds what the other one has written.
   *
   * @throws ProblemException 503 after three failures
   */
  public <T> T retried(Supplier<T> transaction) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException e) {
        if (!LOST_RACE.contains(String.valueOf(SqlException.stateOf(e)))) {
          throw e;
        }
        LOG.infof("a race was lost, attempt %d: SQLSTATE %s", attempt, SqlException.stateOf(e));
      }
    }
    throw FailureProblems.unavailable();
  }

  /** Like {@link #once}, in a transaction of the caller, which must be repeatable. */
  public Response onceInTransaction(byte[] body, Supplier<Response> effect) {
    String key = parse(context.request().getHeader(HEADER));
    if (key == null) {
      return answer(stored(effect.get()), false);
    }
    Sender known = sender.get();
    String request =
        context.request().method() + " " + context.request().uri() + " " + known.organization();
    byte[] digest = Sha256.of((request + "\n").getBytes(StandardCharsets.UTF_8), body);
    return once(new Key(known.client(), key), digest, effect);
  }

  /**
   * @return the key, or null if the header is absent
   * @throws ProblemException 400 if it is malformed
   */
  static String parse(String header) {
    if (header == null) {
      return null;
    }
    Matcher key = KEY.matcher(header);
    if (!key.matches()) {
      throw ProblemException.invalid(
          FieldError.header(HEADER, FieldCode.INVALID_HEADER, "1-255 visible ASCII"));
    }
    return key.group(1) != null ? key.group(1) : key.group(2);
  }

  @Transactional
  Response once(Key key, byte[] request, Supplier<Response> effect) {
    Found found = lockAndFind(key);
    if (found.answer() != null) {
      if (!Arrays.equals(found.request(), request)) {
        throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
      }
      return answer(found.answer(), true);
    }
    if (!found.locked()) {
      throw inUse();
    }
    StoredAnswer answer = stored(effect.get());
    keep(key, request, answer);
    return answer(answer, false);
  }

  /**
   * The lock ends with the transaction, so a crash leaves no locked key. The snapshot of the
   * statement is older than the lock. A response committed in between is not found here, but {@link
   * #keep} then fails on the unique key.
   */
  private Found lockAndFind(Key key) {
    return Sql.of(
            """
            select pg_try_advisory_xact_lock(hashtextextended(k.client || ' ' || k.key, 0)) as locked,
              r.request, r.status, r.etag, r.location, r.body
            from (select ?::text as client, ?::text as key) k
            left join idempotency_record r on r.client = k.client and r.key = k.key\
            """,
            key.client(),
            key.key())
        .first(source, this::found)
        .orElseThrow();
  }

  private Found found(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    if (body == null) {
      return new Found(row.getBoolean("locked"), null, null);
    }
    StoredAnswer answer =
        new StoredAnswer(
            row.getInt("status"), row.getString("etag"), row.getString("location"), body);
    return new Found(true, row.getBytes("request"), answer);
  }

  private void keep(Key key, byte[] request, StoredAnswer answer) {
    try {
      Sql.of(
              """
              insert into idempotency_record
                (client, key, request, status, etag, location, body, created_at)
              values (?, ?, ?, ?, ?, ?, ?, ?)\
              """,
              key.client(),
              key.key(),
              request,
              answer.status(),
              answer.tag(),
              answer.location(),
              answer.body(),
              Instant.now())
          .execute(source);
    } catch (SqlException e) {
      throw UNIQUE_VIOLATION.equals(SqlException.stateOf(e)) ? inUse() : e;
    }
  }

  private static ProblemException inUse() {
    return new ProblemException(ProblemCode.IDEMPOTENCY_KEY_IN_USE).header("Retry-After", "1");
  }

  /** Another representation of a response of {@link #once}, with the same replay header. */
  public Response inPlaceOf(Response answer, Response made) {
    Object replayed = answer.getHeaders().getFirst(REPLAYED);
    return replayed == null ? made : Response.fromResponse(made).header(REPLAYED, replayed).build();
  }

  /** The entity of a response of {@link #once}, whether new or replayed. */
  public <T> T entity(Response answer, Class<T> type) {
    try {
      return json.readValue((byte[]) answer.getEntity(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredAnswer stored(Response answer) {
    return new StoredAnswer(
        answer.getStatus(),
        answer.getHeaderString("ETag"),
        answer.getHeaderString("Location"),
        JsonInput.bytes(json, answer.getEntity()));
  }

  private static Response answer(StoredAnswer stored, boolean replayed) {
    Response.ResponseBuilder answer =
        Response.status(stored.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header("ETag", stored.tag())
            .header("Location", stored.location())
            .entity(stored.body());
    if (replayed) {
      answer.header(REPLAYED, "true");
    }
    return answer.build();
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void deleteExpired() {
    Sql.of("delete from idempotency_record where created_at < ?", Instant.now().minus(RETENTION))
        .execute(source);
  }
}
