package vn.sogopy.consultation.consultee;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.consultation.reminder.ChasingFormat;
import vn.sogopy.consultation.reminder.ChasingResource;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportMode.ImportQuery;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
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
  @Inject IdempotencyService idempotency;
  @Inject JsonInput input;
  @Inject Uploads uploads;

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
      @RestQuery("format")
          @DefaultValue("json")
          @Parameter(
              deprecated = true,
              description =
                  "Dùng …/consultees/file; csv, xlsx, docx không chia trang"
                      + " · use …/consultees/file; csv, xlsx, docx are not paged",
              schema =
                  @Schema(
                      enumeration = {"json", "csv", "xlsx", "docx"},
                      defaultValue = "json"))
          ChasingFormat format) {
    if (format != ChasingFormat.JSON) {
      exchange.refuse("limit", "cursor", "count");
      return chasing.answer(draft.get(), query, format);
    }
    ConsulteeList list = reader.list(caller.actor(), draft.get(), query, page);
    return exchange.page(list, list.next()).toResponse();
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(LIST_LIMIT)
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "createConsultees",
      summary = "Đưa cơ quan vào danh sách lấy ý kiến · Put bodies on the list of those asked",
      description =
          "Mảng (nhiều nhất 1.000): tất cả hoặc không, 200 với bảng kê."
              + " from: chép từ lần dự thảo khác (cơ quan và đầu mối; cơ quan kế thừa thay cơ quan đã kết thúc hoạt động),"
              + " không gửi nội dung. 422 organization-ended: văn bản xin ý kiến ghi ngày từ khi cơ quan kết thúc hoạt động"
              + " (không ghi ngày: tính là hôm nay). CSV, XLSX: cột theo tiêu đề"
              + " (Mã hoặc Cơ quan; Văn bản xin ý kiến; Ngày văn bản; Hạn trả lời; Ngày nhận hồ sơ; Đầu mối; Điện thoại; Email),"
              + " ngày kiểu Excel, dd/MM/yyyy hoặc ISO; cơ quan đã có thì được sửa, ô trống giữ giá trị cũ,"
              + " nhiều dòng của một cơ quan là nhiều văn bản xin ý kiến."
              + " XLSX: mọi trang tính hiện có cột cơ quan và một cột khác đều được đọc; trang khác có dữ liệu nêu trong ignoredSheets."
              + " · An array of at most 1,000: all or nothing, 200 with a report. from: copies who was asked, and contacts,"
              + " from another draft, without a body; successors take the place of ended bodies. 422 organization-ended:"
              + " a request dated on or after dissolvedOn (without a date: today). CSV, XLSX: columns by heading; who is asked already is changed,"
              + " an empty cell keeps what was there, several rows of one body are its several request letters."
              + " XLSX: every visible sheet with a column of bodies and another known one is read; others with rows are in ignoredSheets.")
  @RequestBody(
      required = false,
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
                          "contact": {"name": "Đầu mối (minh họa)", "phone": "0209 3xx xxx (minh họa)", "email": "dau-moi@example.org"}}]\
                        """)),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Mã;Văn bản xin ý kiến;Ngày văn bản;Hạn trả lời\nskhdt;1186/SKHĐT-TH;16/8/2021;20/9/2021\n"))
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
  public Response create(@BeanParam ConsulteeImportQuery query, JsonNode body) {
    exchange.refuse("mode", "dryRun", "verbose");
    Locale locale = exchange.locale();
    if ((query.from == null) == (body == null)) {
      throw ProblemException.invalid(
          FieldError.pointer("", body == null ? FieldCode.EMPTY_BODY : FieldCode.NOT_SUPPORTED));
    }
    if (body == null) {
      return Reply.ok(service.copy(caller.actor(), draft.get(), query.from, locale), null);
    }
    if (body.isArray()) {
      List<ConsulteeInput> inputs = input.many(body, ConsulteeInput.class);
      return Reply.ok(service.addAll(caller.actor(), draft.get(), inputs, locale), null);
    }
    ConsulteeView made =
        service.add(caller.actor(), draft.get(), input.convert(body, ConsulteeInput.class));
    return Reply.created(
        made,
        exchange.version(made.version(), made),
        path(draft.get(), made.organization().code()));
  }

  @POST
  @Consumes({MediaTypes.CSV, MediaTypes.XLSX})
  @BodyLimit(FILE_LIMIT)
  @RolesAllowed(COORDINATOR)
  @Operation(operationId = "createConsultees", hidden = true)
  public Response createByTable(@BeanParam ConsulteeImportQuery query, File body) {
    return create(query, uploads.table(body));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed(COORDINATOR)
  @Operation(operationId = "createConsultees", hidden = true)
  public Response createByForm(@BeanParam ConsulteeImportQuery query, MultipartFormDataInput form) {
    return create(query, uploads.table(form, FILE_LIMIT));
  }

  private Response create(ConsulteeImportQuery query, Upload file) {
    exchange.refuse("from");
    ImportMode mode = query.mode(exchange.locale());
    return idempotency.once(
        file.digest(), () -> Reply.ok(imports.load(caller.actor(), draft.get(), file, mode), null));
  }

  /** The list form of the body. Only the OpenAPI document uses this type. */
  @Schema(name = "ConsulteeInputs")
  abstract static class Many implements List<ConsulteeInput> {}

  /** The query parameters of adding consultees; those of an import apply only to files. */
  public static class ConsulteeImportQuery extends ImportQuery {
    @RestQuery("from")
    @Min(1)
    @Max(99)
    @Parameter(
        description =
            "Chép cơ quan và đầu mối từ lần dự thảo này · copy bodies and contacts from this draft")
    public Integer from;
  }
}
