package vn.sogopy.desk.bodies;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.consultation.consultee.ConsulteeList;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeReader.ConsulteeHistory;
import vn.sogopy.consultation.consultee.ConsulteeService;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.ContactLogService;
import vn.sogopy.consultation.consultee.ContactLogService.ContactInput;
import vn.sogopy.consultation.consultee.ContactLogService.ContactLog;
import vn.sogopy.consultation.consultee.ReplyInPlaceService;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.query.QueryValues;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.CurrentCaller;

/** One consultee: how it was asked and chased, and what became of it. */
@Path("/so/{plan}/{draft}/co-quan/{organization}")
@Produces(MediaType.TEXT_HTML)
public class OneBodyScreenResource {
  @Inject ConsulteeReader reader;
  @Inject ConsulteeService service;
  @Inject ContactLogService contacts;
  @Inject ReplyInPlaceService inPlace;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject JsonInput input;
  @Inject Desk desk;

  /** A letter of another body, which may also speak for this one. */
  record OtherLetter(String sender, ConsulteeView.Letter letter) {}

  record Body(
      BodiesQuery query,
      ConsulteeView body,
      List<ContactLog.Entry> log,
      ConsulteeHistory history,
      List<OtherLetter> others,
      LocalDate today,
      boolean silent,
      boolean writes)
      implements TemplateInstance {}

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR, VIEWER})
  public TemplateInstance one(
      @PathParam("organization") String organization, @BeanParam BodiesQuery query) {
    ConsulteeView body = reader.one(caller.get(), draft.get(), organization);
    boolean silent = body.state() == ReplyState.State.NOT_REPLIED;
    return new Body(
        query,
        body,
        contacts.of(draft.get(), organization).items(),
        reader.history(draft.get(), organization),
        silent && caller.get().isCoordinator() ? others(organization) : List.of(),
        VietnamTime.today(),
        silent,
        caller.get().isCoordinator());
  }

  private List<OtherLetter> others(String organization) {
    PageQuery whole = new PageQuery();
    whole.limit = Integer.MAX_VALUE;
    ConsulteeList all =
        reader.list(caller.actor(), draft.get(), new BodiesQuery().ofGroup(), whole);
    Map<UUID, OtherLetter> found = new LinkedHashMap<>();
    for (ConsulteeView body : all.items()) {
      if (!body.organization().code().equals(organization)) {
        add(found, body.organization().name(), body.letters());
      }
      if (body.answeredBy() != null) {
        ConsulteeView.AnsweredBy by = body.answeredBy();
        add(found, by.organization().name(), List.of(by.letter()));
      }
    }
    all.unasked().forEach(body -> add(found, body.organization().name(), body.letters()));
    return List.copyOf(found.values());
  }

  private static void add(
      Map<UUID, OtherLetter> found, String sender, List<ConsulteeView.Letter> letters) {
    letters.forEach(letter -> found.putIfAbsent(letter.id(), new OtherLetter(sender, letter)));
  }

  @POST
  @Path("lien-he")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response noteContact(
      @PathParam("organization") String organization, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("contactedOn", form.text("ngay_lien_he"));
    contact.put("text", form.text("noi_dung_lien_he"));
    contacts.add(
        caller.actor(), draft.get(), organization, input.typed(contact, ContactInput.class));
    return desk.back(back, Notice.SAVED);
  }

  @POST
  @Path("han")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response extend(
      @PathParam("organization") String organization, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("dueOn", form.text("han_tra_loi"));
    change.put("reason", form.text("ly_do"));
    return patch(organization, change, form, back);
  }

  @POST
  @Path("dau-moi")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changeContact(
      @PathParam("organization") String organization, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("name", form.text("dau_moi"));
    contact.put("phone", form.text("dien_thoai"));
    contact.put("email", form.text("thu_dien_tu"));
    return patch(organization, Map.of("contact", contact), form, back);
  }

  @POST
  @Path("van-ban")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changeRequest(
      @PathParam("organization") String organization, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    List<String> numbers = form.texts("so_van_ban");
    List<String> dates = form.texts("ngay_van_ban");
    List<Map<String, Object>> letters = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      Map<String, Object> letter = new LinkedHashMap<>();
      letter.put("number", SentForm.orNull(numbers.get(i)));
      letter.put("date", i < dates.size() ? SentForm.orNull(dates.get(i)) : null);
      letters.add(letter);
    }
    letters.removeIf(letter -> Collections.frequency(letter.values(), null) == letter.size());
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("requestLetters", letters);
    change.put("dossierReceivedOn", form.text("ngay_nhan_ho_so"));
    return patch(organization, change, form, back);
  }

  private Response patch(
      String organization, Map<String, Object> change, SentForm form, String back) {
    service.patch(caller.actor(), draft.get(), organization, input.patch(change), form.version());
    return desk.back(back, Notice.SAVED);
  }

  @POST
  @Path("tra-loi-thay")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answeredBy(
      @PathParam("organization") String organization, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    inPlace.record(
        caller.actor(),
        draft.get(),
        organization,
        QueryValues.pathId(String.valueOf(form.text("van_ban_tra_loi"))),
        form.text("ly_do"));
    return desk.back(back, Notice.SAVED);
  }

  @POST
  @Path("ban-giao")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response handOver(
      @PathParam("organization") String organization, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    service.handOver(
        caller.actor(),
        draft.get(),
        organization,
        reason(form),
        form.version(),
        Messages.VIETNAMESE);
    return desk.back(back, Notice.SAVED);
  }

  @POST
  @Path("dua-ra")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(
      @PathParam("organization") String organization, @RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    service.remove(caller.actor(), draft.get(), organization, reason(form), form.version());
    return desk.back(back, Notice.SAVED);
  }

  private String reason(SentForm form) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("reason", form.text("ly_do"));
    return input.typed(typed, ReasonInput.class).reason();
  }
}
