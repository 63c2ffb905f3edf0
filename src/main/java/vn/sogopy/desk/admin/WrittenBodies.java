package vn.sogopy.desk.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.Named;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.Messages;

/** The bodies that a person wrote by name, one a line. */
@ApplicationScoped
class WrittenBodies {
  @Inject OrganizationReader organizations;

  /** Their codes. A name that is not found becomes an error of the field. */
  List<String> codes(Typed form, String field) {
    List<String> codes = new ArrayList<>();
    for (String written : form.lines(field)) {
      Named named = organizations.named(written);
      if (named.code() == null) {
        form.errors().merge(field, unknown(written, named), (one, other) -> one + " " + other);
      } else {
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
    List<Object> words = List.of(written);
    return Messages.text(Messages.VIETNAMESE, FieldCode.UNKNOWN_ORGANIZATION.textKey(words), words)
        + (near.isEmpty() ? "" : " Có phải: " + near + "?");
  }
}
