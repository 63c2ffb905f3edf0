package vn.sogopy.interchange.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.Text;

/** Looks up comments and sections that a sheet refers to. */
@ApplicationScoped
class Lookups {
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject EntityManager entities;

  /** Comments of the plan: number by id, and id by number. */
  record Numbers(Map<UUID, String> byId, Map<String, UUID> byCode) {}

  record Row(UUID id, long receiptNumber, Integer part, boolean splitUndone) {}

  /** The comments of the plan with these ids or these numbers. */
  Numbers numbers(DraftRef draft, Collection<UUID> ids, Collection<String> codes) {
    Numbers found = new Numbers(new HashMap<>(), new HashMap<>());
    Long[] receipts =
        codes.stream()
            .map(code -> Long.valueOf(code.replaceFirst("\\..*", "")))
            .distinct()
            .toArray(Long[]::new);
    Hql.of("select c.id, c.receiptNumber, c.part, c.splitUndone from Comment c")
        .add("where c.planId = ?", draft.planId())
        .add(
            "and (cast(sql('? = any(?)', c.id, ?) as Boolean) = true",
            (Object) ids.toArray(UUID[]::new))
        .add("or cast(sql('? = any(?)', c.receiptNumber, ?) as Boolean) = true)", (Object) receipts)
        .list(entities, Row.class)
        .forEach(
            row -> {
              String code = WorklistCells.code(row.receiptNumber(), row.part());
              if (!row.splitUndone()) {
                found.byCode().put(code, row.id()); // after an undone split the number is free
              }
              found.byId().put(row.id(), code);
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
