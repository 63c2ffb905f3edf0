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
    Map<String, UUID> found = new HashMap<>();
    Sql.of(
            "select code_key, id from section where draft_id = ? and code_key = any(?)",
            draftId,
            keys)
        .list(source, row -> found.put(row.getString("code_key"), Row.uuid(row, "id")));
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      UUID id = found.get(keys[i]);
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
