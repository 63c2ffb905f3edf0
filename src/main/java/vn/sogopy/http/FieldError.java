package vn.sogopy.http;

import java.util.List;

/**
 * One wrong field (by JSON pointer, RFC 6901), query parameter or header, before it is put into
 * words.
 */
public record FieldError(Place place, String name, FieldCode code, List<Object> arguments) {

  /** Where the wrong value stood. */
  public enum Place {
    POINTER,
    PARAMETER,
    HEADER
  }

  public static FieldError pointer(String pointer, FieldCode code, Object... arguments) {
    return new FieldError(Place.POINTER, pointer, code, List.of(arguments));
  }

  public static FieldError parameter(String name, FieldCode code, Object... arguments) {
    return new FieldError(Place.PARAMETER, name, code, List.of(arguments));
  }

  public static FieldError header(String name, FieldCode code, Object... arguments) {
    return new FieldError(Place.HEADER, name, code, List.of(arguments));
  }

  /** The same error within something larger. */
  FieldError below(String pointer) {
    return new FieldError(place, pointer + name, code, arguments);
  }
}
