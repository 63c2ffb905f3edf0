package vn.sogopy.platform.http.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** How much is exported at once. */
class ExportSlotsTest {
  private static ExportSlots slots() {
    ExportSlots slots = new ExportSlots();
    slots.capacity = 100_000;
    slots.waitSeconds = 0;
    slots.mostHeld = OptionalInt.of(1_000_000);
    slots.prepare();
    return slots;
  }

  @Test
  void twoLargeOnesAndNoThird() {
    ExportSlots slots = slots();
    String made =
        slots.run(
            3_000,
            () ->
                slots.run(
                    20_000,
                    () -> {
                      ProblemException refused =
                          catchThrowableOfType(
                              ProblemException.class, () -> slots.run(2_001, () -> "x"));
                      assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_EXPORTS);
                      assertThat(refused.headers()).containsEntry("Retry-After", "10");
                      return "two";
                    }));
    assertThat(made).isEqualTo("two");
    assertThat(slots.run(1_000_000, () -> "alone")).isEqualTo("alone");
  }

  /** What holds no comment is never too large, and a large one does not keep another out. */
  @Test
  void ofThoseThatPassTwoAtOnceOfAnySize() {
    ExportSlots slots = slots();
    assertThat(slots.pass(5_000_000, () -> slots.pass(5_000_000, () -> "two"))).isEqualTo("two");
    assertThat(slots.pass(5_000_000, () -> slots.run(50_000, () -> "both"))).isEqualTo("both");
    slots.pass(
        5_000_000,
        () ->
            slots.pass(
                5_000_000,
                () -> {
                  ProblemException refused =
                      catchThrowableOfType(ProblemException.class, () -> slots.pass(1, () -> "x"));
                  assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_EXPORTS);
                  return "no third";
                }));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ExportSlots slots = slots();
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> slots.run(1_000_001, () -> "x"));
    assertThat(refused.code()).isEqualTo(ProblemCode.REGISTER_TOO_LARGE);
  }

  @Test
  void whatFitsIsToldByTheHeap() {
    assertThat(ExportSlots.room(256L << 20)).isEqualTo(65_536);
    assertThat(ExportSlots.room(1L << 30)).isGreaterThan(300_000);
    assertThat(ExportSlots.room(32L << 20)).isZero();
    assertThat(ExportSlots.room(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  /** Two that fit one by one do not run together where they would not fit so. */
  @Test
  void noMoreAtOnceThanThereIsRoomFor() {
    ExportSlots slots = slots();
    slots.mostHeld = OptionalInt.of(30_000);
    slots.prepare();
    slots.run(
        20_000,
        () -> {
          ProblemException refused =
              catchThrowableOfType(ProblemException.class, () -> slots.run(20_000, () -> "x"));
          assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_EXPORTS);
          return slots.run(2_000, () -> "a small one");
        });
  }

  @Test
  void manySmallOnes() {
    ExportSlots slots = slots();
    assertThat(nested(slots, 49)).isEqualTo(49);
  }

  private static int nested(ExportSlots slots, int more) {
    return more == 0 ? 0 : slots.run(2_000, () -> 1 + nested(slots, more - 1));
  }

  @Test
  void aFailureGivesItsPlaceBack() {
    ExportSlots slots = slots();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  slots.run(
                      100_000,
                      () -> {
                        throw new IllegalStateException("x");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(slots.run(100_000, () -> 1)).isEqualTo(1);
  }

  @Test
  void whereTooManyWaitTheNextDoesNot() throws InterruptedException {
    ExportSlots slots = slots();
    slots.waitSeconds = 600;
    ExecutorService waiting = Executors.newFixedThreadPool(ExportSlots.MOST_WAITING);
    try {
      slots.run(
          100_000,
          () -> {
            for (int i = 0; i < ExportSlots.MOST_WAITING; i++) {
              waiting.execute(() -> slots.run(1, () -> "x"));
            }
            while (slots.waiting() < ExportSlots.MOST_WAITING) {
              Thread.onSpinWait();
            }
            ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> slots.run(1, () -> "x"));
            assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_EXPORTS);
            return "done";
          });
    } finally {
      waiting.shutdown();
    }
    assertThat(waiting.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(slots.run(1, () -> "then")).isEqualTo("then");
  }
}
