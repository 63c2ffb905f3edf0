package vn.sogopy.desk.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.Named;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.Messages;

/** The bodies that a person wrote by name. What is not found becomes an error of its field. */
@ApplicationScoped
class BodyNames {
  @Inject OrganizationReader organizations;

  /** All names to choose from. */
  List<OrganizationReader.Choice> choices() {
    return organizations.choices();
  }

  /** The current name. */
  String name(String code) {
    return organizations.names(List.of(code)).getOrDefault(code, code);
  }

  /** The text that a person would write for this body: its code, if others have its name. */
  String written(String code) {
    String name = name(code);
    return code.equals(organizations.named(name).code()) ? name : code;
  }

  /** The last body in the head of a letter: its superior is above it. Null = none. */
  String inHead(List<String> lines) {
    String found = null;
    for (String line : lines) {
      String code = line.isBlank() ? null : organizations.named(line).code();
      found = code == null ? found : written(code);
    }
    return found;
  }

  /** The code of the body in the field; null with an error in the form. */
  String code(LetterForm form) {
    String written = form.text(LetterForm.BODY);
    if (written == null) {
      form.wrong(LetterForm.BODY, text(FieldCode.REQUIRED));
      return null;
    }
    Named named = organizations.named(written);
    if (named.code() == null) {
      form.wrong(LetterForm.BODY, unknown(written, named));
      form.suggest(named.candidates());
    }
    return named.code();
  }

  /** The codes of the bodies in the field, one a line or separated by semicolons. */
  List<String> codes(LetterForm form) {
    List<String> codes = new ArrayList<>();
    for (String part : form.value(LetterForm.ON_BEHALF).split("[;\\n]")) {
      String written = part.strip();
      Named named = written.isEmpty() ? null : organizations.named(written);
      if (named != null && named.code() == null) {
        form.wrong(LetterForm.ON_BEHALF, unknown(written, named));
      } else if (named != null) {
        codes.add(named.code());
      }
    }
    return codes;
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
