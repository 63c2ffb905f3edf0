package vn.sogopy.comment.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.Revision;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.security.Actor;

/** What moves name and leave behind: read and written at once, for however many comments. */
@ApplicationScoped
class TransitionBatch {
  @Inject CommentRepository comments;
  @Inject PlaceReader places;
  @Inject HistoryWriter history;

  /**
   * What is there of all that some moves name.
   *
   * @param comments of the plan
   */
  record Known(Places places, Set<UUID> comments) {}

  /** One comment and what was done with it, in this order. */
  record Done(Comment comment, List<Transition.Made> made) {}

  /** Two questions at most. */
  Known look(UUID draftId, Collection<Transition> moves) {
    List<UUID> named =
        moves.stream().map(Transition::sameAs).filter(Objects::nonNull).distinct().toList();
    Set<UUID> found = named.isEmpty() ? Set.of() : comments.ofPlan(draftId, named);
    return new Known(places.look(draftId, moves.stream().map(Transition::place).toList()), found);
  }

  /**
   * The move with what it names as it is kept.
   *
   * @param errors gets what is not there
   */
  static Transition resolve(
      UUID id, CommentState now, Transition move, Known known, List<FieldError> errors) {
    Revision place =
        known.places().find(move.result(now), move.place(), move.placePointer(), errors);
    UUID sameAs = move.sameAs();
    if (sameAs != null && (sameAs.equals(id) || !known.comments().contains(sameAs))) {
      errors.add(FieldError.pointer("/sameAs", FieldCode.UNKNOWN_COMMENT, sameAs.toString()));
    }
    return move.at(place);
  }

  /** Writes what was done: the comments in batches, their history in one statement. */
  void write(Actor actor, List<Done> all) {
    List<HistoryWriter.Entry> entries = new ArrayList<>();
    for (Done done : all) {
      done.made().get(done.made().size() - 1).after().into(done.comment());
      done.comment().updatedAt = actor.at();
      done.made().forEach(made -> entries.add(entry(actor, done.comment().id, made)));
    }
    comments.flush();
    history.write(entries);
  }

  private HistoryWriter.Entry entry(Actor actor, UUID id, Transition.Made made) {
    CommentState before = made.before();
    CommentState after = made.after();
    List<History.Change> changes =
        history
            .changes()
            .add("result", before.result(), after.result())
            .add("response", before.response(), after.response())
            .add("revision", before.revision(), after.revision())
            .add("sameAs", before.sameAs(), after.sameAs())
            .add("reaction", before.reaction(), after.reaction())
            .add("assignee", before.assignee(), after.assignee())
            .add("answerDueOn", before.answerDueOn(), after.answerDueOn())
            .add("needsReview", before.needsReview(), after.needsReview())
            .list();
    return new HistoryWriter.Entry(
        actor,
        made.move().action(),
        new HistoryWriter.Line(id, before.status(), after.status(), changes),
        made.move().reason());
  }
}
