package vn.sogopy.comment.query;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/sections/{code}/lineage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drafts")
public class LineageResource {
  @Inject LineageReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getSectionLineage",
      summary = "Một mục qua các lần dự thảo, kèm số ý kiến · One section through all drafts",
      description =
          "Đếm ý kiến của mục và mọi mục con; không đếm ý kiến đã rút và bản gốc đã tách. Ý kiến hạn chế không tính cho VIEWER."
              + " · Comments on the section and all below it; withdrawn ones and split originals are not counted, restricted ones not for a VIEWER.")
  public LineageReader.Lineage get(@PathParam("code") String code) {
    return reader.read(caller.get(), draft.get(), code);
  }
}
