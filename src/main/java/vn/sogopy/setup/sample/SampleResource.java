package vn.sogopy.setup.sample;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.Role;

@EndpointDisabled(name = SampleService.ENABLED, stringValue = "false")
@Path("/api/v1/sample-data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class SampleResource {
  @Inject SampleService service;
  @Inject CurrentCaller caller;

  @DELETE
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(
      operationId = "removeSampleData",
      summary = "Xóa toàn bộ dữ liệu mẫu · Remove the sample data",
      description =
          "Xóa quy hoạch mẫu cùng mọi ý kiến đã nhập vào đó, các cơ quan, khóa và mã truy cập mẫu; khóa và mã của ADMIN được giữ lại."
              + " · Removes the sample plan with all comments in it, its organizations, keys and codes; the ADMIN's key and code stay.")
  @APIResponse(responseCode = "204", description = "Đã xóa · removed")
  public void remove() {
    service.remove(caller.get());
  }
}
