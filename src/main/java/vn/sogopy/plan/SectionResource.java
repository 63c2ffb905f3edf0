package vn.sogopy.plan;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.http.Body;
import vn.sogopy.http.Exchange;
import vn.sogopy.http.Params;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/sections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dự thảo · Drafts")
public class SectionResource {
  /** Bytes: 5,000 sections with their titles. */
  private static final int LIMIT = 8 * 1024 * 1024;

  @Inject OutlineService service;
  @Inject PlanReader reader;
  @Inject PlanDirectory directory;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @Authenticated
  @Operation(
      operationId = "listSections",
      summary = "Mục lục của dự thảo, theo thứ tự · The outline, in order")
  public RestResponse<Outline> list(
      @PathParam("plan") String plan, @PathParam("draft") String draft) {
    Outline outline = reader.outline(directory.draft(caller.get(), plan, draft).id());
    return exchange.one(outline, outline.version());
  }

  @PUT
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "replaceSections",
      summary = "Thay mục lục khi đang soạn thảo · Replace the outline while PREPARING")
  @RequestBody(
      description = "Bỏ trống khi dùng from · leave empty with from",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Outline.class),
              examples =
                  @ExampleObject(
                      name = "two",
                      value =
                          "{\"items\": [{\"code\": \"V\", \"title\": \"Hạ tầng kỹ thuật\"},"
                              + " {\"code\": \"V.1\", \"title\": \"Giao thông\", \"parent\": \"V\", \"responsible\": [\"sgtvt\"]}]}")))
  public RestResponse<Outline> replace(
      @PathParam("plan") String plan,
      @PathParam("draft") String draft,
      @QueryParam("from")
          @Parameter(
              description = "Chép mục lục của lần dự thảo này · copy this draft's outline",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "99"))
          String from,
      Body body) {
    DraftRef ref = directory.draft(caller.get(), plan, draft);
    Integer source = Params.integer("from", from, 1, 99);
    Outline outline;
    if (source == null) {
      outline =
          service.replace(ref.id(), body.as(Outline.class, LIMIT).items(), exchange.ifMatch());
    } else {
      body.asNothing();
      outline = service.copy(ref, source, exchange.ifMatch());
    }
    return exchange.changed(outline, outline.version());
  }
}
