package vn.sogopy.plan.outline;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.outline.Outline.ReplacedOutline;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.imports.ImportMode.ReportQuery;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.audit.AuditedExport;

@Path("/api/v1/plans/{plan}/drafts/{draft}/sections")
@Tag(name = "drafts")
public class SectionResource {
  /** Bytes, for 5,000 sections. */
  private static final int LIMIT = 8 * 1024 * 1024;

  @Inject OutlineService service;
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject Exchange exchange;
  @Inject FileExchange files;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Authenticated
  @Operation(
      operationId = "listSections",
      summary = "Mục lục của dự thảo, theo thứ tự · The outline, in order")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Outline.class)))
  public Response list(
      @RestQuery("format")
          @DefaultValue("json")
          @Parameter(
              deprecated = true,
              description = "Dùng …/sections/file · use …/sections/file",
              schema =
                  @Schema(
                      enumeration = {"json", "csv"},
                      defaultValue = "json"))
          TableFormat format) {
    Outline outline = service.get(draft.get().id());
    return format == TableFormat.CSV
        ? table(draft.get(), outline)
        : exchange.one(outline, outline.version()).toResponse();
  }

  @GET
  @Path("file")
  @Authenticated
  @Operation(
      operationId = "exportSections",
      summary = "Mục lục thành bảng, nạp lại được · The outline as a table, which can be sent back")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.CSV))
  public Response file(
      @RestQuery("format")
          @DefaultValue("csv")
          @Parameter(
              description = "Định dạng · format",
              schema = @Schema(enumeration = "csv", defaultValue = "csv"))
          TableFormat format) {
    return table(draft.get(), service.get(draft.get().id()));
  }

  /** The formats of the outline. */
  public enum TableFormat {
    JSON,
    CSV;

    /** The value of {@code format}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Response table(DraftRef draft, Outline outline) {
    return files.make(
        draft.fileName("Mục lục") + ".csv",
        MediaTypes.CSV_UTF8,
        out -> OutlineTable.write(outline, out));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(LIMIT)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "replaceSections",
      summary = "Thay mục lục khi đang soạn thảo · Replace the outline while PREPARING",
      description =
          "Gửi JSON, hoặc bảng CSV hay XLSX (nguyên tệp hoặc phần file của multipart/form-data) với"
              + " các cột code|Mã, title|Tên mục, parent|Mục cha, responsible|Cơ quan phụ trách"
              + " (mã hoặc tên, kể cả tên theo thời gian, không phân biệt dấu và chữ hoa; cách nhau bằng ;), defaultAssignee|Người xử lý, continues|Tiếp nối mục"
              + " (mã mục của dự thảo trước; \"mục mới\" = không tiếp nối; để trống = mục cùng mã),"
              + " theo thứ tự bất kỳ; cột lạ được bỏ qua và nêu trong ignoredColumns. XLSX: các"
              + " trang tính sau có cột mã và tên được đọc tiếp, trang khác nêu trong"
              + " ignoredSheets. dryRun=true (chỉ với bảng): không ghi gì. Mẫu: getSectionTemplate."
              + " · JSON, or a CSV or XLSX table with these columns in any order"
              + " (responsible: codes or names of any time; continues: a code of the earlier draft, \"mục mới\" for a new section, empty for"
              + " the same code); columns that are not known are ignored and listed in"
              + " ignoredColumns. XLSX: further sheets with a code and a title column go on with"
              + " the outline; others are listed in ignoredSheets. dryRun=true (of a table) writes"
              + " nothing. Template: getSectionTemplate.")
  @Parameter(
      name = "draft",
      in = ParameterIn.PATH,
      description = "Lần dự thảo · the draft's number",
      example = "3",
      schema = @Schema(type = SchemaType.STRING, maxLength = 2))
  @RequestBody(
      required = false,
      description = "Bỏ trống khi dùng from · leave empty with from",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Outline.class),
            examples =
                @ExampleObject(
                    name = "two",
                    value =
                        "{\"items\": [{\"code\": \"V\", \"title\": \"Hạ tầng kỹ thuật\"},"
                            + " {\"code\": \"V.1\", \"title\": \"Giao thông\", \"parent\": \"V\", \"responsible\": [\"sgtvt\"]}]}")),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Mã,Tên mục,Mục cha,Cơ quan phụ trách\nV,Hạ tầng kỹ thuật,,\nV.1,Giao thông,V,sgtvt\n"))
      })
  public RestResponse<ReplacedOutline> replace(
      @RestQuery("from")
          @Min(1)
          @Max(99)
          @Parameter(description = "Chép mục lục của lần dự thảo này · copy this draft's outline")
          Integer from,
      @BeanParam ReportQuery query,
      @Valid Outline outline) {
    exchange.refuse("dryRun", "verbose");
    if ((from == null) == (outline == null)) {
      throw ProblemException.invalid(
          FieldError.pointer("", from == null ? FieldCode.EMPTY_BODY : FieldCode.NOT_SUPPORTED));
    }
    return changed(
        ReplacedOutline.of(
            from == null
                ? service.replace(draft.get().id(), outline.items(), exchange.ifMatch())
                : service.copy(draft.get(), from, exchange.ifMatch())));
  }

  @PUT
  @Consumes({MediaTypes.CSV, MediaTypes.XLSX})
  @BodyLimit(LIMIT)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Operation(operationId = "replaceSections", hidden = true)
  public RestResponse<ReplacedOutline> replaceByTable(@BeanParam ReportQuery query, File body) {
    return replace(query, uploads.table(body));
  }

  @PUT
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(LIMIT + BodyLimit.FORM)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Operation(operationId = "replaceSections", hidden = true)
  public RestResponse<ReplacedOutline> replaceByForm(
      @BeanParam ReportQuery query, MultipartFormDataInput form) {
    return replace(query, uploads.table(form, LIMIT));
  }

  private RestResponse<ReplacedOutline> replace(ReportQuery query, Upload table) {
    return changed(
        service.load(draft.get().id(), table, exchange.ifMatch(), query.atomic(exchange.locale())));
  }

  private RestResponse<ReplacedOutline> changed(ReplacedOutline outline) {
    return exchange.changed(outline, outline.version());
  }

  @GET
  @Path("template")
  @RolesAllowed(COORDINATOR)
  @AuditedExport(false)
  @Operation(
      operationId = "getSectionTemplate",
      summary = "Mẫu XLSX mục lục · The XLSX template for the outline",
      description =
          "Bảng trống: tiêu đề, danh sách chọn cơ quan, và một trang giải thích từng cột."
              + " · An empty table: headings, a list to choose organizations from, and a sheet that explains each column.")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.XLSX))
  public Response template() {
    return files.template(service.template());
  }
}
