package vn.sogopy.interchange.edxml;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.consultation.letter.DraftLetterResource;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.interchange.edxml.ParkedLetterReader.ParkedLetterView;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

@EndpointDisabled(name = EdxmlService.ENABLED, stringValue = "false")
@Path(ParkedLetterResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "parked-letters")
public class ParkedLetterResource {
  static final String PATH = "/api/v1/parked-letters";

  @Inject EdxmlService service;
  @Inject ParkedLetterReader reader;
  @Inject Uploads uploads;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @GET
  @Path("{id}")
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "getParkedLetter",
      summary = "Một văn bản chờ vào sổ · One parked letter")
  public RestResponse<ParkedLetterView> get(@PathParam("id") UUID id) {
    ParkedLetterView view = reader.get(caller.get(), id);
    // The candidates change with the organizations.
    return exchange.one(view, exchange.version(view.version(), view));
  }

  @POST
  @Idempotent
  @Path("{id}/letter")
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createLetterOfParked",
      summary = "Xác định cơ quan gửi, cho văn bản vào sổ · Name the body and file the letter",
      description =
          "Thực hiện đúng điều thông điệp nói (văn bản mới, thay thế: 201; cập nhật, thu hồi: 200), coi như đến vào lúc thông điệp đến."
              + " Văn bản đã được nhập trước (cùng cơ quan, số, năm): 200, tệp được thêm vào văn bản đó, kèm cảnh báo letter-exists."
              + " Thay thế một văn bản đã bị rút: vào sổ như văn bản mới. Cập nhật một văn bản đã bị rút: 409, hãy bỏ (DELETE)."
              + " · Does what the message says, as of the moment it came: 201 for a letter that is new, else 200."
              + " A letter that was entered before (same body, number and year) gets the files: 200, with the warning letter-exists."
              + " What replaces a withdrawn letter is filed as new. What corrects a withdrawn one is 409: drop it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "named",
                      value = "{\"organization\": \"sgtvt\", \"remember\": true}")))
  @APIResponseSchema(value = LetterView.class, responseCode = "201")
  @APIResponse(
      responseCode = "200",
      description =
          "Đã vào sổ; đã cập nhật, thu hồi, thêm tệp · filed or entered before; corrected or withdrawn",
      content = @Content(schema = @Schema(implementation = LetterView.class)))
  public Response file(@PathParam("id") UUID id, @NotNull @Valid ParkedLetterInput input) {
    EdxmlOutcome outcome = uploads.inTurn(() -> service.file(caller.actor(), id, input));
    return DraftLetterResource.reply(outcome.intake());
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "deleteParkedLetter",
      summary = "Bỏ một văn bản chờ, tệp của nó bị xóa · Drop a parked letter with its files",
      description = "Phần đầu thông điệp ở lại cùng lý do · the header stays, with the reason")
  @APIResponse(responseCode = "204", description = "Đã bỏ · dropped")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
  public Response drop(
      @PathParam("id") UUID id,
      @RestQuery("reason")
          @Parameter(
              required = true,
              description = "Lý do · why",
              schema = @Schema(type = SchemaType.STRING, maxLength = 500))
          String reason) {
    service.drop(caller.actor(), id, reason);
    return Response.noContent().build();
  }

  /** The sender of a parked letter. */
  public record ParkedLetterInput(
      @NotNull
          @Size(min = 1, max = 63)
          @Schema(description = "Mã cơ quan gửi · code of the body it comes from", examples = "sxd")
          String organization,
      @Schema(
              nullable = true,
              defaultValue = "false",
              description =
                  "Ghi nhớ mã định danh này cho cơ quan: lần sau không phải chờ · adds the identifier to the organization, so that the next letter does not wait")
          Boolean remember,
      @Schema(
              nullable = true,
              description =
                  "Ngày văn bản, thay cho ngày trong thông điệp; bắt buộc khi ngày đó ngoài các năm 1900-2200 · date of the letter, in place of that"
                      + " in the message; needed where that is not of the years 1900 to 2200")
          LocalDate date,
      @Size(min = 1, max = 1_000)
          @Schema(
              nullable = true,
              description =
                  "Lý do; bắt buộc khi dự thảo đã kết thúc lấy ý kiến · needed once the draft is CLOSED")
          String reason) {}
}
