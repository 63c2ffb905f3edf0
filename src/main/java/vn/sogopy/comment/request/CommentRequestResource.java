package vn.sogopy.comment.request;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.intake.CommentResource;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CurrentComment;
import vn.sogopy.comment.query.CurrentComment.InComment;
import vn.sogopy.comment.request.RequestReader.RequestFilter;
import vn.sogopy.comment.request.RequestService.RequestInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.CurrentCaller;

/** The requests about one comment. */
@Path(CommentResource.PATH + "/{id}/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests")
public class CommentRequestResource {
  @Inject RequestService service;
  @Inject RequestReader requests;
  @Inject CommentReader reader;
  @Inject CurrentCaller caller;
  @Inject CurrentComment comment;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listCommentRequests",
      summary =
          "Các đề nghị về một ý kiến, mới nhất trước · The requests about a comment, newest first")
  public RestResponse<Page<RequestView>> list(
      @PathParam("id") UUID id, @BeanParam PageQuery query) {
    RequestFilter filter = RequestFilter.of(visible(id));
    return exchange.page(
        requests.list(caller.get(), filter, query.limit, query.cursor, query.count));
  }

  @POST
  @Idempotent
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @InComment
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCommentRequest",
      summary =
          "Đề nghị cơ quan cho ý kiến, cung cấp số liệu, làm rõ · Ask a body for an opinion, figures or clarification")
  @RequestBody(
      required = true,
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
    RequestView view = service.ask(caller.actor(), comment.id(), input);
    return Reply.created(
        view, exchange.version(view.version(), view), RequestResource.PATH + "/" + view.id());
  }

  private UUID visible(UUID id) {
    return reader.get(caller.get(), id).id();
  }
}
