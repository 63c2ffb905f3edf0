package vn.sogopy.comment.workflow;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.intake.CommentResource;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.comment.workflow.SplitService.SplitInput;
import vn.sogopy.comment.workflow.SplitService.SplitView;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.security.CurrentCaller;

@Path(CommentResource.PATH + "/{id}/parts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class SplitResource {
  @Inject SplitService service;
  @Inject CommentReader reader;
  @Inject CurrentCaller caller;
  @Inject CurrentComment comment;
  @Inject Exchange exchange;

  /** The parts of a comment. */
  @Schema(name = "CommentParts")
  public record Parts(List<CommentView> items) {}

  @GET
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listCommentParts",
      summary = "Các điểm đã tách từ một ý kiến · The points a comment was split into")
  public Parts list(@PathParam("id") UUID id) {
    return new Parts(reader.parts(caller.get(), visible(id)));
  }

  @POST
  @Idempotent
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "splitComment",
      summary = "Tách một ý kiến thành nhiều điểm · Split a comment into points",
      description =
          "Từ RECEIVED hoặc ASSIGNED. Đề xuất (proposal) của ý kiến gốc không tự chuyển sang các điểm: điểm nào cần thì ghi lại."
              + " 409: transition-not-allowed. · From RECEIVED or ASSIGNED. The original's proposal does not go to the points of itself:"
              + " give it again where it belongs. 409: transition-not-allowed.")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "two",
                      value =
                          """
                          {"parts": [{"content": "Bổ sung đường tỉnh 258B. (Minh họa.)", "section": "V.1", "locator": {"page": 45}},
                           {"content": "Rà soát phụ tải điện khu vực Ba Bể. (Minh họa.)", "section": "V.2"}]}""")))
  @APIResponseSchema(value = SplitView.class, responseCode = "200")
  public Response split(@NotNull @Valid SplitInput input) {
    IfMatch ifMatch = exchange.ifMatch();
    SplitView view = service.split(caller.actor(), comment.id(), input, ifMatch);
    return Reply.ok(view, view.comment().version());
  }

  @DELETE
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(
      operationId = "undoSplit",
      summary =
          "Hoàn tác việc tách khi chưa điểm nào được trả lời · Undo the split while no part is answered",
      description =
          "Mọi điểm còn ở RECEIVED, ASSIGNED hoặc đã rút (WITHDRAWN; vẫn là đã rút); đang soạn (DRAFTING) là đã có nội dung trả lời."
              + " 409: split-not-undoable, split-in-use (một điểm có đề nghị phối hợp, xin ý kiến hoặc chỉ đạo riêng),"
              + " transition-not-allowed (chưa tách). · While every part is RECEIVED, ASSIGNED or WITHDRAWN (which it stays); one that is"
              + " DRAFTING has an answer already. 409: split-not-undoable, split-in-use (a part has a request, escalation or direction of"
              + " its own), transition-not-allowed (not split).")
  @APIResponseSchema(value = CommentView.class, responseCode = "200")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  public RestResponse<CommentView> undo(@PathParam("id") UUID id) {
    CommentView view = service.undo(caller.actor(), visible(id), exchange.ifMatch());
    return exchange.changed(view, view.version());
  }

  private UUID visible(UUID id) {
    return reader.get(caller.get(), id).id();
  }
}
