package vn.sogopy.desk;

import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;

/** A form as typed, of either encoding, with its files and the errors beside its fields. */
public class SentForm {
  /** The field of the version that the person has seen. */
  private static final String VERSION = "_phien";

  private final Map<String, List<String>> texts;
  private final Map<String, List<FormValue>> files = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();

  private SentForm(Map<String, List<String>> texts) {
    this.texts = new LinkedHashMap<>(texts);
  }

  protected SentForm(SentForm sent) {
    this(sent.texts);
    files.putAll(sent.files);
  }

  /** A form that is not filled in. */
  public static SentForm empty() {
    return new SentForm(Map.of());
  }

  public static SentForm of(Map<String, List<String>> texts) {
    return new SentForm(texts);
  }

  /** The form of the current request; empty before a resource is found. */
  public static SentForm current() {
    SentForm sent = empty();
    ResteasyReactiveRequestContext request =
        Arc.container().requestContext().isActive() ? CurrentRequestManager.get() : null;
    FormData data = request == null ? null : request.getFormData();
    if (data != null) {
      for (String name : data) {
        data.get(name).forEach(value -> sent.add(name, value));
      }
    }
    return sent;
  }

  private void add(String name, FormValue value) {
    if (value.isFileItem()) {
      files.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    } else {
      texts.computeIfAbsent(name, key -> new ArrayList<>()).add(value.getValue());
    }
  }

  /** The values by field, as typed, without files. */
  public Map<String, List<String>> texts() {
    return texts;
  }

  public List<FormValue> files(String field) {
    return files.getOrDefault(field, List.of());
  }

  /** The first value of a field; empty = none. */
  public String text(String field) {
    return all(field).stream().findFirst().orElse("");
  }

  /** The first value of a field; null if nothing visible was typed. */
  public String typed(String field) {
    return orNull(text(field));
  }

  /** The values of a repeated field, also the empty ones. */
  public List<String> all(String field) {
    return texts.getOrDefault(field, List.of());
  }

  public boolean has(String field) {
    return texts.containsKey(field);
  }

  public boolean has(String field, String value) {
    return all(field).contains(value);
  }

  public void put(String field, String value) {
    texts.put(field, List.of(value));
  }

  /** The lines of a field that are not blank. */
  public List<String> lines(String field) {
    return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A number; -1, which is out of every range, for a text that is none. */
  public int number(String field) {
    String text = text(field).strip();
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** The rows of fields that are repeated together. */
  public List<List<String>> rows(String... fields) {
    int count = Stream.of(fields).mapToInt(field -> all(field).size()).max().orElse(0);
    return IntStream.range(0, count)
        .mapToObj(i -> Stream.of(fields).map(field -> at(field, i)).toList())
        .toList();
  }

  private String at(String field, int index) {
    List<String> values = all(field);
    return index < values.size() ? values.get(index) : "";
  }

  /** The version in the form, as a precondition. */
  public IfMatch version() {
    return IfMatch.of(typed(VERSION));
  }

  /** Null if nothing is visible in the text. */
  public static String orNull(String typed) {
    return typed == null || Text.trim(typed).isEmpty() ? null : typed;
  }

  /** The errors by field. */
  public Map<String, String> errors() {
    return errors;
  }

  /** The errors of no single field. */
  public List<String> others() {
    return others;
  }

  /** The error of a field; empty = none. */
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  public boolean isWrong() {
    return !errors.isEmpty() || !others.isEmpty();
  }

  public void wrong(String field, String error) {
    errors.merge(field, error, (one, other) -> one + " " + other);
  }

  /**
   * The same form with the errors of its refusal.
   *
   * @param fields the fields by the property at the start of an error's pointer
   * @throws ProblemException the same, unless it says what is wrong with the form
   */
  public SentForm wrong(ProblemException refusal, Map<String, String> fields) {
    if (refusal.code() != ProblemCode.VALIDATION_FAILED) {
      throw refusal;
    }
    return wrong(refusal, pointer -> pointer.isEmpty() ? null : fields.get(pointer.split("/")[1]));
  }

  /**
   * The same form with the errors of its refusal.
   *
   * @param field the field of a pointer, which may be empty; null = of no single field
   */
  public SentForm wrong(ProblemException refusal, UnaryOperator<String> field) {
    for (FieldError error : refusal.errors()) {
      Problem.Item item = Problem.Item.ofPage(error);
      String pointer = Objects.toString(item.pointer(), "");
      String wrong = field.apply(pointer);
      if (wrong == null) {
        String[] path = pointer.split("/");
        boolean one = path.length > 2 && path[2].matches("[0-9]{1,6}");
        String at = one ? "Mục thứ " + (Integer.parseInt(path[2]) + 1) + ": " : "";
        others.add(at + item.detail());
      } else {
        wrong(wrong, item.detail());
      }
    }
    return this;
  }
}
