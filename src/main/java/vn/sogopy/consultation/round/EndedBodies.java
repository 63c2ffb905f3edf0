package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.VietnamTime;

/** The organizations that have ended, with their successors; docs/domain.md, section 8. */
public final class EndedBodies {
  /** For a round in which every organization exists. */
  static final EndedBodies NONE = new EndedBodies(List.of());

  private final Map<UUID, Ended> ended = new LinkedHashMap<>();

  public record Body(UUID id, String code, String name) {}

  /**
   * An ended organization with one of its successors.
   *
   * @param dissolvedOn the first day without it
   * @param successor without id = it has none
   */
  record Succession(Body body, LocalDate dissolvedOn, Body successor) {

    /** A row of the database. */
    Succession(
        UUID id,
        String code,
        String name,
        LocalDate dissolvedOn,
        UUID successorId,
        String successorCode,
        String successorName) {
      this(
          new Body(id, code, name),
          dissolvedOn,
          new Body(successorId, successorCode, successorName));
    }
  }

  private record Ended(Body body, LocalDate on, List<Body> successors) {}

  EndedBodies(List<Succession> rows) {
    for (Succession row : rows) {
      Ended one =
          ended.computeIfAbsent(
              row.body().id(), id -> new Ended(row.body(), row.dissolvedOn(), new ArrayList<>()));
      if (row.successor().id() != null) {
        one.successors().add(row.successor());
      }
    }
  }

  /** Whether the organization does not exist on this day any more. */
  public boolean isEnded(UUID id, LocalDate day) {
    Ended one = ended.get(id);
    return one != null && !day.isBefore(one.on());
  }

  /** The ended organization with this name in any case. */
  public Optional<Body> named(String name, LocalDate day) {
    return ended.values().stream()
        .filter(one -> one.body().name().equalsIgnoreCase(name) && isEnded(one.body().id(), day))
        .map(Ended::body)
        .findFirst();
  }

  /** The organizations that exist on this day in place of an ended one; follows chains. */
  public List<Body> successors(UUID id, LocalDate day) {
    Map<UUID, Body> found = new LinkedHashMap<>();
    collect(id, day, new HashSet<>(), found);
    return List.copyOf(found.values());
  }

  private void collect(UUID id, LocalDate day, Set<UUID> visited, Map<UUID, Body> found) {
    if (!isEnded(id, day) || !visited.add(id)) {
      return;
    }
    for (Body successor : ended.get(id).successors()) {
      if (isEnded(successor.id(), day)) {
        collect(successor.id(), day, visited, found);
      } else {
        found.put(successor.id(), successor);
      }
    }
  }

  /** The codes of the ended organizations of which this one is a successor. */
  public Set<String> predecessors(String code, LocalDate day) {
    return ended.values().stream()
        .map(Ended::body)
        .filter(
            body ->
                successors(body.id(), day).stream().anyMatch(heir -> heir.code().equals(code)))
        .map(Body::code)
        .collect(Collectors.toSet());
  }

  /**
   * The organizations whose letter of this date speaks for an ended one without saying so: its
   * successor, as long as there is only one, and so on.
   */
  Set<UUID> speakers(UUID id, LocalDate date) {
    Set<UUID> found = new LinkedHashSet<>();
    UUID at = id;
    while (isEnded(at, date) && ended.get(at).successors().size() == 1) {
      at = ended.get(at).successors().get(0).id();
      if (at.equals(id) || !found.add(at)) {
        break;
      }
    }
    return found;
  }

  /** The end of an organization that does not exist on this day; null = it exists. */
  public End end(UUID id, LocalDate day) {
    return isEnded(id, day)
        ? new End(
            ended.get(id).on(),
            successors(id, day).stream().map(one -> new Successor(one.code(), one.name())).toList())
        : null;
  }

  /**
   * The end of an organization.
   *
   * @param dissolvedOn the first day without it
   * @param successors those that exist
   */
  @Schema(name = "EndedOrganization")
  public record End(LocalDate dissolvedOn, List<Successor> successors) {

    /** "nay là Sở Xây dựng", "đã kết thúc hoạt động từ ngày 01/7/2025". */
    public String words() {
      return hasOneSuccessor()
          ? "nay là " + successors.get(0).name()
          : "đã kết thúc hoạt động từ ngày " + VietnamTime.shortDate(dissolvedOn);
    }

    /** Whether there is an organization that can be addressed in its place. */
    public boolean hasOneSuccessor() {
      return successors.size() == 1;
    }

    /** "Sở Xây dựng, Sở Tài chính"; empty without successors. */
    public String names() {
      return successors.stream().map(Successor::name).collect(Collectors.joining(", "));
    }
  }

  @Schema(name = "SuccessorOrganization")
  public record Successor(String code, String name) {}
}
