package vn.sogopy.register.edition;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.download.Download;
import vn.sogopy.platform.http.download.Download.PageFormat;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterScope;
import vn.sogopy.register.edition.EditionService.IssuanceInput;
import vn.sogopy.register.edition.EditionService.IssuancePatch;
import vn.sogopy.security.Actor;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.audit.AuditedExport;

@Path("/api/v1/editions/{id}")
@Tag(name = "editions")
public class EditionResource {
  @Inject EditionService service;
  @Inject EditionReader reader;
  @Inject EditionRegisters registers;
  @Inject EditionFileRepository stored;
  @Inject EditionWatch watch;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject FileExchange files;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "getEdition",
      summary = "Một bản chốt; đọc lại từng byte để kiểm tra · An edition; every byte is checked")
  public RestResponse<EditionView> get(@PathParam("id") UUID id) {
    EditionView view = reader.get(caller.get(), id);
    watch.found(view);
    return exchange.one(view, exchange.version(view.version(), view));
  }

  @GET
  @Path("register")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @AuditedExport
  @Operation(
      operationId = "getEditionRegister",
      summary = "Bảng tổng hợp của bản chốt · The register of an edition",
      description =
          "Mỗi dạng chỉ lập một lần rồi giữ nguyên: cùng bản chốt, cùng từng byte. Sau khi có số, ngày (issuance), các dạng có in số"
              + " được lập lại một lần với số, ngày đó. VIEWER nhận bản công khai nếu bản chốt có ý kiến hạn chế."
              + " · Each form is made once and kept: the same edition, the same bytes. After issuance those that print the number are"
              + " made once more with it. A VIEWER gets the public form if there are restricted comments.")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Register.class)))
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public Response register(
      @PathParam("id") UUID id,
      @BeanParam RegisterScope.FormQuery query,
      @BeanParam RegisterFormat.Query format) {
    return register(reader.known(caller.get(), id), query, format.format);
  }

  @GET
  @Path("register/file")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "exportEditionRegister",
      summary = "Bảng tổng hợp của bản chốt thành tệp · The register of an edition as a file",
      description =
          "Như getEditionRegister: mỗi dạng chỉ lập một lần, cùng bản chốt, cùng từng byte. · As"
              + " getEditionRegister: each form is made once; the same edition, the same bytes.")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = MediaTypes.CSV),
        @Content(mediaType = MediaTypes.XLSX),
        @Content(mediaType = MediaTypes.DOCX),
        @Content(mediaType = MediaTypes.PDF),
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(mediaType = MediaTypes.ZIP)
      })
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public Response registerFile(
      @PathParam("id") UUID id,
      @BeanParam RegisterScope.FormQuery query,
      @BeanParam RegisterFormat.FileQuery format) {
    return register(reader.known(caller.get(), id), query, format.format);
  }

  private Response register(
      EditionReader.Known known, RegisterScope.FormQuery query, RegisterFormat format) {
    query.disposition.requireFor(format.mediaType());
    EditionFile.Form form =
        EditionFile.Form.of(known.edition(), format, query.byTopic(), isPublic(known, query));
    EditionFile file = registers.get(caller.actor(), known, form, files);
    return files.send(
        query.disposition, file.facts(), (from, to, out) -> stored.read(file.id, from, to, out));
  }

  /** Restricted comments are shown only to callers who may see them. */
  private boolean isPublic(EditionReader.Known known, RegisterScope.FormQuery query) {
    boolean closed = known.edition().isClosedTo(caller.get());
    if (closed && Boolean.FALSE.equals(query.publicForm)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return closed || query.publicForm();
  }

  @GET
  @Path("diff")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @AuditedExport(false)
  @Operation(
      operationId = "compareEditions",
      summary = "So với bản chốt khác: thêm, bớt, đổi · What came, went, changed since another one")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EditionDiff.class)))
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public Response diff(
      @PathParam("id") UUID id,
      @RestQuery("against")
          @Parameter(
              required = true,
              description = "Mã bản chốt để so, cùng quy hoạch · the edition to compare with",
              schema = @Schema(format = "uuid"))
          UUID against,
      @RestQuery("format")
          @DefaultValue("json")
          @Parameter(
              deprecated = true,
              description = "Dùng …/diff/file · use …/diff/file",
              schema =
                  @Schema(
                      enumeration = {"json", "html"},
                      defaultValue = "json"))
          PageFormat format) {
    return compare(id, against, format);
  }

  @GET
  @Path("diff/file")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @AuditedExport(false)
  @Operation(
      operationId = "exportEditionDiff",
      summary = "So với bản chốt khác, thành trang để đọc · The comparison as a page to read",
      description = "Cùng nội dung như compareEditions · says what compareEditions says")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_HTML))
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public Response diffFile(
      @PathParam("id") UUID id,
      @RestQuery("against")
          @Parameter(
              required = true,
              description = "Mã bản chốt để so, cùng quy hoạch · the edition to compare with",
              schema = @Schema(format = "uuid"))
          UUID against,
      @RestQuery("format")
          @DefaultValue("html")
          @Parameter(
              description = "Định dạng · format",
              schema = @Schema(enumeration = "html", defaultValue = "html"))
          PageFormat format) {
    return compare(id, against, format);
  }

  private Response compare(UUID id, UUID against, PageFormat wanted) {
    EditionDiff diff = registers.compare(caller.get(), id, against);
    return Download.answer(wanted, diff, diff::writePage);
  }

  @POST
  @Idempotent
  @Path("issuance")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueEdition",
      summary = "Ghi số, ngày sau khi ký, một lần · Number and date, once signed",
      description =
          "Lần thứ hai: 409 edition-issued; sửa bằng PATCH. Ngày ở tương lai, trước ngày chốt, số đã dùng trong năm: warnings, vẫn ghi."
              + " · A second time: 409 edition-issued; correct it by PATCH. A date in the future or before the seal, a number used"
              + " that year: warnings, not refused.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "number",
                      value = "{\"reportNumber\": \"126\", \"reportDate\": \"2021-10-05\"}")))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EditionView.class)))
  public Response issue(@PathParam("id") UUID id, @NotNull @Valid IssuanceInput input) {
    UUID edition = reader.known(caller.get(), id).edition().id;
    Actor actor = caller.actor();
    service.issue(actor, edition, input);
    EditionView view = reader.get(actor.caller(), edition);
    return Reply.ok(view, exchange.version(view.version(), view));
  }

  @PATCH
  @Path("issuance")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "correctIssuance",
      summary = "Sửa số, ngày ghi nhầm, có lý do · Correct number or date, with a reason",
      description =
          "If-Match là ETag của bản chốt. Số, ngày cũ ở lại trong corrections; nội dung đã chốt không đổi; các dạng có in số được lập"
              + " lại một lần với số, ngày mới, tệp cũ vẫn nhận ra được. 409 edition-not-issued. · If-Match is the edition's ETag. The old"
              + " number and date stay in corrections; what was sealed does not change; the forms that print the number are made once"
              + " more, and the old files are still known. 409 edition-not-issued.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = IssuancePatch.class),
              examples =
                  @ExampleObject(
                      name = "typing error",
                      value = "{\"reportNumber\": \"162\", \"reason\": \"Gõ nhầm số.\"}")))
  public RestResponse<EditionView> correct(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Actor actor = caller.actor();
    UUID edition = reader.known(actor.caller(), id).edition().id;
    service.correctIssuance(actor, edition, patch, exchange.ifMatch());
    EditionView view = reader.get(actor.caller(), edition);
    return exchange.changed(view, exchange.version(view.version(), view));
  }
}
