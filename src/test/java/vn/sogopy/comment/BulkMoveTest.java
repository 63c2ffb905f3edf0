package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.comment.workflow.TransitionService.Locked;
import vn.sogopy.comment.workflow.TransitionService.Outcome;
import vn.sogopy.comment.workflow.TransitionService.Row;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Bulk rows with several transitions each, as in a work-list. */
@QuarkusTest
class BulkMoveTest {
  private static final Caller CALLER = new Caller("Tổ tư vấn", "test", Role.CONSULTANT, null, null);

  @Inject TransitionService moves;
  @Inject PlanDirectory directory;

  private TestPlan plan;
  private TestComment comment;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    comment = plan.comment("x");
  }

  private Row row(Integer version, Transition... all) {
    return new Row(UUID.fromString(comment.id()), version, List.of(all));
  }

  private Outcome run(Caller caller, Row row) {
    DraftRef draft = directory.draft(caller, plan.path().substring("/plans/".length()), "1");
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Actor actor = new Actor(caller, Instant.now());
              Locked locked = moves.lock(actor, draft, List.of(row.id()));
              List<Outcome> outcomes = moves.judge(actor, locked, List.of(row));
              moves.write(actor, locked, outcomes);
              return outcomes.get(0);
            });
  }

  private Outcome judge(Actor actor, Locked locked, Row row) {
    return moves.judge(actor, locked, List.of(row)).get(0);
  }

  private static Transition answer(String response) {
    return new AnswerInput(Result.EXPLAINED, response, null, null, true);
  }

  private static Transition assign(String assignee) {
    return new AssignmentInput(assignee, null);
  }

  @Test
  void severalTransitionsIncrementTheVersionOnce() {
    Outcome outcome = run(CALLER, row(0, assign("A"), answer("x")));
    assertThat(outcome.status()).isEqualTo(ImportReport.Status.UPDATED);
    assertThat(outcome.steps().get(0).before().status()).isEqualTo(Status.RECEIVED);
    assertThat(outcome.steps().get(1).after().status()).isEqualTo(Status.ANSWERED);
    comment
        .get()
        .body("version", equalTo(1))
        .body("status", equalTo("ANSWERED"))
        .body("assignee", equalTo("A"));
    comment
        .history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "ASSIGNED", "ANSWERED"))
        .body("items.to", contains("RECEIVED", "ASSIGNED", "ANSWERED"))
        .body("items[2].from", equalTo("ASSIGNED"));
  }

  @Test
  void rowIsAtomic() {
    Outcome outcome = run(CALLER, row(0, assign("A"), Transition.approval()));
    assertThat(outcome.status()).isEqualTo(ImportReport.Status.CONFLICT);
    assertThat(outcome.errors())
        .extracting(error -> error.code().code())
        .containsExactly("transition-not-allowed");
    assertThat(outcome.errors().get(0).arguments()).first().isEqualTo(Status.ASSIGNED);
    comment.get().body("version", equalTo(0)).body("status", equalTo("RECEIVED"));
  }

  @Test
  void completedTransitionsAreSkipped() {
    comment.assign("A");
    Outcome outcome = run(CALLER, row(1, assign("A"), answer("x")));
    assertThat(outcome.steps())
        .extracting(step -> step.transition().action())
        .containsExactly(Action.ANSWERED);
    assertThat(run(CALLER, row(1, assign("A"), answer("x"))).status())
        .isEqualTo(ImportReport.Status.UNCHANGED);
  }

  @Test
  void withoutVersionTheCurrentStateCounts() {
    comment.assign("A").draft();
    assertThat(run(CALLER, row(null, answer("x"))).status()).isEqualTo(ImportReport.Status.UPDATED);
    comment
        .get()
        .body("status", equalTo("ANSWERED"))
        .body("answer.answeredBy", equalTo("Tổ tư vấn"));
  }

  @Test
  void aLockedCommentHasItsStateAndItsVersion() {
    comment.answer(json("result", "NOTED", "response", "x", "revision", json("page", 4)));
    DraftRef draft = directory.draft(CALLER, plan.path().substring("/plans/".length()), "1");
    UUID id = UUID.fromString(comment.id());
    UUID nobody = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Actor actor = new Actor(CALLER, Instant.now());
              Locked locked = moves.lock(actor, draft, List.of(id, nobody, id));
              assertThat(locked.ids()).containsExactly(id);
              assertThat(locked.state(nobody)).isEmpty();
              CommentState now = locked.state(id).orElseThrow();
              assertThat(now.result()).isEqualTo(Result.NOTED);
              assertThat(now.revision().page()).isEqualTo(4);
              assertThat(judge(actor, locked, row(1, answer("y"))).status())
                  .isEqualTo(ImportReport.Status.UPDATED);
              for (int other : new int[] {0, 2}) {
                Outcome outcome = judge(actor, locked, row(other, answer("y")));
                assertThat(outcome.status()).isEqualTo(ImportReport.Status.CONFLICT);
                assertThat(outcome.errors().get(0).code().code()).isEqualTo("version-conflict");
                assertThat(outcome.errors().get(0).arguments()).containsExactly(1);
              }
            });
  }

  @Test
  void placeAloneIsCorrectedInAnyStatus() {
    comment.answer("ACCEPTED").approve();
    run(CALLER, row(null, new Transition.Revise(new Revision(null, 50, null, null))));
    comment.get().body("status", equalTo("APPROVED")).body("answer.revision.page", equalTo(50));
    comment.history(Key.COORDINATOR).body("items[-1].action", equalTo("REVISED"));
  }

  @Test
  void placeWithoutAnswerIsAConflict() {
    Outcome outcome = run(CALLER, row(null, new Transition.Revise(null)));
    assertThat(outcome.status()).isEqualTo(ImportReport.Status.CONFLICT);
    assertThat(outcome.errors().get(0).code().code()).isEqualTo("answer-missing");
  }

  @Test
  void invisibleCommentsAreNotFound() {
    Caller viewer = new Caller("x", "x", Role.VIEWER, null, null);
    comment = plan.comment(Key.SGTVT, json("content", "mật", "restricted", true));
    assertThat(run(viewer, row(null, answer("x"))).errors().get(0).code().code())
        .isEqualTo("unknown-comment");
    assertThat(run(CALLER, row(null, answer("x"))).status()).isEqualTo(ImportReport.Status.UPDATED);
  }

  @Test
  void lockRequiresATransaction() {
    DraftRef draft = directory.draft(CALLER, plan.path().substring("/plans/".length()), "1");
    assertThatThrownBy(() -> moves.lock(new Actor(CALLER, Instant.now()), draft, List.of()))
        .isInstanceOf(jakarta.transaction.TransactionalException.class);
  }
}
