package vn.sogopy.interchange.edxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Decodes Base64 (RFC 4648) that comes piece by piece, with line ends and blanks anywhere. */
final class Base64Output {
  /** Characters; a multiple of four. */
  private static final int PIECE = 16 * 1024;

  private final OutputStream out;
  private final byte[] piece = new byte[PIECE];
  private int filled;
  private boolean ended;

  Base64Output(OutputStream out) {
    this.out = out;
  }

  /**
   * @throws IllegalArgumentException for what is no Base64
   */
  void write(char[] text, int start, int length) throws IOException {
    for (int i = start; i < start + length; i++) {
      char c = text[i];
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        continue;
      }
      if (c > 'z') {
        throw new IllegalArgumentException("no Base64");
      }
      piece[filled++] = (byte) c;
      if (filled == PIECE) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    if (ended && filled > 0) {
      throw new IllegalArgumentException("more behind the end");
    }
    ended = filled > 0 && piece[filled - 1] == '=';
    out.write(Base64.getDecoder().decode(Arrays.copyOf(piece, filled)));
    filled = 0;
  }

  /** To be called once all is written. */
  void end() throws IOException {
    flush();
  }
}
