package vn.sogopy.platform.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.idempotency.WrittenJsonWriter.WrittenJson;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.SqlException;
import vn.sogopy.platform.text.Sha256;

/** The Idempotency-Key of the current request. */
@RequestScoped
public class Idempotency {
  private static final Logger LOG = Logger.getLogger(Idempotency.class);

  /** Unique violation, serialization failure, deadlock. */
  private static final Set<String> LOST_RACE = Set.of("23505", "40001", "40P01");

  private static final int ATTEMPTS = 3;
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final Set<String> KEPT_HEADERS = Set.of("ETag", "Location");

  @Inject RoutingContext context;
  @Inject ObjectMapper json;
  @Inject IdempotencyService service;
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

  /**
   * Runs a POST once. With an Idempotency-Key the first 2xx response is stored in the transaction
   * of the effect and repeated for the same request of the same client.
   *
   * @param body the bytes that identify the request; not read without a key
   * @throws ProblemException 400 for a malformed key, 409 while the first request is running, 422
   *     for a different request
   */
  public Response once(byte[] body, Supplier<Response> effect) {
    return retried(() -> onceWithin(body, effect));
  }

  /** Whether the request has the header, well-formed or not. */
  boolean hasKey() {
    return context.request().headers().contains(IdempotencyKey.HEADER);
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
  public Response onceWithin(byte[] body, Supplier<Response> effect) {
    String key = IdempotencyKey.parse(context.request().getHeader(IdempotencyKey.HEADER));
    if (key == null) {
      return answer(stored(effect.get()), false);
    }
    Sender known = sender.get();
    String request =
        context.request().method() + " " + context.request().uri() + " " + known.organization();
    byte[] digest = Sha256.of((request + "\n").getBytes(StandardCharsets.UTF_8), body);
    IdempotencyService.Outcome outcome =
        service.once(known.client(), key, digest, () -> stored(effect.get()));
    return answer(outcome.answer(), outcome.replayed());
  }

  /** Another representation of a response of {@link #once}, with the same replay header. */
  public Response inPlaceOf(Response answer, Response made) {
    Object replayed = answer.getHeaders().getFirst(REPLAYED);
    return replayed == null ? made : Response.fromResponse(made).header(REPLAYED, replayed).build();
  }

  /** The entity of a response of {@link #once}, whether new or replayed. */
  public <T> T entity(Response answer, Class<T> type) {
    try {
      return json.readValue(((WrittenJson) answer.getEntity()).bytes(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredAnswer stored(Response answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    KEPT_HEADERS.stream()
        .filter(answer.getHeaders()::containsKey)
        .forEach(name -> headers.put(name, answer.getHeaderString(name)));
    try {
      return new StoredAnswer(
          answer.getStatus(), headers, json.writeValueAsBytes(answer.getEntity()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response answer(StoredAnswer stored, boolean replayed) {
    Response.ResponseBuilder answer =
        Response.status(stored.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(new WrittenJson(stored.body()));
    stored.headers().forEach(answer::header);
    if (replayed) {
      answer.header(REPLAYED, "true");
    }
    return answer.build();
  }
}
