package vn.sogopy.desk.comments;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.SentForm;
import vn.sogopy.desk.TableOutcome;
import vn.sogopy.desk.Tables;
import vn.sogopy.interchange.worklist.SheetConflict;
import vn.sogopy.interchange.worklist.SheetConflict.Decided;
import vn.sogopy.interchange.worklist.WorklistImportService;
import vn.sogopy.interchange.worklist.WorklistImportService.Loaded;
import vn.sogopy.interchange.worklist.WorklistResource;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.security.CurrentCaller;

/** Answers by a workbook: out, back in, and its conflicts decided row by row. */
@Path("/so/{plan}/{draft}/y-kien/excel")
@Produces(MediaType.TEXT_HTML)
public class WorklistScreenResource {
  /** The fields of one conflict: what is chosen, and what each choice writes. */
  private static final String CHOICE = "chon_";

  private static final String KEPT = "_so_";
  private static final String SHEET = "_tep_";

  /** Bytes of a form with the texts of many conflicts. */
  private static final int CHOICES_LIMIT = 8 * 1024 * 1024;

  @Inject CommentsPage page;
  @Inject WorklistImportService imports;
  @Inject Tables tables;
  @Inject Uploads uploads;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject ObjectMapper mapper;
  @Inject JsonInput json;

  record Worklist(Listing list, String export) implements TemplateInstance {}

  /**
   * @param outcome with the rows that are no conflict to be decided here
   */
  record Report(ListAddress at, TableOutcome outcome, List<Conflict> conflicts)
      implements TemplateInstance {}

  /** A conflict with the JSON of its decisions; null = not possible. */
  record Conflict(SheetConflict row, String kept, String sheet) {}

  @GET
  @RolesAllowed({CONSULTANT, COORDINATOR})
  public TemplateInstance show(@BeanParam CommentsQuery query) {
    Listing list = page.list(query);
    return new Worklist(list, draft.get().path() + "/worklist" + list.query());
  }

  @POST
  @DeskForm
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @BodyLimit(WorklistResource.FILE_LIMIT + BodyLimit.FORM)
  public TemplateInstance load(
      @BeanParam CommentsQuery query,
      @RestForm("chi_noi_sua") boolean placesOnly,
      @RestForm("_viec") String act) {
    boolean preview = "thu".equals(act);
    ImportMode mode = new ImportMode(true, preview, false, Messages.VIETNAMESE);
    Upload upload = uploads.chosen(SentForm.current().files("tep"), WorklistResource.FILE_LIMIT);
    Loaded loaded =
        uploads.inTurn(
            upload, () -> imports.load(caller.actor(), draft.get(), upload, placesOnly, mode));
    List<Conflict> conflicts = preview ? List.of() : conflicts(loaded.conflicts());
    Set<String> decidable =
        conflicts.stream().map(one -> one.row().kept().id().toString()).collect(Collectors.toSet());
    List<ImportReport.Row> others =
        loaded.report().rows().stream().filter(row -> !decidable.contains(row.id())).toList();
    return new Report(
        page.address(query), tables.outcome(preview, loaded.report(), others), conflicts);
  }

  private List<Conflict> conflicts(List<SheetConflict> rows) {
    return rows.stream()
        .map(row -> new Conflict(row, written(row.kept()), written(row.sheet())))
        .toList();
  }

  private String written(Decided decided) {
    return decided == null
        ? null
        : new String(JsonInput.bytes(mapper, decided), StandardCharsets.UTF_8);
  }

  /** Writes the chosen sides; what is left for later stays in conflict. */
  @POST
  @Path("xung-dot")
  @DeskForm
  @RolesAllowed({CONSULTANT, COORDINATOR})
  @BodyLimit(CHOICES_LIMIT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance decide(
      @BeanParam CommentsQuery query, MultivaluedMap<String, String> form) {
    List<Decided> chosen = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          String id = name.startsWith(CHOICE) ? name.substring(CHOICE.length()) : "";
          String side = form.getFirst((values.contains("tep") ? SHEET : KEPT) + id);
          if (!id.isEmpty() && !values.contains("sau") && side != null) {
            chosen.add(json.read(side.getBytes(StandardCharsets.UTF_8), Decided.class));
          }
        });
    ImportReport report = imports.decide(caller.actor(), draft.get(), chosen, Messages.VIETNAMESE);
    return new Report(page.address(query), tables.outcome(false, report, report.rows()), List.of());
  }
}
