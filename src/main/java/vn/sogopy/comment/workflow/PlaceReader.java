package vn.sogopy.comment.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Revision;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.sql.Sql;

/** Reads the outlines in which the places that answers name are looked up. */
@ApplicationScoped
class PlaceReader {
  @Inject DataSource source;

  /**
   * What the outlines of this draft and the next have of these sections; no question where no
   * section is named.
   */
  Places look(UUID draftId, Collection<Revision> named) {
    String[] keys =
        named.stream()
            .filter(place -> place != null && place.section() != null)
            .map(place -> Section.key(place.section()))
            .distinct()
            .toArray(String[]::new);
    return keys.length == 0 ? new Places(List.of()) : new Places(outlines(draftId, keys));
  }

  /** As far as they are there, in the order of the drafts. */
  private List<Places.Outline> outlines(UUID draftId, String[] keys) {
    return Sql.of(
            "select n.number, n.id = d.id as own,"
                + " array(select s.code from section s where s.draft_id = n.id and s.code_key = any(?))"
                + " as codes"
                + " from draft d join draft n on n.id = d.id or n.id = "
                + NextDraft.ID
                + " where d.id = ? and exists (select 1 from section s where s.draft_id = n.id)"
                + " order by n.number",
            keys,
            draftId)
        .list(
            source,
            row -> {
              Map<String, String> codes = new HashMap<>();
              for (String code : (String[]) row.getArray("codes").getArray()) {
                codes.put(Section.key(code), Objects.requireNonNull(code));
              }
              return new Places.Outline(row.getInt("number"), row.getBoolean("own"), codes);
            });
  }
}
