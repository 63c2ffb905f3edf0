package vn.sogopy.comment.workflow;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.intake.CommentResource;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.security.CurrentCaller;

/** What is said of a comment beside its answer: by the commenter, and by the leaders. */
@Path(CommentResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class ReactionResource {
  @Inject ReactionService reactions;
  @Inject LeadersService leaders;
  @Inject CommentReader reader;
  @Inject CurrentCaller caller;
  @Inject CurrentComment comment;
  @Inject Exchange exchange;

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
      required = true,
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
    return changed(reactions.react(caller.actor(), comment.id(), input, exchange.ifMatch()));
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
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "differ",
                      value = "{\"reason\": \"Các sở còn ý kiến khác nhau về hướng tuyến.\"}")))
  public RestResponse<CommentView> escalate(@NotNull @Valid EscalationInput input) {
    return changed(leaders.escalate(caller.actor(), comment.id(), input, exchange.ifMatch()));
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
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "notice",
                      value =
                          "{\"text\": \"Thống nhất theo phương án của Sở Giao thông vận tải.\","
                              + " \"document\": \"Thông báo số 215/TB-UBND\", \"date\": \"2021-09-20\"}")))
  public RestResponse<CommentView> direct(@NotNull @Valid DirectionInput input) {
    return changed(leaders.direct(caller.actor(), comment.id(), input, exchange.ifMatch()));
  }

  private RestResponse<CommentView> changed(CommentView view) {
    return exchange.changed(view, view.version());
  }
}
