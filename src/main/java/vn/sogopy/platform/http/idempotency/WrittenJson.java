package vn.sogopy.platform.http.idempotency;

/**
 * A response body that is serialised already. The bytes are released when it is sent: an idle
 * worker thread refers to its last request, and would otherwise retain a body of many megabytes.
 */
public final class WrittenJson {
  private byte[] bytes;

  public WrittenJson(byte[] bytes) {
    this.bytes = bytes;
  }

  /** UTF-8; null after it was sent. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the bytes and releases them. */
  byte[] take() {
    byte[] taken = bytes;
    bytes = null;
    return taken;
  }
}
