package vn.sogopy.platform.http.idempotency;

/**
 * An answer that is JSON already. It lets go of it when it is sent: a thread that waits for work
 * keeps the last request it had, and so would keep an answer of many megabytes, too.
 */
public final class WrittenJson {
  private byte[] bytes;

  public WrittenJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /** UTF-8; null once it was sent. */
  public byte[] bytes() {
    return bytes;
  }

  /** The bytes, for the one who sends them. */
  byte[] take() {
    byte[] taken = bytes;
    bytes = null;
    return taken;
  }
}
