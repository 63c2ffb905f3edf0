package vn.sogopy.interchange.phrase;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportMode.ImportQuery;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

/** Stock phrases as a table. */
@Path("/api/v1/plans/{plan}/phrase-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "phrases")
public class PhraseImportResource {
  /** Bytes: 1,000 rows of the longest texts. */
  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  @Inject PhraseService service;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;
  @Inject Uploads uploads;

  @POST
  @Consumes({MediaTypes.CSV, MediaTypes.XLSX})
  @BodyLimit(FILE_LIMIT)
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(
      operationId = "importPhrases",
      summary = "Thêm câu mẫu bằng một bảng · Add stock phrases as a table",
      description =
          "CSV, XLSX: mỗi dòng một câu, nhiều nhất 1.000; cột Câu mẫu, và Kết quả xử lý (như Tiếp thu, hay ACCEPTED; trống: kết quả nào cũng được)."
              + " Câu đã có là UNCHANGED. · A phrase a row, at most 1,000; columns for the phrase and its result (by label or code; empty: any)."
              + " One that is there already is UNCHANGED.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Câu mẫu;Kết quả xử lý\nTiếp thu, đã chỉnh sửa tại trang …, mục ….;Tiếp thu\n"))
      })
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  public Response load(@BeanParam ImportQuery query, File body) {
    return load(query, uploads.table(body));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(operationId = "importPhrases", hidden = true)
  public Response loadForm(@BeanParam ImportQuery query, MultipartFormDataInput form) {
    return load(query, uploads.table(form, FILE_LIMIT));
  }

  private Response load(ImportQuery query, Upload file) {
    ImportMode mode = query.mode(exchange.locale());
    return idempotency.once(
        file.digest(),
        () -> Reply.ok(service.load(caller.actor(), draft.planId(), file, mode), null));
  }
}
