package vn.sogopy.comment.workflow;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.comment.workflow.Transition.DirectionInput;
import vn.sogopy.comment.workflow.Transition.EscalationInput;
import vn.sogopy.comment.workflow.Transition.ReactionInput;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.security.CurrentCaller;

/** Transitions of one comment; the request body is the transition. */
@Path(CommentView.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class TransitionResource {
  @Inject TransitionService service;
  @Inject CurrentCaller caller;
  @Inject CurrentComment comment;
  @Inject Exchange exchange;

  @PUT
  @Path("assignment")
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "assignComment", summary = "Phân công xử lý · Assign a comment")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "expert",
                      value =
                          "{\"assignee\": \"Chuyên gia giao thông\", \"answerDueOn\": \"2021-10-05\"}")))
  public RestResponse<CommentView> assign(@NotNull @Valid AssignmentInput input) {
    return changed(input);
  }

  @PUT
  @Path("answer")
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "answerComment",
      summary = "Ghi kết quả tiếp thu, giải trình · Answer a comment")
  @RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "accepted",
                    value =
                        "{\"result\": \"ACCEPTED\", \"response\": \"Tiếp thu, đã bổ sung tuyến ĐT.258B.\","
                            + " \"revision\": {\"section\": \"V.1\", \"page\": 48}}"),
                @ExampleObject(
                    name = "draft",
                    value =
                        "{\"result\": \"EXPLAINED\", \"response\": \"Đang rà soát số liệu.\", \"final\": false}")
              }))
  public RestResponse<CommentView> answer(@NotNull @Valid AnswerInput input) {
    return changed(input);
  }

  @PUT
  @Path("revision")
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reviseComment",
      summary =
          "Ghi hoặc sửa nơi đã chỉnh sửa, ở mọi trạng thái · Give or correct the place changed, in any state")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(name = "page", value = "{\"section\": \"V.1\", \"page\": 49}")))
  public RestResponse<CommentView> revise(@NotNull @Valid Revision input) {
    return changed(new Transition.Revise(input));
  }

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
    return replied(Transition.approval());
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
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "page",
                      value = "{\"reason\": \"Đề nghị ghi rõ trang đã chỉnh sửa.\"}")))
  @APIResponseSchema(value = CommentView.class, responseCode = "200")
  public Response returnAnswer(@NotNull @Valid ReasonInput input) {
    return replied(Transition.returned(input.reason()));
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
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "again",
                      value = "{\"reason\": \"Gửi nhầm, sẽ gửi lại.\"}")))
  @APIResponseSchema(value = CommentView.class, responseCode = "200")
  public Response withdraw(@NotNull @Valid ReasonInput input) {
    return replied(Transition.withdrawal(input.reason()));
  }

  @PUT
  @Path("reaction")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reactToAnswer",
      summary =
          "Cơ quan góp ý đồng ý hoặc bảo lưu, khi đã duyệt · The commenter agrees or maintains, once APPROVED")
  @RequestBody(
      content =
          @Content(
              examples = {
                @ExampleObject(name = "agreed", value = "{\"reaction\": \"AGREED\"}"),
                @ExampleObject(
                    name = "maintained",
                    value =
                        "{\"reaction\": \"MAINTAINED\", \"note\": \"Đề nghị vẫn đưa tuyến đường vào kỳ 2021-2030.\"}")
              }))
  public RestResponse<CommentView> react(@NotNull @Valid ReactionInput input) {
    return changed(input);
  }

  @PUT
  @Path("escalation")
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "escalateComment",
      summary = "Xin ý kiến UBND tỉnh; null = rút lại · Put to the leaders; null takes it back")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "differ",
                      value = "{\"reason\": \"Các sở còn ý kiến khác nhau về hướng tuyến.\"}")))
  public RestResponse<CommentView> escalate(@NotNull @Valid EscalationInput input) {
    return changed(input);
  }

  @PUT
  @Path("direction")
  @RolesAllowed(COORDINATOR)
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "directComment",
      summary =
          "Ghi ý kiến chỉ đạo về điểm đã xin ý kiến · Record the leaders' direction on what was put to them")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "notice",
                      value =
                          "{\"text\": \"Thống nhất theo phương án của Sở Giao thông vận tải.\","
                              + " \"document\": \"Thông báo số 215/TB-UBND\", \"date\": \"2021-09-20\"}")))
  public RestResponse<CommentView> direct(@NotNull @Valid DirectionInput input) {
    return changed(input);
  }

  private RestResponse<CommentView> changed(Transition transition) {
    CommentView view = apply(transition);
    return exchange.changed(view, view.version());
  }

  private Response replied(Transition transition) {
    CommentView view = apply(transition);
    return Reply.ok(view, view.version());
  }

  private CommentView apply(Transition transition) {
    return service.apply(caller.actor(), comment.id(), transition, exchange.ifMatch());
  }
}
