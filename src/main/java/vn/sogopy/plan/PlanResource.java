package vn.sogopy.plan;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.plan.PlanService.PlanInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

@Path(PlanResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class PlanResource {
  public static final String PATH = "/api/v1/plans";

  @Inject PlanService service;
  @Inject PlanReader reader;
  @Inject PlanRemovalService removal;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @Authenticated
  @Operation(operationId = "listPlans", summary = "Danh sách quy hoạch · List plans")
  public RestResponse<Page<PlanView>> list(@BeanParam PageQuery query) {
    return exchange.page(reader.list(caller.get(), query.limit, query.cursor, query.count));
  }

  @POST
  @Idempotent
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createPlan", summary = "Thêm quy hoạch · Add a plan")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "plan",
                      value =
                          "{\"slug\": \"cao-bang-2021-2030\", \"title\": \"Quy hoạch tỉnh Cao Bằng thời kỳ 2021-2030\"}")))
  @APIResponseSchema(value = PlanView.class, responseCode = "201")
  public Response create(@NotNull @Valid PlanInput input) {
    if (!caller.get().mayKnowPlan(input.slug())) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    PlanView made = service.create(input, false);
    return Reply.created(made, made.version(), PATH + "/" + made.slug());
  }

  @GET
  @Path("{plan}")
  @Authenticated
  @Operation(
      operationId = "getPlan",
      summary = "Một quy hoạch, kèm tiêu đề văn bản · One plan with its letterhead")
  public RestResponse<PlanView> get(@PathParam("plan") String plan) {
    PlanView view = reader.get(plan);
    return exchange.one(view, view.version());
  }

  @PATCH
  @Path("{plan}")
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "patchPlan",
      summary = "Sửa quy hoạch, tiêu đề văn bản · Change a plan, its letterhead")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = PlanInput.class),
              examples =
                  @ExampleObject(
                      name = "signer",
                      value =
                          "{\"letterhead\": {\"signerTitle\": \"GIÁM ĐỐC\", \"place\": \"Bắc Kạn\"}}")))
  public RestResponse<PlanView> patch(@PathParam("plan") String plan, @NotNull MergePatch patch) {
    PlanView view = service.patch(plan, patch, exchange.ifMatch());
    return exchange.changed(view, view.version());
  }

  @DELETE
  @Path("{plan}")
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "deletePlan",
      summary = "Xóa quy hoạch chưa có dự thảo · Delete a plan without drafts",
      description =
          "Lộ trình và câu mẫu mất theo; khóa chỉ dành cho quy hoạch này bị dừng. 409 still-in-use khi còn dự thảo."
              + " · Its milestones and phrases go with it; keys for this plan alone are stopped. 409 still-in-use while it has drafts.")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "204", description = "Đã xóa · deleted")
  public void delete(@PathParam("plan") String plan) {
    removal.removePlan(caller.actor(), plan, exchange.ifMatch());
  }

  @GET
  @Path("{plan}/milestones")
  @Authenticated
  @Operation(
      operationId = "listMilestones",
      summary = "Lộ trình của quy hoạch · The road of a plan",
      description =
          "Các mốc theo thứ tự; ngày đáng ngờ nêu trong warnings · milestones in order; odd dates are named in warnings")
  public RestResponse<Milestones> milestones() {
    Milestones milestones = reader.milestones(draft.planId(), exchange.locale());
    return exchange.one(milestones, milestones.version());
  }

  @PUT
  @Path("{plan}/milestones")
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
  public RestResponse<Milestones> replaceMilestones(@NotNull @Valid Milestones input) {
    Milestones milestones =
        service.replaceMilestones(
            draft.planId(), input.items(), exchange.ifMatch(), exchange.locale());
    return exchange.changed(milestones, milestones.version());
  }
}
