package vn.sogopy.letter.attachment;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.query.QueryValues;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

@Path("/api/v1/letters/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class LetterAttachmentResource {
  @Inject AttachmentService service;
  @Inject AttachmentReader reader;
  @Inject Uploads uploads;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;

  /**
   * For the Idempotency-Key two requests are equal if the files have the same SHA-256 and name. The
   * bytes of the multipart bodies differ by their boundary.
   */
  @POST
  @TakesFile
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(files = 1)
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(
      operationId = "attachFile",
      summary = "Gửi tệp kèm văn bản góp ý · Attach a file to a letter",
      description =
          "Đúng một phần tên file, mặc định không quá 25 MiB (sogopy.attachments.max-size). Nhận mọi loại tệp, ghi mức rủi ro ở fileRisk;"
              + " chương trình, tập lệnh: 415. Với Idempotency-Key, cùng yêu cầu là cùng nội dung và cùng tên tệp."
              + " · Exactly one part named file, by default at most 25 MiB. Files of any type are stored, with their fileRisk; programs"
              + " and scripts: 415. For an Idempotency-Key the same request is the same content and name.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = AttachmentForm.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response attach(@PathParam("id") UUID letter, MultipartFormDataInput form) {
    Upload upload = uploads.file(form);
    IncomingFile file = IncomingFile.stored(upload, "/file");
    return uploads.inTurn(
        () ->
            idempotency.once(
                upload.digest(),
                () -> {
                  AttachmentView made = service.attach(caller.actor(), letter, file);
                  return Reply.created(
                      made, made.sha256(), AttachmentResource.PATH + "/" + made.id());
                }));
  }

  @GET
  @RolesAllowed({SUBMITTER, CONSULTANT, COORDINATOR, VIEWER})
  @Operation(
      operationId = "listAttachments",
      summary = "Các tệp kèm văn bản góp ý · The files of a letter",
      description =
          "VIEWER không thấy tệp của văn bản có ý kiến hạn chế · a VIEWER does not see the files of a letter with a restricted comment")
  public RestResponse<Page<AttachmentView>> list(
      @PathParam("id") UUID id, @BeanParam PageQuery query) {
    return exchange.page(reader.list(caller.get(), id, query.limit, query.cursor, query.count));
  }

  /** Checks before the body is read whether the letter of the path takes files. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface TakesFile {}

  static class Filter {
    @Inject AttachmentReader reader;
    @Inject CurrentCaller caller;

    @TakesFile
    @ServerRequestFilter
    public void require(UriInfo uri) {
      reader.requireOpenToFiles(
          caller.get(), QueryValues.pathId(uri.getPathParameters().getFirst("id")));
    }
  }

  /** The multipart body that attaches a file. Only the OpenAPI document uses this type. */
  @Schema(name = "AttachmentForm", requiredProperties = "file")
  public record AttachmentForm(
      @Schema(
              format = "binary",
              description =
                  "Tệp bất kỳ, trừ chương trình, tập lệnh · any file but programs and scripts")
          String file) {}
}
