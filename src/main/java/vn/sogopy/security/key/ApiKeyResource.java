package vn.sogopy.security.key;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.Download;
import vn.sogopy.platform.http.idempotency.NotReplayed;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportMode.ImportQuery;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.Role;
import vn.sogopy.security.key.ApiKeyImportService.NewApiKeys;
import vn.sogopy.security.key.ApiKeyService.NewApiKey;

@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Names.ADMIN, Role.Names.COORDINATOR})
@Tag(name = "api-keys")
public class ApiKeyResource {
  /** Bytes: 1,000 rows of the longest texts. */
  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  @Inject ApiKeyService service;
  @Inject ApiKeyImportService imports;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject Uploads uploads;

  @GET
  @Operation(operationId = "listApiKeys", summary = "Danh sách khóa API · List API keys")
  public RestResponse<Page<ApiKeyView>> list(@BeanParam ApiKeyQuery query) {
    return exchange.page(service.list(caller.get(), query));
  }

  @POST
  @NotReplayed
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createApiKey",
      summary = "Cấp khóa API; khóa chỉ hiện một lần · Make API keys; they are shown this once",
      description =
          "ADMIN cấp mọi khóa; COORDINATOR chỉ cấp mã truy cập của người (person: true) vai trò SUBMITTER, CONSULTANT, VIEWER, trong các quy hoạch của mình."
              + " Một đối tượng: 201 với khóa đó. CSV, XLSX: mỗi dòng một khóa, nhiều nhất 1.000; cột theo tiêu đề"
              + " (Tên khóa; Vai trò; Mã cơ quan; Client; Quy hoạch; Hết hạn; Xem ý kiến hạn chế: x; Người dùng: x; Email), quy hoạch cách nhau bằng dấu phẩy, ngày dd/MM/yyyy hoặc ISO; tiêu đề lạ bị từ chối; 200 với bảng kê và các khóa."
              + " Gửi lại: khóa còn hiệu lực cùng tên, cùng thuộc tính là UNCHANGED, không cấp lại; khác thuộc tính là CONFLICT. XLSX: mọi trang tính hiện có Tên khóa và Vai trò đều được đọc."
              + " Accept: text/csv: các khóa dưới dạng CSV để trộn thư (không dùng với mode=partial và dryRun)."
              + " · An ADMIN makes any key; a COORDINATOR only codes of people (person: true) with the role SUBMITTER, CONSULTANT or VIEWER, within its own plans."
              + " One object: 201 with it. CSV, XLSX: a key a row, at most 1,000; columns by heading (name; role; organization; client; plans; expiresOn; readsRestricted; person; email),"
              + " plans with commas between them; a heading that is not known is refused; 200 with a report and the keys. Sent again: an active key of the same name and properties is UNCHANGED and not made again, of other properties a CONFLICT. XLSX: every visible sheet with name and role is read. Accept: text/csv: the keys as CSV for mail merge (not with mode=partial and dryRun).")
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ApiKeyInput.class),
            examples = {
              @ExampleObject(
                  name = "submitter",
                  value =
                      "{\"name\": \"Hệ thống văn bản Sở Xây dựng\", \"role\": \"SUBMITTER\", \"organization\": \"sxd\"}"),
              @ExampleObject(
                  name = "person",
                  value =
                      "{\"name\": \"Chuyên gia giao thông (tư vấn)\", \"role\": \"CONSULTANT\", \"plans\": [\"bac-kan-2021-2030\"], \"person\": true, \"email\": \"a@example.org\"}")
            }),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT),
            examples =
                @ExampleObject(
                    name = "csv",
                    value =
                        "Tên khóa;Vai trò;Mã cơ quan\nHệ thống văn bản Sở Xây dựng;SUBMITTER;sxd\nHệ thống văn bản Sở Tài chính;SUBMITTER;stc\n"))
      })
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = NewApiKeys.class)),
        @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewApiKey.class)))
  public Response create(@BeanParam ImportQuery query, @NotNull @Valid ApiKeyInput input) {
    exchange.refuse("mode", "dryRun", "verbose");
    return made(service.create(caller.actor(), input));
  }

  private static Response made(NewApiKey key) {
    return secret(Response.status(Response.Status.CREATED), key)
        .header("Location", "/api/v1/api-keys/" + key.view().id())
        .build();
  }

  @POST
  @NotReplayed
  @Consumes({MediaTypes.CSV, MediaTypes.XLSX})
  @BodyLimit(FILE_LIMIT)
  @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV})
  @Operation(operationId = "createApiKey", hidden = true)
  public Response createByTable(@BeanParam ImportQuery query, File body) {
    return create(query, uploads.table(body));
  }

  @POST
  @NotReplayed
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV})
  @Operation(operationId = "createApiKey", hidden = true)
  public Response createByForm(@BeanParam ImportQuery query, MultipartFormDataInput form) {
    return create(query, uploads.table(form, FILE_LIMIT));
  }

  private Response create(ImportQuery query, Upload file) {
    ImportMode mode = query.mode(exchange.locale());
    boolean csv = exchange.wants(MediaTypes.CSV);
    // A CSV response cannot contain the rejected rows.
    if (csv && (mode.partial() || mode.dryRun())) {
      exchange.refuse("mode", "dryRun");
    }
    NewApiKeys made = imports.load(caller.actor(), file, mode, csv);
    if (!csv) {
      return secret(Response.ok(), made).build();
    }
    return secret(Response.ok(), imports.csv(made.keys()))
        .type(MediaTypes.CSV_UTF8)
        .header("Content-Disposition", Download.disposition(ApiKeyImportService.CSV_NAME))
        .build();
  }

  private static Response.ResponseBuilder secret(Response.ResponseBuilder answer, Object entity) {
    return answer.type(MediaType.APPLICATION_JSON_TYPE).entity(entity);
  }

  @POST
  @Path("{id}/replacement")
  @NotReplayed
  @Operation(
      operationId = "replaceApiKey",
      summary =
          "Thay khóa, mã truy cập bị quên; mã mới chỉ hiện một lần · Replace a forgotten key or code; the new one is shown this once",
      description =
          "Dừng khóa này và cấp khóa mới cùng thuộc tính, cùng client, trong một bước. Khóa đã dừng hoặc hết hạn: 409."
              + " · Stops this key and makes another one with the same properties and client, in one step. A key that is stopped or expired: 409.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewApiKey.class)))
  public Response replace(@PathParam("id") UUID id) {
    return made(service.replace(caller.actor(), id));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "revokeApiKey", summary = "Dừng một khóa API · Stop an API key")
  @APIResponse(responseCode = "204", description = "Đã dừng · stopped")
  public void revoke(@PathParam("id") UUID id) {
    service.revoke(caller.actor(), id);
  }
}
