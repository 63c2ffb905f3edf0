package vn.sogopy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

class CallerTest {

  private static Caller caller(Role role) {
    return new Caller("n", "c", role, role == Role.SUBMITTER ? "sgtvt" : null, null);
  }

  @ParameterizedTest
  @EnumSource
  void roleChecks(Role role) {
    assertThat(caller(role).isSubmitter()).isEqualTo(role == Role.SUBMITTER);
    assertThat(caller(role).isCoordinator()).isEqualTo(role == Role.COORDINATOR);
  }

  @Test
  void viewerSeesNoRestricted() {
    assertThat(caller(Role.VIEWER).seesRestricted()).isFalse();
    assertThat(caller(Role.CONSULTANT).seesRestricted()).isTrue();
    assertThat(caller(Role.COORDINATOR).seesRestricted()).isTrue();
    // Only those of its own organization; it sees no other comments.
    assertThat(caller(Role.SUBMITTER).seesRestricted()).isTrue();
  }

  /** docs/operation.md, "Keys": CONSULTANT, COORDINATOR and their own organization only. */
  @Test
  void adminSeesNoRestricted() {
    assertThat(caller(Role.ADMIN).seesRestricted()).isFalse();
  }

  @Test
  void rightToReadRestricted() {
    Caller leader = caller(Role.VIEWER).seeingRestricted(true);
    assertThat(leader.seesRestricted()).isTrue();
    assertThat(leader.withClient("d").seesRestricted()).isTrue();
    assertThat(leader.seeingRestricted(false)).isEqualTo(caller(Role.VIEWER));
  }

  @Test
  void linkOfACoordinatorShowsNoRestricted() {
    UUID id = UUID.randomUUID();
    Caller link = caller(Role.COORDINATOR).byLink(id);
    assertThat(link.seesRestricted()).isFalse();
    assertThat(link.credential()).isEqualTo("link:" + id);
    assertThat(link.role()).isEqualTo(Role.COORDINATOR);
  }

  @Test
  void otherPlansAre404() {
    Caller bound = new Caller("n", "c", Role.VIEWER, null, Set.of("bac-kan-2021-2030"));

    assertThatCode(() -> bound.requirePlan("bac-kan-2021-2030")).doesNotThrowAnyException();
    assertThat(bound.mayKnowPlan("cao-bang")).isFalse();
    assertThatThrownBy(() -> bound.requirePlan("cao-bang"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
    assertThatCode(() -> caller(Role.VIEWER).requirePlan("cao-bang")).doesNotThrowAnyException();
    assertThat(new Caller("n", "c", Role.VIEWER, null, Set.of()).mayKnowPlan("x")).isFalse();
  }

  @Test
  void submitterActsForItsOrganization() {
    Caller submitter = caller(Role.SUBMITTER);

    assertThatCode(() -> submitter.requireOrganization("sgtvt")).doesNotThrowAnyException();
    assertThatCode(() -> submitter.requireOrganization(null)).doesNotThrowAnyException();
    assertThatThrownBy(() -> submitter.requireOrganization("sxd"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.FORBIDDEN));
    assertThatCode(() -> caller(Role.COORDINATOR).requireOrganization("sxd"))
        .doesNotThrowAnyException();
  }

  @Test
  void successorRepresentsItsPredecessors() {
    Caller successor =
        caller(Role.SUBMITTER).with(new Caller.Body(null, Set.of("sgtvt-cu"), Set.of("c-cu")));

    assertThat(successor.organizations()).containsExactlyInAnyOrder("sgtvt", "sgtvt-cu");
    assertThat(successor.clients()).containsExactlyInAnyOrder("c", "c-cu");
    assertThatCode(() -> successor.requireRepresented("sgtvt-cu")).doesNotThrowAnyException();
    // It sends for itself alone.
    assertThatThrownBy(() -> successor.requireOrganization("sgtvt-cu"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> successor.requireRepresented("sxd"))
        .isInstanceOf(ProblemException.class);
    assertThatCode(() -> caller(Role.COORDINATOR).requireRepresented("sxd"))
        .doesNotThrowAnyException();
    assertThat(successor.represents(null)).isFalse();
    assertThat(successor.withClient("x").represents("sgtvt-cu")).isTrue();
  }

  @Test
  void scopeOfATokenPassesToTheSuccessor() {
    Caller token = new Caller("n", "oidc:web@sxd", Role.SUBMITTER, "sxd", null);

    assertThat(token.clients()).containsExactly("oidc:web@sxd");
    assertThat(token.with(new Caller.Body(null, Set.of("sgtvt"), Set.of("c"))).clients())
        .containsExactlyInAnyOrder("oidc:web@sxd", "oidc:web@sgtvt", "c");
    assertThat(new Caller("n", "oidc:web", Role.COORDINATOR, null, null).clients())
        .containsExactly("oidc:web");
  }

  @Test
  void bodyEndsOnTheFirstDayWithoutIt() {
    LocalDate end = LocalDate.of(2025, 7, 1);
    Caller.Body body = new Caller.Body(end, Set.of(), Set.of());

    assertThat(body.isEnded(end.minusDays(1))).isFalse();
    assertThat(body.isEnded(end)).isTrue();
    assertThat(caller(Role.SUBMITTER).body().isEnded(LocalDate.MAX)).isFalse();
  }

  @Test
  void actionTimeIsInMilliseconds() {
    Actor actor = new Actor(caller(Role.ADMIN), Instant.parse("2021-08-25T02:11:09.123999Z"));

    assertThat(actor.at()).isEqualTo(Instant.parse("2021-08-25T02:11:09.123Z"));
  }
}
