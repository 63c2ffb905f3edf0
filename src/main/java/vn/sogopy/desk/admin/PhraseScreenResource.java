package vn.sogopy.desk.admin;

import static vn.sogopy.security.Role.Names.COORDINATOR;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.comment.Result;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.interchange.phrase.PhraseService;
import vn.sogopy.interchange.phrase.PhraseService.PhraseInput;
import vn.sogopy.interchange.phrase.PhraseService.PhraseView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/** The stock phrases of a plan. */
@Path("/quan-tri/cau-mau/{plan}")
@Produces(MediaType.TEXT_HTML)
public class PhraseScreenResource {
  private static final String PATH = "/quan-tri/cau-mau/";

  /** Bytes: 1,000 rows of the longest texts. */
  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  private static final Map<String, String> FIELDS =
      Map.of("text", "cau_mau", "result", "ket_qua_xu_ly");

  /** A phrase is immutable. */
  private static final int VERSION = 0;

  @Inject PhraseService service;
  @Inject PlanReader plans;
  @Inject JsonInput input;
  @Inject Tables tables;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  /**
   * @param next the query of the next page; null = this is the last one
   * @param outcome null = no table was sent
   */
  record Phrases(
      PlanView plan,
      List<PhraseView> items,
      List<Result> results,
      SentForm form,
      String next,
      String tableAction,
      TableOutcome outcome)
      implements TemplateInstance {}

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance list(@PathParam("plan") String plan, @BeanParam PageQuery query) {
    return page(plan, query, SentForm.empty(), null);
  }

  private Phrases page(String plan, PageQuery query, SentForm form, TableOutcome outcome) {
    Page<PhraseView> page =
        service.list(caller.get(), draft.planId(), query.limit, query.cursor, false);
    return new Phrases(
        plans.get(plan),
        page.items(),
        Arrays.asList(Result.values()),
        form,
        page.next() == null ? null : Links.query("cursor", page.next()),
        PATH + plan + "/bang",
        outcome);
  }

  @POST
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(@PathParam("plan") String plan, @BeanParam PageQuery query) {
    SentForm form = SentForm.current();
    try {
      PhraseInput wanted =
          input.fields(
              PhraseInput.class,
              "text",
              form.text("cau_mau"),
              "result",
              form.text("ket_qua_xu_ly"));
      service.add(caller.actor(), draft.planId(), wanted);
      return desk.back(PATH + plan, Notice.SAVED);
    } catch (ProblemException e) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(page(plan, query, form.wrong(e, FIELDS), null))
          .build();
    }
  }

  @POST
  @Path("{id}/xoa")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response delete(@PathParam("id") UUID id, @RestForm("_ve") String back) {
    service.delete(caller.get(), draft.planId(), id, VERSION, IfMatch.of(VERSION));
    return desk.back(back, Notice.DELETED);
  }

  @POST
  @Path("bang")
  @DeskForm
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  public Response load(@PathParam("plan") String plan, @BeanParam PageQuery query) {
    TableOutcome outcome =
        tables.take(
            FILE_LIMIT, (table, mode) -> service.load(caller.actor(), draft.planId(), table, mode));
    return Response.status(outcome.status())
        .entity(page(plan, query, SentForm.empty(), outcome))
        .build();
  }
}
