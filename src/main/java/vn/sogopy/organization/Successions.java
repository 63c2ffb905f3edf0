package vn.sogopy.organization;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/**
 * The organizations that have ended or will end, with their successors; docs/domain.md, section 8.
 * Chains of successors are followed. Plain Java.
 */
public final class Successions {
  /** Maximum length of an assignee. */
  private static final int MAX_ASSIGNEE = 200;

  /** Where every organization exists. */
  public static final Successions NONE = new Successions(List.of());

  private final Map<UUID, Ended> ended = new LinkedHashMap<>();

  public record Body(UUID id, String code, String name) {}

  /**
   * An organization that ends, with one of its successors.
   *
   * @param dissolvedOn the first day without it
   * @param clients of its API keys
   * @param successor null = it has none
   */
  public record Link(Body body, LocalDate dissolvedOn, Set<String> clients, Body successor) {}

  private record Ended(Body body, LocalDate on, Set<String> clients, List<Body> successors) {}

  /**
   * @param rows of one organization in the order of its successors
   */
  public Successions(List<Link> rows) {
    for (Link row : rows) {
      Ended one =
          ended.computeIfAbsent(
              row.body().id(),
              id -> new Ended(row.body(), row.dissolvedOn(), row.clients(), new ArrayList<>()));
      if (row.successor() != null) {
        one.successors().add(row.successor());
      }
    }
  }

  /** Whether the organization does not exist on this day any more. */
  public boolean isEnded(UUID id, LocalDate day) {
    Ended one = ended.get(id);
    return one != null && !day.isBefore(one.on());
  }

  /** The first day without the organization; null = none is known. */
  public LocalDate endOf(UUID id) {
    Ended one = ended.get(id);
    return one == null ? null : one.on();
  }

  /** The organization of this code, if it has ended on this day. */
  public Optional<Body> ended(String code, LocalDate day) {
    return endedOn(day).filter(body -> body.code().equals(code)).findFirst();
  }

  /** The ended organization with this name, without regard to case and accents. */
  public Optional<Body> named(String name, LocalDate day) {
    String key = Text.foldName(name);
    return endedOn(day).filter(body -> Text.foldName(body.name()).equals(key)).findFirst();
  }

  /** The organizations that have ended on this day. */
  public Stream<Body> endedOn(LocalDate day) {
    return ended.values().stream().map(Ended::body).filter(body -> isEnded(body.id(), day));
  }

  /** The immediate successors, whether they exist or not. */
  public List<Body> heirs(UUID id) {
    Ended one = ended.get(id);
    return one == null ? List.of() : List.copyOf(one.successors());
  }

  /** The organizations of which this one is an immediate successor. */
  List<Body> forerunners(UUID id) {
    return ended.values().stream()
        .filter(one -> one.successors().stream().anyMatch(heir -> heir.id().equals(id)))
        .map(Ended::body)
        .toList();
  }

  /** The organizations that exist on this day in place of an ended one; none of one that exists. */
  public List<Body> successors(UUID id, LocalDate day) {
    Map<UUID, Body> found = new LinkedHashMap<>();
    collect(id, day, new HashSet<>(), found);
    return List.copyOf(found.values());
  }

  private void collect(UUID id, LocalDate day, Set<UUID> visited, Map<UUID, Body> found) {
    if (!isEnded(id, day) || !visited.add(id)) {
      return;
    }
    for (Body heir : ended.get(id).successors()) {
      if (isEnded(heir.id(), day)) {
        collect(heir.id(), day, visited, found);
      } else {
        found.put(heir.id(), heir);
      }
    }
  }

  /** The successors on this day, or on the first day without the organization if that is later. */
  public List<Body> inPlaceOf(UUID id, LocalDate day) {
    LocalDate end = endOf(id);
    return successors(id, end != null && end.isAfter(day) ? end : day);
  }

  /** The codes of the ended organizations that this one follows, also through others. */
  public Set<String> predecessors(String code, LocalDate day) {
    Set<String> found = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      List<String> before =
          ended.values().stream()
              .filter(one -> isEnded(one.body().id(), day))
              .filter(
                  one ->
                      one.successors().stream()
                          .map(Body::code)
                          .anyMatch(heir -> heir.equals(code) || found.contains(heir)))
              .map(one -> one.body().code())
              .filter(one -> !one.equals(code))
              .toList();
      more = found.addAll(before);
    }
    return found;
  }

  /** What the rights of an organization depend on. */
  Caller.Body body(String code, LocalDate day) {
    Set<String> before = predecessors(code, day);
    Set<String> clients = new HashSet<>();
    LocalDate end = null;
    for (Ended one : ended.values()) {
      if (before.contains(one.body().code())) {
        clients.addAll(one.clients());
      }
      if (one.body().code().equals(code)) {
        end = one.on();
      }
    }
    return new Caller.Body(end, before, clients);
  }

  /** Whether one leads to the other by successors; an organization leads to itself. */
  boolean leads(UUID from, UUID to) {
    Set<UUID> reached = new HashSet<>();
    List<UUID> next = List.of(from);
    while (!next.isEmpty()) {
      reached.addAll(next);
      next =
          next.stream()
              .flatMap(id -> heirs(id).stream())
              .map(Body::id)
              .filter(id -> !reached.contains(id))
              .distinct()
              .toList();
    }
    return reached.contains(to);
  }

  /**
   * The codes with the successors in place of ended organizations, each once. One without a
   * successor stays.
   */
  public List<String> following(Collection<String> codes, LocalDate day) {
    Set<String> found = new LinkedHashSet<>();
    for (String code : codes) {
      List<Body> heirs = ended(code, day).map(body -> successors(body.id(), day)).orElse(List.of());
      if (heirs.isEmpty()) {
        found.add(code);
      }
      heirs.forEach(heir -> found.add(heir.code()));
    }
    return List.copyOf(found);
  }

  /** The ended organization whose code or name the assignee is. */
  public Optional<Body> endedAssignee(String assignee, LocalDate day) {
    return ended(assignee, day).or(() -> named(assignee, day));
  }

  /**
   * The names of the successors, if the assignee is the name or the code of an ended organization;
   * else the assignee.
   *
   * @param assignee null = none
   */
  public String assignee(String assignee, LocalDate day) {
    if (assignee == null) {
      return null;
    }
    String names =
        endedAssignee(assignee, day).stream()
            .flatMap(body -> successors(body.id(), day).stream())
            .map(Body::name)
            .collect(joining("; "));
    return names.isEmpty() || Text.length(names) > MAX_ASSIGNEE ? assignee : names;
  }

  /** The error at this pointer that names an ended organization and its successors. */
  public FieldError error(String pointer, UUID id, LocalDate day) {
    return FieldError.pointer(pointer, FieldCode.ORGANIZATION_ENDED, described(id, day));
  }

  /** 422 with the same text. */
  public ProblemException problem(String pointer, UUID id, LocalDate day) {
    return new ProblemException(ProblemCode.ORGANIZATION_ENDED, described(id, day))
        .at(error(pointer, id, day));
  }

  /** Name, first day, successors, and 0 if there are none, as the texts for people take them. */
  public Object[] described(UUID id, LocalDate day) {
    String heirs =
        inPlaceOf(id, day).stream()
            .map(heir -> heir.name() + " (" + heir.code() + ")")
            .collect(joining(", "));
    Ended one = ended.get(id);
    return new Object[] {
      one.body().name(), VietnamTime.shortDate(one.on()), heirs, heirs.isEmpty() ? 0 : 1
    };
  }
}
