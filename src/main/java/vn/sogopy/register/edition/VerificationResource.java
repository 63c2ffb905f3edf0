package vn.sogopy.register.edition;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.Idempotency;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.upload.FileForm;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/editions/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
public class VerificationResource {
  @Inject EditionReader reader;
  @Inject Uploads uploads;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject Idempotency idempotency;

  @POST
  @Authenticated
  @Operation(
      operationId = "verifyFile",
      summary = "Tệp này là của bản chốt nào? · Which edition is this file of?",
      description =
          "Tệp không được lưu. match là null khi một byte cũng khác. · The file is not kept. match is null if a single byte differs.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForm.class)))
  @APIResponseSchema(value = Verification.class, responseCode = "200")
  public Response verify(Body body) {
    byte[] sha256 = uploads.digest(body);
    return idempotency.once(
        body.content(), () -> Reply.ok(reader.verify(caller.get(), sha256), null));
  }
}
