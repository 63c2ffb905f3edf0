package vn.sogopy.desk.submission;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.register.edition.EditionReader;
import vn.sogopy.register.edition.EditionService;
import vn.sogopy.register.edition.EditionService.IssuanceInput;
import vn.sogopy.register.edition.EditionService.IssuancePatch;
import vn.sogopy.register.edition.EditionView;
import vn.sogopy.register.edition.EditionWatch;
import vn.sogopy.security.CurrentCaller;

/** One edition: its papers, its number and date after signature, and the signed copies. */
@Path("/so/{plan}/{draft}/trinh/ban/{so}")
@Produces(MediaType.TEXT_HTML)
public class EditionScreenResource {
  /** The field of the form by the property of the input. */
  private static final Map<String, String> FIELDS =
      Map.of("reportNumber", "so_bao_cao", "reportDate", "ngay_bao_cao", "reason", "ly_do");

  @Inject EditionReader reader;
  @Inject EditionService service;
  @Inject EditionWatch watch;
  @Inject Uploads uploads;
  @Inject JsonInput input;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record One(EditionView edition, SentForm form, boolean coordinator) implements TemplateInstance {}

  /**
   * The second look at number and date, before they are written.
   *
   * @param date null unless all that was typed can be taken
   */
  record Look(EditionView edition, SentForm form, LocalDate date, List<Warning> warnings)
      implements TemplateInstance {}

  /** Every byte of the edition is verified. */
  @GET
  @RolesAllowed({COORDINATOR, VIEWER})
  public TemplateInstance show(@PathParam("so") int number) {
    EditionView edition = reader.get(caller.get(), edition(number).id());
    watch.found(edition);
    SentForm form = SentForm.empty();
    if (edition.issuance() != null) {
      form.put(FIELDS.get("reportNumber"), edition.issuance().reportNumber());
      form.put(FIELDS.get("reportDate"), edition.issuance().reportDate().toString());
    }
    return new One(edition, form, desk.is(COORDINATOR));
  }

  private EditionView edition(int number) {
    return reader.ofDraft(caller.get(), draft.get(), watch.damaged()).stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  @GET
  @Path("so-ngay")
  @RolesAllowed(COORDINATOR)
  public Response look(@PathParam("so") int number, @Context UriInfo address) {
    EditionView edition = edition(number);
    SentForm form = SentForm.of(address.getQueryParameters());
    try {
      IssuanceInput wanted = given(form);
      if (edition.issuance() != null) {
        input.fields(IssuancePatch.class, typed(form));
      }
      List<Warning> warnings =
          reader.warnings(caller.get(), edition.id(), wanted.reportNumber(), wanted.reportDate());
      return Response.ok(new Look(edition, form, wanted.reportDate(), warnings)).build();
    } catch (ProblemException e) {
      return refused(edition, form.wrong(e, FIELDS));
    }
  }

  private static Response refused(EditionView edition, SentForm form) {
    return Response.status(Response.Status.BAD_REQUEST)
        .entity(new Look(edition, form, null, List.of()))
        .build();
  }

  private IssuanceInput given(SentForm form) {
    Map<String, Object> typed = typed(form);
    typed.remove("reason");
    return input.fields(IssuanceInput.class, typed);
  }

  /** By property; null = nothing was typed. */
  private static Map<String, Object> typed(SentForm form) {
    Map<String, Object> typed = new HashMap<>();
    FIELDS.forEach((property, field) -> typed.put(property, form.typed(field)));
    return typed;
  }

  @POST
  @Path("so-ngay")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response issue(@PathParam("so") int number) {
    EditionView edition = edition(number);
    SentForm form = SentForm.current();
    try {
      service.issue(caller.actor(), edition.id(), given(form));
      return here(number);
    } catch (ProblemException e) {
      return refused(edition, form.wrong(e, FIELDS));
    }
  }

  @POST
  @Path("sua-so-ngay")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(@PathParam("so") int number) {
    EditionView edition = edition(number);
    SentForm form = SentForm.current();
    try {
      service.correctIssuance(
          caller.actor(), edition.id(), input.patch(typed(form)), form.version());
      return here(number);
    } catch (ProblemException e) {
      return refused(edition, form.wrong(e, FIELDS));
    }
  }

  @POST
  @Path("ban-ky")
  @DeskForm
  @BodyLimit(files = 1)
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response attach(@PathParam("so") int number) {
    EditionView edition = edition(number);
    Upload file = uploads.chosen(SentForm.current().files("tep"), uploads.maxSize());
    IncomingFile copy = EditionService.signedCopy(file);
    uploads.inTurn(() -> service.fileSignedCopy(caller.actor(), edition.id(), copy));
    return here(number);
  }

  private Response here(int number) {
    return desk.back(desk.root() + "/trinh/ban/" + number, Notice.SAVED);
  }
}
