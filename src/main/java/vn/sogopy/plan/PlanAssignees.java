package vn.sogopy.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.text.Text;

/** The people who work on the comments of a plan. Other names can be assigned, too. */
public record PlanAssignees(@NotNull @Size(max = 200) List<@NotNull @Valid Person> items) {
  public static final PlanAssignees NONE = new PlanAssignees(List.of());

  /**
   * A person.
   *
   * @param sections codes that the person is responsible for, in any draft of the plan
   */
  @Schema(name = "PlanAssigneeInput")
  public record Person(
      @NotNull @Size(min = 1, max = 200) @Schema(examples = "Nguyễn Văn An") String name,
      @Size(min = 3, max = 254)
          @Pattern(regexp = Text.EMAIL, message = Text.EMAIL_EXAMPLE)
          @Schema(nullable = true, description = "Thư điện tử · e-mail", examples = "a@example.org")
          String email,
      @Size(max = 200)
          @Schema(
              nullable = true,
              description =
                  "Mã các mục phụ trách, ở mục lục của một lần dự thảo · codes of the sections that the person is responsible for")
          List<@NotNull @Size(min = 1, max = 40) String> sections) {

    public Person {
      sections = sections == null ? List.of() : sections;
    }
  }

  public List<String> names() {
    return items.stream().map(Person::name).toList();
  }

  /** The name as registered, whatever its case and accents; another name as it is. */
  public String spelling(String name) {
    return name == null
        ? null
        : names().stream()
            .filter(known -> Text.foldName(known).equals(Text.foldName(name)))
            .findFirst()
            .orElse(name);
  }

  /**
   * Names that occur twice, and unknown sections.
   *
   * @param keys of the sections of the plan
   * @param drafts the numbers of its drafts, for the text
   */
  List<FieldError> errors(Set<String> keys, String drafts) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Person person = items.get(i);
      String pointer = "/items/" + i;
      if (!names.add(Text.foldName(person.name()))) {
        errors.add(FieldError.pointer(pointer + "/name", FieldCode.ALREADY_USED, person.name()));
      }
      for (int j = 0; j < person.sections().size(); j++) {
        String code = person.sections().get(j);
        if (!keys.contains(Section.key(code))) {
          errors.add(
              FieldError.pointer(
                  pointer + "/sections/" + j, FieldCode.UNKNOWN_SECTION, code, drafts));
        }
      }
    }
    return errors;
  }
}
