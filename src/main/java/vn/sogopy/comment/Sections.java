package vn.sogopy.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.plan.Section;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/** Section codes of one draft to their ids. */
final class Sections {
  private Sections() {}

  /**
   * A section of the outline.
   *
   * @param defaultAssignee null where comments on it wait for an assignment by hand
   */
  record Known(UUID id, String defaultAssignee) {}

  /** By code key, those of these sections that the draft has. */
  static Map<String, Known> known(DataSource source, UUID draftId, List<String> codes) {
    Map<String, Known> found = new HashMap<>();
    Sql.of(
            "select code_key, id, default_assignee from section where draft_id = ? and code_key = any(?)",
            draftId,
            codes.stream().map(Section::key).toArray(String[]::new))
        .list(
            source,
            row ->
                found.put(
                    row.getString("code_key"),
                    new Known(Row.uuid(row, "id"), row.getString("default_assignee"))));
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
    if (codes == null || codes.isEmpty()) {
      return List.of();
    }
    String[] keys = codes.stream().map(Section::key).toArray(String[]::new);
    Map<String, Known> found = known(source, draftId, codes);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      UUID id = found.containsKey(keys[i]) ? found.get(keys[i]).id() : null;
      if (id == null) {
        errors.add(
            FieldError.pointer(
                pointer.endsWith("/") ? pointer + i : pointer,
                FieldCode.UNKNOWN_SECTION,
                codes.get(i),
                draft));
      } else if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    return ids;
  }
}
