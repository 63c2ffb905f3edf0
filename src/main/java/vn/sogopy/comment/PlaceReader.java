package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.plan.Section;
import vn.sogopy.sql.Sql;

/**
 * Finds the section that an answer names: where the change was made, in the next draft; where a
 * point is covered already, in this draft or the next.
 */
@ApplicationScoped
class PlaceReader {
  @Inject DataSource source;

  /**
   * @param code as the outline spells it; null = not in it
   */
  private record Outline(int draft, boolean own, String code) {}

  /**
   * The place with its section as the outline spells it; as it was typed while there is no outline
   * to look it up in.
   *
   * @param errors gets one under the pointer if the outlines have no such section
   */
  Revision look(
      Comment comment, Result result, Revision place, String pointer, List<FieldError> errors) {
    if (place == null || place.section() == null) {
      return place;
    }
    List<Outline> outlines =
        outlines(comment, place.section()).stream()
            .filter(outline -> result == Result.ALREADY_COVERED || !outline.own())
            .toList();
    Optional<String> found =
        outlines.stream().map(Outline::code).filter(code -> code != null).findFirst();
    if (found.isEmpty() && !outlines.isEmpty()) {
      errors.add(
          FieldError.pointer(
              pointer, FieldCode.UNKNOWN_SECTION, place.section(), outlines.get(0).draft()));
    }
    return new Revision(found.orElse(place.section()), place.page(), place.note());
  }

  /** The outlines of this draft and the next, as far as they are there, in this order. */
  private List<Outline> outlines(Comment comment, String code) {
    return Sql.of(
            "select n.number, n.id = d.id as own,"
                + " (select s.code from section s where s.draft_id = n.id and s.code_key = ?) as code"
                + " from draft d join draft n on n.id = d.id or n.id = "
                + NextDraft.ID
                + " where d.id = ? and exists (select 1 from section s where s.draft_id = n.id)"
                + " order by n.number",
            Section.key(code),
            comment.draftId)
        .list(
            source,
            row -> new Outline(row.getInt("number"), row.getBoolean("own"), row.getString("code")));
  }
}
