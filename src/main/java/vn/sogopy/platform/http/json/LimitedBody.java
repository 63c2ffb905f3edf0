package vn.sogopy.platform.http.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * A body that is limited while it arrives. Above its limit it is 413. A body that ends early or has
 * invalid framing is an error of the client: 400.
 */
final class LimitedBody extends FilterInputStream {
  private static final int PIECE = 16 * 1024;

  private final long limit;
  private long size;

  LimitedBody(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (size > limit) {
      throw tooLarge(limit);
    }
    int read;
    try {
      read = in.read(bytes, offset, length);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    }
    size += Math.max(read, 0);
    if (size > limit) {
      throw tooLarge(limit);
    }
    return read;
  }

  /** Reads the rest: a client that is still sending would not read the response. */
  @Override
  public void close() {
    byte[] dropped = new byte[PIECE];
    while (read(dropped, 0, PIECE) >= 0) {
      // The bytes are discarded.
    }
  }

  /** The unread rest cannot be separated from the next request: the connection is closed. */
  static ProblemException tooLarge(long limit) {
    return ProblemException.tooLarge(limit).header("Connection", "close");
  }
}
