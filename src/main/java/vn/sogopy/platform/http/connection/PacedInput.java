package vn.sogopy.platform.http.connection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * A body on its way in, whose sender must keep a pace: only the time counts in which somebody reads
 * and waits, not that in which the service lets the client wait.
 */
public final class PacedInput extends FilterInputStream {
  private final Pace pace;

  public PacedInput(InputStream in, Pace pace) {
    super(in);
    this.pace = pace;
  }

  @Override
  public int read() throws IOException {
    long start = System.nanoTime();
    int value = in.read();
    return timed(start, value < 0 ? 0 : 1, value);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    long start = System.nanoTime();
    int read = in.read(bytes, offset, length);
    return timed(start, read, read);
  }

  /**
   * @throws ProblemException 408; what was not read cannot be told from the next request, so the
   *     connection ends
   */
  private int timed(long start, int bytes, int result) {
    pace.add(System.nanoTime() - start, bytes);
    if (result >= 0 && pace.isTooSlow()) {
      throw new ProblemException(ProblemCode.BODY_TOO_SLOW).header("Connection", "close");
    }
    return result;
  }
}
