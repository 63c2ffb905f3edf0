package vn.sogopy.organization;

import static vn.sogopy.security.Role.Names.ADMIN;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.time.LocalDate;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportMode.ImportQuery;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.audit.AuditedExport;

@Path(OrganizationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
public class OrganizationResource {
  static final String PATH = "/api/v1/organizations";

  /** Bytes, for 1,000 organizations. */
  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  private static final String END_VI =
      "Chỉ ADMIN, COORDINATOR có quyền với mọi quy hoạch ghi, sửa được ngày kết thúc hoạt động, cơ quan kế thừa và căn cứ: nếu không, 403 all-plans-needed.";

  private static final String END_EN =
      "Only an ADMIN or a COORDINATOR of all plans changes dissolvedOn, successors and dissolutionBasis; else 403 all-plans-needed.";

  @Inject OrganizationService service;
  @Inject OrganizationImportService imports;
  @Inject OrganizationReader reader;
  @Inject OrganizationRemovalService removal;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;
  @Inject Uploads uploads;
  @Inject FileExchange files;

  @GET
  @Authenticated
  @Operation(
      operationId = "listOrganizations",
      summary =
          "Danh sách cơ quan theo thứ tự của bảng tổng hợp · List organizations in register order")
  public RestResponse<Page<OrganizationView>> list(
      @BeanParam PageQuery query,
      @RestQuery("group")
          @Parameter(description = "Mã nhóm · group code", schema = @Schema(maxLength = 40))
          String group,
      @RestQuery("q")
          @Parameter(
              description =
                  "Tìm theo mã, tên, tên theo thời gian, tên gọi khác, không phân biệt dấu và chữ hoa; mọi từ phải có"
                      + " · by code, name, names in time, alias, without regard to accents and case; all words must occur",
              schema = @Schema(maxLength = 200))
          String q,
      @RestQuery("on")
          @Parameter(
              description = "Cơ quan tồn tại vào ngày này · bodies that exist on this day",
              example = "2021-08-24")
          LocalDate on) {
    return exchange.page(reader.list(group, q, on, query.limit, query.cursor, query.count));
  }

  @POST
  @Idempotent
  @RolesAllowed({COORDINATOR, ADMIN})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createOrganization",
      summary = "Thêm cơ quan, một hay cả bảng · Add an organization, or a table of them",
      description =
          "Một đối tượng: 201 với cơ quan đó. CSV, XLSX: mỗi dòng một cơ quan, nhiều nhất 1.000; cột theo tiêu đề"
              + " (Mã cơ quan; Tên cơ quan; Nhóm; Thứ tự; Tên gọi khác; Mã định danh điện tử; Tên theo thời gian, như \"Sở A (đến 28/02/2025)\"; Ngày thành lập; Kết thúc hoạt động từ ngày;"
              + " Cơ quan kế thừa; Căn cứ kết thúc hoạt động); nhóm theo mã hoặc tên, cơ quan kế thừa theo mã hoặc tên (kể cả tên theo thời gian,"
              + " tên gọi khác), không phân biệt dấu và chữ hoa. Không có mã: cơ quan mang tên đó, nếu chưa có thì mã đặt theo tên. Cơ quan đã có thì được sửa,"
              + " ô trống giữ giá trị cũ. Dòng chỉ có tên một nhóm là nhóm của các dòng dưới. Mẫu: getOrganizationTemplate. "
              + END_VI
              + " · One object: 201 with it. CSV, XLSX: an organization a row, at most 1,000; columns by heading; the group by code or title,"
              + " successors by code or name (of any time, or an alias), without regard to accents and case. Without a code: the organization of that name,"
              + " or a new one whose code is made of its name. One that exists is changed, and an empty cell keeps what was there."
              + " A row with nothing but the title of a group is the group of the rows below. Template: getOrganizationTemplate. "
              + END_EN)
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = OrganizationInput.class),
            examples =
                @ExampleObject(
                    name = "company",
                    value =
                        "{\"code\": \"cong-ty-mien-dong\", \"name\": \"Công ty Miến dong (minh họa)\","
                            + " \"group\": \"ORGANIZATION\", \"order\": 10}")),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Mã cơ quan;Tên cơ quan;Nhóm\nhtx-mien-dong;Hợp tác xã Miến dong (minh họa);Tổ chức, doanh nghiệp, chuyên gia\n"))
      })
  @APIResponse(
      responseCode = "200",
      description = "Đã gửi một bảng · a table was sent",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrganizationView.class)))
  public Response create(@BeanParam ImportQuery query, @NotNull @Valid OrganizationInput input) {
    exchange.refuse("mode", "dryRun", "verbose");
    OrganizationView made = service.create(caller.get(), input, false);
    return Reply.created(made, made.version(), PATH + "/" + made.code());
  }

  @POST
  @Consumes({MediaTypes.CSV, MediaTypes.XLSX})
  @BodyLimit(FILE_LIMIT)
  @RolesAllowed({COORDINATOR, ADMIN})
  @Operation(operationId = "createOrganization", hidden = true)
  public Response createByTable(@BeanParam ImportQuery query, File body) {
    return create(query, uploads.table(body));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed({COORDINATOR, ADMIN})
  @Operation(operationId = "createOrganization", hidden = true)
  public Response createByForm(@BeanParam ImportQuery query, MultipartFormDataInput form) {
    return create(query, uploads.table(form, FILE_LIMIT));
  }

  private Response create(ImportQuery query, Upload file) {
    ImportMode mode = query.mode(exchange.locale());
    return idempotency.once(
        file.digest(), () -> Reply.ok(imports.load(caller.get(), file, mode), null));
  }

  @GET
  @Path("template")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({COORDINATOR, ADMIN})
  @AuditedExport(false)
  @Operation(
      operationId = "getOrganizationTemplate",
      summary = "Mẫu XLSX danh sách cơ quan · The XLSX template for organizations",
      description =
          "Bảng trống: tiêu đề, danh sách chọn nhóm, và một trang giải thích từng cột."
              + " · An empty table: headings, a list to choose the group from, and a sheet that explains each column.")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.XLSX))
  public Response template() {
    return files.template(imports.template());
  }

  @GET
  @Path("{code}")
  @Authenticated
  @Operation(operationId = "getOrganization", summary = "Một cơ quan · One organization")
  public RestResponse<OrganizationView> get(@PathParam("code") String code) {
    OrganizationView view = reader.get(code);
    return exchange.one(view, tag(view));
  }

  /** Predecessors change without the organization. */
  private Object tag(OrganizationView view) {
    return view.predecessors().isEmpty() ? view.version() : exchange.version(view.version(), view);
  }

  @PATCH
  @Path("{code}")
  @RolesAllowed({COORDINATOR, ADMIN})
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "patchOrganization",
      summary = "Sửa cơ quan · Change an organization",
      description = END_VI + " · " + END_EN)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = OrganizationInput.class),
              examples = {
                @ExampleObject(name = "alias", value = "{\"aliases\": [\"Sở GTVT\"]}"),
                @ExampleObject(
                    name = "merged",
                    value =
                        "{\"dissolvedOn\": \"2025-03-01\", \"successors\": [\"sxd\"],"
                            + " \"dissolutionBasis\": \"Nghị quyết của HĐND tỉnh (minh họa)\"}")
              }))
  public RestResponse<OrganizationView> patch(
      @PathParam("code") String code, @NotNull MergePatch patch) {
    reader.get(code);
    OrganizationView view = service.patch(caller.get(), code, patch, exchange.ifMatch());
    return exchange.changed(view, tag(view));
  }

  @DELETE
  @Path("{code}")
  @RolesAllowed({COORDINATOR, ADMIN})
  @Operation(
      operationId = "deleteOrganization",
      summary = "Xóa cơ quan nhập nhầm · Delete a body that was entered by mistake",
      description =
          "Chỉ khi chưa có gì gắn với cơ quan; nếu có, 409 still-in-use nêu từng loại trong errors · only while nothing refers to it;"
              + " else 409 still-in-use, which names each kind in errors")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "204", description = "Đã xóa · deleted")
  public void delete(@PathParam("code") String code) {
    removal.remove(code, exchange.ifMatch());
  }
}
