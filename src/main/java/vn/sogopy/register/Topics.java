package vn.sogopy.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Annex I by topic: general comments first, then by section. Comments that share one answer ({@code
 * sameAs}, and the same text) are one row that names all organizations.
 */
public final class Topics {
  /** The topic of organizations that replied without a comment. */
  public static final String NO_COMMENTS = "Không có ý kiến cụ thể";

  private final Map<UUID, Register.Row> rows = new HashMap<>();
  private final Map<UUID, List<Register.Voice>> shared = new LinkedHashMap<>();

  /** A section of the draft, or "Ý kiến chung", with the comments on it. */
  @Schema(name = "RegisterTopic")
  public record Topic(
      @Schema(nullable = true, description = "null = ý kiến chung · general") String section,
      String heading,
      List<Shared> rows) {}

  /** One or more comments that share one answer. */
  @Schema(name = "RegisterShared")
  public record Shared(List<Register.Voice> voices, String resultLabel, String answer) {}

  private Topics(Register register) {
    List<Register.Voice> voices = register.voices();
    voices.forEach(voice -> rows.put(voice.row().id(), voice.row()));
    for (Register.Voice voice : voices) {
      shared.computeIfAbsent(leading(voice.row()).id(), id -> new ArrayList<>()).add(voice);
    }
  }

  static List<Topic> of(Register register) {
    Topics topics = new Topics(register);
    Map<String, List<Shared>> bySection = new HashMap<>();
    topics.shared.forEach(
        (leader, voices) -> {
          Register.Row first = topics.rows.get(leader);
          bySection
              .computeIfAbsent(first.section(), section -> new ArrayList<>())
              .add(new Shared(voices, first.resultLabel(), first.fullAnswer()));
        });
    List<Topic> found = new ArrayList<>();
    if (bySection.containsKey(null)) {
      found.add(new Topic(null, Wording.GENERAL, bySection.get(null)));
    }
    for (Register.Section section : register.sections()) {
      if (bySection.containsKey(section.code())) {
        found.add(new Topic(section.code(), section.heading(), bySection.get(section.code())));
      }
    }
    return found;
  }

  /** The comment whose answer this one shares, or this comment. */
  private Register.Row leading(Register.Row row) {
    Register.Row leader = row;
    // Two comments may refer to each other.
    for (int steps = 0; leader.sameAs() != null && steps < rows.size(); steps++) {
      Register.Row next = rows.get(leader.sameAs());
      if (next == null || next.id().equals(row.id()) || !isAlike(row, next)) {
        break;
      }
      leader = next;
    }
    return leader;
  }

  private static boolean isAlike(Register.Row one, Register.Row other) {
    return one.result() == other.result()
        && one.answer() != null
        && Objects.equals(one.fullAnswer(), other.fullAnswer());
  }
}
