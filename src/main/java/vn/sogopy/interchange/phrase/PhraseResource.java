package vn.sogopy.interchange.phrase;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import vn.sogopy.interchange.phrase.PhraseService.PhraseInput;
import vn.sogopy.interchange.phrase.PhraseService.PhraseView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.CurrentCaller;

/** Stock phrases of the office. Submitters have no access. */
@Path("/api/v1/plans/{plan}/phrases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "phrases")
public class PhraseResource {
  /** Constant: a phrase is immutable. Its number of uses is not part of its version. */
  private static final int VERSION = 0;

  @Inject PhraseService service;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listPhrases",
      summary =
          "Câu mẫu dùng khi tiếp thu, giải trình, theo vần · Stock phrases for answers, by the alphabet")
  public RestResponse<Page<PhraseView>> list(@BeanParam PageQuery query) {
    return exchange.page(
        service.list(caller.get(), draft.planId(), query.limit, query.cursor, query.count));
  }

  @POST
  @Idempotent
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createPhrase",
      summary = "Thêm câu mẫu · Add a stock phrase",
      description =
          "Đã có câu cùng các từ cố định và cùng các dấu như < > + % / cho cùng kết quả: 200 với câu đó; chữ hoa, khoảng trắng, dấu câu không"
              + " tính. · One of the same fixed words, and of the same signs such as < > + % /, for the same result is"
              + " there already: 200 with it; case, blanks and punctuation do not count.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "changed",
                      value =
                          "{\"text\": \"Tiếp thu, đã chỉnh sửa tại trang …, mục …\", \"result\": \"ACCEPTED\"}")))
  @APIResponseSchema(value = PhraseView.class, responseCode = "200")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PhraseView.class)))
  public Response create(@PathParam("plan") String plan, @NotNull @Valid PhraseInput input) {
    PhraseService.Kept kept = service.add(caller.actor(), draft.planId(), input);
    PhraseView phrase = kept.phrase();
    Object version = exchange.version(VERSION, phrase);
    return kept.created()
        ? Reply.created(phrase, version, "/api/v1/plans/" + plan + "/phrases/" + phrase.id())
        : Reply.ok(phrase, version);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(operationId = "getPhrase", summary = "Một câu mẫu · One stock phrase")
  public RestResponse<PhraseView> get(@PathParam("id") UUID id) {
    PhraseView phrase = service.get(caller.get(), draft.planId(), id);
    return exchange.one(phrase, exchange.version(VERSION, phrase));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(
      operationId = "deletePhrase",
      summary = "Bỏ câu mẫu chưa dùng · Take an unused stock phrase off the list",
      description =
          "409 still-in-use khi còn nội dung trả lời dùng câu đó (uses). · 409 still-in-use while answers use it (uses).")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "204", description = "Đã bỏ · taken off")
  public void delete(@PathParam("id") UUID id) {
    service.delete(caller.get(), draft.planId(), id, VERSION, exchange.ifMatch());
  }
}
