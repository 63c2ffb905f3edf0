package vn.sogopy.security.matrix;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import vn.sogopy.testing.TestForm;

/** One request that is valid for a caller with the right. */
final class Ask {
  final String method;
  final String path;
  private final List<String[]> query = new ArrayList<>();
  private boolean anyVersion;
  private String type;
  private Object body;

  /** Texts that a successful response must contain. */
  final List<String> shown = new ArrayList<>();

  /** The request writes nothing even where it is allowed. */
  boolean writesNothing;

  private Ask(String method, String path) {
    this.method = method;
    this.path = path;
    this.writesNothing = method.equals("GET");
  }

  static Ask get(String path) {
    return new Ask("GET", path);
  }

  static Ask post(String path) {
    return new Ask("POST", path);
  }

  static Ask post(String path, Object json) {
    return post(path).body("application/json", json);
  }

  /** A change of the current version. */
  static Ask change(String path, Object json) {
    return post(path, json).ofAnyVersion();
  }

  static Ask put(String path, Object json) {
    return new Ask("PUT", path).body("application/json", json).ofAnyVersion();
  }

  static Ask patch(String path, Object json) {
    return new Ask("PATCH", path).body("application/merge-patch+json", json).ofAnyVersion();
  }

  static Ask delete(String path) {
    return new Ask("DELETE", path);
  }

  static Ask file(String path, String name, byte[] file) {
    return post(path)
        .body(
            "multipart/form-data; boundary=" + TestForm.BOUNDARY,
            TestForm.of(TestForm.part("file", name, file)));
  }

  Ask ofAnyVersion() {
    anyVersion = true;
    return this;
  }

  Ask body(String mediaType, Object content) {
    type = mediaType;
    body = content;
    return this;
  }

  Ask query(String name, String value) {
    query.add(new String[] {name, value});
    return this;
  }

  Ask shows(String words) {
    shown.add(words);
    return this;
  }

  Ask writingNothing() {
    writesNothing = true;
    return this;
  }

  /** The contract's validator reads only JSON. */
  boolean isFile() {
    return body instanceof byte[];
  }

  Response send(RequestSpecification as) {
    query.forEach(pair -> as.queryParam(pair[0], pair[1]));
    if (anyVersion) {
      as.header("If-Match", "*");
    }
    if (type != null) {
      as.contentType(type);
      if (body instanceof byte[] bytes) {
        as.body(bytes);
      } else {
        as.body(body);
      }
    }
    return as.accept("*/*").request(method, path);
  }
}
