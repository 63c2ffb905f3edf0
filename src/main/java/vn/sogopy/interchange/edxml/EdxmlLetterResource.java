package vn.sogopy.interchange.edxml;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.SUBMITTER;

import io.quarkus.arc.lookup.LookupUnlessProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.consultation.letter.DraftLetterResource;
import vn.sogopy.consultation.letter.DraftLetterResource.LetterForm;
import vn.sogopy.consultation.letter.DraftLetterResource.LetterMessageResource;
import vn.sogopy.consultation.letter.LetterExamples;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.interchange.edxml.EdxmlFiling.Submission;
import vn.sogopy.interchange.edxml.EdxmlReader.Message;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.interchange.edxml.ParkedLetterReader.ParkedLetterView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

/** The edXML messages to a draft: intake (at the resource of letters), preview, parked letters. */
@ApplicationScoped
@LookupUnlessProperty(name = EdxmlService.ENABLED, stringValue = "false", lookupIfMissing = true)
@EndpointDisabled(name = EdxmlService.ENABLED, stringValue = "false")
@Path("/api/v1/plans/{plan}/drafts/{draft}")
@Produces(MediaType.APPLICATION_JSON)
public class EdxmlLetterResource implements LetterMessageResource {
  @Inject EdxmlReader reader;
  @Inject EdxmlService service;
  @Inject ParkedLetterReader parkedLetters;
  @Inject PlanHead heads;
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject IdempotencyService idempotency;

  @Override
  public Response receive(Form form, String reason) {
    byte[] digest = form.digest();
    Message message = reader.read(form);
    Response answer =
        uploads.inTurn(
            () ->
                idempotency.once(
                    digest, () -> reply(service.receive(sent(message, reason, false)))));
    if (!exchange.wants(MediaTypes.XML)) {
      return answer;
    }
    boolean parked = answer.getStatus() == Response.Status.ACCEPTED.getStatusCode();
    String issuer = heads.of(draft.get().planId()).issuer();
    return Response.fromResponse(answer)
        .type(MediaTypes.XML + ";charset=UTF-8")
        .entity(StatusMessage.of(message, parked, issuer, Instant.now()))
        .build();
  }

  private Submission sent(Message message, String reason, boolean dryRun) {
    return new Submission(caller.actor(), draft.get(), message, reason, dryRun);
  }

  /** 201 for a new letter, 202 for a parked one, else 200. */
  private Response reply(EdxmlOutcome outcome) {
    if (outcome.parked() == null) {
      return DraftLetterResource.reply(outcome.intake());
    }
    ParkedLetterView shown = parkedLetters.get(caller.get(), outcome.parked());
    return Reply.accepted(shown, shown.version(), ParkedLetterResource.PATH + "/" + shown.id());
  }

  @POST
  @Path("letter-previews")
  @Tag(name = "letters")
  @Consumes({
    MediaTypes.XML,
    MediaType.TEXT_XML,
    DraftLetterResource.RELATED,
    DraftLetterResource.MIXED
  })
  @BodyLimit(value = Uploads.MAX_XML, files = DraftLetterResource.CODED_FILES)
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
  public EdxmlOutcome.Preview preview(
      @RestQuery("reason")
          @Parameter(
              description =
                  "Lý do nhập khi dự thảo đã kết thúc lấy ý kiến (COORDINATOR) · why it is entered after the draft closed",
              schema = @Schema(type = SchemaType.STRING, maxLength = 500))
          String reason,
      InputStream body) {
    Message message = reader.read(uploads.message(body, LetterForm.MAX_FILES));
    return service.preview(sent(message, reason, true));
  }

  @GET
  @Path("parked-letters")
  @RolesAllowed(COORDINATOR)
  @Tag(name = "parked-letters")
  @Operation(
      operationId = "listParkedLetters",
      summary =
          "Văn bản chờ vào sổ: chưa rõ cơ quan, ngày, đã nhập trước, đang xử lý, hoặc đến khi dự thảo không mở · Letters whose body or date is not known, that were entered before or are in work, or that came while the draft was not open",
      description = "warnings nói vì sao văn bản phải chờ. · warnings say why each waits.")
  public RestResponse<Page<ParkedLetterView>> list(
      @RestQuery("status") @Parameter(description = "Mặc định tất cả · all if left out")
          ParkedStatus status,
      @BeanParam PageQuery query) {
    return exchange.page(parkedLetters.list(draft.get(), status, query));
  }
}
