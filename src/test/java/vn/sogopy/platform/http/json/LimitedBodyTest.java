package vn.sogopy.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Problems;

class LimitedBodyTest {
  private static final int LIMIT = 100_000;

  @Test
  void bodyUpToTheLimit() throws IOException {
    byte[] most = new byte[LIMIT];
    most[0] = -1;
    RequestBodies.LimitedBody body =
        new RequestBodies.LimitedBody(new ByteArrayInputStream(most), LIMIT);
    assertThat(body.read()).isEqualTo(255);
    assertThat(body.readAllBytes()).hasSize(LIMIT - 1);
    assertThat(body.read()).isEqualTo(-1);
  }

  @Test
  void bodyAboveTheLimit() {
    InputStream more = new ByteArrayInputStream(new byte[LIMIT + 1]);
    ProblemException refused =
        Problems.of(
            () ->
                new RequestBodies.LimitedBody(more, LIMIT)
                    .transferTo(OutputStream.nullOutputStream()));
    assertThat(refused.code()).isEqualTo(ProblemCode.CONTENT_TOO_LARGE);
    assertThat(refused.headers()).containsEntry("Connection", "close");
  }

  @Test
  void abortedBodyIsAClientError() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset by peer");
          }
        };
    assertThat(Problems.code(() -> new RequestBodies.LimitedBody(broken, LIMIT).read()))
        .isEqualTo(ProblemCode.BAD_REQUEST);
  }

  @Test
  void closeReadsTheRestWithinTheLimit() throws IOException {
    ByteArrayInputStream rest = new ByteArrayInputStream(new byte[LIMIT]);
    new RequestBodies.LimitedBody(rest, LIMIT).close();
    assertThat(rest.available()).isZero();
    ByteArrayInputStream endless = new ByteArrayInputStream(new byte[10 * LIMIT]);
    assertThat(Problems.code(new RequestBodies.LimitedBody(endless, LIMIT)::close))
        .isEqualTo(ProblemCode.CONTENT_TOO_LARGE);
    assertThat(endless.available()).isGreaterThan(8 * LIMIT);
  }
}
