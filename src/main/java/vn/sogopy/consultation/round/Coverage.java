package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * For each section, whether the organizations responsible for its field have commented on it.
 *
 * @param asOf the reference day for "overdue", in Vietnam
 */
@Schema(name = "Coverage")
public record Coverage(
    LocalDate asOf,
    Counts counts,
    @Schema(
            description =
                "Số ý kiến hạn chế người xem không được tính ở đây · restricted comments left out of the public form; 0 for who may not see them")
        int restrictedLeftOut,
    @Schema(description = "Mọi mục, theo thứ tự mục lục · every section, in outline order")
        List<Section> sections,
    @Schema(
            description =
                "Mã các mục chưa có ai góp ý, kể cả ở mục con · sections that nobody spoke on, nor below")
        List<String> unspoken) {

  /**
   * @param comments on this section, on one below it, or with one of these in alsoSections
   * @param bodies number of organizations that sent them
   */
  @Schema(name = "SectionCoverage")
  public record Section(
      String code,
      String title,
      @Schema(nullable = true) String parent,
      int level,
      @Schema(
              description =
                  "Số ý kiến ở mục này và các mục con, kể cả mục liên quan"
                      + " · comments here and below, alsoSections included")
          int comments,
      @Schema(description = "Số cơ quan có ý kiến ở đây · bodies that spoke here") int bodies,
      List<Responsible> responsible) {}

  /** An organization responsible for the field of the section. */
  @Schema(name = "ResponsibleCoverage")
  public record Responsible(
      String organization,
      String name,
      boolean asked,
      ReplyState.State state,
      boolean overdue,
      Attention attention,
      @Schema(description = "Số ý kiến của cơ quan này ở đây · its comments here") int comments) {}

  /** Reaction of a responsible organization to its section. */
  @Schema(
      name = "Attention",
      description =
          "COMMENTED có ý kiến ở mục này; AGREED nhất trí toàn bộ; ELSEWHERE chỉ có ý kiến ở nơi khác;"
              + " SILENT chưa có ý kiến, chưa có văn bản")
  public enum Attention {
    COMMENTED,
    AGREED,
    ELSEWHERE,
    SILENT
  }
}
