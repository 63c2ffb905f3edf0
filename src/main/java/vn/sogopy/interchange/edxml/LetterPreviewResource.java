package vn.sogopy.interchange.edxml;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.consultation.letter.DraftLetterResource;
import vn.sogopy.consultation.letter.DraftLetterResource.LetterForm;
import vn.sogopy.consultation.letter.LetterExamples;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

/** The preview of an edXML message. */
@EndpointDisabled(name = EdxmlService.ENABLED, stringValue = "false")
@Path("/api/v1/plans/{plan}/drafts/{draft}/letter-previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class LetterPreviewResource {
  @Inject EdxmlReader reader;
  @Inject EdxmlService messages;
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;

  @POST
  @Consumes({
    MediaTypes.XML,
    MediaType.TEXT_XML,
    DraftLetterResource.RELATED,
    DraftLetterResource.MIXED
  })
  @BodyLimit(value = Uploads.MOST_XML, files = DraftLetterResource.CODED_FILES)
  @RolesAllowed({SUBMITTER, COORDINATOR})
  @Operation(
      operationId = "previewLetter",
      summary =
          "Thông điệp edXML sẽ được ghi nhận thế nào · How an edXML message would be recorded",
      description = "Không ghi gì. · Nothing is written.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaTypes.XML,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "edXML", value = LetterExamples.EDXML)),
        @Content(
            mediaType = MediaType.TEXT_XML,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "edXML", value = LetterExamples.EDXML)),
        @Content(
            mediaType = DraftLetterResource.RELATED,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = DraftLetterResource.MIXED,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public EdxmlPreview preview(
      @RestQuery("reason")
          @Parameter(
              description =
                  "Lý do nhập khi dự thảo đã kết thúc lấy ý kiến (COORDINATOR) · why it is entered after the draft closed",
              schema = @Schema(type = SchemaType.STRING, maxLength = 500))
          String reason,
      InputStream body) {
    try (Form form = uploads.message(body, LetterForm.MAX_FILES)) {
      return messages.preview(
          caller.actor(), draft.get(), reader.read(form), reason, exchange.locale());
    }
  }
}
