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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
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
  @Inject EditionReader reader;
  @Inject EditionService service;
  @Inject EditionWatch watch;
  @Inject Uploads uploads;
  @Inject JsonInput input;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record One(EditionView edition, Form form, boolean coordinator) implements TemplateInstance {}

  /**
   * The second look at number and date, before they are written.
   *
   * @param date null unless all that was typed can be taken
   */
  record Look(EditionView edition, Form form, LocalDate date, List<Warning> warnings)
      implements TemplateInstance {}

  /**
   * The form of number and date.
   *
   * @param errors by the name of the field
   */
  record Form(Typed typed, Map<String, String> errors) {
    /** The form for an edition: empty, or with what is to be corrected. */
    private static Form of(EditionView.Issuance issuance) {
      return new Form(
          issuance == null
              ? new Typed("", "", "")
              : new Typed(issuance.reportNumber(), issuance.reportDate().toString(), ""),
          Map.of());
    }

    /** Empty = none. */
    public String error(String field) {
      return errors.getOrDefault(field, "");
    }
  }

  /** Number and date as typed; empty = not given. */
  record Typed(String reportNumber, String reportDate, String reason) {
    Typed {
      reportNumber = Objects.toString(reportNumber, "");
      reportDate = Objects.toString(reportDate, "");
      reason = Objects.toString(reason, "");
    }

    private IssuanceInput given(JsonInput input) {
      return input.fields(
          IssuanceInput.class, "reportNumber", reportNumber, "reportDate", reportDate);
    }

    private IssuancePatch corrected(JsonInput input) {
      return input.fields(
          IssuancePatch.class,
          "reportNumber",
          reportNumber,
          "reportDate",
          reportDate,
          "reason",
          reason);
    }
  }

  @GET
  @RolesAllowed({COORDINATOR, VIEWER})
  public TemplateInstance show(@PathParam("so") int number) {
    EditionView edition = edition(number);
    return new One(edition, Form.of(edition.issuance()), desk.is(COORDINATOR));
  }

  /** Every byte of the edition is verified. */
  private EditionView edition(int number) {
    EditionView found =
        reader.ofDraft(caller.get(), draft.get(), watch.damaged()).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .map(one -> reader.get(caller.get(), one.id()))
            .orElseThrow(ProblemException::notFound);
    watch.found(found);
    return found;
  }

  @GET
  @Path("so-ngay")
  @RolesAllowed(COORDINATOR)
  public Response look(
      @PathParam("so") int number,
      @RestQuery("so_bao_cao") String reportNumber,
      @RestQuery("ngay_bao_cao") String reportDate,
      @RestQuery("ly_do") String reason) {
    EditionView edition = edition(number);
    Typed typed = new Typed(reportNumber, reportDate, reason);
    try {
      IssuanceInput wanted = typed.given(input);
      if (edition.issuance() != null) {
        typed.corrected(input);
      }
      List<Warning> warnings =
          reader.warnings(caller.get(), edition.id(), wanted.reportNumber(), wanted.reportDate());
      Form form = new Form(typed, Map.of());
      return Response.ok(new Look(edition, form, wanted.reportDate(), warnings)).build();
    } catch (ProblemException e) {
      if (e.code() != ProblemCode.VALIDATION_FAILED) {
        throw e;
      }
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(new Look(edition, new Form(typed, errors(e)), null, List.of()))
          .build();
    }
  }

  private static Map<String, String> errors(ProblemException problem) {
    Map<String, String> errors = new HashMap<>();
    problem
        .errors()
        .forEach(
            error -> errors.put(error.name().substring(1), Problem.Item.ofPage(error).detail()));
    return errors;
  }

  @POST
  @Path("so-ngay")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response issue(
      @PathParam("so") int number,
      @RestForm("so_bao_cao") String reportNumber,
      @RestForm("ngay_bao_cao") String reportDate) {
    IssuanceInput wanted = new Typed(reportNumber, reportDate, null).given(input);
    service.issue(caller.actor(), edition(number).id(), wanted);
    return here(number);
  }

  @POST
  @Path("sua-so-ngay")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correct(
      @PathParam("so") int number,
      @RestForm("_phien") int version,
      @RestForm("so_bao_cao") String reportNumber,
      @RestForm("ngay_bao_cao") String reportDate,
      @RestForm("ly_do") String reason) {
    IssuancePatch wanted = new Typed(reportNumber, reportDate, reason).corrected(input);
    Map<String, Object> patch =
        Map.of(
            "reportNumber", wanted.reportNumber(),
            "reportDate", wanted.reportDate(),
            "reason", wanted.reason());
    service.correctIssuance(
        caller.actor(), edition(number).id(), input.patch(patch), IfMatch.of(version));
    return here(number);
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
