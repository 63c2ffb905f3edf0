package vn.sogopy.desk.comments;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.comment.query.SimilarReader;
import vn.sogopy.comment.query.SimilarReader.Match;
import vn.sogopy.comment.request.RequestService;
import vn.sogopy.comment.request.RequestService.RequestInput;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.Transition.DirectionInput;
import vn.sogopy.comment.workflow.Transition.EscalationInput;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.interchange.phrase.PhraseService.PhraseInput;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.outline.OutlineService.Heading;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/** The comments of a draft: the filtered list, and beside it the chosen one with its answer. */
@Path("/so/{plan}/{draft}/y-kien")
@Produces(MediaType.TEXT_HTML)
public class CommentsScreenResource {
  private static final int SIMILAR = 10;
  private static final double THRESHOLD = 0.4;

  @Inject CommentsPage page;
  @Inject CommentReader comments;
  @Inject SimilarReader similar;
  @Inject TransitionService transitions;
  @Inject RequestService requests;
  @Inject OrganizationReader organizations;
  @Inject JsonInput json;
  @Inject CurrentCaller caller;
  @Inject CurrentComment comment;
  @Inject Desk desk;

  /** What the form of an answer offers. */
  record Offer(List<PhraseInput> phrases, List<Heading> places) {}

  record Comments(Listing list, Point point, AnswerForm form, Offer offer, Problem refused)
      implements TemplateInstance {}

  record Similar(CommentView comment, List<Match> matches, ListAddress at, boolean works)
      implements TemplateInstance {}

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  public TemplateInstance list(@BeanParam CommentsQuery query) {
    return page.of(query, null, null);
  }

  @GET
  @Path("{id}/gan-giong")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @InComment
  public TemplateInstance similar(@BeanParam CommentsQuery query) {
    return new Similar(
        comments.get(caller.get(), comment.id()),
        similar.list(caller.get(), comment.id(), THRESHOLD, SIMILAR).items(),
        page.address(query),
        page.works());
  }

  /** Inserts a phrase, or writes the answer, finished or not. */
  @POST
  @Path("{id}/tra-loi")
  @DeskForm
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(@BeanParam CommentsQuery query, @BeanParam AnswerForm form) {
    if (form.does(AnswerForm.PHRASE)) {
      form.insertPhrase();
      query.chosen = comment.id().toString();
      return Response.ok(page.of(query, form, null)).build();
    }
    return changed(
        query,
        form,
        form.does(AnswerForm.NEXT) ? form.next : form.here,
        form.version,
        () -> json.convert(form.answer(), AnswerInput.class));
  }

  @POST
  @Path("{id}/noi-sua")
  @DeskForm
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revise(@BeanParam CommentsQuery query, @BeanParam AnswerForm form) {
    return changed(
        query,
        form,
        form.here,
        form.version,
        () -> new Transition.Revise(json.convert(form.place(), Revision.class)));
  }

  /** Assigns the comment; the caller can take it over. */
  @POST
  @Path("{id}/phan-cong")
  @DeskForm
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response assign(@BeanParam CommentsQuery query, @BeanParam AnswerForm form) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    String name = form.does(AnswerForm.TAKE) ? caller.get().name() : form.assignee;
    input.put("assignee", name == null || name.isBlank() ? null : name);
    if (form.dueOn != null && !form.dueOn.isBlank()) {
      input.put("answerDueOn", form.dueOn);
    }
    return changed(
        query, form, form.here, form.version, () -> json.convert(input, AssignmentInput.class));
  }

  /** Asks a body; the screen of approvals has this form and the following ones, too. */
  @POST
  @Path("{id}/hoi-co-quan")
  @DeskForm
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(
      @RestForm("co_quan") String body,
      @RestForm("loai_de_nghi") String kind,
      @RestForm("noi_dung") String text,
      @RestForm("tra_loi_truoc_het_ngay") String dueOn,
      @RestForm("_phien") String version,
      @RestForm("_ve") String here) {
    String code = body == null ? null : organizations.codeOf(body).orElse(body);
    RequestInput request =
        json.fields(RequestInput.class, "to", code, "kind", kind, "text", text, "dueOn", dueOn);
    requests.ask(caller.actor(), comment.id(), request, IfMatch.of(version));
    return desk.back(here, Notice.SENT);
  }

  /** Puts the comment to the leaders, or takes it back. */
  @POST
  @Path("{id}/xin-y-kien")
  @DeskForm
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response escalate(
      @RestForm("ly_do") String reason,
      @RestForm("_viec") String act,
      @RestForm("_phien") String version,
      @RestForm("_ve") String here) {
    String given =
        "bo".equals(act) ? null : json.fields(ReasonInput.class, "reason", reason).reason();
    transitions.apply(
        caller.actor(), comment.id(), new EscalationInput(given), IfMatch.of(version));
    return desk.back(here, Notice.SAVED);
  }

  /** Records the direction of the leaders, or removes it. */
  @POST
  @Path("{id}/chi-dao")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @InComment
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response direct(
      @RestForm("noi_dung_chi_dao") String text,
      @RestForm("van_ban") String document,
      @RestForm("ngay_van_ban") String date,
      @RestForm("_viec") String act,
      @RestForm("_phien") String version,
      @RestForm("_ve") String here) {
    DirectionInput direction =
        "bo".equals(act)
            ? new DirectionInput(null, null, null)
            : json.fields(DirectionInput.class, "text", text, "document", document, "date", date);
    if (direction.text() == null && !"bo".equals(act)) {
      throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
    }
    transitions.apply(caller.actor(), comment.id(), direction, IfMatch.of(version));
    return desk.back(here, Notice.SAVED);
  }

  /** A refused form comes back with its texts and the comment as it is now. */
  private Response changed(
      CommentsQuery query,
      AnswerForm typed,
      String back,
      String version,
      Supplier<Transition> wanted) {
    try {
      transitions.apply(caller.actor(), comment.id(), wanted.get(), IfMatch.of(version));
      return desk.back(back, Notice.SAVED);
    } catch (ProblemException refused) {
      if (refused.code() == ProblemCode.NOT_FOUND) {
        throw refused;
      }
      query.chosen = comment.id().toString();
      return Response.status(refused.code().status())
          .entity(page.of(query, typed, page.problem(refused)))
          .build();
    }
  }
}
