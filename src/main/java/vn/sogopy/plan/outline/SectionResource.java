package vn.sogopy.plan.outline;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.Download;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.FileForm;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/sections")
@Tag(name = "drafts")
public class SectionResource {
  /** Bytes, for 5,000 sections. */
  private static final int LIMIT = 8 * 1024 * 1024;

  @Inject OutlineService service;
  @Inject JsonInput input;
  @Inject PlanReader reader;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

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
      @QueryParam("format")
          @Parameter(
              deprecated = true,
              description = "Dùng …/sections/file · use …/sections/file",
              schema =
                  @Schema(
                      enumeration = {"json", "csv"},
                      defaultValue = "json"))
          String format) {
    if (format != null && !format.equals("json") && !format.equals("csv")) {
      throw Params.wrong("format", FieldCode.INVALID_ENUM, "json, csv");
    }
    Outline outline = reader.outline(draft.get().id());
    return "csv".equals(format)
        ? table(draft.get(), outline)
        : exchange.one(outline, outline.version()).toResponse();
  }

  @GET
  @Path("file")
  @Authenticated
  @Operation(
      operationId = "exportSections",
      summary = "Mục lục thành bảng, nạp lại được · The outline as a table, which can be sent back")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaTypes.CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response file(
      @QueryParam("format")
          @Parameter(
              description = "Định dạng · format",
              schema = @Schema(enumeration = "csv", defaultValue = "csv"))
          String format) {
    if (format != null && !format.equals("csv")) {
      throw Params.wrong("format", FieldCode.INVALID_ENUM, "csv");
    }
    return table(draft.get(), reader.outline(draft.get().id()));
  }

  private Response table(DraftRef draft, Outline outline) {
    return exchange.unlessKnown(
        Download.of(
            OutlineTable.write(outline),
            MediaTypes.CSV_UTF8,
            "muc-luc_" + draft.plan() + "_du-thao-" + draft.number() + ".csv",
            "Mục lục - " + draft.plan() + " - dự thảo lần " + draft.number() + ".csv"));
  }

  @PUT
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "replaceSections",
      summary = "Thay mục lục khi đang soạn thảo · Replace the outline while PREPARING",
      description =
          "Gửi JSON, hoặc bảng CSV hay XLSX (nguyên tệp hoặc phần file của multipart/form-data) với các cột code|Mã, title|Tên mục,"
              + " parent|Mục cha, responsible|Cơ quan phụ trách (nhiều mã cách nhau bằng ;), defaultAssignee|Người xử lý, continues|Tiếp nối mục (mã mục của dự thảo trước; \"mục mới\" = không tiếp nối; để trống = mục cùng mã),"
              + " theo thứ tự bất kỳ;"
              + " cột lạ được bỏ qua và nêu trong ignoredColumns. XLSX: các trang tính sau có cột mã và tên được đọc tiếp, trang khác nêu trong ignoredSheets. · JSON, or a CSV or XLSX table with these columns in any order"
              + " (continues: a code of the earlier draft, \"mục mới\" for a new section, empty for the same code);"
              + " columns that are not known are ignored and listed in ignoredColumns. XLSX: further sheets with a code and a title column go on with the outline; others are listed in ignoredSheets.")
  @RequestBody(
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
                        "Mã,Tên mục,Mục cha,Cơ quan phụ trách\nV,Hạ tầng kỹ thuật,,\nV.1,Giao thông,V,sgtvt\n")),
        @Content(
            mediaType = MediaTypes.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = FileForm.class))
      })
  public RestResponse<Outline> replace(
      @QueryParam("from")
          @Parameter(
              description = "Chép mục lục của lần dự thảo này · copy this draft's outline",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "99"))
          String from,
      Body body) {
    Integer source = Params.integer("from", from, 1, 99);
    Outline outline;
    if (source != null) {
      body.asNothing();
      outline = service.copy(draft.get(), source, exchange.ifMatch());
    } else if (body.is(MediaTypes.CSV, MediaTypes.XLSX, MediaType.MULTIPART_FORM_DATA)) {
      outline =
          replace(
              draft.get(),
              OutlineTable.read(body.asFile(LIMIT, Set.of(MediaTypes.CSV, MediaTypes.XLSX))));
    } else {
      outline =
          service.replace(
              draft.get().id(), body.as(Outline.class, LIMIT).sent(), exchange.ifMatch());
    }
    return exchange.changed(outline, outline.version());
  }

  private Outline replace(DraftRef draft, OutlineTable table) {
    return table
        .located(
            () -> {
              Outline outline = new Outline(table.sections(), null, null, null);
              List<FieldError> errors = input.findings(outline);
              if (!errors.isEmpty()) {
                errors.addAll(OutlineBuilder.errors(table.sections()));
                throw ProblemException.invalid(errors);
              }
              return service.replace(draft.id(), outline.sent(), exchange.ifMatch());
            })
        .ignoring(table.ignoredColumns(), table.ignoredSheets());
  }
}
