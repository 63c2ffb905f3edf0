package vn.sogopy.desk.admin;

import static vn.sogopy.security.Role.Names.ADMIN;
import static vn.sogopy.security.Role.Names.COORDINATOR;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.desk.BodyNames;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.Choice;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Scalars;
import vn.sogopy.security.CurrentCaller;

/** The end of a body by a merger or a split: its day, its successors, its legal basis. */
@Path("/quan-tri/co-quan/{code}/ket-thuc")
@Produces(MediaType.TEXT_HTML)
public class OrganizationEndScreenResource {
  private static final Map<String, String> FIELDS =
      Map.of(
          "dissolvedOn", "ngay_ket_thuc",
          "successors", "co_quan_ke_thua",
          "dissolutionBasis", "can_cu");

  @Inject OrganizationReader reader;
  @Inject OrganizationService service;
  @Inject BodyNames bodies;
  @Inject JsonInput input;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record End(OrganizationView view, SentForm form, List<Choice> names)
      implements TemplateInstance {}

  /**
   * The second look.
   *
   * @param day the first day without the body; null = its end is taken back
   */
  record Look(OrganizationView view, SentForm form, LocalDate day, List<String> successors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance ask(@PathParam("code") String code) {
    OrganizationView view = reader.get(code);
    Map<String, String> names = reader.names(view.successors());
    List<String> successors = view.successors().stream().map(names::get).toList();
    return page(
        view,
        SentForm.of(
            Map.of(
                "ngay_ket_thuc", List.of(Objects.toString(view.dissolvedOn(), "")),
                "co_quan_ke_thua", List.of(String.join("\n", successors)),
                "can_cu", List.of(Objects.toString(view.dissolutionBasis(), "")))));
  }

  private End page(OrganizationView view, SentForm form) {
    return new End(view, form, reader.choices());
  }

  @POST
  @Path("xem")
  @DeskForm
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response look(@PathParam("code") String code) {
    OrganizationView view = reader.get(code);
    SentForm form = SentForm.current();
    List<String> successors = bodies.codes(form, "co_quan_ke_thua");
    LocalDate day = day(form);
    if (form.isWrong()) {
      return refused(view, form);
    }
    Map<String, String> names = reader.names(successors);
    return Response.ok(new Look(view, form, day, successors.stream().map(names::get).toList()))
        .build();
  }

  private static LocalDate day(SentForm form) {
    String text = form.text("ngay_ket_thuc").strip();
    try {
      return text.isEmpty() ? null : Scalars.date(text);
    } catch (RuntimeException e) {
      form.wrong(
          ProblemException.invalid(FieldError.pointer("/dissolvedOn", FieldCode.INVALID_DATE)),
          FIELDS);
      return null;
    }
  }

  @POST
  @DeskForm
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(@PathParam("code") String code, @RestForm("_phien") String version) {
    OrganizationView view = reader.get(code);
    SentForm form = SentForm.current();
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("dissolvedOn", form.typed("ngay_ket_thuc"));
    end.put("successors", bodies.codes(form, "co_quan_ke_thua"));
    end.put("dissolutionBasis", form.typed("can_cu"));
    if (form.isWrong()) {
      return refused(view, form);
    }
    try {
      service.patch(caller.get(), code, input.patch(end), IfMatch.of(version));
      String list = Links.query("ve", desk.from(OrganizationScreenResource.PATH));
      return desk.back(OrganizationScreenResource.PATH + "/" + code + list, Notice.SAVED);
    } catch (ProblemException e) {
      return refused(view, form.wrong(e, FIELDS));
    }
  }

  private Response refused(OrganizationView view, SentForm form) {
    return Response.status(Response.Status.BAD_REQUEST).entity(page(view, form)).build();
  }
}
