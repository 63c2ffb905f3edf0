package vn.sogopy.plan.outline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.outline.SectionView.Continued;
import vn.sogopy.platform.http.imports.ImportReport;

/**
 * The outline of a draft as a flat list, in outline order.
 *
 * @param version of the outline, the value of the ETag: with a mark of the items if they differ
 *     from those stored
 */
public record Outline(
    @NotNull @Size(max = MAX) List<@NotNull @Valid SectionView> items,
    @Schema(
            nullable = true,
            description =
                "Các cột của tệp không dùng đến, sau khi nhận CSV hoặc XLSX; khi gửi lên được bỏ qua"
                    + " · columns of a CSV or XLSX file that were ignored; not read in requests")
        @Size(max = 1_000)
        List<@Size(max = 200) String> ignoredColumns,
    @Schema(
            nullable = true,
            description =
                "Các trang tính của tệp XLSX có dữ liệu mà không được đọc; khi gửi lên được bỏ qua"
                    + " · sheets with rows of an XLSX file that were not read; not read in requests")
        @Size(max = 1_000)
        List<@Size(max = 200) String> ignoredSheets,
    @JsonIgnore Object version) {
  /** Maximum number of sections of a draft. */
  static final int MAX = 5_000;

  /**
   * @param earlier the outline that {@code continues} refers to; empty if there is none
   */
  public static Outline of(List<Section> sections, List<Section> earlier, int version) {
    Map<UUID, List<Section>> before =
        earlier.stream().collect(Collectors.groupingBy(section -> section.lineageId));
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
                        section.defaultAssignee,
                        earlier.isEmpty()
                            ? Continued.SAME_CODE
                            : continued(section, before.get(section.lineageId))))
            .toList();
    return new Outline(items, null, null, version);
  }

  /** If one section was divided into several, the one of the same code; else the first. */
  private static Continued continued(Section section, List<Section> before) {
    if (before == null) {
      return Continued.NONE;
    }
    return before.stream()
        .filter(one -> one.codeKey.equals(section.codeKey))
        .findFirst()
        .map(one -> Continued.of(one.code))
        .orElseGet(() -> Continued.of(before.get(0).code));
  }

  /** The outline with successors in place of bodies that have ended on this day. */
  Outline following(Successions bodies, LocalDate day) {
    List<SectionView> now = items.stream().map(item -> item.following(bodies, day)).toList();
    return now.equals(items)
        ? this
        : new Outline(
            now,
            ignoredColumns,
            ignoredSheets,
            version + "." + Integer.toHexString(now.hashCode()));
  }

  /** The new outline, and what became of each row of a table. */
  @Schema(name = "ReplacedOutline")
  public record ReplacedOutline(
      List<SectionView> items,
      @Schema(
              nullable = true,
              description =
                  "Các cột của bảng không dùng đến · columns of a table that were ignored")
          List<String> ignoredColumns,
      @Schema(
              nullable = true,
              description =
                  "Các trang tính có dữ liệu mà không được đọc · sheets with rows that were not read")
          List<String> ignoredSheets,
      @Schema(
              nullable = true,
              description =
                  "Kết quả từng dòng của bảng CSV, XLSX; null sau khi gửi JSON · what became of each row of a table; null after JSON")
          ImportReport report,
      @JsonIgnore Object version) {

    static ReplacedOutline of(Outline outline) {
      return new ReplacedOutline(outline.items, null, null, null, outline.version);
    }
  }
}
