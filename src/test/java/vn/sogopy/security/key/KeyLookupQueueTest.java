package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lookups of unknown keys: few at a time, the others in a bounded queue. */
@QuarkusTest
class KeyLookupQueueTest {
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final SecurityIdentity FOUND =
      QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  @Inject Vertx vertx;

  private final List<UniEmitter<? super SecurityIdentity>> running = new CopyOnWriteArrayList<>();
  private final List<Context> contexts = new CopyOnWriteArrayList<>();
  private Guard guard;

  @BeforeEach
  void guard() {
    guard = ApiKeyMechanism.lookups(1, 2);
  }

  private UniAssertSubscriber<SecurityIdentity> take(Context own) {
    Uni<SecurityIdentity> lookup =
        Uni.createFrom()
            .emitter(
                emitter -> {
                  contexts.add(Vertx.currentContext());
                  running.add(emitter);
                });
    return ApiKeyMechanism.limited(guard, own, lookup)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private void awaitRunning(int lookups) throws InterruptedException {
    for (int i = 0; i < 500 && running.size() < lookups; i++) {
      Thread.sleep(10);
    }
    assertThat(running).hasSize(lookups);
  }

  @Test
  void theyComeInOrderAndNotTooManyWait() throws Exception {
    Context own = vertx.getOrCreateContext();
    UniAssertSubscriber<SecurityIdentity> first = take(own);
    awaitRunning(1);
    UniAssertSubscriber<SecurityIdentity> second = take(own);
    UniAssertSubscriber<SecurityIdentity> third = take(own);
    take(own).awaitFailure(WAIT).assertFailedWith(BulkheadException.class);
    assertThat(running).hasSize(1);

    running.get(0).complete(FOUND);
    first.awaitItem(WAIT).assertItem(FOUND);
    awaitRunning(2);
    second.assertNotTerminated();

    running.get(1).fail(new IllegalStateException("two"));
    second.awaitFailure(WAIT).assertFailedWith(IllegalStateException.class);
    awaitRunning(3);
    running.get(2).complete(FOUND);
    third.awaitItem(WAIT).assertItem(FOUND);
  }

  @Test
  void aWaitingLookupRunsOnTheContextOfItsOwnRequest() throws Exception {
    Context one = ((VertxInternal) vertx).createEventLoopContext();
    Context other = ((VertxInternal) vertx).createEventLoopContext();
    take(one);
    awaitRunning(1);
    take(other);
    one.runOnContext(nothing -> running.get(0).complete(FOUND));
    awaitRunning(2);
    assertThat(contexts).containsExactly(one, other);
  }

  @Test
  void aLookupThatFailsAtOnceFreesItsPlace() throws Exception {
    ApiKeyMechanism.limited(
            guard,
            vertx.getOrCreateContext(),
            Uni.createFrom()
                .deferred(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .awaitFailure(WAIT)
        .assertFailedWith(IllegalStateException.class);
    take(vertx.getOrCreateContext());
    awaitRunning(1);
  }
}
