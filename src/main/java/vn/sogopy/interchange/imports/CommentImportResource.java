package vn.sogopy.interchange.imports;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.function.Supplier;
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
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportMode.ImportQuery;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.text.StateSecrets;
import vn.sogopy.security.Actor;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.audit.AuditedExport;

@Path("/api/v1/plans/{plan}/drafts/{draft}/comment-imports")
@Tag(name = "comments")
public class CommentImportResource {
  /** Bytes, for 100,000 comments of about 2,000 characters. */
  private static final int FILE_LIMIT = 256 * 1024 * 1024;

  @Inject CommentImportService service;
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;
  @Inject FileExchange files;
  @Inject RowNotes notes;

  @POST
  @Consumes({MediaTypes.NDJSON, MediaTypes.CSV, MediaTypes.XLSX})
  @BodyLimit(FILE_LIMIT)
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(
      operationId = "importComments",
      summary = "Nộp nhiều ý kiến bằng một tệp · Send comments as a file",
      description =
          "NDJSON: mỗi dòng là một ý kiến như khi gửi lẻ. CSV, XLSX: cột theo tiêu đề tiếng Việt hoặc tiếng Anh, thứ tự bất kỳ; dòng tiêu đề ở trong 30 dòng đầu;"
              + " ô gộp được điền xuống dưới; cơ quan theo mã, tên hoặc tên khác; mục theo mã hoặc tên. Gửi lại không sinh trùng: theo externalId,"
              + " nếu không có thì theo cơ quan, văn bản và nội dung (UNCHANGED). Nhiều nhất 100.000 dòng; XLSX 16 MB, CSV và NDJSON 256 MB."
              + " XLSX: mọi trang tính hiện có cột nội dung góp ý và một cột khác đều được đọc; trang khác có dữ liệu nêu trong ignoredSheets."
              + " Accept là kiểu XLSX: tệp đã gửi kèm cột \"Lỗi\", 422 nếu không ghi gì. Dự thảo đã kết thúc lấy ý kiến: cơ quan lập quy hoạch nhập được dòng có lý do."
              + " Dòng nhất trí (AGREES), không có nội dung là văn bản trả lời không có ý kiến; nội dung chỉ nhất trí mà không nêu ý kiến trả lời thì không ghi,"
              + " chờ quyết định (only-agrees). Thông tin văn bản dùng khi lập văn bản, theo dòng đầu tiên; đã có mà ghi khác thì giữ nguyên, nêu ở errors của dòng."
              + " · NDJSON: each line is a comment as it would be sent by itself. CSV, XLSX: columns by heading in Vietnamese or English, in any order, within the"
              + " first 30 rows; merged cells are filled downward; bodies by code, name or alias, sections by code or title. Sent again nothing is doubled: by externalId,"
              + " else by body, letter and words (UNCHANGED). At most 100,000 rows; XLSX 16 MB, CSV and NDJSON 256 MB. XLSX: every visible sheet with the column of comments and another known one is read; others with rows are in ignoredSheets. Accept the XLSX type: the file with a column"
              + " \"Lỗi\" beside its bad rows, under 422 where nothing was written. Once the draft has closed, the coordinator enters rows that give a reason."
              + " A row that AGREES and has no content is a reply without comments; content that only agrees, without a position, is not written and waits for a"
              + " decision (only-agrees). What is stated of a letter is used when it is made, by its first row; where it says otherwise it stays, and errors of the row say so.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaTypes.NDJSON,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "ndjson",
                    value =
                        "{\"organization\": \"sgtvt\", \"letter\": {\"number\": \"510/SGTVT-KCHT\", \"date\": \"2021-08-24\"}, \"section\": \"V.1\","
                            + " \"content\": \"Đề nghị rà soát tuyến ĐT.258B. (Minh họa.)\", \"externalId\": \"edoc-778-9\"}")),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Cơ quan góp ý;Số văn bản;Ngày;Mục;Nội dung góp ý\nSở Giao thông vận tải;510/SGTVT-KCHT;24/8/2021;V.1;Đề nghị bổ sung bến xe. (Minh họa.)\n"))
      })
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ImportReport.class)),
        @Content(mediaType = MediaTypes.XLSX)
      })
  @APIResponse(
      responseCode = "422",
      description = "Không ghi gì: import-rejected · nothing was written",
      content =
          @Content(
              mediaType = MediaTypes.XLSX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response load(@BeanParam ImportQuery query, File body) {
    return load(query, uploads.rows(body));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(operationId = "importComments", hidden = true)
  public Response loadForm(@BeanParam ImportQuery query, MultipartFormDataInput form) {
    return load(query, uploads.file(form, FILE_LIMIT));
  }

  private Response load(ImportQuery query, Upload file) {
    ImportMode mode = query.mode(exchange.locale());
    Actor actor = caller.actor();
    boolean noted = exchange.wants(MediaTypes.XLSX);
    Supplier<Response> effect = () -> Reply.ok(service.load(actor, draft.get(), file, mode), null);
    return uploads.inTurn(
        file,
        () -> {
          try {
            Response answer =
                idempotency.retried(
                    () ->
                        service.withLongTimeout(
                            () -> idempotency.onceInTransaction(file.digest(), effect)));
            return noted
                ? idempotency.inPlaceOf(
                    answer, noted(file, idempotency.entity(answer, ImportReport.class)))
                : answer;
          } catch (ProblemException e) {
            if (!noted || e.report() == null) {
              throw e;
            }
            return Response.fromResponse(noted(file, e.report())).status(422).build();
          }
        });
  }

  /** The sent file with a column of errors. A replayed response has it, too. */
  private Response noted(Upload file, ImportReport report) {
    return files.make(
        "Góp ý - các dòng lỗi.xlsx", MediaTypes.XLSX, out -> notes.write(file, report, out));
  }

  @GET
  @Path("template")
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @AuditedExport(false)
  @Operation(
      operationId = "getCommentImportTemplate",
      summary = "Mẫu XLSX để nộp ý kiến · The XLSX template for comments",
      description =
          "Tiêu đề, một dòng minh họa (không được nạp), danh sách chọn mục, cơ quan, loại ý kiến, và một trang giải thích từng cột. "
              + StateSecrets.VIETNAMESE
              + " · Headings, one example row (which is not taken in), lists to choose sections, bodies and kinds from, and a sheet that explains each column. "
              + StateSecrets.ENGLISH)
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.XLSX))
  public Response template() {
    Actor actor = caller.actor();
    CommentTemplate template = service.template(actor.caller(), draft.get());
    return files.make(
        draft.get().fileName(CommentTemplate.NAME) + ".xlsx",
        MediaTypes.XLSX,
        out -> template.write(actor.today(), out));
  }
}
