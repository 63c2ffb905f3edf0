package vn.sogopy.testing;

import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A multipart/form-data body as clients write it: names unescaped, in UTF-8. */
public final class TestForm {
  public static final String BOUNDARY = "----x";

  private TestForm() {}

  /** A request that carries such a body; the contract's validator cannot read forms. */
  public static RequestSpecification as(Key key) {
    return Api.wrong(key).contentType("multipart/form-data; boundary=" + BOUNDARY);
  }

  /**
   * One part.
   *
   * @param fileName null = none
   */
  public static byte[] part(String name, String fileName, byte[] content) {
    String file = fileName == null ? "" : "; filename=\"" + fileName + "\"";
    return raw(
        "Content-Disposition: form-data; name=\""
            + name
            + "\""
            + file
            + "\r\nContent-Type: application/octet-stream",
        content);
  }

  /** A part with these headers. */
  public static byte[] raw(String headers, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n"));
    out.writeBytes(content);
    out.writeBytes(text("\r\n"));
    return out.toByteArray();
  }

  public static byte[] of(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    out.writeBytes(text("--" + BOUNDARY + "--\r\n"));
    return out.toByteArray();
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
