package vn.sogopy.platform.http.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Problems;

class LargeBodiesTest {
  private static final int LARGE = 4 * BodyLimit.DEFAULT;

  @TempDir Path folder;

  private final LargeBody.Permits permits = new LargeBody.Permits(2, 0);

  private LargeBody request() {
    LargeBody request = new LargeBody();
    request.permits = permits;
    request.temporary = new TemporaryFiles();
    request.temporary.folder = folder;
    return request;
  }

  private static InputStream read(LargeBody request, int size) throws IOException {
    byte[] sent = new byte[size];
    new Random(size).nextBytes(sent);
    InputStream came = request.read(new ByteArrayInputStream(sent));
    assertThat(came.readAllBytes()).isEqualTo(sent);
    return came;
  }

  private static void putOff(ThrowingCallable call) {
    ProblemException refused = Problems.of(call);
    assertThat(refused.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(refused.headers()).containsKey("Retry-After");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, BodyLimit.DEFAULT, BodyLimit.DEFAULT + 1, LARGE})
  void bodyIsReadWhole(int size) throws IOException {
    LargeBody request = request();
    read(request, size);
    boolean large = size > BodyLimit.DEFAULT;
    assertThat(permits.disk.availablePermits()).isEqualTo(large ? 1 : 2);
    assertThat(permits.turn.availablePermits()).isEqualTo(large ? 0 : 1);
    request.release();
    assertThat(permits.disk.availablePermits()).isEqualTo(2);
    assertThat(permits.turn.availablePermits()).isEqualTo(1);
  }

  @Test
  void secondBodyWaitsAndTimesOut() throws IOException {
    LargeBody first = request();
    LargeBody second = request();
    read(first, LARGE);
    putOff(() -> read(second, LARGE));
    // What is small passes by.
    read(request(), 1000);
    second.release();
    first.release();
    read(request(), LARGE);
  }

  @Test
  void spooledBodyNeedsAPermit() {
    LargeBody first = request();
    first.spool();
    first.spool();
    LargeBody second = request();
    putOff(second::spool);
    second.release();
    first.release();
    second.spool();
  }
}
