package vn.sogopy.desk.submitter;

import static vn.sogopy.security.Role.Names.SUBMITTER;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.consultation.letter.DraftLetterResource;
import vn.sogopy.consultation.letter.LetterIntakeService;
import vn.sogopy.consultation.letter.LetterQuery;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.plan.outline.SectionView;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.CurrentCaller;

/** A body sends a letter with its points and files, all or nothing. */
@Path("/so/{plan}/{draft}/gop-y/gui")
@Produces(MediaType.TEXT_HTML)
public class SubmitterLetterResource {
  private static final int MAX_FILES = DraftLetterResource.LetterForm.MAX_FILES;

  @Inject LetterIntakeService intake;
  @Inject LetterReader letters;
  @Inject OutlineService outlines;
  @Inject PlanReader plans;
  @Inject IdempotencyService idempotency;
  @Inject Uploads uploads;
  @Inject JsonInput input;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Ended ended;
  @Inject Desk desk;

  /**
   * @param ended why the person can send nothing; null = the body exists
   * @param own earlier letters that this one can replace
   * @param refused why the letter was not taken; null = it was not sent yet
   */
  record Send(
      DraftView draft,
      Ended.Notice ended,
      LetterForm form,
      LetterFaults refused,
      List<Position> positions,
      List<Channel> channels,
      List<SectionView> outline,
      List<LetterView> own)
      implements TemplateInstance {}

  @GET
  @RolesAllowed(SUBMITTER)
  public TemplateInstance form() {
    return page(LetterForm.empty(), null);
  }

  private Send page(LetterForm form, LetterFaults refused) {
    List<LetterView> own =
        letters
            .list(caller.get(), draft.get(), LetterQuery.newest(Page.MAX_LIMIT, null))
            .items()
            .stream()
            .filter(letter -> letter.withdrawnAt() == null)
            .filter(letter -> letter.organization().equals(caller.get().organization()))
            .toList();
    return new Send(
        plans.draft(draft.get().id()),
        ended.notice(caller.get(), VietnamTime.today()),
        form,
        refused,
        List.of(Position.values()),
        List.of(Channel.values()),
        outlines.get(draft.get().id()).items(),
        own);
  }

  /** The same form with room for one more point. */
  @POST
  @Path("them")
  @DeskForm
  @RolesAllowed(SUBMITTER)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(value = LetterRequest.BODY_LIMIT, files = MAX_FILES)
  public TemplateInstance more(@RestForm("_lan") String once) {
    return page(LetterForm.of(SentForm.current()).withOneMore(), null);
  }

  @POST
  @DeskForm
  @RolesAllowed(SUBMITTER)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(value = LetterRequest.BODY_LIMIT, files = MAX_FILES)
  public Response send(@RestForm("_lan") String once) {
    SentForm sent = SentForm.current();
    LetterForm form = LetterForm.of(sent);
    try {
      UUID letter = receive(form, sent);
      return desk.back(desk.root() + "/gop-y/van-ban/" + letter, Notice.SENT);
    } catch (ProblemException e) {
      if (e.code().status() >= 500) {
        throw e;
      }
      boolean used = e.code() == ProblemCode.EXTERNAL_ID_CONFLICT;
      return Response.status(e.code().status())
          .entity(page(used ? form.again() : form, LetterFaults.of(e, form.sent())))
          .build();
    }
  }

  private UUID receive(LetterForm form, SentForm sent) {
    LetterRequest request = form.request(input);
    request.check();
    List<Upload> uploaded = uploads.chosen(sent.parts("tep"), MAX_FILES, uploads.maxSize());
    List<IncomingFile> files =
        IntStream.range(0, uploaded.size())
            .mapToObj(i -> IncomingFile.of(uploaded.get(i), "/file/" + i))
            .toList();
    return uploads.inTurn(
        () ->
            idempotency
                .retried(() -> intake.receive(caller.actor(), draft.get(), request, files))
                .letter()
                .id());
  }
}
