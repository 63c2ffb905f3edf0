package vn.sogopy.comment.intake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;

/**
 * Sections of one draft, looked up by their codes.
 *
 * @param draft its number
 */
public record Sections(int draft, Map<String, Section> byKey) {

  /**
   * Reads those of these codes that the draft has, in one statement.
   *
   * @param codes may be null
   */
  public static Sections read(
      SectionRepository outline, UUID draftId, int draft, Stream<String> codes) {
    List<String> keys = codes.filter(Objects::nonNull).map(Section::key).distinct().toList();
    List<Section> found = keys.isEmpty() ? List.of() : outline.byKeys(draftId, keys);
    return new Sections(draft, found.stream().collect(toMap(one -> one.codeKey, identity())));
  }

  /**
   * The section of this code; null if the code is null or unknown.
   *
   * @param errors gets one under the pointer for an unknown code
   */
  public Section find(String code, String pointer, List<FieldError> errors) {
    Section section = code == null ? null : byKey.get(Section.key(code));
    if (code != null && section == null) {
      errors.add(FieldError.pointer(pointer, FieldCode.UNKNOWN_SECTION, code, draft));
    }
    return section;
  }

  /** The ids in the order of the codes, each once; an error under {@code pointer/index}. */
  List<UUID> find(List<String> codes, String pointer, List<FieldError> errors) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; codes != null && i < codes.size(); i++) {
      Section section = find(codes.get(i), pointer + "/" + i, errors);
      if (section != null && !ids.contains(section.id)) {
        ids.add(section.id);
      }
    }
    return ids;
  }
}
