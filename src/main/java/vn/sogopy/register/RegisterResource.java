package vn.sogopy.register;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.http.Download;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.MediaTypes;
import vn.sogopy.http.Params;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/register")
@Tag(name = "Bảng tổng hợp · Register")
public class RegisterResource {
  @Inject RegisterReader reader;
  @Inject PlanDirectory directory;
  @Inject CurrentCaller caller;
  @Inject @Any Instance<RegisterRenderer> renderers;

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getRegister",
      summary = "Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý · The consolidated register")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Register.class)),
        @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response get(
      @PathParam("plan") String plan,
      @PathParam("draft") String draft,
      @QueryParam("format")
          @Parameter(
              description = "Định dạng · format",
              schema =
                  @Schema(
                      enumeration = {"json", "csv"},
                      defaultValue = "json"))
          String format,
      @QueryParam("view")
          @Parameter(
              description = "Cách xếp · view",
              schema = @Schema(enumeration = "organization", defaultValue = "organization"))
          String view) {
    DraftRef ref = directory.draft(caller.get(), plan, draft);
    RegisterRenderer renderer = renderer(format == null ? "json" : format);
    if (view != null && !view.equals("organization")) {
      throw Params.wrong("view", FieldCode.INVALID_ENUM, "organization");
    }
    Register register = reader.read(caller.act(), ref);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      renderer.write(register, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String ending = "." + renderer.format();
    return Download.of(
        out.toByteArray(),
        renderer.mediaType(),
        "bang-tong-hop_" + plan + "_du-thao-" + draft + ending,
        "Bảng tổng hợp ý kiến góp ý - " + plan + " - dự thảo lần " + draft + ending);
  }

  private RegisterRenderer renderer(String format) {
    return renderers.stream()
        .filter(renderer -> renderer.format().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                Params.wrong(
                    "format",
                    FieldCode.INVALID_ENUM,
                    renderers.stream()
                        .map(RegisterRenderer::format)
                        .sorted()
                        .collect(Collectors.joining(", "))));
  }
}
