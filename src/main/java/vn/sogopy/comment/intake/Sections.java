package vn.sogopy.comment.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/** Section codes of one draft to their ids. */
public final class Sections {
  private Sections() {}

  /**
   * A section of the outline.
   *
   * @param defaultAssignee null where comments on it wait for an assignment by hand
   */
  public record Known(UUID id, String defaultAssignee) {}

  /** By code key, those of these sections that the draft has. */
  public static Map<String, Known> known(
      DataSource source, UUID draftId, Collection<String> codes) {
    Map<String, Known> found = new HashMap<>();
    if (!codes.isEmpty()) {
      Sql.of(
              "select code_key, id, default_assignee from section where draft_id = ? and code_key = any(?)",
              draftId,
              codes.stream().map(Section::key).distinct().toArray(String[]::new))
          .list(
              source,
              row ->
                  found.put(
                      row.getString("code_key"),
                      new Known(Row.uuid(row, "id"), row.getString("default_assignee"))));
    }
    return found;
  }

  /** The ids in the order of the codes, each once; unknown ones become errors under the pointer. */
  static List<UUID> find(
      DataSource source,
      UUID draftId,
      int draft,
      List<String> codes,
      String pointer,
      List<FieldError> errors) {
    Map<String, Known> known = known(source, draftId, codes == null ? List.of() : codes);
    return resolve(known, draft, codes, pointer, errors);
  }

  /** As {@link #find}, from what is {@linkplain #known known} already. */
  static List<UUID> resolve(
      Map<String, Known> known,
      int draft,
      List<String> codes,
      String pointer,
      List<FieldError> errors) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; codes != null && i < codes.size(); i++) {
      Known section = known.get(Section.key(codes.get(i)));
      if (section == null) {
        errors.add(
            FieldError.pointer(
                pointer.endsWith("/") ? pointer + i : pointer,
                FieldCode.UNKNOWN_SECTION,
                codes.get(i),
                draft));
      } else if (!ids.contains(section.id())) {
        ids.add(section.id());
      }
    }
    return ids;
  }
}
