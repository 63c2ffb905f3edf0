package vn.sogopy.comment.query;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.comment.intake.CommentResource;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.security.CurrentCaller;

@Path(CommentResource.PATH + "/{id}/similar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "comments")
public class SimilarResource {
  @Inject SimilarReader similar;
  @Inject CommentReader reader;
  @Inject CurrentCaller caller;

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listSimilarComments",
      summary =
          "Các ý kiến gần giống trong mọi lần dự thảo · Comments in nearly the same words, in all drafts")
  public SimilarReader.Similar list(
      @PathParam("id") UUID id,
      @RestQuery("limit")
          @DefaultValue("10")
          @Min(1)
          @Max(20)
          @Parameter(description = "Nhiều nhất bao nhiêu · at most so many")
          int limit,
      @RestQuery("threshold")
          @DefaultValue("0.4")
          @Min(0)
          @Max(1)
          @Parameter(
              description = "Giống ít nhất mức này · at least as alike as this",
              schema =
                  @Schema(
                      type = SchemaType.NUMBER,
                      minimum = "0",
                      maximum = "1",
                      defaultValue = "0.4"))
          double threshold) {
    UUID comment = reader.get(caller.get(), id).id();
    return similar.list(caller.get(), comment, threshold, limit);
  }
}
