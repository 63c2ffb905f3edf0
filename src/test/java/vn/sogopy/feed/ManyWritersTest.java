package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Concurrent writers and readers: each reader gets all events once and in one order. */
@QuarkusTest
class ManyWritersTest {
  private static final int WRITERS = 6;
  private static final int ROUNDS = 3;
  private static final long SEED = System.nanoTime();

  private TestPlan plan;
  private final ConcurrentLinkedQueue<Walk> walks = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<TestLetter> letters = new ConcurrentLinkedQueue<>();
  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private Void write(int writer) {
    try {
      Random random = new Random(SEED + writer);
      for (int i = 0; i < ROUNDS; i++) {
        TestLetter letter =
            TestLetter.send(plan, Key.SGTVT, TestLetter.letter(writer + "-" + i + "/A", "a", "b"));
        letters.add(letter);
        List<TestComment> comments = new ArrayList<>(letter.comments(plan));
        comments.add(plan.comment("c"));
        for (TestComment comment : comments) {
          Walk walk = new Walk(comment, random);
          walks.add(walk);
          walk.go(random.nextInt(8));
        }
      }
      return null;
    } finally {
      writing.decrementAndGet();
    }
  }

  private List<JsonNode> readAll(Feed feed, int wait) {
    List<JsonNode> all = new ArrayList<>();
    boolean last;
    do {
      last = writing.get() == 0;
      List<JsonNode> page = feed.read(wait);
      all.addAll(page);
      last &= page.isEmpty();
    } while (!last);
    return all;
  }

  @Test
  void eachEventIsReadOnce() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<List<JsonNode>>> office = new ArrayList<>();
    List<Future<List<JsonNode>>> body = new ArrayList<>();
    List<Future<Void>> writers = new ArrayList<>();
    try {
      for (Feed feed : List.of(Feed.of(plan, Key.COORDINATOR, 3), Feed.of(plan, Key.VIEWER))) {
        office.add(threads.submit(() -> readAll(feed, 0)));
      }
      office.add(threads.submit(() -> readAll(Feed.of(plan, Key.CONSULTANT, 50), 1)));
      body.add(threads.submit(() -> readAll(Feed.of(plan, Key.SGTVT, 7), 0)));
      body.add(threads.submit(() -> readAll(Feed.of(plan, Key.SGTVT), 1)));
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        Callable<Void> work = () -> write(writer);
        writers.add(threads.submit(work));
      }
      for (Future<Void> writer : writers) {
        writer.get();
      }
      check(office, true);
      check(body, false);
    } finally {
      threads.shutdownNow();
    }
  }

  private void check(List<Future<List<JsonNode>>> readers, boolean isOffice) throws Exception {
    List<String> again = Feed.ids(Feed.of(plan, isOffice ? Key.COORDINATOR : Key.SGTVT, 11).rest());
    int told = letters.size();
    for (Walk walk : walks) {
      told += (isOffice ? walk.office : walk.body).size();
    }
    for (Future<List<JsonNode>> reader : readers) {
      List<JsonNode> events = reader.get();
      assertThat(Feed.ids(events)).as("seed %d", SEED).doesNotHaveDuplicates().hasSize(told);
      for (Walk walk : walks) {
        assertThat(Feed.types(events, walk.comment.id()))
            .as("seed %d", SEED)
            .isEqualTo(isOffice ? walk.office : walk.body);
      }
      for (TestLetter letter : letters) {
        assertThat(Feed.types(events, letter.id())).containsExactly("letter.received");
      }
      assertThat(again).isEqualTo(Feed.ids(events));
    }
  }
}
