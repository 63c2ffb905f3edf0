package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.round.CoverageReader.OutlineLine;

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
   * @param names of the responsible organizations, by code
   * @param touching number of comments by path of the section and id of the organization
   */
  static Coverage of(
      LocalDate today,
      ConsultationRound round,
      List<OutlineLine> outline,
      Map<String, String> names,
      Map<String, Map<UUID, Integer>> touching) {
    Map<String, Participation> byCode =
        round.participations().stream()
            .collect(Collectors.toMap(one -> one.body().code(), Function.identity()));
    List<Section> sections = new ArrayList<>();
    for (OutlineLine line : outline) {
      Map<UUID, Integer> here = touching.getOrDefault(line.path(), Map.of());
      sections.add(
          new Section(
              line.code(),
              line.title(),
              line.parent(),
              line.level(),
              here.values().stream().mapToInt(Integer::intValue).sum(),
              here.size(),
              line.responsible().stream()
                  .map(
                      code ->
                          responsible(code, names.getOrDefault(code, code), byCode.get(code), here))
                  .toList()));
    }
    List<String> unspoken =
        sections.stream().filter(section -> section.comments() == 0).map(Section::code).toList();
    return new Coverage(today, round.counts(), round.restrictedLeftOut(), sections, unspoken);
  }

  /**
   * @param participation null = neither consulted nor heard of
   * @param byBody number of comments on the section by id of the organization
   */
  private static Responsible responsible(
      String code, String name, Participation participation, Map<UUID, Integer> byBody) {
    if (participation == null) {
      return new Responsible(
          code, name, false, ReplyState.State.NOT_REPLIED, false, Attention.SILENT, 0);
    }
    int here = byBody.getOrDefault(participation.body().id(), 0);
    ReplyState reply = participation.reply();
    return new Responsible(
        code,
        name,
        participation.asked(),
        reply.state(),
        participation.asked() && reply.overdue(),
        attention(participation, here),
        here);
  }

  private static Attention attention(Participation participation, int here) {
    if (here > 0) {
      return Attention.COMMENTED;
    }
    if (!participation.replied() && !participation.hasParticipated()) {
      return Attention.SILENT;
    }
    // Agreement with the draft includes every section without comments of the organization.
    return participation.reply().state() == ReplyState.State.AGREED
        ? Attention.AGREED
        : Attention.ELSEWHERE;
  }

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
