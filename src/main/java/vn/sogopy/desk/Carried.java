package vn.sogopy.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a form that could not be handled yet, to be sent once more. */
record Carried(List<Field> fields) {
  static final Carried NOTHING = new Carried(List.of());

  /** Fields of the sign-in itself, and the token of the ended session. */
  private static final List<String> OWN =
      List.of(SignInResource.CODE, SignInResource.TARGET, FormToken.FIELD);

  private static final int LONG = 80;

  record Field(String name, String value) {
    /** Whether a person typed it. Names of fields for the service begin with an underscore. */
    public boolean typed() {
      return !name.startsWith("_");
    }

    public boolean isLong() {
      return value.length() > LONG || value.indexOf('\n') >= 0;
    }

    public String label() {
      String words = name.replace('_', ' ').strip();
      return words.isEmpty() ? name : words.substring(0, 1).toUpperCase() + words.substring(1);
    }
  }

  static Carried of(Map<String, List<String>> form) {
    List<Field> fields = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          if (!OWN.contains(name)) {
            values.forEach(value -> fields.add(new Field(name, value)));
          }
        });
    return new Carried(fields);
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }
}
