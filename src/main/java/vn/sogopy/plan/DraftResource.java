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
import vn.sogopy.plan.DraftService.DraftInput;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drafts")
public class DraftResource {
  @Inject DraftService service;
  @Inject PlanReader reader;
  @Inject PlanRemovalService removal;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @Authenticated
  @Operation(operationId = "listDrafts", summary = "Các lần dự thảo · The drafts of a plan")
  public RestResponse<Page<DraftView>> list(@BeanParam PageQuery query) {
    return exchange.page(reader.drafts(draft.planId(), query.limit, query.cursor, query.count));
  }

  @POST
  @Idempotent
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createDraft", summary = "Thêm lần dự thảo · Add a draft")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "next",
                      value = "{\"title\": \"Dự thảo lần 4\", \"dueOn\": \"2021-12-15\"}")))
  @APIResponseSchema(value = DraftView.class, responseCode = "201")
  public Response create(@PathParam("plan") String plan, @NotNull @Valid DraftInput input) {
    DraftView made = service.create(draft.planId(), input);
    return Reply.created(
        made, made.version(), PlanResource.PATH + "/" + plan + "/drafts/" + made.number());
  }

  @GET
  @Path("{draft}")
  @Authenticated
  @Operation(operationId = "getDraft", summary = "Một lần dự thảo · One draft")
  public RestResponse<DraftView> get() {
    DraftView view = reader.draft(draft.get().id());
    return exchange.one(view, view.version());
  }

  @PATCH
  @Path("{draft}")
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "patchDraft",
      summary = "Sửa hạn, mở, kết thúc lấy ý kiến · Change dates, open, close",
      description =
          "PREPARING → OPEN ⇄ CLOSED. Mở một dự thảo chưa có mục lục thì mục lục của dự thảo trước được chép sang, giữ liên hệ giữa các mục;"
              + " nếu trước đó không có mục lục nào thì chỉ nhận ý kiến chung. 409: draft-transition-not-allowed, draft-has-open-comments"
              + " (khi chưa có force). · A draft that opens without an outline takes over that of the draft before, with lineage; where there"
              + " is none, it takes general comments. 409: draft-transition-not-allowed, draft-has-open-comments (without force).")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = DraftPatch.class),
              examples = @ExampleObject(name = "extend", value = "{\"dueOn\": \"2021-09-30\"}")))
  public RestResponse<DraftView> patch(@NotNull MergePatch patch) {
    DraftView view = service.patch(caller.actor(), draft.get().id(), patch, exchange.ifMatch());
    return exchange.changed(view, view.version());
  }

  @DELETE
  @Path("{draft}")
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "deleteDraft",
      summary = "Xóa dự thảo đang soạn thảo · Delete a draft in preparation",
      description =
          "Mục lục và danh sách lấy ý kiến mất theo. 409: draft-not-preparing khi đã lấy ý kiến; still-in-use khi đã ghi đôn đốc hoặc có"
              + " văn bản chờ. · Its outline and its list of bodies go with it. 409: draft-not-preparing once it has opened; still-in-use"
              + " if a contact is noted or a letter waits.")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "204", description = "Đã xóa · deleted")
  public void delete() {
    removal.removeDraft(draft.get().id(), exchange.ifMatch());
  }
}
