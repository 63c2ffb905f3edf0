package vn.sogopy.organization;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.organization.GroupService.Groups;
import vn.sogopy.organization.GroupService.ReplacedGroups;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.imports.ImportMode.ReportQuery;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.audit.AuditedExport;

@Path("/api/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
public class GroupResource {
  /** Bytes. */
  private static final int FILE_LIMIT = 1024 * 1024;

  @Inject GroupService service;
  @Inject Exchange exchange;
  @Inject Uploads uploads;
  @Inject FileExchange files;

  @GET
  @Authenticated
  @Operation(
      operationId = "listGroups",
      summary = "Các nhóm của bảng tổng hợp, theo thứ tự · The register's groups, in order")
  public RestResponse<Groups> list() {
    Groups groups = service.list();
    return exchange.one(groups, groups.version());
  }

  @PUT
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceGroups",
      summary = "Thay danh sách nhóm · Replace the list of groups",
      description =
          "Gửi JSON, hoặc bảng CSV, XLSX với các cột Mã nhóm, Tên nhóm, theo thứ tự in; không có mã: mã của nhóm đang mang tên đó, hoặc đặt theo tên."
              + " Nhóm còn cơ quan không bỏ được (409). dryRun=true (chỉ với bảng): không ghi gì. Mẫu: getGroupTemplate."
              + " · JSON, or a CSV or XLSX table of codes and titles, in the order of the register; without a code: that of the group of this title,"
              + " or one made of its title. A group that has organizations cannot be removed (409). dryRun=true (of a table) writes nothing. Template: getGroupTemplate.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Groups.class),
            examples =
                @ExampleObject(
                    name = "communes",
                    value =
                        """
                        {"items": [
                          {"code": "CENTRAL", "title": "Bộ, ngành Trung ương"},
                          {"code": "NEIGHBOUR", "title": "UBND các tỉnh liền kề"},
                          {"code": "PARTY", "title": "Cơ quan Đảng, Đoàn ĐBQH, HĐND tỉnh"},
                          {"code": "PROVINCIAL", "title": "Sở, ban, ngành và cơ quan Trung ương trên địa bàn"},
                          {"code": "DISTRICT", "title": "UBND các huyện, thành phố"},
                          {"code": "MASS", "title": "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội"},
                          {"code": "ORGANIZATION", "title": "Tổ chức, doanh nghiệp, chuyên gia"},
                          {"code": "COMMUNITY", "title": "Cộng đồng dân cư, cá nhân"},
                          {"code": "COMMUNE", "title": "UBND các xã, phường"}
                        ]}""")),
        @Content(
            mediaType = MediaTypes.CSV,
            schema = @Schema(type = SchemaType.STRING, maxLength = FILE_LIMIT))
      })
  public RestResponse<ReplacedGroups> replace(
      @BeanParam ReportQuery query, @NotNull @Valid Groups input) {
    exchange.refuse("dryRun", "verbose");
    Groups groups = service.replace(input, exchange.ifMatch(), false);
    return exchange.changed(
        new ReplacedGroups(groups.items(), null, groups.version()), groups.version());
  }

  @PUT
  @Consumes({MediaTypes.CSV, MediaTypes.XLSX})
  @BodyLimit(FILE_LIMIT)
  @RolesAllowed(COORDINATOR)
  @Operation(operationId = "replaceGroups", hidden = true)
  public RestResponse<ReplacedGroups> replaceByTable(@BeanParam ReportQuery query, File body) {
    return replace(query, uploads.table(body));
  }

  @PUT
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed(COORDINATOR)
  @Operation(operationId = "replaceGroups", hidden = true)
  public RestResponse<ReplacedGroups> replaceByForm(
      @BeanParam ReportQuery query, MultipartFormDataInput form) {
    return replace(query, uploads.table(form, FILE_LIMIT));
  }

  private RestResponse<ReplacedGroups> replace(ReportQuery query, Upload file) {
    ReplacedGroups groups = service.load(file, exchange.ifMatch(), query.atomic(exchange.locale()));
    return exchange.changed(groups, groups.version());
  }

  @GET
  @Path("template")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed(COORDINATOR)
  @AuditedExport(false)
  @Operation(
      operationId = "getGroupTemplate",
      summary = "Mẫu XLSX danh sách nhóm · The XLSX template for groups")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaTypes.XLSX))
  public Response template() {
    return files.template(GroupTable.TEMPLATE);
  }
}
