package vn.sogopy.comment.workflow;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.intake.CommentStore;
import vn.sogopy.comment.intake.Sections;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequestRepository;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/**
 * Splits a comment into its points, and undoes a split.
 *
 * <p>The original stays unchanged, with status SPLIT; the parts are separate comments. The undo of
 * a split sets the parts to WITHDRAWN and keeps them, since history is never deleted. Counts
 * exclude them, and so do lists that do not filter by that status. Their numbers are free again:
 * the next split begins with part 1.
 */
@ApplicationScoped
public class SplitService {
  /** The points of one comment. */
  public record SplitInput(@NotNull @Size(min = 2, max = 50) List<@NotNull @Valid Part> parts) {

    /** One point, quoted or summarized by the office. */
    @Schema(name = "CommentPartInput")
    public record Part(
        @NotNull @Size(min = 1, max = 20_000) @Schema(description = "Nội dung của điểm này")
            String content,
        @Size(min = 1, max = 20_000)
            @Schema(nullable = true, description = "Đề xuất sửa · proposed wording")
            String proposal,
        @Size(min = 1, max = 40)
            @Schema(
                nullable = true,
                description =
                    "Mã mục; bỏ trống: mục và vị trí của ý kiến gốc · left out: the original's section and place",
                examples = "V.1")
            String section,
        @Valid @Schema(nullable = true) Locator locator) {}
  }

  /** A split comment and its parts, in order. */
  @Schema(name = "SplitComment")
  public record SplitView(@JsonUnwrapped CommentView comment, List<CommentView> parts) {}

  /** States of a part before work begins. */
  private static final Set<Status> UNTOUCHED =
      EnumSet.of(Status.RECEIVED, Status.ASSIGNED, Status.WITHDRAWN);

  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
  @Inject CommentStore store;
  @Inject SectionRepository outline;
  @Inject CommentRequestRepository requests;
  @Inject LetterRepository letters;
  @Inject SuccessionReader bodies;
  @Inject DataSource source;

  /**
   * Replaces a comment by its parts. The assignee of the whole is that of the parts; without one it
   * is the default assignee of the section, as for every comment.
   *
   * @throws ProblemException 400 for an unknown section; 409 if the state does not allow it
   */
  @Transactional
  public SplitView split(Actor actor, UUID id, SplitInput input, IfMatch ifMatch) {
    Comment original = lock(id);
    List<Section> sections = sections(actor, original, input.parts());
    ifMatch.check(original.version);
    Status from = original.state.status();
    from.requireTransition(Status.SPLIT);
    int next = lastPart(original) + 1;
    List<Comment> parts = new ArrayList<>();
    for (int i = 0; i < input.parts().size(); i++) {
      parts.add(part(actor, original, next + i, input.parts().get(i), sections.get(i)));
    }
    store.keepParts(actor, parts, original, "Tách từ ý kiến mã " + number(original));
    original.statusBeforeSplit = from;
    original.state = original.state.withStatus(Status.SPLIT);
    done(original, actor, Action.SPLIT, from, null, ids(parts));
    return new SplitView(reader.get(actor.caller(), id), reader.parts(actor.caller(), id));
  }

  /**
   * Undoes a split.
   *
   * @throws ProblemException 409 if the comment is not split, or if work on a part has begun: it
   *     has an answer, draft or final, or data that would be lost
   */
  @Transactional
  public CommentView undo(Actor actor, UUID id, IfMatch ifMatch) {
    Comment original = lock(id);
    ifMatch.check(original.version);
    if (original.state.status() != Status.SPLIT) {
      throw original.state.status().refused();
    }
    List<Comment> parts = comments.lockParts(id);
    for (Comment part : parts) {
      Status status = part.state.status();
      if (!UNTOUCHED.contains(status)) {
        throw new ProblemException(ProblemCode.SPLIT_NOT_UNDOABLE, number(part), status);
      }
      if (hasMoreThan(original, part)) {
        throw new ProblemException(ProblemCode.SPLIT_IN_USE, number(part));
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (Comment part : parts) {
      Status from = part.state.status();
      part.state = part.state.withStatus(Status.WITHDRAWN);
      part.splitUndone = true;
      part.updatedAt = actor.at();
      entries.add(
          Entry.of(actor, Action.UNSPLIT, part, from, List.of(), "Hoàn tác việc tách ý kiến"));
    }
    history.write(entries);
    original.state = original.state.withStatus(original.statusBeforeSplit);
    original.statusBeforeSplit = null;
    done(original, actor, Action.UNSPLIT, Status.SPLIT, ids(parts), null);
    return reader.get(actor.caller(), id);
  }

  /**
   * Locks the comment. Its letter is locked FOR SHARE first, so that a replacement of the letter
   * finds all parts.
   */
  private Comment lock(UUID id) {
    comments
        .letter(id)
        .ifPresent(letter -> letters.findById(letter, LockModeType.PESSIMISTIC_READ));
    return comments.lock(id);
  }

  /** Whether the part has data of its own that the undo would lose. */
  private boolean hasMoreThan(Comment original, Comment part) {
    return !Objects.equals(reason(part), reason(original))
        || !Objects.equals(part.state.direction(), original.state.direction())
        || requests.count("commentId", part.id) > 0;
  }

  private static String reason(Comment comment) {
    return comment.state.escalation() == null ? null : comment.state.escalation().reason();
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
    var changes = history.changes().add("parts", before, after).list();
    history.write(List.of(Entry.of(actor, action, original, from, changes, null)));
  }

  private static List<UUID> ids(List<Comment> comments) {
    return comments.stream().map(comment -> comment.id).toList();
  }

  private static String number(Comment comment) {
    return comment.receiptNumber + (comment.part == null ? "" : "." + comment.part);
  }

  /**
   * A part can be split again; its parts are numbered after those of the original. A lock
   * serializes two such splits.
   */
  private int lastPart(Comment original) {
    Sql.lockName(source, "parts " + original.receiptNumber);
    return comments.lastPart(original.receiptNumber);
  }

  /** The section of each part; null if the part has none. */
  private List<Section> sections(Actor actor, Comment original, List<SplitInput.Part> parts) {
    int draft = reader.get(actor.caller(), original.id).draft();
    Sections known =
        Sections.read(
            outline, original.draftId, draft, parts.stream().map(SplitInput.Part::section));
    List<FieldError> errors = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      sections.add(known.find(parts.get(i).section(), "/parts/" + i + "/section", errors));
    }
    ProblemException.requireNone(errors);
    return sections;
  }

  /**
   * @param section of the point; null = the place of the original
   */
  private Comment part(
      Actor actor, Comment original, int number, SplitInput.Part point, Section section) {
    Comment part = new Comment();
    part.receiptNumber = original.receiptNumber;
    part.part = number;
    part.partOfId = original.id;
    part.planId = original.planId;
    part.draftId = original.draftId;
    part.organizationId = original.organizationId;
    part.letterId = original.letterId;
    part.kind = original.kind;
    part.content = point.content();
    part.proposal = point.proposal();
    part.locator = point.locator();
    if (section != null) {
      part.sectionId = section.id;
    } else {
      part.sectionId = original.sectionId;
      part.alsoSections.addAll(original.alsoSections);
      part.locator = point.locator() == null ? original.locator : point.locator();
    }
    part.author = original.author;
    part.restricted = original.restricted;
    part.state =
        original.state.ofPart(
            original.state.assignee() != null
                ? original.state.assignee()
                : section == null
                    ? null
                    : bodies.current().assignee(section.defaultAssignee, actor.today()));
    part.followsId = original.followsId;
    part.client = original.client;
    part.sentDigest = original.sentDigest;
    part.receivedAt = original.receivedAt;
    part.updatedAt = actor.at();
    return part;
  }
}
