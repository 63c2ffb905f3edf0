package vn.sogopy.platform.http.download;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import vn.sogopy.platform.http.problem.ProblemException;

/** Fails when the output exceeds a limit. */
public final class LimitedOutput extends FilterOutputStream {
  private final long limit;
  private long size;

  /**
   * @param limit bytes
   */
  public LimitedOutput(OutputStream out, long limit) {
    super(out);
    this.limit = limit;
  }

  @Override
  public void write(int b) throws IOException {
    count(1);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    count(length);
    out.write(bytes, offset, length);
  }

  private void count(int more) {
    size += more;
    if (size > limit) {
      throw ProblemException.tooLarge(limit);
    }
  }
}
