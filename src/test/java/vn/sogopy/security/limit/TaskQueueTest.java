package vn.sogopy.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.problem.ProblemException;

class TaskQueueTest {
  private final List<UniEmitter<? super String>> running = new ArrayList<>();

  private UniAssertSubscriber<String> take(TaskQueue turns) {
    return turns
        .take(() -> Uni.createFrom().<String>emitter(running::add))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  @Test
  void queueIsOrderedAndBounded() {
    TaskQueue turns = new TaskQueue(1, 2);
    UniAssertSubscriber<String> first = take(turns);
    UniAssertSubscriber<String> second = take(turns);
    UniAssertSubscriber<String> third = take(turns);
    take(turns).assertFailedWith(ProblemException.class, "too-many-requests");
    assertThat(running).hasSize(1);
    assertThat(turns.waiting()).isEqualTo(2);

    running.get(0).complete("one");
    first.assertCompleted().assertItem("one");
    second.assertNotTerminated();
    assertThat(running).hasSize(2);

    running.get(1).fail(new IllegalStateException("two"));
    second.assertFailedWith(IllegalStateException.class);
    running.get(2).complete("three");
    third.assertItem("three");
    assertThat(turns.waiting()).isZero();
  }

  @Test
  void failedStartReleasesTheSlot() {
    TaskQueue turns = new TaskQueue(1, 2);
    turns
        .take(
            () -> {
              throw new IllegalStateException("no");
            })
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .assertFailedWith(IllegalStateException.class);
    take(turns);
    assertThat(running).hasSize(1);
  }
}
