package vn.sogopy.platform.http.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Scalars;
import vn.sogopy.platform.text.Text;

/**
 * Converts the values of {@link RestQuery} parameters, and ids in paths. An invalid query value is
 * a 400 with the name of the parameter. The annotations that document a parameter also limit it:
 * the {@code enumeration} of its {@link Parameter}, and {@link Min} and {@link Max}. The value of
 * an enum constant is its {@code toString()}. Text is normalized; an {@link Encoded} value is not
 * changed.
 */
@Provider
public class QueryValues implements ParamConverterProvider {
  private static final int LONGEST_TEXT = 500;

  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          LocalDate.class, new Form(Scalars::date, FieldCode.INVALID_DATE),
          Instant.class, new Form(Scalars::instant, FieldCode.INVALID_INSTANT),
          UUID.class, new Form(Scalars::uuid, FieldCode.INVALID_FORMAT, "UUID"));

  private record Form(Function<String, Object> parse, FieldCode wrong, Object... arguments) {}

  /** Null where the framework's own conversion is used. */
  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    RestQuery query = find(RestQuery.class, annotations);
    if (query == null) {
      return type == UUID.class ? new QueryValue<>(null, type, annotations) : null;
    }
    return find(Encoded.class, annotations) != null
        ? null
        : new QueryValue<>(query.value(), type, annotations);
  }

  /**
   * An id in a path.
   *
   * @throws ProblemException 404 if it is no UUID, since no resource has it
   */
  public static UUID pathId(String sent) {
    try {
      return Scalars.uuid(sent);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }

  private static <A extends Annotation> A find(Class<A> type, Annotation[] annotations) {
    return Stream.of(annotations).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /**
   * @param name of the query parameter; null = an id in a path
   */
  record QueryValue<T>(String name, Class<T> type, Annotation[] annotations)
      implements ParamConverter<T> {

    @Override
    @SuppressWarnings("unchecked") // Class.cast does not support primitive types.
    public T fromString(String sent) {
      return (T) read(sent);
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }

    private Object read(String sent) {
      if (name == null) {
        return pathId(sent);
      }
      if (type == String.class) {
        return text(sent);
      }
      if (type.isEnum()) {
        return constant(sent.trim());
      }
      if (type == boolean.class || type == Boolean.class) {
        return oneOf(List.of("true", "false"), sent).equals("true");
      }
      Form form = FORMS.get(type);
      if (form == null) {
        return number(sent);
      }
      try {
        return form.parse().apply(sent);
      } catch (DateTimeException | IllegalArgumentException e) {
        throw ProblemException.parameter(name, form.wrong(), form.arguments());
      }
    }

    private String text(String sent) {
      try {
        String text = Text.normalize(sent);
        if (text.isEmpty()) {
          throw ProblemException.parameter(name, FieldCode.BLANK);
        }
        if (Text.length(text) > LONGEST_TEXT) {
          throw ProblemException.parameter(name, FieldCode.TOO_LONG, LONGEST_TEXT);
        }
        return text;
      } catch (Text.IllegalTextException e) {
        throw ProblemException.parameter(name, FieldCode.INVALID_TEXT, e.getMessage());
      }
    }

    private Object constant(String sent) {
      Parameter documented = find(Parameter.class, annotations);
      List<String> names =
          documented != null && documented.schema().enumeration().length > 0
              ? List.of(documented.schema().enumeration())
              : Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
      String known = oneOf(names, sent);
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.toString().equals(known))
          .findFirst()
          .orElseThrow();
    }

    private String oneOf(List<String> names, String sent) {
      if (!names.contains(sent)) {
        throw ProblemException.parameter(name, FieldCode.INVALID_ENUM, String.join(", ", names));
      }
      return sent;
    }

    /** An int, or a double with at most nine decimals. */
    private Object number(String sent) {
      boolean whole = type == int.class || type == Integer.class;
      long least = find(Min.class, annotations).value();
      long most = find(Max.class, annotations).value();
      if (sent.matches(whole ? "[0-9]{1,9}" : "[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        double number = Double.parseDouble(sent);
        if (number >= least && number <= most) {
          return whole ? (Object) (int) number : (Object) number;
        }
      }
      throw ProblemException.parameter(name, FieldCode.OUT_OF_RANGE, least, most);
    }
  }
}
