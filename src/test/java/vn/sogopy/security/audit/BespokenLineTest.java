package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BespokenLineTest {
  private final AtomicInteger lines = new AtomicInteger();
  private final BespokenLine line = new BespokenLine(lines::incrementAndGet);

  private int lines() {
    line.beforeCompletion();
    return lines.get();
  }

  @Test
  void whatWasUndoneLeavesNoLine() {
    line.saved();
    line.wrote();
    line.tookBack();
    assertThat(lines()).isZero();
  }

  @Test
  void whatWasWrittenAfterwardsDoes() {
    line.wrote();
    line.tookBack();
    line.wrote();
    assertThat(lines()).isOne();
  }

  /** One row is taken, the next is not, and it is the last. */
  @Test
  void whatWasWrittenBeforeTheSavepointDoes() {
    line.saved();
    line.wrote();
    line.saved();
    line.wrote();
    line.tookBack();
    assertThat(lines()).isOne();
  }

  @Test
  void whatWentAlongIsNotWrittenAgain() {
    assertThat(line.take()).isFalse();
    line.wrote();
    assertThat(line.take()).isTrue();
    line.wrote();
    assertThat(line.take()).isFalse();
    assertThat(lines()).isZero();
  }
}
