package vn.sogopy.desk.admin;

import static vn.sogopy.security.Role.Names.ADMIN;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.sogopy.consultation.reminder.ReminderJob;
import vn.sogopy.consultation.reminder.ReminderReader;
import vn.sogopy.consultation.reminder.ReminderReader.Sent;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.DeskForm;
import vn.sogopy.desk.Notice;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.plan.SampleData;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.key.ApiKeyQuery;
import vn.sogopy.security.key.ApiKeyService;
import vn.sogopy.security.key.ApiKeyView;

/** The state of the service, the plans with their outlines and phrases, and the sample. */
@Path("/quan-tri")
@Produces(MediaType.TEXT_HTML)
public class AdminScreenResource {
  static final String PATH = "/quan-tri";

  private static final int LATEST = 10;

  @Inject @Readiness Instance<HealthCheck> checks;
  @Inject @Any Instance<SampleData> sample;
  @Inject ReminderJob reminders;
  @Inject ReminderReader sent;
  @Inject ApiKeyService accounts;
  @Inject PlanReader plans;
  @Inject PlanDirectory directory;
  @Inject CurrentCaller caller;
  @Inject Desk desk;

  record Check(String label, String state) {}

  /**
   * @param expiring the accounts that end soon
   * @param sent the latest reminders; null if the person may not see them
   */
  record Overview(
      Instant at,
      List<Check> checks,
      boolean reminds,
      List<Sent> sent,
      Page<ApiKeyView> expiring,
      boolean hasSample)
      implements TemplateInstance {}

  record PlanDrafts(PlanView plan, List<DraftView> drafts) {}

  record Plans(List<PlanDrafts> plans, boolean coordinator) implements TemplateInstance {}

  record Sample(SampleData.Contents contents) implements TemplateInstance {}

  @GET
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance overview() {
    ApiKeyQuery soon = new ApiKeyQuery();
    soon.role = List.of();
    soon.expiring = true;
    soon.limit = Page.MAX_LIMIT;
    boolean coordinator = caller.get().isCoordinator();
    return new Overview(
        Instant.now(),
        checks.stream().flatMap(check -> check(check.call())).toList(),
        reminders.isConfigured(),
        coordinator ? sent.latest(caller.get(), LATEST) : null,
        accounts.list(caller.get(), soon, null),
        !coordinator && contents().isPresent());
  }

  /** Other checks are for those who run the service. */
  private static Stream<Check> check(HealthCheckResponse response) {
    return switch (response.getName()) {
      case "database" ->
          Stream.of(
              new Check(
                  "Cơ sở dữ liệu",
                  response.getStatus() == HealthCheckResponse.Status.UP
                      ? "hoạt động"
                      : "không hoạt động"));
      case "editions" ->
          Stream.of(
              new Check(
                  "Các bản chốt số liệu",
                  response.getData().map(data -> data.get("damaged")).equals(Optional.of(0L))
                      ? "nguyên vẹn"
                      : "có bản đã bị thay đổi"));
      default -> Stream.empty();
    };
  }

  @GET
  @Path("quy-hoach")
  @RolesAllowed({ADMIN, COORDINATOR})
  public TemplateInstance plans() {
    List<PlanDrafts> all =
        plans.list(caller.get(), Page.MAX_LIMIT, null, false).items().stream()
            .map(plan -> new PlanDrafts(plan, drafts(plan)))
            .toList();
    return new Plans(all, caller.get().isCoordinator());
  }

  private List<DraftView> drafts(PlanView plan) {
    return plans
        .drafts(directory.plan(caller.get(), plan.slug()), Page.MAX_LIMIT, null, false)
        .items();
  }

  /** Says what would be removed. */
  @GET
  @Path("du-lieu-mau")
  @RolesAllowed(ADMIN)
  public TemplateInstance look() {
    return new Sample(contents().orElseThrow(ProblemException::notFound));
  }

  private Optional<SampleData.Contents> contents() {
    return sample.stream().flatMap(one -> one.contents(caller.get()).stream()).findFirst();
  }

  @POST
  @Path("du-lieu-mau")
  @DeskForm
  @RolesAllowed(ADMIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response removeSample() {
    sample.stream().findFirst().orElseThrow(ProblemException::notFound).remove(caller.get());
    return desk.back(PATH, Notice.SAMPLE_REMOVED);
  }
}
