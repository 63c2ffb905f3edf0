package vn.sogopy.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The outline of a draft: flat, in outline order.
 *
 * @param version the outline's own version, shown as ETag
 */
public record Outline(
    @NotNull @Size(max = 5_000) List<@NotNull @Valid SectionView> items,
    @JsonIgnore Integer version) {

  static Outline of(List<Section> sections, int version) {
    Map<UUID, String> codes = new HashMap<>();
    sections.forEach(section -> codes.put(section.id, section.code));
    List<SectionView> items =
        sections.stream()
            .map(
                section ->
                    new SectionView(
                        section.code,
                        section.title,
                        codes.get(section.parentId),
                        section.path.length() / OutlineBuilder.DIGITS,
                        List.of(section.responsible),
                        section.defaultAssignee))
            .toList();
    return new Outline(items, version);
  }
}
