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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.SentForm;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.organization.GroupService.Groups;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/** The groups of the register, in order. */
@Path("/quan-tri/nhom")
@Produces(MediaType.TEXT_HTML)
public class GroupScreenResource {
  private static final String PATH = "/quan-tri/nhom";

  /** Bytes. */
  private static final int FILE_LIMIT = 1024 * 1024;

  @Inject GroupService service;
  @Inject JsonInput input;
  @Inject Tables tables;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  /** A row of the form, as typed. */
  record Line(String order, String code, String title, boolean dropped) {}

  /**
   * @param lines the groups, and an empty row
   * @param outcome null = no table was sent
   */
  record GroupList(
      List<Line> lines, String version, SentForm form, boolean writes, TableOutcome outcome)
      implements TemplateInstance {}

  @GET
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance list() {
    return page(service.list(), null);
  }

  private GroupList page(Groups groups, TableOutcome outcome) {
    Map<String, List<String>> texts = new HashMap<>();
    List<GroupView> items = groups.items();
    texts.put(
        "thu_tu", IntStream.rangeClosed(1, items.size() + 1).mapToObj(String::valueOf).toList());
    texts.put("ma", items.stream().map(GroupView::code).toList());
    texts.put("ten_nhom", items.stream().map(GroupView::title).toList());
    return page(SentForm.of(texts), groups.version(), outcome);
  }

  private GroupList page(SentForm form, String version, TableOutcome outcome) {
    return new GroupList(lines(form), version, form, caller.get().isCoordinator(), outcome);
  }

  private static List<Line> lines(SentForm form) {
    return form.rows("thu_tu", "ma", "ten_nhom").stream()
        .map(
            row ->
                new Line(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    !row.get(1).isEmpty() && form.has("bo_nhom", row.get(1))))
        .toList();
  }

  /** The rows in the order of their numbers, without those that are ticked and the empty one. */
  @POST
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@RestForm("_phien") String version) {
    SentForm form = SentForm.current();
    try {
      Groups wanted = input.fields(Groups.class, "items", wanted(form));
      service.replace(wanted, IfMatch.of(version), false);
      return desk.back(PATH, Notice.SAVED);
    } catch (ProblemException e) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(page(form.wrong(e, Map.of()), version, null))
          .build();
    }
  }

  private static List<Map<String, String>> wanted(SentForm form) {
    return lines(form).stream()
        .filter(line -> !line.dropped() && !(line.code() + line.title()).isBlank())
        .sorted(Comparator.comparingInt(GroupScreenResource::place))
        .map(GroupScreenResource::group)
        .toList();
  }

  /** A number that is none puts the group at the end. */
  private static int place(Line line) {
    return line.order().strip().matches("[0-9]{1,9}")
        ? Integer.parseInt(line.order().strip())
        : Integer.MAX_VALUE;
  }

  private static Map<String, String> group(Line line) {
    Map<String, String> group = new HashMap<>();
    String made = line.code().isBlank() ? GroupService.codeOf(line.title()) : line.code();
    group.put("code", made);
    group.put("title", line.title());
    return group;
  }

  @POST
  @Path("bang")
  @DeskForm
  @BodyLimit(FILE_LIMIT + BodyLimit.FORM)
  @RolesAllowed(COORDINATOR)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  public Response load(@RestForm("_phien") String version) {
    TableOutcome outcome =
        tables.take(
            FILE_LIMIT, (table, mode) -> service.load(table, IfMatch.of(version), mode).report());
    return Response.status(outcome.status()).entity(page(service.list(), outcome)).build();
  }
}
