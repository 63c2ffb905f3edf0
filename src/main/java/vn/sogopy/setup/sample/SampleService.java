package vn.sogopy.setup.sample;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.PlanDirectory.PlansRemoved;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.audit.AuditTrail;
import vn.sogopy.security.key.ApiKeyInput;
import vn.sogopy.security.key.ApiKeyRepository;
import vn.sogopy.security.key.ApiKeyService;
import vn.sogopy.security.key.KeySecret;
import vn.sogopy.setup.FirstKeysService;
import vn.sogopy.setup.FirstStart;

/** Loads the sample into an empty database, and removes it. */
@ApplicationScoped
public class SampleService {
  /** The value false disables the sample. */
  static final String ENABLED = "sogopy.sample.enabled";

  private static final Logger LOG = Logger.getLogger(SampleService.class);

  @Inject SampleLoader loader;
  @Inject FirstKeysService firstKeys;
  @Inject ApiKeyService keys;
  @Inject ApiKeyRepository stored;
  @Inject PlanRepository plans;
  @Inject OrganizationRepository organizations;
  @Inject Event<PlansRemoved> removed;
  @Inject DataSource source;
  @Inject AuditTrail audit;
  @Inject DataDirectory directory;

  @ConfigProperty(name = ENABLED, defaultValue = "true")
  boolean enabled;

  @ConfigProperty(name = "sogopy.sample-data")
  Optional<Boolean> wanted;

  @ConfigProperty(name = "sogopy.embedded", defaultValue = "false")
  boolean embedded;

  /** Before the creation of an ADMIN key: the sample includes one. */
  void start(@Observes @Priority(FirstStart.SAMPLE) StartupEvent event) {
    if (enabled && loadIntoEmpty()) {
      LOG.infof(
          "sample data loaded; its API keys are in %s",
          directory.path().resolve(FirstKeysService.SAMPLE_FILE));
    }
  }

  /**
   * Loads plan, organizations, comments and keys in one transaction, if the sample is enabled (the
   * default on the embedded database) and the database is empty.
   *
   * @return whether it was loaded
   */
  @Transactional
  @TransactionConfiguration(
      timeout = 900) // seconds: a busy machine may need more than the usual 60
  boolean loadIntoEmpty() {
    // Two replicas that start concurrently load it once: the second waits.
    Sql.takeLong(source);
    Sql.of("set local lock_timeout = '120s';")
        .add("lock table api_key, plan, organization in share row exclusive mode")
        .execute(source);
    if (!wanted.orElse(embedded) || !empty()) {
      return false;
    }
    Actor actor = Actor.now(new Caller("Dữ liệu mẫu", "sample", Role.COORDINATOR, null, null));
    loader.load(actor);
    audit.byItself(actor.caller(), "loadSampleData");
    makeKeys(actor);
    return true;
  }

  /** Six keys, one for each role and two SUBMITTERs. The file is written before the commit. */
  private void makeKeys(Actor actor) {
    StringBuilder file =
        new StringBuilder(
            "# API keys of the sample data; load with: . ./" + FirstKeysService.SAMPLE_FILE + "\n");
    Map<String, ApiKeyInput> wanted = new LinkedHashMap<>();
    wanted.put("ADMIN", key("Quản trị (mẫu)", Role.ADMIN, null));
    wanted.put("COORDINATOR", key("Sở Kế hoạch và Đầu tư (mẫu)", Role.COORDINATOR, null));
    wanted.put("CONSULTANT", key("Đơn vị tư vấn (mẫu)", Role.CONSULTANT, null));
    wanted.put("VIEWER", key("UBND tỉnh (mẫu)", Role.VIEWER, null));
    wanted.put("SGTVT", key("Sở Giao thông vận tải (mẫu)", Role.SUBMITTER, "sgtvt"));
    wanted.put("BABE", key("UBND huyện Ba Bể (mẫu)", Role.SUBMITTER, "ubnd-huyen-ba-be"));
    wanted.forEach(
        (name, input) -> {
          String secret = keys.create(actor, input, KeySecret.generate(), true).key();
          file.append("SOGOPY_KEY_").append(name).append('=').append(secret).append('\n');
        });
    audit.byItself(actor.caller(), "makeSampleKeys");
    firstKeys.write(FirstKeysService.SAMPLE_FILE, file.toString());
  }

  private static ApiKeyInput key(String name, Role role, String organization) {
    return new ApiKeyInput(name, role, organization, name, null, null);
  }

  private boolean empty() {
    return stored.count() == 0 && plans.count() == 0 && organizations.count() == 0;
  }

  /**
   * Removes the sample: its plan with all data of it, its organizations and groups unless other
   * data refers to them, and its keys. The ADMIN key is kept, since it is needed to create new
   * ones.
   *
   * @throws ProblemException 404 if there is no sample that is visible to the caller
   */
  @Transactional
  void remove(Caller caller) {
    List<String> samples = plans.lockSamples();
    if (samples.isEmpty()) {
      throw ProblemException.notFound();
    }
    samples.forEach(caller::requirePlan);
    Sql.of("select set_config('sogopy.removing_sample', 'on', true)").first(source, row -> true);
    String ofSample = "(select id from plan where sample)";
    String drafts = "(select id from draft where plan_id in " + ofSample + ")";
    List.of(
            "delete from edition_file where edition_id in (select id from edition where draft_id in "
                + drafts
                + ")",
            "delete from edition where draft_id in " + drafts,
            "delete from comment_history where comment_id in (select id from comment where plan_id in "
                + ofSample
                + ")",
            "delete from comment_request where comment_id in (select id from comment where plan_id in "
                + ofSample
                + ")",
            "delete from comment where plan_id in " + ofSample,
            "delete from parked_letter where plan_id in " + ofSample,
            "delete from letter_history where letter_id in (select id from letter where plan_id in "
                + ofSample
                + ")",
            "delete from attachment where letter_id in (select id from letter where plan_id in "
                + ofSample
                + ")",
            "delete from letter where plan_id in " + ofSample,
            "delete from consultee_history where draft_id in " + drafts,
            "delete from consultee where draft_id in " + drafts,
            "delete from contact_log where draft_id in " + drafts,
            "delete from reminder where draft_id in " + drafts,
            "delete from milestone where plan_id in " + ofSample,
            "delete from phrase where plan_id in " + ofSample,
            "delete from section where draft_id in " + drafts,
            "delete from draft where plan_id in " + ofSample,
            // Last: concurrent changes of comments have written their rows by now.
            "delete from change_arrival where plan_id in " + ofSample,
            "delete from change where plan_id in " + ofSample,
            // A later plan may have the same name. A key for this plan must not give access to that
            // one.
            "update api_key set revoked_at = coalesce(revoked_at, now())"
                + " where plans <@ array(select slug from plan where sample)",
            "update api_key set plans ="
                + " array(select p from unnest(plans) p where p not in (select slug from plan where sample))"
                + " where revoked_at is null and plans && array(select slug from plan where sample)",
            "delete from plan where sample",
            "delete from api_key where sample and role <> 'ADMIN'",
            "delete from organization o where sample"
                + " and not exists (select 1 from letter l where l.organization_id = o.id)"
                + " and not exists (select 1 from comment c where c.organization_id = o.id)"
                + " and not exists (select 1 from consultee c where c.organization_id = o.id)"
                + " and not exists (select 1 from consultee_history c where c.organization_id = o.id)"
                + " and not exists (select 1 from contact_log c where c.organization_id = o.id)"
                + " and not exists (select 1 from reminder r where r.organization_id = o.id)"
                + " and not exists (select 1 from comment_request r where r.organization_id = o.id)"
                + " and not exists (select 1 from api_key k where k.organization_code = o.code)"
                + " and not exists (select 1 from section s where o.code = any(s.responsible))",
            "delete from organization_group g where sample"
                + " and not exists (select 1 from organization o where o.group_code = g.code)")
        .forEach(statement -> Sql.of(statement).execute(source));
    removed.fire(new PlansRemoved());
    keys.forgetCached();
  }
}
