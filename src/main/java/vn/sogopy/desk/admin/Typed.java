package vn.sogopy.desk.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.sogopy.desk.DeskPages;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * A form as typed, with the errors beside their fields.
 *
 * @param texts the values by field
 * @param errors by field
 * @param others the errors of no single field
 */
public record Typed(
    Map<String, List<String>> texts, Map<String, String> errors, List<String> others) {

  /** A form that is not filled in. */
  static Typed empty() {
    return of(Map.of());
  }

  static Typed of(Map<String, List<String>> texts) {
    return new Typed(new HashMap<>(texts), new HashMap<>(), new ArrayList<>());
  }

  /** The form of the current request. */
  static Typed sent() {
    return of(DeskPages.sentForm());
  }

  /** The first value of a field; empty = none. */
  public String text(String field) {
    return all(field).stream().findFirst().orElse("");
  }

  /** The values of a repeated field. */
  public List<String> all(String field) {
    return texts.getOrDefault(field, List.of());
  }

  public boolean has(String field, String value) {
    return all(field).contains(value);
  }

  /** The lines of a field that are not blank. */
  List<String> lines(String field) {
    return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A number; -1, which is out of every range, for a text that is none. */
  int number(String field) {
    String text = text(field).strip();
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** The rows of fields that are repeated together. */
  List<List<String>> rows(String... fields) {
    int count = Stream.of(fields).mapToInt(field -> all(field).size()).max().orElse(0);
    return IntStream.range(0, count)
        .mapToObj(i -> Stream.of(fields).map(field -> at(field, i)).toList())
        .toList();
  }

  private String at(String field, int index) {
    List<String> values = all(field);
    return index < values.size() ? values.get(index) : "";
  }

  /** The error of a field; empty = none. */
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  public boolean isWrong() {
    return !errors.isEmpty() || !others.isEmpty();
  }

  /**
   * The same form with the errors of its refusal.
   *
   * @param fields the fields by the property at the start of an error's pointer
   * @throws ProblemException the same, unless it says what is wrong with the form
   */
  Typed wrong(ProblemException refusal, Map<String, String> fields) {
    if (refusal.code() != ProblemCode.VALIDATION_FAILED) {
      throw refusal;
    }
    for (FieldError error : refusal.errors()) {
      String detail = Problem.Item.ofPage(error).detail();
      String[] path = error.name().split("/");
      String field = path.length > 1 ? fields.get(path[1]) : null;
      if (field == null) {
        boolean item = path.length > 2 && path[2].matches("[0-9]{1,6}");
        others.add(item ? "Mục thứ " + (Integer.parseInt(path[2]) + 1) + ": " + detail : detail);
      } else {
        errors.merge(field, detail, (one, other) -> one + " " + other);
      }
    }
    return this;
  }
}
