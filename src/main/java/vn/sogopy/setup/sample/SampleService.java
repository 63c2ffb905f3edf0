package vn.sogopy.setup.sample;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanDirectory.PlansRemoved;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.plan.SampleData;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
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
public class SampleService implements SampleData {
  /** The value false disables the sample. */
  static final String ENABLED = "sogopy.sample.enabled";

  private static final Logger LOG = Logger.getLogger(SampleService.class);

  private static final String PLANS = " in (select p.id from Plan p where p.sample)";
  private static final String DRAFTS = " in (select d.id from Draft d where d.planId" + PLANS + ")";
  private static final String COMMENTS =
      " in (select c.id from Comment c where c.draftId" + DRAFTS + ")";
  private static final String LETTERS =
      " in (select l.id from Letter l where l.planId" + PLANS + ")";

  /** The data of the plans, in the order of their references. */
  private static final List<String> DELETES =
      List.of(
          "delete EditionFile f where f.editionId in (select e.id from Edition e where e.draftId"
              + DRAFTS
              + ")",
          "delete Edition e where e.draftId" + DRAFTS,
          "delete CommentHistoryEntry h where h.commentId" + COMMENTS,
          "delete CommentRequest r where r.commentId" + COMMENTS,
          "delete Comment c where c.draftId" + DRAFTS,
          "delete ParkedLetter l where l.planId" + PLANS,
          "delete LetterHistoryEntry h where h.letterId" + LETTERS,
          "delete Attachment a where a.letterId" + LETTERS,
          "delete LeftOutFile f where f.letterId" + LETTERS,
          "delete Letter l where l.planId" + PLANS,
          "delete ConsulteeHistoryEntry h where h.draftId" + DRAFTS,
          "delete Consultee c where c.key.draftId" + DRAFTS,
          "delete ContactEntry e where e.draftId" + DRAFTS,
          "delete SentReminder r where r.key.draftId" + DRAFTS,
          "delete Phrase o where o.planId" + PLANS,
          "delete Minutes m where m.draftId" + DRAFTS,
          "delete Section s where s.draftId" + DRAFTS,
          "delete Draft d where d.planId" + PLANS,
          // Last: concurrent changes of comments have written their rows by now.
          "delete ChangeArrival a where a.planId" + PLANS,
          "delete Change c where c.planId" + PLANS);

  /** Organizations and groups to which no other data refers, and whose end nobody entered. */
  private static final List<String> UNUSED =
      List.of(
          """
          delete Organization o where o.sample
            and not exists (select 1 from Letter l where l.organizationId = o.id)
            and not exists (select 1 from Comment c where c.organizationId = o.id)
            and not exists (select 1 from Consultee c where c.key.organizationId = o.id)
            and not exists (select 1 from ConsulteeHistoryEntry c where c.organizationId = o.id)
            and not exists (select 1 from ContactEntry c where c.organizationId = o.id)
            and not exists (select 1 from SentReminder r where r.key.organizationId = o.id)
            and not exists (select 1 from CommentRequest r where r.organizationId = o.id)
            and not exists (select 1 from ApiKey k where k.organization = o.code)
            and o.dissolvedOn is null
            and not exists (select 1 from Organization p where o.id member of p.successors)
            and not exists (select 1 from Section s
              where cast(sql('? = any(?)', o.code, s.responsible) as Boolean) = true)
          """,
          """
          delete OrganizationGroup g where g.sample
            and not exists (select 1 from Organization o where o.group = g.code)
          """);

  @Inject SampleLoader loader;
  @Inject FirstKeysService firstKeys;
  @Inject ApiKeyService keys;
  @Inject ApiKeyRepository stored;
  @Inject PlanRepository plans;
  @Inject OrganizationRepository organizations;
  @Inject Event<PlansRemoved> removed;
  @Inject DataSource source;
  @Inject EntityManager entities;
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
          "sample data loaded; its API keys and the codes of its people are in %s",
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
    Sql.takeLong(source);
    firstKeys.lock();
    if (!wanted.orElse(embedded) || !empty()) {
      return false;
    }
    Actor actor = Actor.now(new Caller("Dữ liệu mẫu", "sample", Role.COORDINATOR, null, null));
    loader.load(actor);
    audit.byItself(actor.caller(), "loadSampleData");
    makeKeys(Actor.now(new Caller("Dữ liệu mẫu", "sample", Role.ADMIN, null, null)));
    return true;
  }

  /**
   * Six keys, one for each role and two SUBMITTERs, and a code for each of five people. The file is
   * written before the commit.
   */
  private void makeKeys(Actor actor) {
    Map<String, ApiKeyInput> wanted = new LinkedHashMap<>();
    wanted.put("KEY_ADMIN", key("Quản trị (mẫu)", Role.ADMIN, null));
    wanted.put("KEY_COORDINATOR", key("Sở Kế hoạch và Đầu tư (mẫu)", Role.COORDINATOR, null));
    wanted.put("KEY_CONSULTANT", key("Đơn vị tư vấn (mẫu)", Role.CONSULTANT, null));
    wanted.put("KEY_VIEWER", key("UBND tỉnh (mẫu)", Role.VIEWER, null));
    wanted.put("KEY_SGTVT", key("Sở Giao thông vận tải (mẫu)", Role.SUBMITTER, "sgtvt"));
    wanted.put("KEY_BABE", key("UBND huyện Ba Bể (mẫu)", Role.SUBMITTER, "ubnd-huyen-ba-be"));
    wanted.put("CODE_ADMIN", code("Quản trị viên (mẫu)", Role.ADMIN, null));
    wanted.put("CODE_COORDINATOR", code("Chuyên viên điều phối (mẫu)", Role.COORDINATOR, null));
    // The person to whom the sample assigns comments of transport.
    wanted.put("CODE_EXPERT", code("Chuyên gia giao thông (tư vấn)", Role.CONSULTANT, null));
    wanted.put("CODE_LEADER", code("Lãnh đạo UBND tỉnh (mẫu)", Role.VIEWER, null));
    wanted.put(
        "CODE_SUBMITTER", code("Văn thư Sở Giao thông vận tải (mẫu)", Role.SUBMITTER, "sgtvt"));
    StringBuilder file =
        new StringBuilder(
            """
            # The sample. SOGOPY_KEY_*: API keys, load with: . ./%s
            # SOGOPY_CODE_*: codes of people, to sign in with at the desk
            """
                .formatted(FirstKeysService.SAMPLE_FILE));
    wanted.forEach(
        (name, input) -> {
          String secret = keys.create(actor, input, KeySecret.generate(), true).key();
          file.append("SOGOPY_").append(name).append('=').append(secret).append('\n');
        });
    audit.byItself(actor.caller(), "makeSampleKeys");
    firstKeys.write(FirstKeysService.SAMPLE_FILE, file.toString());
  }

  private static ApiKeyInput key(String name, Role role, String organization) {
    return new ApiKeyInput(name, role, organization, name, null, null);
  }

  /** A leader sees restricted comments, too. */
  private static ApiKeyInput code(String name, Role role, String organization) {
    boolean restricted = role == Role.VIEWER;
    return new ApiKeyInput(name, role, organization, null, null, null, restricted, true, null);
  }

  private boolean empty() {
    return stored.count() == 0 && plans.count() == 0 && organizations.count() == 0;
  }

  @Override
  @Transactional
  public Optional<Contents> contents(Caller caller) {
    List<Plan> samples = enabled ? plans.list("sample", true) : List.of();
    return samples.isEmpty() || !samples.stream().allMatch(one -> caller.mayKnowPlan(one.slug))
        ? Optional.empty()
        : Optional.of(
            new Contents(
                samples.stream().map(one -> one.title).toList(),
                count("Letter l where l.planId" + PLANS),
                count("Comment c where c.draftId" + DRAFTS),
                organizations.count("sample", true),
                stored.count("sample = true and role <> ?1", Role.ADMIN)));
  }

  private long count(String from) {
    return Hql.of("select count(*) from " + from).first(entities, Long.class).orElseThrow();
  }

  @Override
  @Transactional
  public void remove(Caller caller) {
    List<String> samples = enabled ? plans.lockSamples() : List.of();
    if (samples.isEmpty()) {
      throw ProblemException.notFound();
    }
    samples.forEach(caller::requirePlan);
    Sql.set(source, "sogopy.removing_sample", "on");
    DELETES.forEach(statement -> Hql.of(statement).execute(entities));
    keys.removePlans(samples, Actor.now(caller).at());
    plans.delete("sample", true);
    stored.delete("sample = true and role <> ?1", Role.ADMIN);
    UNUSED.forEach(statement -> Hql.of(statement).execute(entities));
    removed.fire(new PlansRemoved());
  }
}
