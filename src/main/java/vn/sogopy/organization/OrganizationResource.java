package vn.sogopy.organization;

import static vn.sogopy.security.Role.Names.ADMIN;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;

@Path(OrganizationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
public class OrganizationResource {
  static final String PATH = "/api/v1/organizations";

  @Inject OrganizationService service;
  @Inject OrganizationReader reader;
  @Inject OrganizationRemovalService removal;
  @Inject Exchange exchange;

  @GET
  @Authenticated
  @Operation(
      operationId = "listOrganizations",
      summary =
          "Danh sách cơ quan theo thứ tự của bảng tổng hợp · List organizations in register order")
  public RestResponse<Page<OrganizationView>> list(
      @BeanParam PageQuery query,
      @RestQuery("group")
          @Parameter(description = "Mã nhóm · group code", schema = @Schema(maxLength = 40))
          String group) {
    return exchange.page(reader.list(group, query.limit, query.cursor, query.count));
  }

  @POST
  @Idempotent
  @RolesAllowed({COORDINATOR, ADMIN})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createOrganization", summary = "Thêm cơ quan · Add an organization")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "company",
                      value =
                          "{\"code\": \"cong-ty-mien-dong\", \"name\": \"Công ty Miến dong (minh họa)\","
                              + " \"group\": \"ORGANIZATION\", \"order\": 10}")))
  @APIResponseSchema(value = OrganizationView.class, responseCode = "201")
  public Response create(@NotNull @Valid OrganizationInput input) {
    OrganizationView made = service.create(input, false);
    return Reply.created(made, made.version(), PATH + "/" + made.code());
  }

  @GET
  @Path("{code}")
  @Authenticated
  @Operation(operationId = "getOrganization", summary = "Một cơ quan · One organization")
  public RestResponse<OrganizationView> get(@PathParam("code") String code) {
    OrganizationView view = reader.get(code);
    return exchange.one(view, view.version());
  }

  @PATCH
  @Path("{code}")
  @RolesAllowed({COORDINATOR, ADMIN})
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(operationId = "patchOrganization", summary = "Sửa cơ quan · Change an organization")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = OrganizationInput.class),
              examples = @ExampleObject(name = "alias", value = "{\"aliases\": [\"Sở GTVT\"]}")))
  public RestResponse<OrganizationView> patch(
      @PathParam("code") String code, @NotNull MergePatch patch) {
    reader.get(code);
    OrganizationView view = service.patch(code, patch, exchange.ifMatch());
    return exchange.changed(view, view.version());
  }
  @DELETE
  @Path("{code}")
  @RolesAllowed({COORDINATOR, ADMIN})
  @Operation(
      operationId = "deleteOrganization",
      summary = "Xóa cơ quan nhập nhầm · Delete a body that was entered by mistake",
      description =
          "Chỉ khi chưa có gì gắn với cơ quan; nếu có, 409 still-in-use nêu từng loại trong errors · only while nothing refers to it;"
              + " else 409 still-in-use, which names each kind in errors")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "204", description = "Đã xóa · deleted")
  public void delete(@PathParam("code") String code) {
    removal.remove(code, exchange.ifMatch());
  }
}
