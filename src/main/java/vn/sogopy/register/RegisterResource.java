package vn.sogopy.register;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.audit.AuditedExport;

@Path("/api/v1/plans/{plan}/drafts/{draft}/register")
@Tag(name = "register")
public class RegisterResource {
  @Inject RegisterExport export;
  @Inject CurrentDraft draft;
  @Inject HeavyGuards exports;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @AuditedExport
  @Operation(
      operationId = "getRegister",
      summary = "Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý · The consolidated register",
      description =
          "Bản chưa chốt, có dấu DỰ THẢO và ngày giờ. Có bộ lọc thì là bản trích, ghi (Trích) và"
              + " nêu bộ lọc. Số liệu như nhau với mọi người đọc; STT luôn là của toàn bộ bảng. ·"
              + " Not sealed: marked DỰ THẢO with date and hour. With a filter it is an extract"
              + " that names its filters. The figures are the same for every reader; the numbers"
              + " (STT) are always those of the whole register.")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Register.class)))
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public Response get(@BeanParam RegisterQuery query, @BeanParam RegisterFormat.Query format) {
    return answer(query, format.format);
  }

  @GET
  @Path("file")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "exportRegister",
      summary = "Bảng tổng hợp thành tệp · The consolidated register as a file",
      description =
          "Như getRegister: bản chưa chốt, có dấu DỰ THẢO. zip: kèm bản chụp các văn bản góp ý. ·"
              + " As getRegister: not sealed, marked DỰ THẢO. zip: with the scans of the letters.")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = MediaTypes.CSV),
        @Content(mediaType = MediaTypes.XLSX),
        @Content(mediaType = MediaTypes.DOCX),
        @Content(mediaType = MediaTypes.PDF),
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(mediaType = MediaTypes.ZIP)
      })
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public Response file(@BeanParam RegisterQuery query, @BeanParam RegisterFormat.FileQuery format) {
    return answer(query, format.format);
  }

  private Response answer(RegisterQuery query, RegisterFormat format) {
    query.disposition.requireFor(format.mediaType());
    RegisterExport.File file = export.of(caller.actor(), draft.get(), query, format);
    return exports.runStreamed(
        Response.class,
        () -> files.make(query.disposition, file.name(), file.mediaType(), file.content()));
  }

  /** The query parameters of the register. */
  public static class RegisterQuery extends RegisterScope.FormQuery {
    @RestQuery("document")
    @DefaultValue("FULL")
    @Parameter(
        description =
            "SUMMARY: báo cáo tổng hợp ý kiến; RESPONSE: báo cáo giải trình, tiếp thu; FULL: cả hai"
                + " · what was said, what was done, or both; json and csv always tell all")
    public DocumentKind document;

    @RestQuery("group")
    @Parameter(
        description = "Mã nhóm: bản trích · group code, for an extract",
        schema = @Schema(type = SchemaType.STRING, maxLength = 40))
    public String group;

    @RestQuery("organization")
    @Parameter(
        description =
            "Mã cơ quan: bản trích để kèm văn bản trả lời cơ quan đó · organization code, for an"
                + " extract to answer it with",
        schema = @Schema(type = SchemaType.STRING, maxLength = 63))
    public String organization;

    @RestQuery("section")
    @Parameter(
        description = "Mã mục, gồm các mục con: bản trích · section code with all below it",
        schema = @Schema(type = SchemaType.STRING, maxLength = 40))
    public String section;

    RegisterScope scope() {
      return new RegisterScope(group, organization, section, publicForm(), document);
    }
  }
}
