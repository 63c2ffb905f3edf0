package vn.sogopy.consultation.consultee;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.security.audit.AuditedExport;

/** A separate class: elsewhere this path would match the path of one organization. */
@Path("/api/v1/plans/{plan}/drafts/{draft}/consultees/template")
@Tag(name = "consultation")
public class ConsulteeTemplateResource {
  @Inject ConsulteeImportService service;
  @Inject FileExchange files;

  @GET
  @RolesAllowed(COORDINATOR)
  @AuditedExport(false)
  @Operation(
      operationId = "getConsulteeTemplate",
      summary = "Mẫu XLSX danh sách lấy ý kiến · The XLSX template for the list of those asked",
      description =
          "Bảng trống: tiêu đề, danh sách chọn cơ quan, và một trang giải thích từng cột."
              + " · An empty table: headings, a list to choose organizations from, and a sheet that explains each column.")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.XLSX))
  public Response get() {
    return files.template(service.template());
  }
}
