package vn.sogopy.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * The body of every refusal: RFC 9457 with a code of the closed list. The contract describes it in
 * {@link ContractSchemas}.
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

  public static final String MEDIA_TYPE = "application/problem+json";

  /** One thing to mend; exactly one of pointer, parameter and header is there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      String pointer,
      String parameter,
      String header,
      Integer line,
      String column,
      String code,
      String detail) {

    static Item of(FieldError error, Locale locale) {
      String detail = Messages.text(locale, "field." + error.code().code(), error.arguments());
      return new Item(
          error.place() == FieldError.Place.POINTER ? error.name() : null,
          error.place() == FieldError.Place.PARAMETER ? error.name() : null,
          error.place() == FieldError.Place.HEADER ? error.name() : null,
          error.cell() == null ? null : error.cell().line(),
          error.cell() == null ? null : error.cell().column(),
          error.code().code(),
          detail);
    }
  }

  static Problem of(ProblemException e, Locale locale, String instance, String requestId) {
    String code = e.code().code();
    List<Item> items = e.errors().stream().map(error -> Item.of(error, locale)).toList();
    return new Problem(
        "urn:sogopy:problem:" + code,
        Messages.text(locale, code + ".title", List.of()),
        e.code().status(),
        Messages.text(locale, code + ".detail", e.arguments()),
        instance,
        code,
        requestId,
        items.isEmpty() ? null : items,
        e.report(),
        e.blockers());
  }
}
