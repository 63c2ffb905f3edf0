package vn.sogopy.comment.workflow;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.History;
import vn.sogopy.comment.intake.CommentPatch;
import vn.sogopy.comment.intake.CommentService;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.comment.query.HistoryReader;
import vn.sogopy.comment.query.SimilarReader;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.comment.request.RequestResource;
import vn.sogopy.comment.request.RequestService;
import vn.sogopy.comment.request.RequestService.RequestInput;
import vn.sogopy.comment.request.RequestView;
import vn.sogopy.comment.workflow.SplitService.SplitInput;
import vn.sogopy.comment.workflow.SplitService.SplitView;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.CurrentCaller;

/** One comment; its transitions are in {@link TransitionResource}. */
@Path(CommentView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class CommentResource {
  @Inject CommentService service;
  @Inject SplitService splits;
  @Inject RequestService requestService;
  @Inject CommentReader reader;
  @Inject HistoryReader history;
  @Inject SimilarReader similar;
  @Inject RequestReader requests;
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

  @GET
  @Path("{id}/similar")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @InComment
  @Operation(
      operationId = "listSimilarComments",
      summary =
          "Các ý kiến gần giống trong mọi lần dự thảo · Comments in nearly the same words, in all drafts")
  public SimilarReader.Similar similar(
      @RestQuery("limit")
          @DefaultValue("10")
          @Min(1)
          @Max(20)
          @Parameter(description = "Nhiều nhất bao nhiêu · at most so many")
          int limit,
      @RestQuery("threshold")
          @DefaultValue("0.4")
          @Min(0)
          @Max(1)
          @Parameter(
              description = "Giống ít nhất mức này · at least as alike as this",
              schema =
                  @Schema(
                      type = SchemaType.NUMBER,
                      minimum = "0",
                      maximum = "1",
                      defaultValue = "0.4"))
          double threshold) {
    return similar.list(caller.get(), comment.id(), threshold, limit);
  }

  /** The parts of a comment. */
  @Schema(name = "CommentParts")
  public record Parts(List<CommentView> items) {}

  @GET
  @Path("{id}/parts")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listCommentParts",
      summary = "Các điểm đã tách từ một ý kiến · The points a comment was split into")
  public Parts parts(@PathParam("id") UUID id) {
    return new Parts(reader.parts(caller.get(), reader.get(caller.get(), id).id()));
  }

  @POST
  @Path("{id}/parts")
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
    SplitView view = splits.split(caller.actor(), comment.id(), input, exchange.ifMatch());
    return Reply.ok(view, view.comment().version());
  }

  @DELETE
  @Path("{id}/parts")
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
  public RestResponse<CommentView> undoSplit(@PathParam("id") UUID id) {
    UUID visible = reader.get(caller.get(), id).id();
    CommentView view = splits.undo(caller.actor(), visible, exchange.ifMatch());
    return exchange.changed(view, view.version());
  }

  @GET
  @Path("{id}/requests")
  @Tag(name = "requests")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @InComment
  @Operation(
      operationId = "listCommentRequests",
      summary =
          "Các đề nghị về một ý kiến, mới nhất trước · The requests about a comment, newest first")
  public RestResponse<Page<RequestView>> requests(@BeanParam PageQuery query) {
    return exchange.page(requests.ofComment(caller.get(), comment.id(), query));
  }

  @POST
  @Path("{id}/requests")
  @Tag(name = "requests")
  @Idempotent
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCommentRequest",
      summary =
          "Đề nghị cơ quan cho ý kiến, cung cấp số liệu, làm rõ · Ask a body for an opinion, figures or clarification")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "figures",
                      value =
                          """
                          {"to": "sct", "kind": "DATA", "dueOn": "2021-09-15",
                           "text": "Đề nghị cung cấp số liệu phụ tải điện năm 2020 của từng huyện. (Minh họa.)"}""")))
  @APIResponseSchema(value = RequestView.class, responseCode = "201")
  public Response ask(@NotNull @Valid RequestInput input) {
    RequestView view = requestService.ask(caller.actor(), comment.id(), input, IfMatch.any());
    return Reply.created(
        view, exchange.version(view.version(), view), RequestResource.PATH + "/" + view.id());
  }
}
