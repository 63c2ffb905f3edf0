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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.outline.Outline;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.plan.outline.SectionView;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.security.CurrentCaller;

/** The outline of a draft. */
@Path("/quan-tri/muc-luc/{plan}/{draft}")
@Produces(MediaType.TEXT_HTML)
public class OutlineScreenResource {
  private static final String PATH = "/quan-tri/muc-luc/";

  /** Bytes, for 5,000 sections. */
  private static final int FILE_LIMIT = 8 * 1024 * 1024;

  @Inject OutlineService service;
  @Inject OrganizationReader organizations;
  @Inject PlanReader plans;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Tables tables;

  /**
   * @param responsible names
   */
  record Row(SectionView section, String responsible) {}

  /**
   * @param api address of the outline for files
   * @param tableAction address to send a table to; null = the person may not replace the outline
   *     now
   * @param outcome null = no table was sent
   */
  record Sections(
      DraftRef ref,
      DraftView draft,
      List<Row> rows,
      String version,
      String api,
      String tableAction,
      TableOutcome outcome)
      implements TemplateInstance {}

  @GET
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance list() {
    return page(null);
  }

  private Sections page(TableOutcome outcome) {
    Outline outline = service.get(draft.get().id());
    Map<String, String> names =
        organizations.names(
            outline.items().stream()
                .flatMap(section -> section.responsible().stream())
                .collect(Collectors.toSet()));
    List<Row> rows =
        outline.items().stream()
            .map(
                section ->
                    new Row(
                        section,
                        section.responsible().stream()
                            .map(code -> names.getOrDefault(code, code))
                            .collect(Collectors.joining("; "))))
            .toList();
    DraftView view = plans.draft(draft.get().id());
    boolean writes = caller.get().isCoordinator() && view.status() == DraftStatus.PREPARING;
    String path = draft.get().plan() + "/" + draft.get().number();
    return new Sections(
        draft.get(),
        view,
        rows,
        outline.version().toString(),
        "/api/v1/plans/%s/drafts/%d/sections".formatted(draft.get().plan(), draft.get().number()),
        writes ? PATH + path : null,
        outcome);
  }

  @POST
  @DeskForm
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  public Response load(@RestForm("_phien") String version) {
    TableOutcome outcome =
        tables.take(
            FILE_LIMIT,
            (table, mode) ->
                service.load(draft.get().id(), table, IfMatch.of(version), mode).report());
    return Response.status(outcome.status()).entity(page(outcome)).build();
  }
}
