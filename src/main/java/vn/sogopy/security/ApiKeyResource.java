package vn.sogopy.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.http.Body;
import vn.sogopy.http.Exchange;
import vn.sogopy.http.Page;
import vn.sogopy.http.PageQuery;
import vn.sogopy.http.Params;

@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Khóa API · API keys")
public class ApiKeyResource {
  @Inject ApiKeyService service;
  @Inject ApiKeyReader reader;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @Operation(operationId = "listApiKeys", summary = "Danh sách khóa API · List API keys")
  public RestResponse<Page<ApiKeyView>> list(@BeanParam PageQuery query) {
    return exchange.page(reader.list(caller.get(), query.limit(), query.cursor, query.count()));
  }

  @POST
  @Operation(
      operationId = "createApiKey",
      summary = "Cấp khóa API; khóa chỉ hiện một lần · Make an API key; it is shown this once")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApiKeyInput.class),
              examples =
                  @ExampleObject(
                      name = "submitter",
                      value =
                          "{\"name\": \"Hệ thống văn bản Sở Xây dựng\", \"role\": \"SUBMITTER\", \"organization\": \"sxd\"}")))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NewApiKey.class)))
  public Response create(Body body) {
    exchange.refuseIdempotencyKey();
    NewApiKey key = service.create(caller.act(), body.as(ApiKeyInput.class));
    return Response.status(Response.Status.CREATED)
        .header("Location", "/api/v1/api-keys/" + key.view().id())
        .header("Cache-Control", "no-store")
        .entity(key)
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "revokeApiKey", summary = "Dừng một khóa API · Stop an API key")
  @APIResponse(responseCode = "204", description = "Đã dừng · stopped")
  public void revoke(@PathParam("id") String id) {
    service.revoke(caller.act(), Params.pathId(id));
  }
}
