package vn.sogopy.comment.workflow;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.comment.intake.CommentResource;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.security.CurrentCaller;

@Path(CommentResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class TransitionResource {
  @Inject TransitionService moves;
  @Inject CommentReader reader;
  @Inject CurrentCaller caller;
  @Inject CurrentComment comment;
  @Inject Exchange exchange;

  @POST
  @Idempotent
  @Path("approval")
  @RolesAllowed(COORDINATOR)
  @InComment
  @Operation(
      operationId = "approveComment",
      summary = "Duyệt nội dung trả lời · Approve the answer")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponseSchema(value = CommentView.class, responseCode = "200")
  public Response approve() {
    return moved(new Transition.Approve());
  }

  @POST
  @Idempotent
  @Path("return")
  @RolesAllowed(COORDINATOR)
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "returnComment",
      summary = "Đề nghị hoàn thiện lại nội dung trả lời · Return the answer")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "page",
                      value = "{\"reason\": \"Đề nghị ghi rõ trang đã chỉnh sửa.\"}")))
  @APIResponseSchema(value = CommentView.class, responseCode = "200")
  public Response returnAnswer(@NotNull @Valid ReasonInput input) {
    return moved(new Transition.Return(input.reason()));
  }

  @POST
  @Idempotent
  @Path("withdrawal")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "withdrawComment", summary = "Rút ý kiến · Withdraw a comment")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "again",
                      value = "{\"reason\": \"Gửi nhầm, sẽ gửi lại.\"}")))
  @APIResponseSchema(value = CommentView.class, responseCode = "200")
  public Response withdraw(@NotNull @Valid ReasonInput input) {
    return moved(new Transition.Withdraw(input.reason()));
  }

  private Response moved(Transition transition) {
    CommentView view = moves.move(caller.actor(), comment.id(), transition, exchange.ifMatch());
    return Reply.ok(view, view.version());
  }
}
