package vn.sogopy.plan.milestone;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanResource;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.security.CurrentCaller;

@Path(PlanResource.PATH + "/{plan}/milestones")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class MilestoneResource {
  @Inject MilestoneService service;
  @Inject MilestoneReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @Authenticated
  @Operation(
      operationId = "listMilestones",
      summary = "Lộ trình của quy hoạch · The road of a plan",
      description =
          "Các mốc theo thứ tự; ngày đáng ngờ nêu trong warnings · milestones in order; odd dates are named in warnings")
  public RestResponse<Milestones> get() {
    Milestones road = reader.get(draft.planId(), exchange.locale());
    return exchange.one(road, road.version());
  }

  @PUT
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceMilestones",
      summary = "Thay lộ trình của quy hoạch · Replace the road of a plan")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "two",
                      value =
                          "{\"items\": [{\"title\": \"Dự thảo lần 1\", \"plannedFor\": \"2021-05-31\", \"reachedOn\": \"2021-05-14\"},"
                              + " {\"title\": \"Dự thảo lần 2\", \"plannedFor\": \"2021-08-31\"}]}")))
  public RestResponse<Milestones> replace(@NotNull @Valid Milestones input) {
    List<Milestones.Milestone> items = input.items();
    int version = service.replace(draft.planId(), items, exchange.ifMatch());
    Milestones road = Milestones.of(items, version, exchange.locale());
    return exchange.changed(road, road.version());
  }
}
