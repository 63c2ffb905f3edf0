package vn.sogopy.interchange.edxml;

import io.quarkus.arc.lookup.LookupUnlessProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import vn.sogopy.consultation.letter.DraftLetterResource;
import vn.sogopy.consultation.letter.DraftLetterResource.LetterMessageResource;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.idempotency.Idempotency;
import vn.sogopy.platform.http.idempotency.Reply;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

/** Accepts edXML messages at the resource of letters. */
@ApplicationScoped
@LookupUnlessProperty(name = EdxmlService.ENABLED, stringValue = "false", lookupIfMissing = true)
public class EdxmlLetterResource implements LetterMessageResource {
  @Inject EdxmlReader reader;
  @Inject EdxmlService messages;
  @Inject PlanHead heads;
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Exchange exchange;
  @Inject Idempotency idempotency;

  @Override
  public Response receive(Form form, String reason) {
    byte[] digest = form.digest();
    EdxmlReader.Message message = reader.read(form);
    Locale locale = exchange.locale();
    Response answer =
        uploads.inTurn(
            () ->
                idempotency.once(
                    digest,
                    () ->
                        reply(
                            messages.receive(caller.actor(), draft.get(), message, reason),
                            locale)));
    return exchange.wants(MediaTypes.XML) ? status(message.header(), answer) : answer;
  }

  private Response status(EdxmlHeader header, Response answer) {
    String issuer = heads.of(draft.get().planId()).issuer();
    return Response.fromResponse(answer)
        .type(MediaTypes.XML + ";charset=UTF-8")
        .entity(StatusMessage.of(header, answer.getStatus(), issuer, Instant.now()))
        .build();
  }

  /** 201 for a new letter, 202 for a parked one, else 200. */
  static Response reply(EdxmlOutcome outcome, Locale locale) {
    if (outcome.kind() == EdxmlOutcome.Kind.PARKED) {
      ParkedLetterView shown = outcome.parked().in(locale);
      return Reply.accepted(shown, shown.version(), ParkedLetterResource.PATH + "/" + shown.id());
    }
    return DraftLetterResource.reply(outcome.intake(), locale);
  }
}
