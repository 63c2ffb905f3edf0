package vn.sogopy.letter.minutes;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.letter.minutes.MinutesService.MinutesView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.upload.FileForm;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/plans/{plan}/drafts/{draft}/minutes")
@Tag(name = "drafts")
public class MinutesResource {
  @Inject MinutesService service;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Uploads uploads;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;
  @Inject FileExchange files;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(files = 1)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "attachMinutes",
      summary = "Lưu biên bản hội nghị, cuộc họp · File the minutes of a meeting",
      description =
          "Đúng một phần tên file; nhận mọi loại tệp như tệp kèm văn bản góp ý, chương trình, tập lệnh: 415."
              + " · Exactly one part named file, of any type, as with the files of a letter; programs and scripts: 415.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForm.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MinutesView.class)))
  public Response attach(MultipartFormDataInput form) {
    Upload upload = uploads.file(form);
    IncomingFile file = IncomingFile.stored(upload, "/file");
    return uploads.inTurn(
        () ->
            idempotency.once(
                upload.digest(),
                () -> {
                  MinutesView made = service.attach(caller.actor(), draft.get(), file);
                  return Reply.created(
                      made, made.sha256(), draft.get().path() + "/minutes/" + made.id());
                }));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listMinutes",
      summary = "Các biên bản hội nghị, cuộc họp · The minutes of meetings")
  public RestResponse<Page<MinutesView>> list(@BeanParam PageQuery query) {
    return exchange.page(service.list(draft.get(), query.limit, query.cursor, query.count));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(operationId = "getMinutes", summary = "Tải biên bản · Download minutes")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(format = "binary", type = SchemaType.STRING)))
  public Response download(@PathParam("id") UUID id) {
    MinutesView file = service.get(draft.get(), id);
    return files.send(file.facts(), (from, to, out) -> service.copy(file.id(), from, to, out));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "removeMinutes",
      summary = "Xóa biên bản lưu nhầm · Remove minutes that were filed by mistake")
  @APIResponse(responseCode = "204", description = "Đã xóa · deleted")
  public void remove(@PathParam("id") UUID id) {
    service.remove(draft.get(), id);
  }
}
