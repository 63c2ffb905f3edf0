package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sogopy.consultation.round.CoverageReader.OutlineLine;

/** Combines the round with the outline. Plain Java. */
final class CoverageBuilder {
  private static final ReplyState NO_REPLY =
      new ReplyState(ReplyState.State.NOT_REPLIED, null, false, false, null);

  private final Map<String, Participation> voices;
  private final Map<String, String> names;

  private CoverageBuilder(ConsultationRound round, Map<String, String> names) {
    this.voices =
        round.voices().stream()
            .collect(Collectors.toMap(voice -> voice.body().code(), Function.identity()));
    this.names = names;
  }

  /**
   * @param names of the responsible organizations, by code
   * @param touching number of comments by path of the section and id of the organization
   */
  static Coverage build(
      LocalDate today,
      ConsultationRound round,
      List<OutlineLine> outline,
      Map<String, String> names,
      Map<String, Map<UUID, Integer>> touching) {
    CoverageBuilder builder = new CoverageBuilder(round, names);
    List<Coverage.Section> sections =
        outline.stream()
            .map(line -> builder.section(line, touching.getOrDefault(line.path(), Map.of())))
            .toList();
    List<String> unspoken =
        sections.stream()
            .filter(section -> section.comments() == 0)
            .map(Coverage.Section::code)
            .toList();
    return new Coverage(today, round.counts(), round.restrictedLeftOut(), sections, unspoken);
  }

  private Coverage.Section section(OutlineLine line, Map<UUID, Integer> byBody) {
    return new Coverage.Section(
        line.code(),
        line.title(),
        line.parent(),
        line.level(),
        byBody.values().stream().mapToInt(Integer::intValue).sum(),
        byBody.size(),
        line.responsible().stream().map(code -> responsible(code, byBody)).toList());
  }

  private Coverage.Responsible responsible(String code, Map<UUID, Integer> byBody) {
    Participation voice = voices.get(code);
    int here = voice == null ? 0 : byBody.getOrDefault(voice.body().id(), 0);
    ReplyState reply = voice == null ? NO_REPLY : voice.reply();
    boolean asked = voice != null && voice.asked();
    return new Coverage.Responsible(
        code,
        names.getOrDefault(code, code),
        asked,
        reply.state(),
        asked && reply.overdue(),
        attention(voice, here),
        here);
  }

  private static Coverage.Attention attention(Participation voice, int here) {
    if (here > 0) {
      return Coverage.Attention.COMMENTED;
    }
    if (voice == null || !voice.spoke()) {
      return Coverage.Attention.SILENT;
    }
    // Agreement with the draft includes every section without comments of the organization.
    return voice.reply().state() == ReplyState.State.AGREED
        ? Coverage.Attention.AGREED
        : Coverage.Attention.ELSEWHERE;
  }
}
