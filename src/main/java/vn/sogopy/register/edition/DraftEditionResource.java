package vn.sogopy.register.edition;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.register.edition.EditionService.EditionInput;
import vn.sogopy.security.Actor;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
public class DraftEditionResource {
  @Inject EditionService service;
  @Inject EditionReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(operationId = "listEditions", summary = "Các bản đã chốt · The sealed editions")
  public RestResponse<Page<EditionView>> list(@BeanParam PageQuery query) {
    return exchange.page(
        reader.list(caller.get(), draft.get(), query.limit, query.cursor, query.count));
  }

  @POST
  @Idempotent
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sealEdition",
      summary = "Chốt bảng tổng hợp · Seal the register",
      description =
          "Nội dung được giữ nguyên mãi mãi (JSON chuẩn tắc, SHA-256); ý kiến vẫn có thể được xử lý tiếp, bản sau sẽ cho thấy thay đổi."
              + " 409 draft-preparing; 409 edition-not-ready kèm blockers; 409 edition-sealed-meanwhile kèm Location khi hai người chốt cùng lúc."
              + " · What is sealed stays for ever (canonical JSON, SHA-256); comments may go on, the next edition shows the difference."
              + " 409 draft-preparing; 409 edition-not-ready with blockers; 409 edition-sealed-meanwhile with Location when two seal at once.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "unfinished",
                      value =
                          "{\"note\": \"Trình UBND tỉnh lần 1\", \"allowUnanswered\": true, \"allowUnplaced\": true}")))
  @APIResponseSchema(value = EditionView.class, responseCode = "201")
  public Response seal(@NotNull @Valid EditionInput input) {
    Actor actor = caller.actor();
    UUID id = service.seal(actor, draft.get(), input, null);
    EditionView view = reader.get(actor.caller(), id);
    return Reply.created(view, exchange.version(view.version(), view), EditionService.PATH + id);
  }
}
