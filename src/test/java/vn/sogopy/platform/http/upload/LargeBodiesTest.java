package vn.sogopy.platform.http.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Problems;

class LargeBodiesTest {
  private static final int LIMIT = 4 * Body.DEFAULT_LIMIT;

  @TempDir Path folder;

  private final LargeBodies bodies = new LargeBodies(2, 0);

  private LargeBody request() {
    LargeBody request = new LargeBody();
    request.bodies = bodies;
    request.temporary = new TemporaryFiles();
    request.temporary.folder = new UploadFolder(folder);
    return request;
  }

  private static byte[] read(LargeBody request, int size, int limit) throws IOException {
    byte[] sent = new byte[size];
    if (size > 0) {
      sent[size - 1] = 7;
    }
    byte[] came = Body.readAll(new ByteArrayInputStream(sent), limit, request);
    assertThat(came).hasSize(Math.min(size, limit + 1));
    assertThat(came).isEqualTo(java.util.Arrays.copyOf(sent, came.length));
    return came;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Body.DEFAULT_LIMIT, Body.DEFAULT_LIMIT + 1, LIMIT, LIMIT + 9})
  void allIsReadUpToOneByteMoreThanTheLimit(int size) throws IOException {
    LargeBody request = request();
    read(request, size, LIMIT);
    read(request(), Math.min(size, 20), 10);
    boolean large = size > Body.DEFAULT_LIMIT;
    assertThat(bodies.places().availablePermits()).isEqualTo(large ? 1 : 2);
    assertThat(bodies.turn().availablePermits()).isEqualTo(large ? 0 : 1);
    request.release();
    assertThat(bodies.places().availablePermits()).isEqualTo(2);
    assertThat(bodies.turn().availablePermits()).isEqualTo(1);
  }

  @Test
  void aSecondWaitsForItsTurnAndIsThenPutOff() throws IOException {
    LargeBody first = request();
    LargeBody second = request();
    read(first, LIMIT, LIMIT);
    ProblemException refused = Problems.of(() -> read(second, LIMIT, LIMIT));
    assertThat(refused.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(refused.headers()).containsKey("Retry-After");
    // Small bodies need no permit.
    read(request(), 1000, LIMIT);
    second.release();
    first.release();
    read(request(), LIMIT, LIMIT);
  }
}
