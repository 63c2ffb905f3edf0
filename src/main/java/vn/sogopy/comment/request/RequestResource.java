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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.request.RequestService.ReplyInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.security.CurrentCaller;

/** Requests to organizations across comments and plans, and their replies. */
@Path(RequestResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests")
public class RequestResource {
  public static final String PATH = "/api/v1/requests";

  @Inject RequestService service;
  @Inject RequestReader reader;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listRequests",
      summary =
          "Các đề nghị; cơ quan chỉ thấy đề nghị gửi cho mình · Requests; a SUBMITTER sees those sent to it")
  public RestResponse<Page<RequestView>> list(@BeanParam RequestQuery query) {
    return exchange.page(reader.list(caller.get(), query));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(operationId = "getRequest", summary = "Một đề nghị · One request")
  public RestResponse<RequestView> get(@PathParam("id") UUID id) {
    RequestView view = reader.get(caller.get(), id);
    return exchange.one(view, exchange.version(view.version(), view));
  }

  @PUT
  @Path("{id}/reply")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "answerRequest",
      summary =
          "Trả lời đề nghị; sửa được đến khi ý kiến được duyệt · Reply; it can be corrected until the comment is APPROVED")
  @RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "figures",
                      value =
                          "{\"reply\": \"Phụ tải năm 2020 của huyện Ba Bể là 4,2 MW. (Minh họa.)\"}")))
  public RestResponse<RequestView> reply(
      @PathParam("id") UUID id, @NotNull @Valid ReplyInput input) {
    UUID request = reader.get(caller.get(), id).id();
    RequestView view = service.reply(caller.actor(), request, input, exchange.ifMatch());
    return exchange.changed(view, exchange.version(view.version(), view));
  }
}
