package vn.sogopy.platform.http.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;

/** Stores the first 2xx of every (client, Idempotency-Key) in the transaction of its effect. */
@ApplicationScoped
public class IdempotencyService {
  /** Longer than the 24 hours that the contract promises. */
  static final Duration KEPT = Duration.ofHours(48);

  @Inject StatelessSession session;

  public record Outcome(StoredAnswer answer, boolean replayed) {}

  record Found(boolean locked, IdempotencyRecord record) {}

  @Transactional
  public Outcome once(String client, String key, byte[] request, Supplier<StoredAnswer> effect) {
    Found found = lockAndFind(client, key);
    if (found.record() != null) {
      if (!Arrays.equals(found.record().request, request)) {
        throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
      }
      return new Outcome(found.record().answer, true);
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
    return Hql.of("select function('pg_try_advisory_xact_lock' as Boolean,")
        .add("function('hashtextextended' as Long, k.client || ' ' || k.key, 0)), r")
        .add("from (select cast(? as String) as client, cast(? as String) as key) k", client, key)
        .add("left join IdempotencyRecord r on r.id.client = k.client and r.id.key = k.key")
        .read(session, Found.class)
        .get(0);
  }

  private void keep(String client, String key, byte[] request, StoredAnswer answer) {
    IdempotencyRecord record = new IdempotencyRecord();
    record.id = new IdempotencyRecord.Key(client, key);
    record.request = request;
    record.answer = answer;
    record.createdAt = Instant.now();
    try {
      session.insert(record);
    } catch (ConstraintViolationException e) {
      throw e.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE ? inUse() : e;
    }
  }

  private static ProblemException inUse() {
    return new ProblemException(ProblemCode.IDEMPOTENCY_KEY_IN_USE).header("Retry-After", "1");
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void forgetOld() {
    session
        .createMutationQuery("delete from IdempotencyRecord r where r.createdAt < ?1")
        .setParameter(1, Instant.now().minus(KEPT))
        .executeUpdate();
  }
}
