package vn.sogopy.interchange.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Text;

/** Looks up comments and sections that a sheet refers to. */
@ApplicationScoped
class Lookups {
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject DataSource source;

  /** Comments of the plan: number by id, and id by number. */
  record Numbers(Map<UUID, String> byId, Map<String, UUID> byCode) {}

  /** Finds the comments of the plan with one of these ids or numbers. */
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

  /**
   * Codes of the sections that an answer can refer to, by code and by code with title. They are
   * those of this draft and of the next draft with an outline.
   */
  Map<String, String> sections(DraftRef draft) {
    Map<String, String> codes = new HashMap<>();
    Stream.concat(
            Stream.of(draft.id()), drafts.outlinedAfter(draft.planId(), draft.number()).stream())
        .flatMap(id -> sections.inOrder(id).stream())
        .forEach(
            section -> {
              for (String between : List.of(" ", ". ", " - ", ": ")) {
                codes.put(Text.foldName(section.code + between + section.title), section.code);
              }
              codes.put(Text.foldName(section.code), section.code);
            });
    return codes;
  }
}
