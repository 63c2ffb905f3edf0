package vn.sogopy.comment.workflow;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * Moves of many comments of one draft, by the rules of the single ones, in the transaction of who
 * calls. Three steps, so that who calls can decide between them:
 *
 * <pre>
 *   LockedComments locked = moves.lock(act, draft, ids);            // one statement
 *   locked.standing(id)                                             // as it is now, and stays
 *   List&lt;Outcome&gt; outcomes = moves.judge(act, locked, rows);       // two at most, writes nothing
 *   moves.write(act, locked, outcomes);                             // those that are UPDATED
 * </pre>
 *
 * A trial leaves out the last step; "all or nothing" leaves it out when an outcome is rejected. A
 * comment that needs the same answer is not touched: sending rows again does no harm.
 */
@ApplicationScoped
public class BulkTransitionService {
  @Inject CommentRepository comments;
  @Inject TransitionBatch moves;

  /**
   * What is to be done with one comment, all of it or nothing.
   *
   * @param version that the sender has seen; null = whatever version, for who has compared what
   *     matters under the lock
   * @param moves in this order, each upon what the one before has made
   */
  public record Row(UUID id, Integer version, List<Transition> moves) {}

  /**
   * What becomes of one row.
   *
   * @param status UPDATED, UNCHANGED (all is as the row would have it, whatever the version),
   *     CONFLICT (another version, or a state that does not allow it) or INVALID
   * @param errors why it is rejected, by pointers within the request of a single move; "" = the
   *     whole
   * @param before null = there is no such comment
   * @param made the moves that change something, in their order; none unless UPDATED
   */
  public record Outcome(
      UUID id,
      Status status,
      List<FieldError> errors,
      CommentState before,
      List<Transition.Made> made) {

    /** Where the comment stands once it is written; its version is still the one before. */
    public CommentState after() {
      return made.isEmpty() ? before : made.get(made.size() - 1).after();
    }
  }

  /**
   * Locks the comments of these ids until the transaction ends, always in the same order: once,
   * with all ids, at the beginning, or two transactions could wait for each other. Ids without a
   * comment of this draft that the caller may know of are passed over.
   */
  @Transactional(TxType.MANDATORY)
  public LockedComments lock(Actor actor, DraftRef draft, Collection<UUID> ids) {
    List<Comment> found =
        ids.isEmpty() ? List.of() : comments.lockAll(draft.id(), new HashSet<>(ids));
    return new LockedComments(
        draft.id(),
        found.stream()
            .filter(one -> actor.caller().seesRestricted() || !one.restricted)
            .collect(toMap(one -> one.id, identity())));
  }

  /** What would become of each row, in their order. The same comment twice: the first counts. */
  @Transactional(TxType.MANDATORY)
  public List<Outcome> judge(Actor actor, LockedComments locked, List<Row> rows) {
    TransitionBatch.Known known =
        moves.look(locked.draftId(), rows.stream().flatMap(row -> row.moves().stream()).toList());
    Set<UUID> seen = new HashSet<>();
    return rows.stream()
        .map(
            row ->
                seen.add(row.id())
                    ? judge(actor, locked, row, known)
                    : invalid(row, FieldError.pointer("/id", FieldCode.ALREADY_USED, row.id())))
        .toList();
  }

  private static Outcome invalid(Row row, FieldError error) {
    return rejected(row, Status.INVALID, List.of(error), null);
  }

  private static Outcome rejected(
      Row row, Status status, List<FieldError> errors, CommentState before) {
    return new Outcome(row.id(), status, errors, before, List.of());
  }

  private static Outcome judge(
      Actor actor, LockedComments locked, Row row, TransitionBatch.Known known) {
    Comment comment = locked.comment(row.id());
    if (comment == null) {
      return invalid(row, FieldError.pointer("/id", FieldCode.UNKNOWN_COMMENT, row.id()));
    }
    CommentState before = CommentState.of(comment);
    List<Transition.Made> made = new ArrayList<>();
    CommentState now = before;
    try {
      for (Transition move : row.moves()) {
        List<FieldError> errors = new ArrayList<>();
        Transition resolved = TransitionBatch.resolve(row.id(), now, move, known, errors);
        if (!resolved.isDone(now)) {
          CommentState after = judge(actor, row, before.version(), now, resolved, errors);
          made.add(new Transition.Made(resolved, now, after));
          now = after;
        }
      }
    } catch (ProblemException refused) {
      return refused(row, before, refused);
    }
    Status status = made.isEmpty() ? Status.UNCHANGED : Status.UPDATED;
    return new Outcome(row.id(), status, List.of(), before, made);
  }

  /** In the order of checks of a single move. */
  private static CommentState judge(
      Actor actor,
      Row row,
      int version,
      CommentState now,
      Transition move,
      List<FieldError> errors) {
    move.check();
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    if (row.version() != null && row.version() != version) {
      throw new ProblemException(ProblemCode.PRECONDITION_FAILED, version);
    }
    return move.on(now, actor);
  }

  /** What the request alone has wrong is invalid; what the comment does not allow is a conflict. */
  private static Outcome refused(Row row, CommentState before, ProblemException refused) {
    Object[] arguments = refused.arguments().toArray();
    return switch (refused.code()) {
      case VALIDATION_FAILED -> rejected(row, Status.INVALID, refused.errors(), before);
      case PRECONDITION_FAILED ->
          conflict(row, before, "/version", FieldCode.VERSION_CONFLICT, arguments);
      case ANSWER_MISSING -> conflict(row, before, "", FieldCode.ANSWER_MISSING);
      case TRANSITION_NOT_ALLOWED ->
          conflict(row, before, "", FieldCode.TRANSITION_NOT_ALLOWED, arguments);
      default -> throw refused;
    };
  }

  private static Outcome conflict(
      Row row, CommentState before, String pointer, FieldCode code, Object... arguments) {
    return rejected(
        row, Status.CONFLICT, List.of(FieldError.pointer(pointer, code, arguments)), before);
  }

  /** Writes what was judged to be UPDATED, and its history; leaves the others alone. */
  @Transactional(TxType.MANDATORY)
  public void write(Actor actor, LockedComments locked, List<Outcome> outcomes) {
    moves.write(
        actor,
        outcomes.stream()
            .filter(outcome -> outcome.status() == Status.UPDATED)
            .map(outcome -> new TransitionBatch.Done(locked.comment(outcome.id()), outcome.made()))
            .toList());
  }
}
