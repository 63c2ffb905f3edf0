package vn.sogopy.register;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.download.Download;
import vn.sogopy.platform.http.download.Download.PageFormat;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.audit.AuditedExport;

@Path("/api/v1/plans/{plan}/drafts/{draft}/readiness")
@Tag(name = "register")
public class ReadinessResource {
  @Inject ReadinessReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @AuditedExport(false)
  @Operation(
      operationId = "getReadiness",
      summary = "Rà soát điều kiện trình · What is missing before submission?",
      description =
          "unanswered và unplaced ngăn việc chốt (trừ khi được cho phép); các danh sách khác để xem lại."
              + " · unanswered and unplaced stand in the way of sealing, unless allowed; the others are to be looked at.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Readiness.class)))
  public Response get(
      @RestQuery("format")
          @DefaultValue("json")
          @Parameter(
              deprecated = true,
              description = "Dùng …/readiness/file · use …/readiness/file",
              schema =
                  @Schema(
                      enumeration = {"json", "html"},
                      defaultValue = "json"))
          PageFormat format) {
    return answer(format);
  }

  @GET
  @Path("file")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @AuditedExport(false)
  @Operation(
      operationId = "exportReadiness",
      summary = "Rà soát điều kiện trình, thành trang để đọc · What is missing, as a page to read",
      description = "Cùng nội dung như getReadiness · says what getReadiness says")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_HTML))
  public Response file(
      @RestQuery("format")
          @DefaultValue("html")
          @Parameter(
              description = "Định dạng · format",
              schema = @Schema(enumeration = "html", defaultValue = "html"))
          PageFormat format) {
    return answer(format);
  }

  private Response answer(PageFormat wanted) {
    Readiness readiness = reader.read(caller.actor(), draft.get());
    return Download.answer(wanted, readiness, out -> ReadinessHtml.write(readiness, out));
  }
}
