package vn.sogopy.interchange.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Text;

/** What a sheet names by words and numbers. */
@ApplicationScoped
class Lookups {
  /** The sections that an answer may name: of the next draft that has an outline, and its own. */
  static final String OUTLINES =
      """
      section s where s.draft_id = d.id or s.draft_id =
        (select n.id from draft n where n.plan_id = d.plan_id and n.number > d.number
           and exists (select 1 from section x where x.draft_id = n.id)
         order by n.number limit 1)""";

  @Inject DataSource source;

  /** Comments of the plan by id and by number. */
  record Numbers(Map<UUID, String> byId, Map<String, UUID> byCode) {}

  /** Those of these ids and of these numbers that the plan has. */
  Numbers numbers(DraftRef draft, Collection<UUID> ids, Collection<String> codes) {
    Numbers found = new Numbers(new HashMap<>(), new HashMap<>());
    String[] receipts =
        codes.stream()
            .map(code -> code.replaceFirst("\\..*", ""))
            .distinct()
            .toArray(String[]::new);
    if (ids.isEmpty() && receipts.length == 0) {
      return found;
    }
    Sql.of(
            "select id, receipt_number, part, split_undone from comment where plan_id = ?"
                + " and (id = any(?) or receipt_number = any(?::bigint[]))",
            draft.planId(),
            ids.toArray(UUID[]::new),
            receipts)
        .list(
            source,
            row -> {
              UUID id = Row.uuid(row, "id");
              String code =
                  WorklistCells.code(row.getLong("receipt_number"), Row.integer(row, "part"));
              if (!row.getBoolean("split_undone")) {
                found.byCode().put(code, id); // else the number is free again
              }
              return found.byId().put(id, code);
            });
    return found;
  }

  /** Codes of sections by what stands in the drop-down and by what people make of it. */
  Map<String, String> sections(DraftRef draft) {
    Map<String, String> codes = new HashMap<>();
    Sql.of("select s.code, s.title from draft d cross join lateral (select * from " + OUTLINES)
        .add(") s where d.id = ?", draft.id())
        .list(
            source,
            row -> {
              String code = row.getString("code");
              String title = row.getString("title");
              for (String between : List.of(" ", ". ", " - ", ": ")) {
                codes.put(Text.foldName(code + between + title), code);
              }
              return codes.put(Text.foldName(code), code);
            });
    return codes;
  }
}
