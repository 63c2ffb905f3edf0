package vn.sogopy.platform.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import vn.sogopy.platform.http.imports.ImportReport;

/**
 * The body of every problem: RFC 9457 with a code of the closed list. {@code META-INF/openapi.yaml}
 * describes it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String requestId,
    List<Item> errors,
    ImportReport report,
    List<Blocker> blockers) {

  /** Maximum length of a repeated parameter, header or column name, in code points. */
  public static final int NAME = 200;

  /** Maximum length of a repeated JSON pointer, in code points. */
  public static final int POINTER = 8_192;

  public static final String MEDIA_TYPE = "application/problem+json";

  /** One error. Exactly one of pointer, parameter and header is set. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      String pointer,
      String parameter,
      String header,
      String sheet,
      Integer line,
      String column,
      String code,
      String detail) {

    /** In the words of pages. */
    public static Item ofPage(FieldError error) {
      return of(error, Messages::ofPage);
    }

    private static Item of(FieldError error, BiFunction<String, List<Object>, String> texts) {
      String detail = texts.apply(error.code().textKey(error.arguments()), error.arguments());
      return new Item(
          error.place() == FieldError.Place.POINTER ? start(error.name(), POINTER) : null,
          error.place() == FieldError.Place.PARAMETER ? start(error.name(), NAME) : null,
          error.place() == FieldError.Place.HEADER ? start(error.name(), NAME) : null,
          error.cell() == null ? null : error.cell().sheet(),
          error.cell() == null ? null : error.cell().line(),
          error.cell() == null ? null : error.cell().column(),
          error.code().code(),
          detail);
    }

    /** Truncates a name, since the client chooses its length. */
    private static String start(String name, int most) {
      int length = name.codePointCount(0, name.length());
      return length <= most ? name : name.substring(0, name.offsetByCodePoints(0, most));
    }
  }

  public static Problem of(ProblemException e, Locale locale, String instance, String requestId) {
    return of(e, instance, requestId, (key, words) -> Messages.text(locale, key, words));
  }

  /** In the words of pages. */
  public static Problem ofPage(ProblemException e, String instance, String requestId) {
    return of(e, instance, requestId, Messages::ofPage);
  }

  private static Problem of(
      ProblemException e,
      String instance,
      String requestId,
      BiFunction<String, List<Object>, String> texts) {
    String code = e.code().code();
    List<Item> items = e.errors().stream().map(error -> Item.of(error, texts)).toList();
    return new Problem(
        "urn:sogopy:problem:" + code,
        texts.apply(code + ".title", List.of()),
        e.code().status(),
        texts.apply(code + ".detail", e.arguments()),
        instance,
        code,
        requestId,
        items.isEmpty() ? null : items,
        e.report(),
        e.blockers());
  }

  /**
   * A resource that prevents the requested change.
   *
   * @param code reason
   * @param id of the resource
   * @param label the name that people know
   */
  public record Blocker(String code, UUID id, String label) {
    /** Maximum number of listed blockers. The detail of the problem has the total. */
    public static final int MAX_ITEMS = 1_000;
  }
}
