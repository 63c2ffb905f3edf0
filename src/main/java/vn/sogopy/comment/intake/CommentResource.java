package vn.sogopy.comment.intake;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.History;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.comment.query.HistoryReader;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.security.CurrentCaller;

@Path(CommentResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class CommentResource {
  public static final String PATH = "/api/v1/comments";

  @Inject CommentService service;
  @Inject CommentReader reader;
  @Inject HistoryReader history;
  @Inject CurrentCaller caller;
  @Inject CurrentComment comment;
  @Inject Exchange exchange;

  @GET
  @Path("{id}")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(operationId = "getComment", summary = "Một ý kiến · One comment")
  public RestResponse<CommentView> get(@PathParam("id") UUID id) {
    CommentView view = reader.get(caller.get(), id);
    return exchange.one(view, view.version());
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getCommentHistory",
      summary = "Lịch sử của ý kiến · What happened to a comment")
  public History history(@PathParam("id") UUID id) {
    return history.read(caller.get(), id);
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @InComment
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "patchComment",
      summary =
          "Sửa nội dung đã nhập; lời gốc được giữ · Correct what was typed in; the original words are kept",
      description =
          "Cơ quan góp ý: khi còn RECEIVED (hoặc mới chỉ được phân công theo mục lục); COORDINATOR: đến khi APPROVED, trong dự thảo đã kết"
              + " thúc lấy ý kiến cần reason, trừ khi chỉ sửa answerDueOn. Sửa mục thì người xử lý mặc định đi theo mục, trừ khi đã có người"
              + " phân công. 409: draft-not-open, transition-not-allowed, request-open (chuyển sang restricted khi còn hỏi cơ quan khác)."
              + " · The body while RECEIVED (or assigned by the outline alone); the COORDINATOR until APPROVED, with reason once the draft"
              + " is CLOSED, unless answerDueOn alone is changed. The default assignee follows the section unless somebody assigned the"
              + " comment. 409: draft-not-open, transition-not-allowed, request-open (restricted while another body is asked).")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = CommentPatch.class),
              examples =
                  @ExampleObject(
                      name = "page",
                      value = "{\"locator\": {\"page\": 46}, \"kind\": \"DATA\"}")))
  public RestResponse<CommentView> patch(@NotNull MergePatch patch) {
    CommentView view = service.patch(caller.actor(), comment.id(), patch, exchange.ifMatch());
    return exchange.changed(view, view.version());
  }
}
