package vn.sogopy.consultation.consultee;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.consultation.reminder.ChasingFormat;
import vn.sogopy.consultation.reminder.ChasingResource;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.idempotency.Idempotency;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.upload.FileForm;
import vn.sogopy.platform.http.upload.FilePart;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/consultees")
@Tag(name = "consultation")
public class ConsulteeResource {
  /** Bytes, for 1,000 consultees with all their request letters. */
  private static final int LIST_LIMIT = 4 * 1024 * 1024;

  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  @Inject ConsulteeService service;
  @Inject ConsulteeImportService imports;
  @Inject ConsulteeReader reader;
  @Inject ChasingResource chasing;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject Idempotency idempotency;

  static String path(DraftRef draft, String organization) {
    return draft.path() + "/consultees/" + organization;
  }

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listConsultees",
      summary = "Cơ quan được lấy ý kiến và tình trạng trả lời · Who was asked, who has answered",
      description =
          "Theo thứ tự của bảng tổng hợp; counts, unasked, overdueRequests có ở mọi trang. Danh sách và công văn đôn đốc: exportConsultees."
              + " · In register order; counts, unasked, overdueRequests on every page. Chasing list and letter: exportConsultees.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ConsulteeList.class)))
  public Response list(
      @BeanParam ConsulteeQuery query,
      @BeanParam PageQuery page,
      @QueryParam("format")
          @Parameter(
              deprecated = true,
              description =
                  "Dùng …/consultees/file; csv, xlsx, docx không chia trang"
                      + " · use …/consultees/file; csv, xlsx, docx are not paged",
              schema =
                  @Schema(
                      enumeration = {"json", "csv", "xlsx", "docx"},
                      defaultValue = "json"))
          String format) {
    ConsulteeFilter filter = query.filter();
    ChasingFormat wanted = ChasingFormat.jsonOr(format);
    if (wanted != ChasingFormat.JSON) {
      page.refuse();
      return chasing.answer(draft.get(), filter, wanted);
    }
    ConsulteeList list =
        reader.list(caller.actor(), draft.get(), filter, page.limit(), page.cursor, page.count());
    return exchange.page(list, list.next()).toResponse();
  }

  @POST
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "createConsultees",
      summary = "Đưa cơ quan vào danh sách lấy ý kiến · Put bodies on the list of those asked",
      description =
          "Mảng (nhiều nhất 1.000): tất cả hoặc không, 200 với bảng kê."
              + " from: chép từ lần dự thảo khác (cơ quan và đầu mối), không gửi nội dung. CSV, XLSX: cột theo tiêu đề"
              + " (Mã hoặc Cơ quan; Văn bản xin ý kiến; Ngày văn bản; Hạn trả lời; Ngày nhận hồ sơ; Đầu mối; Điện thoại; Email),"
              + " ngày kiểu Excel, dd/MM/yyyy hoặc ISO; cơ quan đã có thì được sửa, ô trống giữ giá trị cũ,"
              + " nhiều dòng của một cơ quan là nhiều văn bản xin ý kiến."
              + " XLSX: mọi trang tính hiện có cột cơ quan và một cột khác đều được đọc; trang khác có dữ liệu nêu trong ignoredSheets."
              + " · An array of at most 1,000: all or nothing, 200 with a report. from: copies who was asked, and contacts,"
              + " from another draft, without a body. CSV, XLSX: columns by heading; who is asked already is changed,"
              + " an empty cell keeps what was there, several rows of one body are its several request letters."
              + " XLSX: every visible sheet with a column of bodies and another known one is read; others with rows are in ignoredSheets.")
  @RequestBody(
      description = "Bỏ trống khi dùng from · leave empty with from",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Many.class),
            examples =
                @ExampleObject(
                    name = "list",
                    value =
                        """
                        [{"organization": "skhdt", "requestLetters": [{"number": "1186/SKHĐT-TH", "date": "2021-08-16"}],
                          "dueOn": "2021-09-20", "dossierReceivedOn": "2021-08-18",
                          "contact": {"name": "Đầu mối (minh họa)", "phone": "0209 3xx xxx (minh họa)", "email": "dau-moi@example.org"}}]""")),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Mã;Văn bản xin ý kiến;Ngày văn bản;Hạn trả lời\nskhdt;1186/SKHĐT-TH;16/8/2021;20/9/2021\n")),
        @Content(
            mediaType = MediaTypes.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = FileForm.class))
      })
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(
      responseCode = "201",
      description = "Đã gửi một đối tượng, không phải mảng · one object was sent, not an array",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ConsulteeView.class)))
  public Response create(@BeanParam ConsulteeImportQuery query, Body body) {
    if (query.from != null) {
      body.asNothing();
      int from = query.from();
      Locale locale = query.noFile(exchange.locale());
      return once(body, () -> report(service.copy(caller.actor(), draft.get(), from, locale)));
    }
    if (!body.isJson()) {
      FilePart file =
          body.asFile(
              FILE_LIMIT, Set.of(MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX));
      ImportMode mode = query.mode(exchange.locale());
      return once(body, () -> report(imports.load(caller.actor(), draft.get(), file, mode)));
    }
    Body.OneOrMany<ConsulteeInput> input = body.asOneOrMany(ConsulteeInput.class, LIST_LIMIT);
    Locale locale = query.noFile(exchange.locale());
    if (input.many()) {
      return once(
          body, () -> report(service.addAll(caller.actor(), draft.get(), input.items(), locale)));
    }
    return once(
        body,
        () -> {
          ConsulteeView made = service.add(caller.actor(), draft.get(), input.items().get(0));
          return Reply.created(
              made,
              exchange.version(made.version(), made),
              path(draft.get(), made.organization().code()));
        });
  }

  private Response once(Body body, Supplier<Response> effect) {
    return idempotency.once(body.content(), effect);
  }

  private static Response report(ImportReport report) {
    return Reply.ok(report, null);
  }

  /** The list form of the body. Only the OpenAPI document uses this type. */
  @Schema(name = "ConsulteeInputs")
  abstract static class Many implements List<ConsulteeInput> {}
}
