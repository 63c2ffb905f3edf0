package vn.sogopy.organization;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import vn.sogopy.organization.GroupService.Groups;
import vn.sogopy.platform.http.Exchange;

@Path("/api/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
public class GroupResource {
  @Inject GroupService service;
  @Inject Exchange exchange;

  @GET
  @Authenticated
  @Operation(
      operationId = "listGroups",
      summary = "Các nhóm của bảng tổng hợp, theo thứ tự · The register's groups, in order")
  public RestResponse<Groups> list() {
    Groups groups = service.list();
    return exchange.one(groups, groups.version());
  }

  @PUT
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceGroups",
      summary = "Thay danh sách nhóm · Replace the list of groups")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "communes",
                      value =
                          """
                        {"items": [
                          {"code": "CENTRAL", "title": "Bộ, ngành Trung ương"},
                          {"code": "NEIGHBOUR", "title": "UBND các tỉnh liền kề"},
                          {"code": "PARTY", "title": "Cơ quan Đảng, Đoàn ĐBQH, HĐND tỉnh"},
                          {"code": "PROVINCIAL", "title": "Sở, ban, ngành và cơ quan Trung ương trên địa bàn"},
                          {"code": "DISTRICT", "title": "UBND các huyện, thành phố"},
                          {"code": "MASS", "title": "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội"},
                          {"code": "ORGANIZATION", "title": "Tổ chức, doanh nghiệp, chuyên gia"},
                          {"code": "COMMUNITY", "title": "Cộng đồng dân cư, cá nhân"},
                          {"code": "COMMUNE", "title": "UBND các xã, phường"}
                        ]}""")))
  public RestResponse<Groups> replace(@NotNull @Valid Groups input) {
    Groups groups = service.replace(input, exchange.ifMatch(), false);
    return exchange.changed(groups, groups.version());
  }
}
