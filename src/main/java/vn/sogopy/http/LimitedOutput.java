package vn.sogopy.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Gives up what grows too large. */
final class LimitedOutput extends FilterOutputStream {
  private final long limit;
  private long size;

  /**
   * @param limit bytes
   */
  LimitedOutput(OutputStream out, long limit) {
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
      throw FormReader.tooLarge(limit);
    }
  }
}
