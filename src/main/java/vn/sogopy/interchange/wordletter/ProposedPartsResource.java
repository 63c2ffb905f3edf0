package vn.sogopy.interchange.wordletter;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.sogopy.interchange.wordletter.ProposalService.ProposalInput;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.platform.http.idempotency.Idempotent;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.security.CurrentCaller;

@EndpointDisabled(name = ProposalService.ENABLED, stringValue = "false")
@Path("/api/v1/letters/{id}/proposed-parts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class ProposedPartsResource {
  /** Bytes: 200,000 characters, each written as an escape of its own. */
  private static final int LIMIT = 3 * 1024 * 1024;

  @Inject ProposalService service;
  @Inject AttachmentReader attachments;
  @Inject CurrentCaller caller;

  @POST
  @Idempotent
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(LIMIT)
  @Operation(
      operationId = "proposeParts",
      summary =
          "Đề xuất tách văn bản thành từng ý kiến, chưa ghi gì · Propose the points of a letter; nothing is written",
      description =
          "Đọc bảng theo tiêu đề cột và các đoạn đánh số, gạch đầu dòng; đoán mục của dự thảo. Năm trường đầu của mỗi phần tử gửi được"
              + " nguyên như một ý kiến. PDF, bản quét, .doc: 415 not-a-word-file; DOCX hỏng hoặc quá lớn: 422. Văn bản mật: 409."
              + " · Reads tables by their headings and numbered or dashed paragraphs; guesses the sections. The first five fields of each"
              + " item can be sent as a comment. PDF, scans, .doc: 415 not-a-word-file; a damaged or too large DOCX: 422; a classified"
              + " letter: 409.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples = {
                @ExampleObject(
                    name = "pasted",
                    value =
                        "{\"text\": \"1. Về giao thông:\\n- Đề nghị bổ sung tuyến ĐT.258B (trang 45).\"}"),
                @ExampleObject(
                    name = "file",
                    value = "{\"attachment\": \"01912d68-783e-7a54-8b1c-2f0c5c1f9f10\"}")
              }))
  @APIResponseSchema(value = ProposedParts.class, responseCode = "200")
  public Response propose(@PathParam("id") UUID letter, @NotNull @Valid ProposalInput input) {
    attachments.requireOpenToFiles(caller.get(), letter);
    // Before the idempotent response is stored: that needs a transaction, which must not wait for
    // the reading of a file.
    ProposedParts proposed = service.propose(letter, input);
    return Reply.ok(proposed, null);
  }
}
