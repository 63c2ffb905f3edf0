package vn.sogopy.comment.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.Locator;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.intake.CommentStore;
import vn.sogopy.comment.intake.Sections;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequestRepository;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/**
 * Splits one comment into the points it holds, and undoes that.
 *
 * <p>The original stays as it was sent, readable, in state SPLIT; the parts are comments in their
 * own right. When a split is undone, the parts cannot go: they have history, and history is never
 * deleted. So they become WITHDRAWN for good, are left out of lists like the SPLIT original (unless
 * their state is asked for) and of every count, and free their numbers: a second split begins with
 * part 1 again.
 */
@ApplicationScoped
public class SplitService {
  private static final Set<Status> UNTOUCHED =
      EnumSet.of(Status.RECEIVED, Status.ASSIGNED, Status.WITHDRAWN);

  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
  @Inject CommentStore receipt;
  @Inject CommentRequestRepository requests;
  @Inject DataSource source;

  /**
   * Replaces a comment by its points.
   *
   * @throws ProblemException 400 unknown section, 409 where the state does not allow it
   */
  @Transactional
  public SplitView split(Actor actor, UUID id, SplitInput input, IfMatch ifMatch) {
    Comment original = lock(id);
    Map<String, Sections.Known> sections = sections(actor, original, input);
    ifMatch.check(original.version);
    Status from = original.status;
    from.requireMove(Status.SPLIT);
    String reason = "Tách từ ý kiến số " + number(original);
    int next = lastPart(original) + 1;
    List<Comment> parts = new ArrayList<>();
    for (SplitInput.Part point : input.parts()) {
      Comment part = part(actor, original, next++);
      place(part, original, point, sections);
      CommentStore.assign(part, defaultAssignee(point, sections));
      parts.add(part);
    }
    receipt.keepParts(actor, parts, original, reason);
    original.statusBeforeSplit = from;
    original.status = Status.SPLIT;
    done(original, actor, Action.SPLIT, from, null, ids(parts));
    return new SplitView(reader.get(actor.caller(), id), reader.parts(actor.caller(), id));
  }

  /**
   * Takes a split back.
   *
   * @throws ProblemException 409 if it is not split, or work on a part has begun: it has an answer,
   *     if only in the making, or something attached that would be lost
   */
  @Transactional
  public CommentView undo(Actor actor, UUID id, IfMatch ifMatch) {
    Comment original = lock(id);
    ifMatch.check(original.version);
    if (original.status != Status.SPLIT) {
      throw original.status.refused();
    }
    List<Comment> parts = comments.lockParts(id);
    for (Comment part : parts) {
      if (!UNTOUCHED.contains(part.status)) {
        throw new ProblemException(
            ProblemCode.SPLIT_NOT_UNDOABLE, number(part), part.status.name());
      }
      if (hasMoreThan(original, part)) {
        throw new ProblemException(ProblemCode.SPLIT_IN_USE, number(part));
      }
    }
    List<HistoryWriter.Line> lines = new ArrayList<>();
    for (Comment part : parts) {
      Status from = part.status;
      part.status = Status.WITHDRAWN;
      part.splitUndone = true;
      part.updatedAt = actor.at();
      lines.add(HistoryWriter.line(part, from, List.of()));
    }
    history.write(actor, Action.UNSPLIT, lines, "Hoàn tác việc tách ý kiến");
    original.status = original.statusBeforeSplit;
    original.statusBeforeSplit = null;
    done(original, actor, Action.UNSPLIT, Status.SPLIT, ids(parts), null);
    return reader.get(actor.caller(), id);
  }

  /**
   * Its letter is held FOR SHARE, and before it: whoever replaces the letter must find all points.
   */
  private Comment lock(UUID id) {
    Sql.of("select 1 from letter l join comment c on c.letter_id = l.id where c.id = ?", id)
        .add("for share of l")
        .exists(source);
    return comments.lock(id);
  }

  /** Whether something was attached to the part that the original would not have again. */
  private boolean hasMoreThan(Comment original, Comment part) {
    return !Objects.equals(part.escalationReason, original.escalationReason)
        || !DirectionInput.of(part).equals(DirectionInput.of(original))
        || requests.count("commentId", part.id) > 0;
  }

  private void done(
      Comment original,
      Actor actor,
      Action action,
      Status from,
      List<UUID> before,
      List<UUID> after) {
    original.updatedAt = actor.at();
    comments.flush();
    List<History.Change> changes = history.changes().add("parts", before, after).list();
    history.write(original, actor, action, from, changes, null);
  }

  private static List<UUID> ids(List<Comment> comments) {
    return comments.stream().map(comment -> comment.id).toList();
  }

  private static String number(Comment comment) {
    return comment.receiptNumber + (comment.part == null ? "" : "." + comment.part);
  }

  /**
   * A part may be split again; its points are numbered on after those of the original. Two parts of
   * one comment that are split at once wait for each other.
   */
  private int lastPart(Comment original) {
    Sql.lockName(source, "parts " + original.receiptNumber);
    return comments.lastPart(original.receiptNumber);
  }

  private Map<String, Sections.Known> sections(Actor actor, Comment original, SplitInput input) {
    List<String> codes =
        input.parts().stream().map(SplitInput.Part::section).filter(Objects::nonNull).toList();
    Map<String, Sections.Known> known = Sections.known(source, original.draftId, codes);
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < input.parts().size(); i++) {
      String code = input.parts().get(i).section();
      if (code != null && !known.containsKey(Section.key(code))) {
        int draft = reader.get(actor.caller(), original.id).draft();
        errors.add(
            FieldError.pointer("/parts/" + i + "/section", FieldCode.UNKNOWN_SECTION, code, draft));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return known;
  }

  private static String defaultAssignee(
      SplitInput.Part point, Map<String, Sections.Known> sections) {
    return point.section() == null
        ? null
        : sections.get(Section.key(point.section())).defaultAssignee();
  }

  private static void place(
      Comment part, Comment original, SplitInput.Part point, Map<String, Sections.Known> sections) {
    part.content = point.content();
    part.proposal = point.proposal();
    Locator locator = point.locator();
    if (point.section() != null) {
      part.sectionId = sections.get(Section.key(point.section())).id();
    } else {
      part.sectionId = original.sectionId;
      part.alsoSections.addAll(original.alsoSections);
      if (locator == null) {
        locator =
            Locator.of(original.locatorPage, original.locatorParagraph, original.locatorQuote);
      }
    }
    part.locate(locator);
  }

  /**
   * What a point has from the whole. The leaders' part goes with every point, since nobody but the
   * office knows which of them it is about: it takes back what does not apply.
   */
  private static Comment part(Actor actor, Comment original, int number) {
    Comment part = new Comment();
    part.receiptNumber = original.receiptNumber;
    part.part = number;
    part.partOfId = original.id;
    part.planId = original.planId;
    part.draftId = original.draftId;
    part.organizationId = original.organizationId;
    part.letterId = original.letterId;
    part.kind = original.kind;
    part.authorFullName = original.authorFullName;
    part.authorPosition = original.authorPosition;
    part.restricted = original.restricted;
    part.answerDueOn = original.answerDueOn;
    part.escalationReason = original.escalationReason;
    part.escalationBy = original.escalationBy;
    part.escalationAt = original.escalationAt;
    part.directionText = original.directionText;
    part.directionDocument = original.directionDocument;
    part.directionDate = original.directionDate;
    part.followsId = original.followsId;
    part.client = original.client;
    part.sentDigest = original.sentDigest;
    part.receivedAt = original.receivedAt;
    part.updatedAt = actor.at();
    return part;
  }
}
