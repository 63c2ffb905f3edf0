package vn.sogopy.desk.submitter;

import static vn.sogopy.security.Role.Names.SUBMITTER;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentOrder;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.RequestQuery;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.comment.request.RequestService;
import vn.sogopy.comment.request.RequestService.ReplyInput;
import vn.sogopy.comment.request.RequestView;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.Transition.ReactionInput;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.consultation.letter.LetterQuery;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;

/** What a body has sent to a draft and what became of it. */
@Path("/so/{plan}/{draft}/gop-y")
@Produces(MediaType.TEXT_HTML)
public class SubmitterScreenResource {
  private static final int POINTS = 50;

  /** The fields of the form by the properties of the service. */
  private static final Map<String, String> REACTION =
      Map.of("reaction", "phan_hoi", "note", "ly_do");

  @Inject LetterReader letters;
  @Inject CommentReader comments;
  @Inject AttachmentReader attachments;
  @Inject RequestReader requests;
  @Inject RequestService replies;
  @Inject TransitionService transitions;
  @Inject OrganizationReader organizations;
  @Inject PlanReader plans;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject JsonInput input;
  @Inject Ended ended;
  @Inject Desk desk;

  /** Which points to show. */
  enum Filter {
    ALL("tat-ca", "Tất cả", List.of()),
    OPEN(
        "dang-xu-ly",
        "Đang nghiên cứu, xử lý",
        List.of(
            Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING, Status.ANSWERED, Status.RETURNED)),
    ANSWERED("da-tra-loi", "Đã có kết quả", List.of(Status.APPROVED)),
    WITHDRAWN("da-rut", "Đã rút", List.of(Status.WITHDRAWN));

    private final String word;
    private final String label;
    private final List<Status> status;

    Filter(String word, String label, List<Status> status) {
      this.word = word;
      this.label = label;
      this.status = status;
    }

    public String word() {
      return word;
    }

    public String label() {
      return label;
    }

    static Filter of(String word) {
      return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElse(ALL);
    }
  }

  record Sent(
      DraftView draft,
      String body,
      Ended.Notice ended,
      Page<LetterView> letters,
      List<RequestView> requests,
      Filter filter,
      List<Filter> filters,
      Page<CommentView> points)
      implements TemplateInstance {}

  /**
   * @param numbers the receipt numbers of its points, "1042, 1043"; empty without points
   */
  record Receipt(
      PlanView plan,
      DraftView draft,
      String sender,
      LetterView letter,
      String numbers,
      List<CommentView> points,
      List<AttachmentView> files)
      implements TemplateInstance {}

  /**
   * @param parts of a split point, which are answered in its place
   * @param form the reaction as typed
   */
  record Point(
      CommentView point,
      List<CommentView> parts,
      Ended.Notice ended,
      SentForm form,
      boolean reacts,
      boolean agreed,
      boolean withdraws)
      implements TemplateInstance {}

  @GET
  @RolesAllowed(SUBMITTER)
  public TemplateInstance list(
      @RestQuery("loc") String word,
      @RestQuery("van_ban") String lettersAfter,
      @RestQuery("y_kien") String pointsAfter) {
    Caller who = caller.get();
    Filter filter = Filter.of(word);
    CommentQuery query = new CommentQuery();
    query.status = filter.status;
    query.result = List.of();
    query.kind = List.of();
    return new Sent(
        plans.draft(draft.get().id()),
        name(who.organization()),
        ended.notice(who, VietnamTime.today()),
        letters.list(who, draft.get(), LetterQuery.newest(POINTS, lettersAfter)),
        asked(who),
        filter,
        List.of(Filter.values()),
        comments.list(
            who,
            new CommentScope(draft.get().planId(), draft.get().id()),
            query,
            CommentOrder.RECEIVED_AT_DESCENDING,
            POINTS,
            pointsAfter,
            false));
  }

  private List<RequestView> asked(Caller who) {
    return requests.list(who, RequestQuery.openIn(draft.get().plan())).items().stream()
        .filter(request -> request.comment().draft() == draft.get().number())
        .toList();
  }

  private String name(String organization) {
    return organizations.names(List.of(organization)).get(organization);
  }

  /** The receipt of a letter, to be printed, with what became of its points. */
  @GET
  @Path("van-ban/{id}")
  @RolesAllowed(SUBMITTER)
  public TemplateInstance letter(@PathParam("id") UUID id) {
    LetterView letter = letters.get(caller.get(), id);
    requireHere(letter.plan(), letter.draft());
    List<CommentView> points = comments.ofLetter(caller.get(), id);
    return new Receipt(
        plans.get(letter.plan()),
        plans.draft(draft.get().id()),
        name(letter.organization()),
        letter,
        points.stream()
            .map(point -> String.valueOf(point.receiptNumber()))
            .distinct()
            .collect(Collectors.joining(", ")),
        points,
        attachments.list(caller.get(), id, Page.MAX_LIMIT, null, false).items());
  }

  private void requireHere(String plan, int number) {
    if (!plan.equals(draft.get().plan()) || number != draft.get().number()) {
      throw ProblemException.notFound();
    }
  }

  private CommentView here(UUID id) {
    CommentView point = comments.get(caller.get(), id);
    requireHere(point.plan(), point.draft());
    return point;
  }

  @GET
  @Path("y-kien/{id}")
  @RolesAllowed(SUBMITTER)
  public TemplateInstance point(@PathParam("id") UUID id) {
    return page(here(id), SentForm.empty());
  }

  private Point page(CommentView point, SentForm form) {
    Ended.Notice end = ended.notice(caller.get(), VietnamTime.today());
    return new Point(
        point,
        comments.parts(caller.get(), point.id()),
        end,
        form,
        end == null && point.status() == Status.APPROVED,
        point.reaction() != null && point.reaction().reaction() == ReactionKind.AGREED,
        end == null && point.status().transitions().contains(Status.WITHDRAWN));
  }

  @POST
  @Path("y-kien/{id}/phan-hoi")
  @DeskForm
  @RolesAllowed(SUBMITTER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response react(@PathParam("id") UUID id, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    try {
      ReactionInput reaction =
          input.fields(
              ReactionInput.class, "reaction", form.typed("phan_hoi"), "note", form.typed("ly_do"));
      return apply(id, reaction, form, back);
    } catch (ProblemException e) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(page(here(id), form.wrong(e, REACTION)))
          .build();
    }
  }

  @POST
  @Path("y-kien/{id}/rut")
  @DeskForm
  @RolesAllowed(SUBMITTER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(@PathParam("id") UUID id, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    String reason = input.fields(ReasonInput.class, "reason", form.typed("ly_do")).reason();
    return apply(id, Transition.withdrawal(reason), form, back);
  }

  private Response apply(UUID id, Transition transition, SentForm form, String back) {
    here(id);
    transitions.apply(caller.actor(), id, transition, form.version());
    return desk.back(back, Notice.SAVED);
  }

  /** Replies to a question of the office about a point, also one of another body. */
  @POST
  @Path("de-nghi/{id}")
  @DeskForm
  @RolesAllowed(SUBMITTER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reply(@PathParam("id") UUID id, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    ReplyInput reply = input.fields(ReplyInput.class, "reply", form.typed("tra_loi"));
    replies.reply(caller.actor(), id, reply, form.version());
    return desk.back(back, Notice.SENT);
  }
}
