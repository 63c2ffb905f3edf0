package vn.sogopy.desk.bodies;

import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.consultation.consultee.ConsulteeImportService;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeService;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.CurrentCaller;

/** Puts bodies on the list of consultees: ticked ones, typed names, or a table. */
@Path("/so/{plan}/{draft}/co-quan/dua-vao")
@Produces(MediaType.TEXT_HTML)
public class BodiesInviteResource {
  private static final int FILE_LIMIT = 4 * 1024 * 1024;

  /** Bodies to tick on one page; the filter finds the others. */
  private static final int MOST = 400;

  @Inject ConsulteeImportService imports;
  @Inject ConsulteeService service;
  @Inject ConsulteeReader reader;
  @Inject OrganizationReader organizations;
  @Inject GroupService groups;
  @Inject Tables tables;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record Group(GroupView group, List<OrganizationView> bodies) {}

  /**
   * @param filter group and words of the list
   * @param kept names of the ticked bodies that the filter does not find, by code
   * @param more whether there are more bodies than shown
   * @param back address of the list, with its filter
   * @param error of the form; null = none
   */
  record Choose(
      BodiesQuery filter,
      List<GroupView> groups,
      List<Group> found,
      Map<String, String> kept,
      boolean more,
      SentForm form,
      String back,
      String error)
      implements TemplateInstance {}

  /**
   * @param back address of the list, with its filter
   */
  record Preview(TableOutcome outcome, String back) implements TemplateInstance {}

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance form(@BeanParam BodiesQuery filter, @RestQuery("_ve") String back) {
    return choose(filter, SentForm.empty(), back, null);
  }

  private Choose choose(BodiesQuery filter, SentForm form, String back, String error) {
    var page =
        organizations.list(filter.group, filter.words, VietnamTime.today(), MOST, null, false);
    PageQuery whole = new PageQuery();
    whole.limit = Integer.MAX_VALUE;
    Set<String> asked =
        reader
            .list(caller.actor(), draft.get(), new BodiesQuery().ofGroup(), whole)
            .items()
            .stream()
            .map(body -> body.organization().code())
            .collect(Collectors.toSet());
    List<GroupView> all = groups.list().items();
    Map<String, List<OrganizationView>> byGroup =
        page.items().stream()
            .filter(body -> !asked.contains(body.code()))
            .collect(Collectors.groupingBy(OrganizationView::group));
    List<Group> found =
        all.stream()
            .filter(group -> byGroup.containsKey(group.code()))
            .map(group -> new Group(group, byGroup.get(group.code())))
            .toList();
    Set<String> ticked = new HashSet<>(form.all("co_quan"));
    page.items().forEach(body -> ticked.remove(body.code()));
    Map<String, String> kept = organizations.names(ticked);
    return new Choose(filter, all, found, kept, page.next() != null, form, list(back), error);
  }

  private Choose again(SentForm form, String back, String error) {
    BodiesQuery filter = new BodiesQuery();
    filter.group = form.typed("nhom");
    filter.words = form.typed("ten");
    return choose(filter, form, back, error);
  }

  /** Shows what the table would do, or other bodies to tick; writes nothing. */
  @POST
  @Path("xem")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(FILE_LIMIT + 2 * BodyLimit.DEFAULT)
  public Response preview(@RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    if (form.has("_loc")) {
      return Response.ok(again(form, back, null)).build();
    }
    Upload table = table(form);
    if (table == null) {
      String error = "Chưa có cơ quan nào: đánh dấu cơ quan, ghi tên hoặc chọn tệp.";
      return Response.status(400).entity(again(form, back, error)).build();
    }
    return seen(load(table, true, false), back);
  }

  private Response seen(TableOutcome outcome, String back) {
    return Response.status(outcome.status()).entity(new Preview(outcome, list(back))).build();
  }

  /** The list that a person came from, else all bodies. */
  private String list(String back) {
    return back == null ? desk.root() + "/co-quan" : back;
  }

  /** Takes the rows of the preview over, without the wrong ones if the person says so. */
  @POST
  @Path("ghi")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(FILE_LIMIT + 2 * BodyLimit.DEFAULT)
  public Response save(@RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    Upload table = table(form);
    if (table == null) {
      throw Uploads.missing();
    }
    TableOutcome outcome = load(table, false, form.has("_dong_dung"));
    return outcome.written() ? desk.back(list(back), Notice.SAVED) : seen(outcome, back);
  }

  /** Copies the list of an earlier draft. */
  @POST
  @Path("chep")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response copy(@RestForm("tu_du_thao_lan") Integer from, @RestForm("_ve") String back) {
    if (from == null) {
      throw ProblemException.parameter("from", FieldCode.REQUIRED);
    }
    service.copy(caller.actor(), draft.get(), from, Messages.VIETNAMESE);
    return desk.back(list(back), Notice.SAVED);
  }

  private TableOutcome load(Upload table, boolean trial, boolean partial) {
    return tables.take(
        table, trial, partial, mode -> imports.load(caller.actor(), draft.get(), table, mode));
  }

  /** Null if nothing was chosen or typed. */
  private Upload table(SentForm form) {
    Upload sent = tables.sent(form, FILE_LIMIT);
    byte[] typed = sent == null ? InviteTable.of(form) : null;
    return typed == null ? sent : tables.written(typed);
  }
}
