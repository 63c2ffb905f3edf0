package vn.sogopy.desk.comments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.comment.query.AssigneeReader;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.HistoryReader;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.comments.CommentsScreenResource.Comments;
import vn.sogopy.desk.comments.CommentsScreenResource.Offer;
import vn.sogopy.desk.comments.Listing.Choices;
import vn.sogopy.desk.comments.Point.Allowed;
import vn.sogopy.interchange.phrase.PhraseService;
import vn.sogopy.interchange.worklist.WorklistReader;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.query.QueryValues;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.Role;

/** Puts the screen together from the readers. */
@RequestScoped
class CommentsPage {
  private static final int PAGE = 30;
  private static final int PHRASES = 200;
  private static final int FILES = 50;

  @Inject CommentReader comments;
  @Inject HistoryReader histories;
  @Inject RequestReader requests;
  @Inject AssigneeReader assignees;
  @Inject AttachmentReader attachments;
  @Inject OrganizationReader organizations;
  @Inject GroupService groups;
  @Inject OutlineService outlines;
  @Inject PhraseService phrases;
  @Inject WorklistReader worklists;
  @Inject CurrentCaller caller;
  @Inject CurrentDraft draft;
  @Inject Desk desk;
  @Inject UriInfo uri;

  boolean works() {
    return works(caller.get());
  }

  private static boolean works(Caller caller) {
    return caller.role() == Role.CONSULTANT || caller.role() == Role.COORDINATOR;
  }

  ListAddress address(CommentsQuery query) {
    return ListAddress.of(desk.root(), uri.getQueryParameters(), query.place());
  }

  Problem problem(ProblemException refused) {
    return Problem.ofPage(refused, uri.getPath(), null);
  }

  /**
   * @param typed the answer or the assignment as typed; null = those of the comment
   * @param refused why it was not written; null = nothing was refused
   */
  Comments of(CommentsQuery query, AnswerForm typed, Problem refused) {
    Listing list = list(query);
    Point point = point(list, query.chosen);
    if (point == null || !works()) {
      return new Comments(list, point, null, null, refused);
    }
    boolean answered = typed != null && typed.assignee == null;
    AnswerForm form = answered ? typed : form(point.comment(), query.like);
    form.assignee = typed == null || answered ? point.comment().assignee() : typed.assignee;
    form.dueOn = typed == null ? null : typed.dueOn;
    Offer offer =
        point.allowed().answer() || point.allowed().place()
            ? new Offer(
                phrases.texts(draft.planId(), PHRASES), outlines.headingsOfRevisions(draft.get()))
            : new Offer(List.of(), List.of());
    return new Comments(list, point, form, offer, refused);
  }

  Listing list(CommentsQuery query) {
    ListAddress at = address(query);
    String typed = query.organization;
    if (typed != null) {
      query.organization = organizations.codeOf(typed).orElse(typed);
    }
    Page<CommentView> page = new Page<>(List.of(), null, null);
    List<String> words = List.of();
    Problem problem = null;
    try {
      page =
          comments.list(
              caller.get(),
              new CommentScope(draft.planId(), draft.get().id()),
              query,
              query.order(),
              PAGE,
              query.place(),
              query.chosen == null && query.place() == null);
      words = worklists.words(draft.get(), query);
    } catch (ProblemException refused) {
      if (refused.code() != ProblemCode.VALIDATION_FAILED) {
        throw refused;
      }
      problem = problem(refused);
    }
    return new Listing(
        at,
        page.items(),
        page.next(),
        page.total(),
        words,
        problem,
        typed == null
            ? ""
            : organizations
                .names(List.of(query.organization))
                .getOrDefault(query.organization, typed),
        query.organization,
        new Choices(
            groups.list().items(),
            organizations.namesInOrder(),
            outlines.headings(draft.get().id()),
            assignees.names(draft.planId())));
  }

  /** Null if none is chosen, or the list has no first one. */
  private Point point(Listing list, String chosen) {
    boolean first = ListAddress.FIRST.equals(chosen);
    if (chosen == null || chosen.isEmpty() || (first && list.items().isEmpty())) {
      return null;
    }
    List<CommentView> items = list.items();
    UUID id = first ? items.get(0).id() : QueryValues.pathId(chosen);
    int at = items.stream().map(CommentView::id).toList().indexOf(id);
    CommentView comment = at >= 0 ? items.get(at) : comments.get(caller.get(), id);
    if (!comment.plan().equals(draft.get().plan()) || comment.draft() != draft.get().number()) {
      throw ProblemException.notFound();
    }
    String after = after(list, at);
    UUID shared = comment.answer() == null ? null : comment.answer().sameAs();
    Map<UUID, CommentView> others =
        comments.known(
            caller.get(), Stream.of(comment.follows(), shared).filter(Objects::nonNull).toList());
    return new Point(
        comment,
        files(comment),
        requests.of(caller.get(), List.of(id)),
        histories.read(caller.get(), id).items(),
        others.get(comment.follows()),
        others.get(shared),
        at > 0 ? list.at().item(items.get(at - 1).id()) : null,
        after,
        after == null ? list.at().list() : after,
        Allowed.in(comment, works()));
  }

  /** After one that is not in the list, as its filter has dropped it, comes the first. */
  private static String after(Listing list, int at) {
    if (at + 1 < list.items().size()) {
      return list.at().item(list.items().get(at + 1).id());
    }
    return list.next() == null ? null : list.at().firstOf(list.next());
  }

  private List<AttachmentView> files(CommentView comment) {
    return comment.letter() == null
        ? List.of()
        : attachments.list(caller.get(), comment.letter().id(), FILES, null, false).items();
  }

  /** The answer of the comment; without one, that of the comment to be answered alike. */
  private AnswerForm form(CommentView comment, UUID like) {
    CommentView other = like == null ? null : comments.known(caller.get(), List.of(like)).get(like);
    if (other == null || other.answer() == null) {
      return AnswerForm.of(comment.answer());
    }
    AnswerForm form = AnswerForm.of(other.answer());
    form.sameAs = other.id().toString();
    return form;
  }
}
