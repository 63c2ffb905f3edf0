package vn.sogopy.comment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;

@QuarkusTest
class CommentImporterTest {
  private static final DraftRef DRAFT =
      new DraftRef(UUID.randomUUID(), "x", "X", UUID.randomUUID(), 1);

  @Inject CommentImporter importer;
  @Inject DataSource source;

  private void lock(CountDownLatch locked, CountDownLatch release) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              importer.lock(DRAFT);
              locked.countDown();
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private String lockAndShowTimeout() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Sql.of("set local lock_timeout = '50ms'").execute(source);
              importer.lock(DRAFT);
              return Sql.of("show lock_timeout")
                  .first(source, row -> row.getString(1))
                  .orElseThrow();
            });
  }

  private boolean somebodyWaits() {
    return Sql.of("select 1 from pg_locks where locktype = 'advisory' and not granted")
        .exists(source);
  }

  /** Longer than for a row; behind it the usual timeout holds again. */
  @Test
  void anImportWaitsForAnotherIntoTheSameDraft() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    // On two cores the common pool of JDK 25 has one thread.
    Executor ownThread = task -> new Thread(task).start();
    var first = CompletableFuture.runAsync(() -> lock(locked, release), ownThread);
    assertThat(locked.await(60, TimeUnit.SECONDS)).isTrue();
    var second = CompletableFuture.supplyAsync(this::lockAndShowTimeout, ownThread);
    while (!somebodyWaits() && !second.isDone()) {
      Thread.sleep(20);
    }
    Thread.sleep(200);
    assertThat(second).isNotDone();
    release.countDown();
    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("50ms");
    first.get(60, TimeUnit.SECONDS);
  }
}
