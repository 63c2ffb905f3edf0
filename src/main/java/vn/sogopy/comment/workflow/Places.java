package vn.sogopy.comment.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;

/**
 * Where the section that an answer names is to be found: where the change was made, in the next
 * draft; where a point is covered already, in this draft or the next.
 *
 * @param outlines of this draft and the next, as far as they are there, in this order
 */
record Places(List<Outline> outlines) {

  /**
   * @param own of the draft the comment is on
   * @param codes of the sections that were asked for, by their keys
   */
  record Outline(int draft, boolean own, Map<String, String> codes) {}

  /**
   * The place with its section as the outline spells it; as it was typed while there is no outline
   * to look it up in.
   *
   * @param errors gets one under the pointer if the outlines have no such section
   */
  Revision find(Result result, Revision place, String pointer, List<FieldError> errors) {
    if (place == null || place.section() == null) {
      return place;
    }
    List<Outline> fitting =
        outlines.stream()
            .filter(outline -> result == Result.ALREADY_COVERED || !outline.own())
            .toList();
    String key = Section.key(place.section());
    Optional<String> found =
        fitting.stream().map(one -> one.codes().get(key)).filter(Objects::nonNull).findFirst();
    if (found.isEmpty() && !fitting.isEmpty()) {
      errors.add(
          FieldError.pointer(
              pointer, FieldCode.UNKNOWN_SECTION, place.section(), fitting.get(0).draft()));
    }
    return new Revision(found.orElse(place.section()), place.page(), place.note());
  }
}
