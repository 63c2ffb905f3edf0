package vn.sogopy.comment.workflow;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.comment.intake.CommentResource;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.security.CurrentCaller;

@Path(CommentResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class TransitionResource {
  @Inject TransitionService moves;
  @Inject CommentReader reader;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @POST
  @Path("approval")
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "approveComment",
      summary = "Duyệt nội dung trả lời · Approve the answer")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Body.Nothing.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CommentView.class)))
  public Response approve(@PathParam("id") String id, Body body) {
    UUID comment = visible(id);
    body.asNothing();
    IfMatch ifMatch = exchange.ifMatch();
    return moved(body, comment, new Transition.Approve(), ifMatch);
  }

  @POST
  @Path("return")
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "returnComment",
      summary = "Đề nghị hoàn thiện lại nội dung trả lời · Return the answer")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReasonInput.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value = "{\"reason\": \"Đề nghị ghi rõ trang đã chỉnh sửa.\"}")))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CommentView.class)))
  public Response returnAnswer(@PathParam("id") String id, Body body) {
    UUID comment = visible(id);
    ReasonInput input = body.as(ReasonInput.class);
    IfMatch ifMatch = exchange.ifMatch();
    return moved(body, comment, new Transition.Return(input.reason()), ifMatch);
  }

  @POST
  @Path("withdrawal")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(operationId = "withdrawComment", summary = "Rút ý kiến · Withdraw a comment")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReasonInput.class),
              examples =
                  @ExampleObject(
                      name = "again",
                      value = "{\"reason\": \"Gửi nhầm, sẽ gửi lại.\"}")))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CommentView.class)))
  public Response withdraw(@PathParam("id") String id, Body body) {
    UUID comment = visible(id);
    ReasonInput input = body.as(ReasonInput.class);
    IfMatch ifMatch = exchange.ifMatch();
    return moved(body, comment, new Transition.Withdraw(input.reason()), ifMatch);
  }

  private UUID visible(String id) {
    return reader.get(caller.get(), Params.pathId(id)).id();
  }

  private Response moved(Body body, UUID id, Transition move, IfMatch ifMatch) {
    return exchange.once(
        caller.get(),
        body,
        () -> {
          CommentView view = moves.move(caller.actor(), id, move, ifMatch);
          return Reply.ok(view, view.version());
        });
  }
}
