package vn.sogopy.plan.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;

/**
 * The earlier sections that a new outline continues: those in {@link SectionView#continues()}, else
 * those of the same code. The replaced outline precedes the one of the earlier draft, and a section
 * claimed by another line is not continued again. Plain Java.
 */
final class Lineages {
  private final Map<String, UUID> own;
  private final Map<String, UUID> earlier;
  private final Integer earlierDraft;
  private final Set<UUID> claimed = new HashSet<>();

  /**
   * @param own the outline to be replaced
   * @param earlier the outline of the previous draft; empty if there is none
   * @param earlierDraft the number of the previous draft; null if there is none
   */
  Lineages(List<Section> own, List<Section> earlier, Integer earlierDraft) {
    this.own = byKey(own);
    this.earlier = byKey(earlier);
    this.earlierDraft = earlierDraft;
  }

  private static Map<String, UUID> byKey(List<Section> sections) {
    Map<String, UUID> lineages = new HashMap<>();
    sections.forEach(section -> lineages.put(section.codeKey, section.lineageId));
    return lineages;
  }

  /** Records what the lines explicitly continue. Returns an error for each unknown code. */
  List<FieldError> claim(List<SectionView> lines) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String code = lines.get(i).continues().code();
      if (code == null) {
        continue;
      }
      UUID lineage = earlier.get(Section.key(code));
      if (lineage != null) {
        claimed.add(lineage);
      } else {
        String pointer = "/items/" + i + "/continues";
        errors.add(
            earlierDraft == null
                ? FieldError.pointer(pointer, FieldCode.NOT_SUPPORTED)
                : FieldError.pointer(pointer, FieldCode.UNKNOWN_SECTION, code, earlierDraft));
      }
    }
    return errors;
  }

  /** The lineage of a line; null = a new lineage. */
  UUID of(SectionView line) {
    String key = Section.key(line.code());
    UUID kept = own.get(key);
    if (line.continues().code() != null) {
      return earlier.get(Section.key(line.continues().code()));
    }
    if (line.continues().given()) {
      return earlier.containsValue(kept) ? null : kept;
    }
    UUID lineage = kept == null ? earlier.get(key) : kept;
    return claimed.contains(lineage) ? null : lineage;
  }
}
