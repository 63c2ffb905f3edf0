package vn.sogopy.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.ProblemException;

/** From the flat list that people send to sections with parents and paths. Plain Java. */
final class OutlineBuilder {
  /** Digits of one level in a path: room for 9,999 siblings. */
  static final int DIGITS = 4;

  private static final int MAX_LEVEL = 8;

  private final UUID draftId;
  private final Map<String, UUID> lineages;
  private final Map<String, Section> byKey = new HashMap<>();
  private final Map<String, Integer> children = new HashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<FieldError> errors = new ArrayList<>();

  /**
   * @param lineages by code key: what a section of that code continues
   */
  OutlineBuilder(UUID draftId, Map<String, UUID> lineages) {
    this.draftId = draftId;
    this.lineages = lineages;
  }

  /**
   * @throws ProblemException 400 that names every bad line: code twice, parent missing, too deep
   */
  List<Section> build(List<SectionView> lines) {
    for (int i = 0; i < lines.size(); i++) {
      add(lines.get(i), "/items/" + i);
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return sections;
  }

  private void add(SectionView line, String pointer) {
    String key = Section.key(line.code());
    Section parent = line.parent() == null ? null : byKey.get(Section.key(line.parent()));
    String above = parent == null ? "" : parent.path;
    if (line.parent() != null && parent == null) {
      errors.add(FieldError.pointer(pointer + "/parent", FieldCode.CYCLE, line.parent()));
    } else if (byKey.containsKey(key)) {
      errors.add(FieldError.pointer(pointer + "/code", FieldCode.ALREADY_USED, line.code()));
    } else if (above.length() == MAX_LEVEL * DIGITS) {
      errors.add(FieldError.pointer(pointer + "/parent", FieldCode.TOO_DEEP, MAX_LEVEL));
    } else {
      Section section = new Section();
      section.id = UUID.randomUUID();
      section.draftId = draftId;
      section.lineageId = lineages.getOrDefault(key, UUID.randomUUID());
      section.code = line.code();
      section.codeKey = key;
      section.title = line.title();
      section.parentId = parent == null ? null : parent.id;
      section.path =
          above + String.format("%0" + DIGITS + "d", children.merge(above, 1, Integer::sum));
      section.responsible =
          line.responsible() == null ? new String[0] : line.responsible().toArray(String[]::new);
      section.defaultAssignee = line.defaultAssignee();
      byKey.put(key, section);
      sections.add(section);
    }
  }
}
