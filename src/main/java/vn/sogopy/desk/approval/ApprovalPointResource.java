package vn.sogopy.desk.approval;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
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
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.comment.request.RequestService;
import vn.sogopy.comment.request.RequestService.RequestInput;
import vn.sogopy.comment.request.RequestView;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.Transition.DirectionInput;
import vn.sogopy.comment.workflow.Transition.EscalationInput;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.CurrentCaller;

/**
 * One answer that waits for approval: it is returned, a body is asked about it, it is put to the
 * leaders, or their direction is recorded. The address has the filter of the list to go back to.
 */
@Path("/so/{plan}/{draft}/duyet/{id}")
@Produces(MediaType.TEXT_HTML)
@InComment
public class ApprovalPointResource {
  private static final int MOST_BODIES = 1_000;

  @Inject CommentReader reader;
  @Inject TransitionService transitions;
  @Inject RequestService requests;
  @Inject RequestReader asked;
  @Inject OrganizationReader organizations;
  @Inject JsonInput input;
  @Inject CurrentComment comment;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record Point(
      ApprovalQuery query,
      CommentView point,
      List<RequestView> requests,
      List<OrganizationView> bodies,
      RequestKind[] kinds)
      implements TemplateInstance {}

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance show(@BeanParam ApprovalQuery query) {
    CommentView point = point();
    return new Point(
        query,
        point,
        asked.of(caller.get(), List.of(point.id())),
        organizations.list(null, null, VietnamTime.today(), MOST_BODIES, null, false).items(),
        RequestKind.values());
  }

  /**
   * @throws ProblemException 404 unless the comment is one of this draft
   */
  private CommentView point() {
    CommentView point = reader.get(caller.get(), comment.id());
    DraftRef here = draft.get();
    if (!point.plan().equals(here.plan()) || point.draft() != here.number()) {
      throw ProblemException.notFound();
    }
    return point;
  }

  @POST
  @Path("tra-lai")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response giveBack(
      @BeanParam ApprovalQuery query,
      @RestForm("_phien") int version,
      @RestForm("ly_do") String reason) {
    apply(Transition.returned(input.fields(ReasonInput.class, "reason", reason).reason()), version);
    // The list takes what has changed, and keeps its ticks.
    return desk.part(desk.root() + "/duyet" + query.here(), Notice.RETURNED);
  }

  @POST
  @Path("hoi-co-quan")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(
      @BeanParam ApprovalQuery query,
      @RestForm("_phien") int version,
      @RestForm("co_quan") String body,
      @RestForm("loai_de_nghi") String kind,
      @RestForm("noi_dung") String text,
      @RestForm("tra_loi_truoc_het_ngay") String dueOn) {
    String code = body == null ? null : organizations.codeOf(body).orElse(body);
    RequestInput request =
        input.fields(RequestInput.class, "to", code, "kind", kind, "text", text, "dueOn", dueOn);
    requests.ask(caller.actor(), point().id(), request, IfMatch.of(version));
    return here(query, Notice.SENT);
  }

  @POST
  @Path("xin-y-kien")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response escalate(
      @BeanParam ApprovalQuery query,
      @RestForm("_phien") int version,
      @RestForm("ly_do") String reason) {
    String given = input.fields(ReasonInput.class, "reason", reason).reason();
    apply(new EscalationInput(given), version);
    return here(query, Notice.SAVED);
  }

  @POST
  @Path("rut-xin-y-kien")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeBack(@BeanParam ApprovalQuery query, @RestForm("_phien") int version) {
    apply(new EscalationInput(null), version);
    return here(query, Notice.SAVED);
  }

  @POST
  @Path("chi-dao")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response direct(
      @BeanParam ApprovalQuery query,
      @RestForm("_phien") int version,
      @RestForm("noi_dung_chi_dao") String text,
      @RestForm("van_ban") String document,
      @RestForm("ngay_van_ban") String date) {
    DirectionInput direction =
        input.fields(DirectionInput.class, "text", text, "document", document, "date", date);
    if (direction.text() == null) {
      throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
    }
    apply(direction, version);
    return here(query, Notice.SAVED);
  }

  @POST
  @Path("bo-chi-dao")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response removeDirection(@BeanParam ApprovalQuery query, @RestForm("_phien") int version) {
    apply(new DirectionInput(null, null, null), version);
    return here(query, Notice.SAVED);
  }

  private void apply(Transition transition, int version) {
    transitions.apply(caller.actor(), point().id(), transition, IfMatch.of(version));
  }

  private Response here(ApprovalQuery query, Notice done) {
    return desk.back(desk.root() + "/duyet/" + comment.id() + query.here(), done);
  }
}
