package vn.sogopy.desk.submission;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.ApplyGuard;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.consultation.consultee.ConsulteeQuery;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.desk.files.LongWork;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.plan.outline.SectionView;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.register.Readiness;
import vn.sogopy.register.ReadinessReader;
import vn.sogopy.register.edition.EditionDiff;
import vn.sogopy.register.edition.EditionReader;
import vn.sogopy.register.edition.EditionRegisters;
import vn.sogopy.register.edition.EditionService;
import vn.sogopy.register.edition.EditionService.EditionInput;
import vn.sogopy.register.edition.EditionView;
import vn.sogopy.register.edition.EditionWatch;
import vn.sogopy.security.Actor;
import vn.sogopy.security.CurrentCaller;

/** What is missing before the dossier is submitted, its papers, and the sealing of its register. */
@Path("/so/{plan}/{draft}/trinh")
@Produces(MediaType.TEXT_HTML)
public class SubmissionScreenResource {
  private static final int SHOWN = 20;
  private static final int MOST_EDITIONS = 9_999;

  @Inject ReadinessReader readiness;
  @Inject EditionReader editions;
  @Inject EditionRegisters registers;
  @Inject EditionService service;
  @Inject LongWork work;

  @Inject
  @Identifier(HeavyGuards.READS)
  Guard reads;

  @Inject EditionWatch watch;
  @Inject ConsulteeReader consultees;
  @Inject GroupService groups;
  @Inject OutlineService outlines;
  @Inject JsonInput input;
  @Inject CurrentDraft draft;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  /**
   * @param full whether the checklist is complete
   */
  record Submission(
      Readiness.Brief readiness,
      boolean full,
      Checklist checklist,
      Figures figures,
      List<EditionView> editions,
      boolean coordinator)
      implements TemplateInstance {}

  /** What an extract of the register can be about. */
  record Extracts(List<ConsulteeView> bodies, List<GroupView> groups, List<SectionView> sections)
      implements TemplateInstance {}

  record Seal(
      Readiness readiness,
      Checklist checklist,
      Figures figures,
      int number,
      List<Readiness.Point> unanswered,
      List<Readiness.Point> unplaced)
      implements TemplateInstance {}

  record Difference(EditionDiff diff) implements TemplateInstance {}

  /**
   * @param full also finds odd dates and comments in the same words; every comment is read for it
   */
  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({COORDINATOR, VIEWER})
  public TemplateInstance show(@RestQuery("day_du") @DefaultValue("false") boolean full) {
    Readiness.Brief found =
        full
            ? readiness.read(caller.actor(), draft.get()).brief()
            : readiness.brief(caller.actor(), draft.get());
    return new Submission(
        found,
        full,
        Checklist.of(found),
        Figures.of(found.counts()),
        sealed(),
        desk.is(COORDINATOR));
  }

  @GET
  @Path("ban-trich")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({COORDINATOR, VIEWER})
  public TemplateInstance extracts() {
    ConsulteeQuery all = new ConsulteeQuery();
    all.state = List.of();
    return new Extracts(
        consultees.all(caller.actor(), draft.get(), all).items(),
        groups.list().items(),
        outlines.get(draft.get().id()).items());
  }

  private List<EditionView> sealed() {
    return editions.ofDraft(caller.get(), draft.get(), watch.damaged());
  }

  /** The second look: what would be sealed, and what stands in the way. */
  @GET
  @Path("chot")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed(COORDINATOR)
  public TemplateInstance look() {
    Readiness found = readiness.read(caller.actor(), draft.get());
    return new Seal(
        found,
        Checklist.of(found.brief()),
        Figures.of(found.counts()),
        sealed().size() + 1,
        found.unanswered().items().stream().limit(SHOWN).toList(),
        found.unplaced().items().stream().limit(SHOWN).toList());
  }

  @POST
  @Path("chot")
  @DeskForm
  @RolesAllowed(COORDINATOR)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response seal(
      @RestForm("_lan") int number,
      @RestForm("ghi_chu") String note,
      @RestForm("cho_phep_chua_xu_ly_xong") boolean unanswered,
      @RestForm("cho_phep_chua_ghi_noi_chinh_sua") boolean unplaced) {
    EditionInput wanted =
        input.fields(
            EditionInput.class,
            "note",
            note,
            "allowUnanswered",
            unanswered,
            "allowUnplaced",
            unplaced);
    Actor actor = caller.actor();
    DraftRef of = draft.get();
    String edition = desk.root() + "/trinh/ban/" + number;
    return work.page(
        "Chốt số liệu lần " + number + (wanted.note() == null ? "" : ": " + wanted.note()),
        () -> {
          reads.get(() -> service.seal(actor, of, wanted, number), UUID.class);
          return edition;
        },
        Notice.SEALED);
  }

  /** The difference of two editions of the draft, by their numbers. */
  @GET
  @Path("so-sanh")
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({COORDINATOR, VIEWER})
  public TemplateInstance compare(
      @RestQuery("truoc") @Min(1) @Max(MOST_EDITIONS) int before,
      @RestQuery("sau") @Min(1) @Max(MOST_EDITIONS) int after) {
    Map<Integer, UUID> ids =
        sealed().stream().collect(Collectors.toMap(EditionView::number, EditionView::id));
    if (!ids.keySet().containsAll(List.of(before, after))) {
      throw ProblemException.notFound();
    }
    return new Difference(registers.compare(caller.get(), ids.get(after), ids.get(before)));
  }
}
