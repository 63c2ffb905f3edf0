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
 * What the sections of a new outline continue. A line says it by {@link SectionView#continues()},
 * or it is the section of its own code: as this draft had it until now, else as the earlier outline
 * has it, unless another line says that it continues that one. Plain Java.
 */
final class Lineages {
  private final Map<String, UUID> own;
  private final Map<String, UUID> earlier;
  private final Integer earlierDraft;
  private final Set<UUID> claimed = new HashSet<>();

  /**
   * @param own the outline that is replaced
   * @param earlier the outline of the draft before; empty if there is none
   * @param earlierDraft its number; null if there is none
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

  /** Takes note of what the lines say they continue; what is not there is an error. */
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

  /** The lineage of a line; null = it begins a new one. */
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
