package vn.sogopy.platform.http.problem;

import java.util.List;

/**
 * One wrong field (by JSON pointer, RFC 6901), query parameter or header, before it is put into
 * words.
 */
public record FieldError(
    Place place, String name, FieldCode code, List<Object> arguments, Cell cell) {

  /**
   * Where it stood in a table that was sent.
   *
   * @param sheet its name; null in CSV
   * @param line of the file, or row of the sheet, from 1
   * @param column its heading; null = the line as a whole
   */
  public record Cell(String sheet, int line, String column) {}

  /** Where the wrong value stood. */
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

  /** The same error, with its place in the table that was sent. */
  public FieldError in(String sheet, int line, String column) {
    return new FieldError(place, name, code, arguments, new Cell(sheet, line, column));
  }

  /** The same error within something larger. */
  public FieldError below(String pointer) {
    return new FieldError(place, pointer + name, code, arguments, cell);
  }
}
