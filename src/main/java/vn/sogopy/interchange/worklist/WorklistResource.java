package vn.sogopy.interchange.worklist;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.query.CommentOrder;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.FileForm;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.text.StateSecrets;
import vn.sogopy.security.Actor;
import vn.sogopy.security.CurrentCaller;

/**
 * The work-list: an export of comments as a workbook that experts fill in offline, and its import
 * by a three-way merge. An import never overwrites a change that its sender has not seen.
 */
@Path("/api/v1/plans/{plan}/drafts/{draft}/worklist")
@Tag(name = "comments")
public class WorklistResource {
  /** Maximum number of comments, since an exported list must be importable in one piece. */
  static final int MAX_COMMENTS = 5_000;

  /** Bytes. A typical list of 5,000 comments has about three million. */
  public static final int FILE_LIMIT = 32 * 1024 * 1024;

  @Inject WorklistReader reader;
  @Inject WorklistImportService imports;
  @Inject Uploads uploads;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;
  @Inject CurrentDraft draft;
  @Inject HeavyGuards exports;
  @Inject CurrentCaller caller;
  @Inject FileExchange files;

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(
      operationId = "exportWorklist",
      summary = "Danh sách ý kiến để trả lời bằng Excel · The comments as a work-list to fill in",
      description =
          "Cùng bộ lọc với danh sách ý kiến, không chia trang, nhiều nhất 5.000 ý kiến. Cột xám để đọc, cột vàng để điền;"
              + " COORDINATOR có thêm Duyệt / Trả lại. Các cột ẩn (mã, phiên bản, dấu khi xuất) để nhận lại đúng dòng: xóa dòng,"
              + " sắp xếp, lọc, đổi chỗ cột đều được. Trang tính không khóa. "
              + "Dòng mà người xuất còn xung đột đứng đầu, dù bộ lọc không nêu. only=revision: mọi ý kiến đã có trả lời, ở mọi trạng thái,"
              + " để sửa nơi chỉnh sửa. "
              + StateSecrets.VIETNAMESE
              + " · The filters of the list of comments, not paged, 5,000 comments at most. Grey columns to read, yellow ones"
              + " to fill in; a COORDINATOR's list also takes decisions. Hidden columns let each row find its comment again. Rows in which the"
              + " caller has a conflict come first, whatever the filter. only=revision: all comments with an answer, in any state, to correct"
              + " the place of the change. "
              + StateSecrets.ENGLISH)
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.XLSX))
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
  public Response export(@BeanParam WorklistQuery query) {
    Actor actor = caller.actor();
    if (query.placesOnly() && query.result.isEmpty()) {
      query.result = List.of(Result.values());
    }
    String origin = exchange.origin();
    int comments = reader.size(actor.caller(), draft.get(), query);
    if (comments > MAX_COMMENTS) {
      throw new ProblemException(ProblemCode.WORKLIST_TOO_LONG, comments, MAX_COMMENTS);
    }
    return exports.run(
        comments,
        Response.class,
        () ->
            files.make(
                draft.get().fileName("Danh sách ý kiến cần trả lời") + ".xlsx",
                MediaTypes.XLSX,
                out -> reader.write(actor, draft.get(), query, origin, out)));
  }

  @POST
  @Consumes(MediaTypes.XLSX)
  @BodyLimit(FILE_LIMIT)
  @Produces({MediaType.APPLICATION_JSON, MediaTypes.XLSX})
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(
      operationId = "importWorklist",
      summary = "Nạp lại danh sách ý kiến đã điền · Take a filled-in work-list back",
      description =
          "Từng dòng được so với lúc xuất và với hiện nay: ô như lúc xuất là không đổi; ô trống không xóa gì; chỉ trong tệp thay đổi thì ghi"
              + " (đã xong: chờ duyệt; để trống: đang soạn); hai bên cùng đổi khác nhau là CONFLICT, nêu cả hai (value, candidates), không ghi đè."
              + " Sửa cột xám: dòng vẫn được nhận, errors nêu read-only-column. Accept là XLSX: trả lại chính tệp đã gửi, thêm cột Kết quả nhập."
              + " only=revision: chỉ nhận nơi chỉnh sửa, ở mọi trạng thái; câu đã duyệt vẫn là đã duyệt."
              + " Trang tính khác có dữ liệu không được đọc và nêu trong ignoredSheets."
              + " · Each row is merged with what went out and what is there now: a cell as it went out changes nothing, an empty one erases nothing,"
              + " what the sheet alone changed is written (done = ANSWERED, else DRAFTING), what both changed is a CONFLICT that shows both and"
              + " overwrites nothing. Edits in grey columns are told as read-only-column on a row that is taken all the same. With Accept XLSX the sent"
              + " file comes back with a column that says what became of each row. only=revision takes the place of the change alone, in any state;"
              + " an approved answer stays approved. Other sheets with rows are not read; ignoredSheets names them.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaTypes.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = FileForm.class))
      })
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ImportReport.class)),
        @Content(mediaType = MediaTypes.XLSX)
      })
  public Response load(@BeanParam WorklistImportQuery query, File body) {
    return load(query, uploads.rows(body));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @Produces({MediaType.APPLICATION_JSON, MediaTypes.XLSX})
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Operation(operationId = "importWorklist", hidden = true)
  public Response loadForm(@BeanParam WorklistImportQuery query, MultipartFormDataInput form) {
    return load(query, uploads.file(form, FILE_LIMIT));
  }

  private Response load(WorklistImportQuery query, Upload file) {
    Actor actor = caller.actor();
    boolean sheet = exchange.wants(MediaTypes.XLSX);
    Locale locale = exchange.locale();
    ImportMode mode =
        new ImportMode(
            query.mode == ImportMode.Mode.PARTIAL, query.dryRun, sheet || query.verbose, locale);
    int rows = sheet ? Integer.MAX_VALUE : ImportReport.MAX_ROWS;
    return uploads.inTurn(
        file,
        () -> {
          SentWorklist list =
              new SentWorklist(file, actor.caller().isCoordinator(), query.only == Only.REVISION);
          Response answer =
              idempotency.once(
                  file.digest(),
                  () -> Reply.ok(imports.load(actor, draft.get(), list, mode, rows), null));
          return sheet ? notes(file, list, answer, mode.dryRun()) : answer;
        });
  }

  /** The sent workbook with the results of the report. A retry gets the same file. */
  private Response notes(Upload file, SentWorklist list, Response answer, boolean dryRun) {
    ImportReport report = idempotency.entity(answer, ImportReport.class);
    return idempotency.inPlaceOf(
        answer,
        files.make(
            "Kết quả nhập danh sách ý kiến.xlsx",
            MediaTypes.XLSX,
            out -> WorklistNotes.write(file.content(), list, report, dryRun, out)));
  }

  /** The query parameters of the import of a work-list, which may be partly filled in. */
  public static class WorklistImportQuery extends ImportMode.ReportQuery {
    @RestQuery("mode")
    @DefaultValue("partial")
    @Parameter(
        description =
            "partial: ghi các dòng đúng; atomic: tất cả hoặc không · the good rows, or all or nothing")
    public ImportMode.Mode mode;

    @RestQuery("only")
    @Parameter(
        description =
            "revision: chỉ nhận nơi chỉnh sửa, ở mọi trạng thái · takes the place of the change alone, in any state")
    public Only only;
  }

  /** The values of {@code only}. */
  @Schema(name = "WorklistOnly", enumeration = "revision")
  public enum Only {
    REVISION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The query parameters of a work-list: the filters of the list of comments, without paging. */
  public static class WorklistQuery extends CommentQuery {
    @RestQuery("sort")
    @DefaultValue("section")
    @Parameter(description = "Thứ tự · order")
    public CommentOrder sort;

    @RestQuery("only")
    @Parameter(
        description =
            "revision: ý kiến đã có trả lời, chỉ để sửa nơi chỉnh sửa · answered comments, to correct the place of the change alone")
    public Only only;

    boolean placesOnly() {
      return only == Only.REVISION;
    }
  }
}
