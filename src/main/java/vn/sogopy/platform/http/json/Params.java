package vn.sogopy.platform.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/**
 * Query and path parameters to values; a wrong one is a 400 that names the parameter. Absent stays
 * null.
 */
public final class Params {
  private static final int MAX_TEXT = 500;

  /** RFC 3339; the parser alone would take years that PostgreSQL cannot hold. */
  private static final Pattern INSTANT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private Params() {}

  public static int limit(String value) {
    Integer limit = integer("limit", value, 1, Page.MAX_LIMIT);
    return limit == null ? Page.DEFAULT_LIMIT : limit;
  }

  public static Integer integer(String name, String value, int min, int max) {
    if (value == null) {
      return null;
    }
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw wrong(name, FieldCode.OUT_OF_RANGE, min, max);
  }

  /** A decimal number from 0 to 1. */
  public static Double share(String name, String value) {
    if (value == null || value.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
      return value == null ? null : Double.valueOf(value);
    }
    throw wrong(name, FieldCode.OUT_OF_RANGE, 0, 1);
  }

  public static Boolean bool(String name, String value) {
    if (value == null || value.equals("true") || value.equals("false")) {
      return value == null ? null : Boolean.valueOf(value);
    }
    throw wrong(name, FieldCode.INVALID_ENUM, "true, false");
  }

  public static LocalDate date(String name, String value) {
    try {
      return value == null ? null : Dates.parse(value);
    } catch (DateTimeException e) {
      throw wrong(name, FieldCode.INVALID_DATE);
    }
  }

  public static Instant instant(String name, String value) {
    if (value == null) {
      return null;
    }
    try {
      if (INSTANT.matcher(value).matches()) {
        return Dates.inRange(OffsetDateTime.parse(value)).toInstant();
      }
    } catch (DateTimeException noSuchDay) {
      throw wrong(name, FieldCode.INVALID_INSTANT);
    }
    throw wrong(name, FieldCode.INVALID_INSTANT);
  }

  /** Normalised like every text; null when absent. */
  public static String text(String name, String value) {
    if (value == null) {
      return null;
    }
    try {
      String text = Text.normalize(value);
      if (text.isEmpty()) {
        throw wrong(name, FieldCode.BLANK);
      }
      if (Text.length(text) > MAX_TEXT) {
        throw wrong(name, FieldCode.TOO_LONG, MAX_TEXT);
      }
      return text;
    } catch (Text.IllegalTextException e) {
      throw wrong(name, FieldCode.INVALID_TEXT, e.getMessage());
    }
  }

  public static UUID uuid(String name, String value) {
    if (value == null) {
      return null;
    }
    UUID id = uuidOrNull(value);
    if (id == null) {
      throw wrong(name, FieldCode.INVALID_FORMAT, "UUID");
    }
    return id;
  }

  /** The id in a path: what is no id is simply not there. */
  public static UUID pathId(String value) {
    UUID id = uuidOrNull(value);
    if (id == null) {
      throw ProblemException.notFound();
    }
    return id;
  }

  /** A draft's number in a path. */
  public static int pathNumber(String value) {
    if (!value.matches("[1-9][0-9]?")) {
      throw ProblemException.notFound();
    }
    return Integer.parseInt(value);
  }

  public static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    return value == null ? null : constants(name, List.of(value), type).get(0);
  }

  /** Repeated, comma-separated or both. */
  public static <E extends Enum<E>> List<E> constants(
      String name, List<String> values, Class<E> type) {
    List<E> found = new ArrayList<>();
    for (String value : values == null ? List.<String>of() : values) {
      for (String one : value.split(",", -1)) {
        found.add(
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(one.trim()))
                .findFirst()
                .orElseThrow(
                    () -> wrong(name, FieldCode.INVALID_ENUM, JsonProblems.constants(type))));
      }
    }
    return found;
  }

  public static ProblemException wrong(String name, FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.parameter(name, code, arguments));
  }

  /**
   * For a parameter that has no meaning in the request at hand.
   *
   * @throws ProblemException 400 if it was sent
   */
  public static void refuse(String name, String value) {
    if (value != null) {
      throw wrong(name, FieldCode.NOT_SUPPORTED);
    }
  }

  /** Null for what is no UUID. */
  static UUID uuidOrNull(String value) {
    // UUID.fromString alone would take shorter groups.
    return value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(value)
        : null;
  }
}
