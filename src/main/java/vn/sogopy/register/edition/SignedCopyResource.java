package vn.sogopy.register.edition;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.http.download.Disposition;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.query.QueryValues;
import vn.sogopy.platform.http.upload.FileForm;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

/** The signed and stamped copies. */
@Path("/api/v1/editions/{id}/signed-copies")
@Tag(name = "editions")
public class SignedCopyResource {
  @Inject EditionService service;
  @Inject EditionReader reader;
  @Inject EditionFileRepository stored;
  @Inject Uploads uploads;
  @Inject CurrentCaller caller;
  @Inject IdempotencyService idempotency;
  @Inject FileExchange files;

  @POST
  @InEdition
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(files = 1)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(COORDINATOR)
  @Operation(
      operationId = "attachSignedCopy",
      summary = "Lưu bản đã ký, đóng dấu (PDF) · File the signed and stamped copy (PDF)",
      description =
          "Chỉ sau khi có số, ngày: nếu không, 409 edition-not-issued. PDF không có chữ ký số (bản quét): vẫn lưu, kèm warnings."
              + " · Only after issuance, else 409 edition-not-issued. A PDF without a digital signature (a scan) is kept, with warnings.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForm.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EditionView.File.class)))
  public Response add(@PathParam("id") UUID edition, MultipartFormDataInput form) {
    Upload upload = uploads.file(form);
    IncomingFile file = EditionService.signedCopy(upload);
    return uploads.inTurn(
        () ->
            idempotency.once(
                upload.digest(),
                () -> {
                  EditionView.File made = service.fileSignedCopy(caller.actor(), edition, file);
                  return Reply.created(
                      made,
                      made.sha256(),
                      EditionService.PATH + edition + "/signed-copies/" + made.id());
                }));
  }

  @GET
  @Path("{copy}")
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  @Operation(operationId = "getSignedCopy", summary = "Tải bản đã ký · Download a signed copy")
  @APIResponse(responseCode = "416", ref = "#/components/responses/Problem416")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "*/*"))
  public Response get(
      @PathParam("id") UUID id,
      @PathParam("copy") UUID copy,
      @RestQuery("disposition")
          @DefaultValue("attachment")
          @Parameter(description = "inline: mở ngay trong trình duyệt · it opens in the browser")
          Disposition disposition) {
    EditionReader.Known known = reader.known(caller.get(), id);
    if (known.edition().isClosedTo(caller.get())) {
      // A signed copy shows the whole register.
      throw ProblemException.notFound();
    }
    EditionFile file = reader.signedCopy(known.edition().id, copy);
    return files.send(
        disposition, file.facts(), (from, to, out) -> stored.read(file.id, from, to, out));
  }

  /** {@code {id}} is an edition. It is looked up before the body is read; 404 if it is unknown. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface InEdition {}

  static class Filter {
    @Inject EditionReader reader;
    @Inject CurrentCaller caller;

    @InEdition
    @ServerRequestFilter
    public void find(UriInfo uri) {
      reader.known(caller.get(), QueryValues.pathId(uri.getPathParameters().getFirst("id")));
    }
  }
}
