package vn.sogopy.letter.attachment;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.security.CurrentCaller;

@Path(AttachmentResource.PATH)
@Tag(name = "letters")
public class AttachmentResource {
  public static final String PATH = "/api/v1/attachments";

  @Inject AttachmentReader reader;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;

  @GET
  @Path("{id}")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getAttachment",
      summary = "Tải một tệp, cả tệp hoặc một khoảng · Download a file, or a range of it",
      description =
          "Luôn là tải về, không mở trong trình duyệt; fileRisk UNKNOWN: application/octet-stream · always to be saved, never shown inline")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(format = "binary", type = SchemaType.STRING)))
  public Response download(@PathParam("id") UUID id) {
    AttachmentView file = reader.get(caller.get(), id);
    return files.send(file.facts(), (from, to, out) -> reader.copy(file.id(), from, to, out));
  }
}
