package vn.sogopy.register.edition;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.upload.FileForm;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.register.edition.EditionReader.Verification;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/editions/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "editions")
public class VerificationResource {
  /** In bytes. */
  public static final int MAX_BYTES = 1024 * 1024 * 1024;

  @Inject EditionReader reader;
  @Inject Uploads uploads;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;

  @GET
  @Authenticated
  @Operation(
      operationId = "verifyCode",
      summary = "Tra mã in ở cuối báo cáo · Look up the code at the end of a report",
      description =
          "Mã cho biết bản chốt nào, không chứng thực từng chữ trên giấy: để đối chiếu, tải bản chốt, hoặc gửi tệp (POST)."
              + " · The code names the edition; it does not vouch for each word on the paper: compare with the edition, or send the file (POST).")
  public Verification verifyCode(
      @RestQuery("code")
          @Parameter(
              required = true,
              description =
                  "16 chữ số thập lục phân, có hoặc không có gạch nối · 16 hexadecimal digits, with hyphens or without",
              example = "3F2A-9C10-77DE-B4E1",
              schema = @Schema(maxLength = 40))
          String code) {
    return reader.verifyCode(caller.get(), code);
  }

  @POST
  @Authenticated
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(MAX_BYTES + BodyLimit.FORM)
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
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Verification.class)))
  public Response verify(MultipartFormDataInput form) {
    Upload file = uploads.file(form, MAX_BYTES);
    return idempotency.once(
        file.digest(), () -> Reply.ok(reader.verify(caller.get(), file.sha256()), null));
  }
}
