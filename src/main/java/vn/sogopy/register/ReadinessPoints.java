package vn.sogopy.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Collects the comments that readiness lists, from a register with streamed rows. */
final class ReadinessPoints {
  private final Set<UUID> wanted;
  private final Map<UUID, Readiness.Point> found = new HashMap<>();
  private final Some unanswered = new Some();
  private final Some unplaced = new Some();

  /** The first items and the total number. */
  private static final class Some {
    private final List<Readiness.Point> first = new ArrayList<>();
    private int total;

    private void add(Register.Body body, Register.Row row) {
      total++;
      if (total <= Readiness.MOST) {
        first.add(point(body, row));
      }
    }

    private Readiness.Points points() {
      return new Readiness.Points(total, first);
    }
  }

  /**
   * @param wanted comments to collect in any state
   */
  ReadinessPoints(Set<UUID> wanted) {
    this.wanted = wanted;
  }

  /** Collects from all rows; returns the register. */
  Register take(Register register) {
    for (Register.Group group : register.groups()) {
      for (Register.Body body : group.bodies()) {
        for (Register.Row row : body.rows()) {
          take(body, row);
        }
      }
    }
    return register;
  }

  private void take(Register.Body body, Register.Row row) {
    if (row.result() == null) {
      unanswered.add(body, row);
    }
    if (row.unplaced()) {
      unplaced.add(body, row);
    }
    if (wanted.contains(row.id())) {
      found.put(row.id(), point(body, row));
    }
  }

  private static Readiness.Point point(Register.Body body, Register.Row row) {
    return new Readiness.Point(
        row.id(),
        row.receiptNumber(),
        row.index(),
        body.name(),
        row.place(),
        row.content(),
        row.status().label());
  }

  Readiness.Points unanswered() {
    return unanswered.points();
  }

  Readiness.Points unplaced() {
    return unplaced.points();
  }

  /** The wanted comments with these ids, in this order. */
  List<Readiness.Point> of(Collection<UUID> ids) {
    return ids.stream().map(found::get).toList();
  }
}
