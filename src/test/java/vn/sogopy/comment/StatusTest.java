package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.testing.ContractDocument;

class StatusTest {
  /**
   * The table of openapi.yaml. Undoing a split restores the state before; callers cannot name that
   * transition.
   */
  private static final String TABLE =
      """
      from       RECEIVED ASSIGNED DRAFTING ANSWERED RETURNED APPROVED WITHDRAWN SPLIT
      RECEIVED   -        yes      yes      yes      -        -        yes       yes
      ASSIGNED   yes      yes      yes      yes      -        -        yes       yes
      DRAFTING   -        -        yes      yes      -        -        yes       -
      ANSWERED   -        -        -        yes      yes      yes      yes       -
      RETURNED   -        -        yes      yes      -        -        yes       -
      APPROVED   -        -        -        -        yes      -        -         -
      WITHDRAWN  -        -        -        -        -        -        -         -
      SPLIT      -        -        -        -        -        -        -         -
      """;

  private static final Map<Status, Set<Status>> ALLOWED = parse();

  @Test
  void contractShowsTheTable() {
    String description = ContractDocument.read().at("/info/description").asText();
    ALLOWED.forEach(
        (status, moves) -> {
          String names = moves.stream().map(Status::name).collect(Collectors.joining(", "));
          assertThat(description)
              .contains(
                  "| %s (%s) | %s |"
                      .formatted(status, status.label(), names.isEmpty() ? "-" : names));
        });
  }

  private static Map<Status, Set<Status>> parse() {
    List<String[]> lines = TABLE.lines().map(line -> line.split(" +")).toList();
    Map<Status, Set<Status>> allowed = new EnumMap<>(Status.class);
    for (String[] line : lines.subList(1, lines.size())) {
      Set<Status> moves = EnumSet.noneOf(Status.class);
      for (int i = 1; i < line.length; i++) {
        if (line[i].equals("yes")) {
          moves.add(Status.valueOf(lines.get(0)[i]));
        }
      }
      allowed.put(Status.valueOf(line[0]), moves);
    }
    return allowed;
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(Status.values())
        .flatMap(from -> Arrays.stream(Status.values()).map(to -> Arguments.of(from, to)));
  }

  @Test
  void tableHasEveryStatus() {
    assertThat(ALLOWED.keySet()).containsExactlyInAnyOrder(Status.values());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void transitionsMatchTheContract(Status from, Status to) {
    if (ALLOWED.get(from).contains(to)) {
      assertThat(from.transitions()).contains(to);
      assertThatCode(() -> from.requireTransition(to)).doesNotThrowAnyException();
    } else {
      assertThat(from.transitions()).doesNotContain(to);
      ProblemException refused =
          catchThrowableOfType(ProblemException.class, () -> from.requireTransition(to));
      assertThat(refused).as("%s to %s", from, to).isNotNull();
      assertThat(refused.code()).isEqualTo(ProblemCode.TRANSITION_NOT_ALLOWED);
      assertThat(refused.arguments()).isEqualTo(from.refused().arguments());
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusalNamesStatusAndTransitions(Status from) {
    Set<Status> allowed = Set.copyOf(ALLOWED.get(from));

    assertThat(from.refused().arguments()).containsExactly(from, allowed, allowed.size());
  }

  @Test
  void openStatusesNeedAnAnswer() {
    assertThat(Status.OPEN)
        .containsExactlyInAnyOrder(
            Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING, Status.RETURNED);
  }

  @Test
  void labelsAreTheOfficialTerms() {
    assertThat(Arrays.stream(Status.values()).map(s -> s + " " + s.label()))
        .containsExactly(
            "RECEIVED Mới tiếp nhận",
            "ASSIGNED Đã phân công",
            "DRAFTING Đang soạn",
            "ANSWERED Chờ duyệt",
            "RETURNED Đề nghị hoàn thiện lại",
            "APPROVED Đã duyệt",
            "WITHDRAWN Đã rút",
            "SPLIT Đã tách");
  }

  @Test
  void tableIsImmutable() {
    assertThatThrownBy(() -> Status.RECEIVED.transitions().add(Status.APPROVED))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Status.OPEN.add(Status.APPROVED))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** Each number selects one of all states. A refused transition leaves the state unchanged. */
  @Property
  void randomTransitionsStayInTheTable(@ForAll List<Status> attempts) {
    Status state = Status.RECEIVED;
    List<Status> way = new ArrayList<>(List.of(state));
    for (Status wanted : attempts) {
      Status before = state;
      try {
        state.requireTransition(wanted);
        state = wanted;
        assertThat(ALLOWED.get(before)).contains(wanted);
      } catch (ProblemException refused) {
        assertThat(ALLOWED.get(before)).doesNotContain(wanted);
      }
      way.add(state);
    }
    for (Status end : List.of(Status.WITHDRAWN, Status.SPLIT)) {
      if (way.contains(end)) {
        assertThat(way.subList(way.indexOf(end), way.size())).containsOnly(end);
      }
    }
    // Every approval directly follows an answer.
    for (int i = 1; i < way.size(); i++) {
      if (way.get(i) == Status.APPROVED && way.get(i - 1) != Status.APPROVED) {
        assertThat(way.get(i - 1)).isEqualTo(Status.ANSWERED);
      }
    }
  }

  /** The walk selects from the transitions that the state itself offers. */
  @Property
  void everyListedTransitionIsAccepted(@ForAll List<Integer> choices) {
    Status state = Status.RECEIVED;
    for (int choice : choices) {
      List<Status> offered = List.copyOf(state.transitions());
      if (offered.isEmpty()) {
        assertThat(state).isIn(Status.WITHDRAWN, Status.SPLIT);
        return;
      }
      Status next = offered.get(Math.floorMod(choice, offered.size()));
      state.requireTransition(next);
      assertThat(ALLOWED.get(state)).contains(next);
      state = next;
    }
  }

  @Test
  void everyStatusIsReachable() {
    Set<Status> reached = EnumSet.of(Status.RECEIVED);
    for (int i = 0; i < Status.values().length; i++) {
      EnumSet.copyOf(reached).forEach(state -> reached.addAll(state.transitions()));
    }
    assertThat(reached).containsExactlyInAnyOrder(Status.values());
  }
}
