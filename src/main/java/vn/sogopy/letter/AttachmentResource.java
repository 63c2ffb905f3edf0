package vn.sogopy.letter;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.http.FileExchange;
import vn.sogopy.http.Params;
import vn.sogopy.security.CurrentCaller;

@Path(AttachmentResource.PATH)
@Tag(name = "Văn bản góp ý · Letters")
public class AttachmentResource {
  static final String PATH = "/api/v1/attachments";

  @Inject AttachmentReader reader;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;

  @GET
  @Path("{id}")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getAttachment",
      summary = "Tải một tệp, cả tệp hoặc một khoảng · Download a file, or a range of it")
  @Parameter(
      name = "Range",
      in = ParameterIn.HEADER,
      description = "Một khoảng byte · one range of bytes: bytes=0-1023",
      schema = @Schema(type = SchemaType.STRING, maxLength = 100))
  @Parameter(
      name = "If-Range",
      in = ParameterIn.HEADER,
      description = "ETag mà khoảng đó thuộc về · the ETag that the range belongs to",
      schema = @Schema(type = SchemaType.STRING, maxLength = 100))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(format = "binary", type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "206",
      headers =
          @Header(
              name = "Content-Range",
              description = "bytes 0-1023/4096",
              schema = @Schema(type = SchemaType.STRING, maxLength = 100)),
      description = "Khoảng được yêu cầu · the range asked for",
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(format = "binary", type = SchemaType.STRING)))
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  public Response download(@PathParam("id") String id) {
    AttachmentView file = reader.get(caller.get(), Params.pathId(id));
    return files.send(
        new FileExchange.Facts(file.fileName(), file.mediaType(), file.size(), file.sha256()),
        (from, to, out) -> reader.copy(file.id(), from, to, out));
  }
}
