package vn.sogopy.comment;

import java.util.ArrayList;
import java.util.Collection;
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
    Map<String, UUID> found = read(source, draftId, codes == null ? List.of() : codes);
    return resolve(found, draft, codes, pointer, errors);
  }

  /** The sections that are there, by the key of their code. */
  static Map<String, UUID> read(DataSource source, UUID draftId, Collection<String> codes) {
    Map<String, UUID> found = new HashMap<>();
    if (!codes.isEmpty()) {
      Sql.of(
              "select code_key, id from section where draft_id = ? and code_key = any(?)",
              draftId,
              codes.stream().map(Section::key).distinct().toArray(String[]::new))
          .list(source, row -> found.put(row.getString("code_key"), Row.uuid(row, "id")));
    }
    return found;
  }

  /** As {@link #find}, from what was {@linkplain #read read} before. */
  static List<UUID> resolve(
      Map<String, UUID> found,
      int draft,
      List<String> codes,
      String pointer,
      List<FieldError> errors) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; codes != null && i < codes.size(); i++) {
      UUID id = found.get(Section.key(codes.get(i)));
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
