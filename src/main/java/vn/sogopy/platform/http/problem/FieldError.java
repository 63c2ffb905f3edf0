package vn.sogopy.platform.http.problem;

import java.util.List;

/**
 * An error of a field (by JSON pointer, RFC 6901), query parameter or header. It has no text yet.
 */
public record FieldError(
    Place place, String name, FieldCode code, List<Object> arguments, Cell cell) {

  /**
   * The position in a sent table.
   *
   * @param sheet its name; null in CSV
   * @param line line of the file or row of the sheet, from 1
   * @param column its heading; null = the whole line
   */
  public record Cell(String sheet, int line, String column) {}

  /** The location of the invalid value in the request. */
  public enum Place {
    POINTER,
    PARAMETER,
    HEADER
  }

  public static FieldError pointer(String pointer, FieldCode code, Object... arguments) {
    return new FieldError(Place.POINTER, pointer, code, List.of(arguments), null);
  }

  public static FieldError parameter(String name, FieldCode code, Object... arguments) {
    return new FieldError(Place.PARAMETER, name, code, List.of(arguments), null);
  }

  public static FieldError header(String name, FieldCode code, Object... arguments) {
    return new FieldError(Place.HEADER, name, code, List.of(arguments), null);
  }

  /** The same error with its position in the sent table. */
  public FieldError in(String sheet, int line, String column) {
    return new FieldError(place, name, code, arguments, new Cell(sheet, line, column));
  }

  /** The same error with its pointer below another one. */
  public FieldError below(String pointer) {
    return new FieldError(place, pointer + name, code, arguments, cell);
  }
}
