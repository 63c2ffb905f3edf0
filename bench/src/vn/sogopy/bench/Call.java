package vn.sogopy.bench;

/**
 * A request that is measured.
 *
 * @param idempotencyKey null = none
 */
record Call(String method, String path, String key, String body, String idempotencyKey) {

  static Call get(String path, String key) {
    return new Call("GET", path, key, "", null);
  }

  static Call of(String method, String path, String key, String body) {
    return new Call(method, path, key, body, null);
  }

  /** The same request once more, with a key of its own if it is one that writes. */
  Call again(String idempotencyKey) {
    return method.equals("POST") ? new Call(method, path, key, body, idempotencyKey) : this;
  }
}
