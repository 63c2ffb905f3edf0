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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.consultation.consultee.ConsulteeImportService;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeService;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
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
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record Group(GroupView group, List<OrganizationView> bodies) {}

  /**
   * @param filter group and words of the list
   * @param more whether there are more bodies than shown
   * @param error of the form; null = none
   */
  record Choose(
      BodiesQuery filter,
      List<GroupView> groups,
      List<Group> found,
      boolean more,
      SentForm form,
      String error)
      implements TemplateInstance {}

  /** What an error says, and which bodies may be meant. */
  record Fault(String column, String detail, String candidates) {}

  record Line(int number, String name, String result, boolean wrong, List<Fault> faults) {}

  /**
   * @param table the table, to be sent again; null = the file must be chosen again
   */
  record Preview(ImportReport report, List<Line> lines, int good, String table)
      implements TemplateInstance {}

  @GET
  @RolesAllowed(COORDINATOR)
  public TemplateInstance form(@BeanParam BodiesQuery filter) {
    return choose(filter, SentForm.empty(), null);
  }

  private Choose choose(BodiesQuery filter, SentForm form, String error) {
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
    return new Choose(filter, all, found, page.next() != null, form, error);
  }

  /** Shows what the table would do; writes nothing. */
  @POST
  @Path("xem")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(FILE_LIMIT + 2 * BodyLimit.DEFAULT)
  public Response preview(@RestForm("_ve") String back) {
    SentForm form = SentForm.current();
    Upload table = table(form);
    if (table == null) {
      String error = "Chưa có cơ quan nào: đánh dấu cơ quan, ghi tên hoặc chọn tệp.";
      return Response.status(400).entity(choose(new BodiesQuery(), form, error)).build();
    }
    ImportReport report = load(table, new ImportMode(true, true, true, Messages.VIETNAMESE));
    return Response.ok(
            new Preview(
                report,
                lines(report),
                report.received() - report.rejected(),
                InviteTable.carry(table)))
        .build();
  }

  /** Takes the rows of the preview over, without the wrong ones if the person says so. */
  @POST
  @Path("ghi")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @BodyLimit(FILE_LIMIT + 2 * BodyLimit.DEFAULT)
  public Response save(@RestForm("_bo_qua") String partial) {
    Upload table = table(SentForm.current());
    if (table == null) {
      throw ProblemException.parameter("tep", FieldCode.REQUIRED);
    }
    load(table, new ImportMode(partial != null, false, false, Messages.VIETNAMESE));
    return desk.back(desk.root() + "/co-quan", Notice.SAVED);
  }

  /** Copies the list of an earlier draft. */
  @POST
  @Path("chep")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response copy(@RestForm("tu_du_thao_lan") Integer from) {
    if (from == null) {
      throw ProblemException.parameter("from", FieldCode.REQUIRED);
    }
    service.copy(caller.actor(), draft.get(), from, Messages.VIETNAMESE);
    return desk.back(desk.root() + "/co-quan", Notice.SAVED);
  }

  private ImportReport load(Upload table, ImportMode mode) {
    return imports.load(caller.actor(), draft.get(), table, mode);
  }

  /** Null if nothing was chosen or typed. */
  private Upload table(SentForm form) {
    List<Upload> files = uploads.chosen(form.files("tep"), 1, FILE_LIMIT);
    if (!files.isEmpty()) {
      return files.get(0);
    }
    byte[] table = InviteTable.of(form);
    try {
      return table == null ? null : uploads.unpack(null, "/file", out -> out.write(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Line> lines(ImportReport report) {
    Map<String, String> names =
        organizations.names(
            report.rows().stream()
                .flatMap(
                    row ->
                        Stream.concat(
                            Stream.ofNullable(row.id()),
                            row.errors().stream().flatMap(item -> item.candidates().stream())))
                .collect(Collectors.toSet()));
    return report.rows().stream().map(row -> line(row, names)).toList();
  }

  private static Line line(ImportReport.Row row, Map<String, String> names) {
    List<Fault> faults =
        row.errors().stream()
            .map(
                item ->
                    new Fault(
                        item.column(),
                        item.detail(),
                        item.candidates().stream()
                            .map(code -> names.getOrDefault(code, code))
                            .collect(Collectors.joining(", "))))
            .toList();
    String written = row.errors().stream().map(ImportReport.Item::value).findFirst().orElse("");
    String name = row.id() == null ? written : names.getOrDefault(row.id(), row.id());
    return new Line(row.row(), name, result(row.status()), row.status().isRejected(), faults);
  }

  private static String result(ImportReport.Status status) {
    return switch (status) {
      case CREATED -> "Đưa vào danh sách";
      case UPDATED -> "Cập nhật";
      case UNCHANGED -> "Đã có, không đổi";
      case CONFLICT, INVALID -> "Chưa đúng";
    };
  }
}
