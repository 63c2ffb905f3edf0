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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Changes;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * Applies transitions to one comment, or to many of one draft.
 *
 * <p>A bulk request is three calls in one transaction: {@link #lock}, {@link #judge}, {@link
 * #write}. A dry run omits the last call; so does "all or nothing" with a rejected outcome. A
 * comment that already has the state is not changed, so requests can be repeated.
 */
@ApplicationScoped
public class TransitionService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject TransitionLookup lookup;
  @Inject HistoryWriter history;

  /**
   * Transitions of one comment, all of them or none.
   *
   * @param version that the client has read; null = any
   * @param transitions in this order, each on the state after the previous one
   */
  public record Row(UUID id, Integer version, List<Transition> transitions) {}

  /** One transition and the states before and after it. */
  public record Step(Transition transition, CommentState before, CommentState after) {}

  /**
   * The outcome of one row.
   *
   * @param status UPDATED, UNCHANGED (the comment already has the state, in any version), CONFLICT
   *     (another version, or a status that does not allow it) or INVALID
   * @param errors reasons of the rejection, by JSON pointers into the request of a single
   *     transition; "" = the whole
   * @param steps that change something; empty unless UPDATED
   */
  public record Outcome(UUID id, Status status, List<FieldError> errors, List<Step> steps) {}

  /** Comments of a draft that are locked until the transaction ends. */
  public record Locked(UUID draftId, Map<UUID, Comment> byId) {

    /** Empty = the draft has no comment of this id that is visible to the caller. */
    public Optional<CommentState> state(UUID id) {
      return Optional.ofNullable(byId.get(id)).map(comment -> comment.state);
    }

    public Set<UUID> ids() {
      return Set.copyOf(byId.keySet());
    }
  }

  /**
   * Applies one transition to one comment.
   *
   * @throws ProblemException 400 for a missing or unknown place or an unknown sameAs; 428, 412; 409
   *     if the state does not allow it
   */
  @Transactional
  public CommentView apply(Actor actor, UUID id, Transition transition, IfMatch ifMatch) {
    Comment comment = comments.lock(id);
    List<Transition> one = List.of(transition);
    List<Step> steps =
        steps(
            actor,
            comment,
            one,
            lookup.read(comment.draftId, one),
            () -> ifMatch.check(comment.version),
            true);
    save(set(actor, comment, steps));
    return reader.get(actor.caller(), id);
  }

  /**
   * Locks the comments of these ids, in the order of their ids. Call it once, with all ids: two
   * transactions could otherwise deadlock. Ids without a visible comment of this draft are omitted.
   */
  @Transactional(TxType.MANDATORY)
  public Locked lock(Actor actor, DraftRef draft, Collection<UUID> ids) {
    List<Comment> found =
        ids.isEmpty() ? List.of() : comments.lockAll(draft.id(), new HashSet<>(ids));
    return new Locked(
        draft.id(),
        found.stream()
            .filter(one -> actor.caller().seesRestricted() || !one.restricted)
            .collect(toMap(one -> one.id, identity())));
  }

  /** The outcome of each row, in their order. Of two rows of one comment the first counts. */
  @Transactional(TxType.MANDATORY)
  public List<Outcome> judge(Actor actor, Locked locked, List<Row> rows) {
    TransitionLookup.Known known =
        lookup.read(
            locked.draftId, rows.stream().flatMap(row -> row.transitions().stream()).toList());
    Set<UUID> seen = new HashSet<>();
    return rows.stream()
        .map(
            row ->
                seen.add(row.id())
                    ? judge(actor, locked.byId.get(row.id()), row, known)
                    : invalid(row, FieldError.pointer("/id", FieldCode.ALREADY_USED, row.id())))
        .toList();
  }

  /** Writes the rows that are UPDATED: comments in batches, their history in one statement. */
  @Transactional(TxType.MANDATORY)
  public void write(Actor actor, Locked locked, List<Outcome> outcomes) {
    List<Entry> entries = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.status() == Status.UPDATED) {
        entries.addAll(set(actor, locked.byId.get(outcome.id()), outcome.steps()));
      }
    }
    save(entries);
  }

  private void save(List<Entry> entries) {
    comments.flush();
    history.write(entries);
  }

  private static Outcome judge(
      Actor actor, Comment comment, Row row, TransitionLookup.Known known) {
    if (comment == null) {
      return invalid(row, FieldError.pointer("/id", FieldCode.UNKNOWN_COMMENT, row.id()));
    }
    Runnable version =
        () -> {
          if (row.version() != null && row.version() != comment.version) {
            throw new ProblemException(ProblemCode.PRECONDITION_FAILED, comment.version);
          }
        };
    try {
      List<Step> steps = steps(actor, comment, row.transitions(), known, version, false);
      Status status = steps.isEmpty() ? Status.UNCHANGED : Status.UPDATED;
      return new Outcome(row.id(), status, List.of(), steps);
    } catch (ProblemException refused) {
      return refused(row, refused);
    }
  }

  /**
   * The steps of these transitions, each on the state after the previous one.
   *
   * @param version throws if the client has read another version
   * @param always whether a transition to the present state is a step too
   * @throws ProblemException of the first transition that is not possible
   */
  private static List<Step> steps(
      Actor actor,
      Comment comment,
      List<Transition> transitions,
      TransitionLookup.Known known,
      Runnable version,
      boolean always) {
    List<Step> steps = new ArrayList<>();
    CommentState now = comment.state;
    for (Transition sent : transitions) {
      List<FieldError> errors = new ArrayList<>();
      Transition transition = known.resolve(comment.id, now, sent, errors);
      if (always || !transition.isDone(now)) {
        transition.check();
        ProblemException.requireNone(errors);
        version.run();
        CommentState after = transition.on(now, actor);
        steps.add(new Step(transition, now, after));
        now = after;
      }
    }
    return steps;
  }

  /** Sets the last state of the comment and returns its history entries. */
  private List<Entry> set(Actor actor, Comment comment, List<Step> steps) {
    comment.state = steps.get(steps.size() - 1).after();
    comment.updatedAt = actor.at();
    if (steps.stream().anyMatch(step -> step.transition().action() == Action.APPROVED)) {
      comment.approvedAt = actor.at();
    }
    return steps.stream().map(step -> entry(actor, comment.id, step)).toList();
  }

  private Entry entry(Actor actor, UUID id, Step step) {
    Changes changes = history.changes();
    step.transition().describe(step.before(), step.after(), changes);
    return new Entry(
        actor,
        step.transition().action(),
        id,
        step.before().status(),
        step.after().status(),
        changes.list(),
        step.transition().historyReason());
  }

  /** Errors of the request alone make a row INVALID, errors of the comment's state a CONFLICT. */
  private static Outcome refused(Row row, ProblemException refused) {
    Object[] arguments = refused.arguments().toArray();
    return switch (refused.code()) {
      case VALIDATION_FAILED -> new Outcome(row.id(), Status.INVALID, refused.errors(), List.of());
      case PRECONDITION_FAILED -> conflict(row, "/version", FieldCode.VERSION_CONFLICT, arguments);
      case ANSWER_MISSING -> conflict(row, "", FieldCode.ANSWER_MISSING);
      case TRANSITION_NOT_ALLOWED -> conflict(row, "", FieldCode.TRANSITION_NOT_ALLOWED, arguments);
      default -> throw refused;
    };
  }

  private static Outcome invalid(Row row, FieldError error) {
    return new Outcome(row.id(), Status.INVALID, List.of(error), List.of());
  }

  private static Outcome conflict(Row row, String pointer, FieldCode code, Object... arguments) {
    FieldError error = FieldError.pointer(pointer, code, arguments);
    return new Outcome(row.id(), Status.CONFLICT, List.of(error), List.of());
  }
}
