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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
          String group,
      @RestQuery("q")
          @Parameter(
              description =
                  "Tìm theo mã, tên, tên theo thời gian, tên gọi khác, không phân biệt dấu và chữ hoa; mọi từ phải có"
                      + " · by code, name, names in time, alias, without regard to accents and case; all words must occur",
              schema = @Schema(maxLength = 200))
          String q,
      @RestQuery("on")
          @Parameter(
              description = "Cơ quan tồn tại vào ngày này · bodies that exist on this day",
              example = "2021-08-24")
          LocalDate on) {
    return exchange.page(reader.list(group, q, on, query.limit, query.cursor, query.count));
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
    return exchange.one(view, tag(view));
  }

  /** Predecessors change without the organization. */
  private Object tag(OrganizationView view) {
    return view.predecessors().isEmpty()
        ? view.version()
        : exchange.version(view.version(), view);
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
              examples = {
                @ExampleObject(name = "alias", value = "{\"aliases\": [\"Sở GTVT\"]}"),
                @ExampleObject(
                    name = "merged",
                    value =
                        "{\"dissolvedOn\": \"2025-03-01\", \"successors\": [\"sxd\"],"
                            + " \"dissolutionBasis\": \"Nghị quyết của HĐND tỉnh (minh họa)\"}")
              }))
  public RestResponse<OrganizationView> patch(
      @PathParam("code") String code, @NotNull MergePatch patch) {
    reader.get(code);
    OrganizationView view = service.patch(code, patch, exchange.ifMatch());
    return exchange.changed(view, tag(view));
  }
}
