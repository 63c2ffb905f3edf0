package vn.sogopy.desk.admin;

import static vn.sogopy.security.Role.Names.ADMIN;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/** The list of bodies, and one body: its names and its group. */
@Path("/quan-tri")
@Produces(MediaType.TEXT_HTML)
public class OrganizationScreenResource {
  static final String PATH = "/quan-tri/co-quan";

  @Inject OrganizationReader reader;
  @Inject OrganizationService service;
  @Inject GroupService groups;
  @Inject JsonInput input;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  /**
   * A body as a row.
   *
   * @param group title
   * @param now the names of those in its place; empty = it exists, or nobody follows
   */
  record Row(OrganizationView view, String group, String now) {}

  record Organizations(
      List<Row> items, String words, String group, List<GroupView> groups, String next)
      implements TemplateInstance {}

  /**
   * @param row null = the body is new
   * @param before the names of those that it follows
   * @param names in time, and an empty row
   */
  record One(
      Row row, String before, SentForm form, List<GroupView> groups, List<List<String>> names)
      implements TemplateInstance {}

  @GET
  @Path("co-quan")
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance list(
      @RestQuery("tim") String words, @RestQuery("nhom") String group, @BeanParam PageQuery query) {
    Page<OrganizationView> page = reader.list(group, words, null, query.limit, query.cursor, false);
    return new Organizations(
        rows(page.items()),
        words == null ? "" : words,
        group == null ? "" : group,
        groups.list().items(),
        page.next() == null
            ? null
            : Links.query("tim", words, "nhom", group, "cursor", page.next()));
  }

  private List<Row> rows(List<OrganizationView> views) {
    Map<String, String> titles =
        groups.list().items().stream().collect(Collectors.toMap(GroupView::code, GroupView::title));
    return views.stream()
        .map(view -> new Row(view, titles.get(view.group()), names(view.successors())))
        .toList();
  }

  private String names(List<String> codes) {
    if (codes.isEmpty()) {
      return "";
    }
    Map<String, String> names = reader.names(codes);
    return codes.stream().map(names::get).collect(Collectors.joining("; "));
  }

  @GET
  @Path("co-quan-moi")
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance ask() {
    return page(null, SentForm.empty());
  }

  @POST
  @Path("co-quan-moi")
  @DeskForm
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create() {
    SentForm form = SentForm.current();
    try {
      Map<String, Object> wanted = OrganizationFields.properties(form);
      String code = form.text("ma");
      wanted.put("code", code.isBlank() ? OrganizationService.codeOf(form.text("ten")) : code);
      wanted.computeIfAbsent(
          "order", order -> wanted.get("group") == null ? null : service.nextIn(form.text("nhom")));
      OrganizationInput checked = input.fields(OrganizationInput.class, wanted);
      OrganizationView made = service.create(caller.get(), checked, false);
      return desk.back(PATH + "/" + made.code(), Notice.SAVED);
    } catch (ProblemException e) {
      return refused(null, form.wrong(e, OrganizationFields.OF_FORM));
    }
  }

  @GET
  @Path("co-quan/{code}")
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance one(@PathParam("code") String code) {
    OrganizationView view = reader.get(code);
    return page(view, OrganizationFields.of(view));
  }

  @POST
  @Path("co-quan/{code}")
  @DeskForm
  @RolesAllowed({ADMIN, COORDINATOR})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("code") String code, @RestForm("_phien") String version) {
    OrganizationView view = reader.get(code);
    SentForm form = SentForm.current();
    try {
      Map<String, Object> wanted = OrganizationFields.properties(form);
      service.patch(caller.get(), code, input.patch(wanted), IfMatch.of(version));
      return desk.back(desk.hereWithQuery(), Notice.SAVED);
    } catch (ProblemException e) {
      return refused(view, form.wrong(e, OrganizationFields.OF_FORM));
    }
  }

  private Response refused(OrganizationView view, SentForm form) {
    return Response.status(Response.Status.BAD_REQUEST).entity(page(view, form)).build();
  }

  private One page(OrganizationView view, SentForm form) {
    return new One(
        view == null ? null : rows(List.of(view)).get(0),
        view == null ? "" : names(view.predecessors()),
        form,
        groups.list().items(),
        OrganizationFields.namesInTime(form));
  }
}
