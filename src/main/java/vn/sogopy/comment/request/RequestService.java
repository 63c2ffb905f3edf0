package vn.sogopy.comment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * Sends requests for an opinion, data or clarification to organizations, and records the replies.
 * The status of the comment does not change. Its version rises, since a comment lists the
 * organizations with open requests.
 */
@ApplicationScoped
public class RequestService {
  /** An approved comment needs no input; a withdrawn or split one has no answer. */
  public static final Set<Status> ASKABLE =
      EnumSet.complementOf(EnumSet.of(Status.APPROVED, Status.WITHDRAWN, Status.SPLIT));

  @Inject CommentRepository comments;
  @Inject CommentRequestRepository requests;
  @Inject RequestReader reader;
  @Inject HistoryWriter history;
  @Inject OrganizationRepository organizations;
  @Inject SuccessionReader bodies;

  /** A new request about a comment. */
  @Schema(name = "CommentRequestInput")
  public record RequestInput(
      @NotNull
          @Size(min = 1, max = 63)
          @Schema(description = "Mã cơ quan được hỏi · the body asked", examples = "sct")
          String to,
      @NotNull
          @Schema(
              description = "OPINION: cho ý kiến · DATA: cung cấp số liệu · CLARIFICATION: làm rõ")
          RequestKind kind,
      @NotNull @Size(min = 1, max = 5_000) @Schema(description = "Nội dung đề nghị · what is asked")
          String text,
      @Schema(
              nullable = true,
              description = "Đề nghị trả lời trước hết ngày này · the reply is due")
          LocalDate dueOn) {}

  /** The reply to a request. */
  @Schema(name = "CommentReplyInput")
  public record ReplyInput(@NotNull @Size(min = 1, max = 20_000) String reply) {}

  /** A reply as the history shows it. */
  record ReplyText(String from, String text) {
    static ReplyText of(String from, String text) {
      return text == null ? null : new ReplyText(from, text);
    }
  }

  /**
   * Creates a request.
   *
   * @param ifMatch the version of the comment, against sending a form twice
   * @throws ProblemException 400 for an unknown organization, 422 for an ended one; 409 if the
   *     status needs no input, or if the comment is restricted to another organization; 412
   */
  @Transactional
  public RequestView ask(Actor actor, UUID commentId, RequestInput input, IfMatch ifMatch) {
    Comment comment = comments.lock(commentId);
    ifMatch.check(comment.version);
    UUID organization =
        organizations
            .id(input.to())
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        FieldError.pointer("/to", FieldCode.UNKNOWN_ORGANIZATION, input.to())));
    Successions ended = bodies.read();
    LocalDate today = actor.today();
    if (ended.isEnded(organization, today)) {
      throw ended.problem("/to", organization, today);
    }
    comment.state.status().requireAmong(ASKABLE);
    boolean own =
        organization.equals(comment.organizationId)
            || ended.successors(comment.organizationId, today).stream()
                .anyMatch(successor -> successor.id().equals(organization));
    if (comment.restricted && !own) {
      throw new ProblemException(
          ProblemCode.COMMENT_RESTRICTED, organizations.findById(organization).name);
    }
    CommentRequest request = new CommentRequest();
    request.commentId = commentId;
    request.organizationId = organization;
    request.kind = input.kind();
    request.text = input.text();
    request.dueOn = input.dueOn();
    request.askedAt = actor.at();
    request.askedBy = actor.caller().name();
    requests.persist(request);
    done(comment, actor, Action.REQUESTED, history.changes().add("request", null, input).list());
    return reader.get(actor.caller(), request.id);
  }

  /**
   * Records or corrects the reply.
   *
   * @throws ProblemException 403 for another organization than the requested one and its
   *     successors; 409 once the comment is APPROVED
   */
  @Transactional
  public RequestView reply(Actor actor, UUID id, ReplyInput input, IfMatch ifMatch) {
    RequestView before = reader.get(actor.caller(), id);
    String to = before.to().code();
    actor.caller().requireRepresented(to);
    // Lock order: the comment first, then the request. It avoids deadlocks.
    Comment comment = comments.lock(before.comment().id());
    CommentRequest request = requests.findById(id, LockModeType.PESSIMISTIC_WRITE);
    ifMatch.checkBefore(request.version);
    comment.state.status().requireAmong(CommentRequest.REPLYABLE);
    List<History.Change> changes =
        history
            .changes()
            .add("reply", ReplyText.of(to, request.reply), ReplyText.of(to, input.reply()))
            .list();
    request.reply = input.reply();
    request.repliedAt = actor.at();
    request.repliedBy = actor.caller().name();
    done(comment, actor, Action.REPLIED, changes);
    return reader.get(actor.caller(), id);
  }

  private void done(Comment comment, Actor actor, Action action, List<History.Change> changes) {
    comment.updatedAt = actor.at();
    comments.flush();
    history.write(List.of(Entry.of(actor, action, comment, comment.state.status(), changes, null)));
  }
}
