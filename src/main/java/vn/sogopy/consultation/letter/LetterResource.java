package vn.sogopy.consultation.letter;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.consultation.letter.LetterReader.LetterHistory;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.security.CurrentCaller;

@Path(LetterResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class LetterResource {
  public static final String PATH = "/api/v1/letters";

  @Inject LetterCorrectionService corrections;
  @Inject LetterWithdrawalService withdrawals;
  @Inject LetterReader reader;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;

  @GET
  @Path("{id}")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(operationId = "getLetter", summary = "Một văn bản góp ý · One letter")
  public RestResponse<LetterView> get(@PathParam("id") UUID id) {
    LetterView view = reader.get(caller.get(), id);
    return exchange.one(view, view.version());
  }

  @GET
  @Path("{id}/history")
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getLetterHistory",
      summary = "Lịch sử của văn bản · What happened to a letter")
  public LetterHistory history(@PathParam("id") UUID id) {
    return reader.history(caller.get(), id);
  }

  @PATCH
  @Path("{id}")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "patchLetter",
      summary = "Sửa thông tin đã nhập của văn bản · Correct what was entered of a letter")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = LetterPatch.class),
              examples =
                  @ExampleObject(
                      name = "arrival",
                      value = "{\"arrivalNumber\": \"1543\", \"receivedOn\": \"2021-09-08\"}")))
  public RestResponse<LetterView> patch(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    UUID letter = reader.get(caller.get(), id).id();
    IfMatch ifMatch = exchange.ifMatch();
    LetterView view =
        idempotency.retried(() -> corrections.patch(caller.actor(), letter, patch, ifMatch));
    return exchange.changed(view, view.version());
  }

  @POST
  @Idempotent
  @Path("{id}/withdrawal")
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawLetter",
      summary = "Rút một văn bản · Withdraw a letter",
      description =
          "Văn bản nhập nhầm, hoặc bị thu hồi; nhập nhầm cơ quan thì chuyển bằng PATCH. Ý kiến chưa duyệt được rút theo; ý kiến đã duyệt ở lại, cần xem lại. Văn bản không còn"
              + " được tính là đã trả lời; số của nó dùng lại được. · Entered by mistake, or recalled; one under a wrong body is moved by PATCH. Its comments go with it, but"
              + " for the approved ones, which stay to be looked at again. It no longer counts as a reply, and its number is free again.")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "wrong body",
                      value = "{\"reason\": \"Nhập nhầm cơ quan.\"}")))
  @APIResponseSchema(value = LetterView.class, responseCode = "200")
  public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid ReasonInput input) {
    UUID letter = reader.get(caller.get(), id).id();
    IfMatch ifMatch = exchange.ifMatch();
    LetterView view = withdrawals.withdraw(caller.actor(), letter, input, ifMatch);
    return Reply.ok(view, view.version());
  }
}
