package vn.sogopy.platform.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** Who moves enough may take as long as it takes; who dribbles may not. */
class PaceTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void aByteNowAndThenIsTooSlow() {
    Pace pace = new Pace(Duration.ofSeconds(30), 4_096);
    for (int i = 0; i < 6; i++) {
      pace.add(5 * SECOND, 1);
      assertThat(pace.isTooSlow()).isFalse();
    }
    pace.add(SECOND, 1);
    assertThat(pace.isTooSlow()).isTrue();
  }

  @Test
  void anOfficeWithAThinLineIsNot() {
    Pace pace = new Pace(Duration.ofSeconds(30), 4_096);
    for (int second = 0; second < 200; second++) { // 25 MB at 1 Mbit/s
      pace.add(SECOND, 125_000);
      assertThat(pace.isTooSlow()).isFalse();
    }
  }

  @Test
  void withoutAFloorNobodyIs() {
    Pace pace = new Pace(Duration.ZERO, 0);
    pace.add(1_000 * SECOND, 0);
    assertThat(pace.isTooSlow()).isFalse();
  }

  @Test
  void aBodyThatIsTooSlowIsGivenUp() throws Exception {
    Pace pace = new Pace(Duration.ZERO, 1);
    try (InputStream body = new PacedInput(new ByteArrayInputStream(new byte[10]), pace)) {
      assertThat(body.read()).isZero();
      pace.add(20 * SECOND, 0);
      ProblemException slow = catchThrowableOfType(ProblemException.class, body::read);
      assertThat(slow.code()).isEqualTo(ProblemCode.BODY_TOO_SLOW);
      assertThat(slow.headers()).containsEntry("Connection", "close");
    }
  }

  @Test
  void aBodyThatHasEndedIsNeverTooSlow() throws Exception {
    Pace pace = new Pace(Duration.ZERO, 1);
    try (InputStream body = new PacedInput(new ByteArrayInputStream(new byte[0]), pace)) {
      pace.add(20 * SECOND, 0);
      assertThat(body.read(new byte[4], 0, 4)).isEqualTo(-1);
    }
  }
}
