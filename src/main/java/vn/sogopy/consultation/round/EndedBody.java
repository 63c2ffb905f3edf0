package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.organization.Successions;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The end of an organization, as lists and papers show it.
 *
 * @param dissolvedOn the first day without it
 * @param successors those that exist
 */
@Schema(name = "EndedBody")
public record EndedBody(LocalDate dissolvedOn, List<Successor> successors) {

  @Schema(name = "SuccessorBody")
  public record Successor(String code, String name) {}

  /** Null if the organization exists on this day. */
  public static EndedBody of(Successions all, UUID id, LocalDate day) {
    return all.isEnded(id, day)
        ? new EndedBody(
            all.endOf(id),
            all.successors(id, day).stream()
                .map(one -> new Successor(one.code(), one.name()))
                .toList())
        : null;
  }

  /** "nay là Sở Xây dựng", "đã kết thúc hoạt động từ ngày 01/7/2025". */
  public String words() {
    return hasOneSuccessor()
        ? "nay là " + successors.get(0).name()
        : "đã kết thúc hoạt động từ ngày " + VietnamTime.shortDate(dissolvedOn);
  }

  /** Whether there is one organization that can be addressed in its place. */
  public boolean hasOneSuccessor() {
    return successors.size() == 1;
  }

  /** "Sở Xây dựng, Sở Tài chính"; empty without successors. */
  public String names() {
    return successors.stream().map(Successor::name).collect(Collectors.joining(", "));
  }
}
