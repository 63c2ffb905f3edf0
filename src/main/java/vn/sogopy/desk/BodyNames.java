package vn.sogopy.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.Named;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.Messages;

/** The bodies that a person wrote by name. What is not found becomes an error of its field. */
@ApplicationScoped
public class BodyNames {
  @Inject OrganizationReader organizations;

  /** All names to choose from. */
  public List<OrganizationReader.Choice> choices() {
    return organizations.choices();
  }

  /** The current name. */
  public String name(String code) {
    return organizations.names(List.of(code)).getOrDefault(code, code);
  }

  /** The text that a person would write for this body: its code, if others have its name. */
  public String written(String code) {
    String name = name(code);
    return code.equals(organizations.named(name).code()) ? name : code;
  }

  /** The last body in the head of a letter: its superior is above it. Null = none. */
  public String inHead(List<String> lines) {
    String found = null;
    for (String line : lines) {
      String code = line.isBlank() ? null : organizations.named(line).code();
      found = code == null ? found : written(code);
    }
    return found;
  }

  /**
   * The code of the body in a required field; null with an error in the form.
   *
   * @param near takes the names that may be meant, by code
   */
  public String code(SentForm form, String field, Consumer<Map<String, String>> near) {
    String written = form.typed(field);
    if (written == null) {
      form.wrong(field, text(FieldCode.REQUIRED));
      return null;
    }
    Named named = named(form, field, written);
    if (named.code() == null) {
      near.accept(named.candidates());
    }
    return named.code();
  }

  /** The codes of the bodies in the field, one a line or separated by semicolons. */
  public List<String> codes(SentForm form, String field) {
    return Stream.of(form.text(field).split("[;\\n]"))
        .map(String::strip)
        .filter(written -> !written.isEmpty())
        .map(written -> named(form, field, written).code())
        .filter(Objects::nonNull)
        .toList();
  }

  private Named named(SentForm form, String field, String written) {
    Named named = organizations.named(written);
    if (named.code() == null) {
      form.wrong(field, unknown(written, named));
    }
    return named;
  }

  private static String unknown(String written, Named named) {
    String near =
        named.candidates().entrySet().stream()
            .map(one -> one.getValue() + " (" + one.getKey() + ")")
            .collect(Collectors.joining(", "));
    return text(FieldCode.UNKNOWN_ORGANIZATION, written)
        + (near.isEmpty() ? "" : " Có phải: " + near + "?");
  }

  private static String text(FieldCode code, Object... arguments) {
    List<Object> words = List.of(arguments);
    return Messages.text(Messages.VIETNAMESE, code.textKey(words), words);
  }
}
