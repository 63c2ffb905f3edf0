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
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.comment.request.RequestView;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.security.CurrentCaller;

/**
 * One answer that waits for approval, and its return. The address has the filter of the list to go
 * back to. The forms that ask a body and the leaders are those of the screen of comments.
 */
@Path("/so/{plan}/{draft}/duyet/{id}")
@Produces(MediaType.TEXT_HTML)
@InComment
public class ApprovalPointResource {
  @Inject CommentReader reader;
  @Inject TransitionService transitions;
  @Inject RequestReader asked;
  @Inject OrganizationReader organizations;
  @Inject JsonInput input;
  @Inject CurrentComment comment;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record Point(
      ApprovalQuery query, CommentView point, List<RequestView> requests, List<String> bodies)
      implements TemplateInstance {}

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance show(@BeanParam ApprovalQuery query) {
    return new Point(
        query,
        reader.get(caller.get(), comment.id()),
        asked.of(caller.get(), List.of(comment.id())),
        organizations.namesInOrder());
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
    Transition returned =
        Transition.returned(input.fields(ReasonInput.class, "reason", reason).reason());
    transitions.apply(caller.actor(), comment.id(), returned, IfMatch.of(version));
    // The list takes what has changed, and keeps its ticks.
    return desk.part(desk.root() + "/duyet" + query.here(), Notice.RETURNED);
  }
}
