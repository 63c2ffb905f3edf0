package vn.sogopy.plan.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** Builds sections with parents and paths from the flat list of a request. Plain Java. */
final class OutlineBuilder {
  /** Digits of one level in a path: at most 9,999 siblings. */
  static final int DIGITS = 4;

  static final int MAX_LEVEL = 8;

  private final UUID draftId;
  private final Lineages lineages;
  private final Map<String, Section> byKey = new HashMap<>();
  private final Map<String, Integer> children = new HashMap<>();
  private final Set<String> rejected = new HashSet<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<FieldError> errors = new ArrayList<>();

  OutlineBuilder(UUID draftId, Lineages lineages) {
    this.draftId = draftId;
    this.lineages = lineages;
  }

  /**
   * @throws ProblemException 400 that names every wrong line: an unknown section is continued, code
   *     twice, no parent, too deep
   */
  List<Section> build(List<SectionView> lines) {
    errors.addAll(lineages.claim(lines));
    addAll(lines);
    ProblemException.requireNone(errors);
    return sections;
  }

  /** The structural errors of the lines. Lines may lack fields. */
  static List<FieldError> errors(List<SectionView> lines) {
    OutlineBuilder builder = new OutlineBuilder(null, new Lineages(List.of(), List.of(), null));
    builder.addAll(lines);
    return builder.errors;
  }

  private void addAll(List<SectionView> lines) {
    Set<String> keys =
        lines.stream()
            .map(SectionView::code)
            .filter(Objects::nonNull)
            .map(Section::key)
            .collect(Collectors.toSet());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).code() != null) {
        add(lines.get(i), "/items/" + i, keys);
      }
    }
  }

  private void add(SectionView line, String pointer, Set<String> keys) {
    String key = Section.key(line.code());
    String parentKey = line.parent() == null ? null : Section.key(line.parent());
    Section parent = parentKey == null ? null : byKey.get(parentKey);
    String above = parent == null ? "" : parent.path;
    if (byKey.containsKey(key)) {
      errors.add(FieldError.pointer(pointer + "/code", FieldCode.ALREADY_USED, line.code()));
    } else if (parentKey != null && parent == null) {
      // A rejected parent is reported once, not again for each line below it.
      if (!rejected.contains(parentKey)) {
        FieldCode code =
            keys.contains(parentKey) ? FieldCode.PARENT_COMES_LATER : FieldCode.UNKNOWN_PARENT;
        errors.add(FieldError.pointer(pointer + "/parent", code, line.parent()));
      }
      rejected.add(key);
    } else if (above.length() == MAX_LEVEL * DIGITS) {
      errors.add(FieldError.pointer(pointer + "/parent", FieldCode.TOO_DEEP, MAX_LEVEL));
      rejected.add(key);
    } else {
      keep(line, key, parent, above);
    }
  }

  private void keep(SectionView line, String key, Section parent, String above) {
    UUID lineage = lineages.of(line);
    Section section = new Section();
    section.id = UUID.randomUUID();
    section.draftId = draftId;
    section.lineageId = lineage == null ? UUID.randomUUID() : lineage;
    section.code = line.code();
    section.codeKey = key;
    section.title = line.title();
    section.parentId = parent == null ? null : parent.id;
    section.path =
        above + String.format("%0" + DIGITS + "d", children.merge(above, 1, Integer::sum));
    section.responsible = line.responsible().stream().distinct().toArray(String[]::new);
    section.defaultAssignee = line.defaultAssignee();
    byKey.put(key, section);
    sections.add(section);
  }
}
