package vn.sogopy.desk;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fields of a form that could not be handled yet, to be sent once more.
 *
 * @param multipart whether they came in parts: so they are sent again, since some methods take no
 *     other form, and letters of many points would grow when encoded
 */
record Carried(List<Field> fields, boolean multipart) {
  static final Carried NOTHING = new Carried(List.of(), false);

  /** The greatest texts of a form that are kept through the sign-in, in bytes. */
  static final int LIMIT = 4 * 1024 * 1024;

  /** Fields of the sign-in itself, and the token of the ended session. */
  private static final List<String> OWN =
      List.of(SignInResource.CODE, SignInResource.TARGET, FormToken.FIELD);

  private static final int LONG = 80;

  record Field(String name, String value) {
    /** Whether a person typed it. Choices are sent again as they were. */
    public boolean typed() {
      return FieldLabels.of(name) != null;
    }

    public boolean isDay() {
      return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    public boolean isLong() {
      return value.length() > LONG || value.indexOf('\n') >= 0;
    }

    public String label() {
      return FieldLabels.of(name);
    }
  }

  static Carried of(Map<String, List<String>> form, HttpServerRequest request) {
    List<Field> fields = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          if (!OWN.contains(name)) {
            values.forEach(value -> fields.add(new Field(name, value)));
          }
        });
    String type = Objects.requireNonNullElse(request.getHeader("Content-Type"), "");
    return new Carried(fields, type.startsWith(MediaType.MULTIPART_FORM_DATA));
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }
}
