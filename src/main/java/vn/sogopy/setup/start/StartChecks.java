package vn.sogopy.setup.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.security.key.ApiKeyReader;

/** All that a start looks for; docs/operation.md, "What the start refuses". */
@ApplicationScoped
public class StartChecks {
  private static final Logger LOG = Logger.getLogger(StartChecks.class);

  @Inject ApiKeyReader keys;
  @Inject DataDirectory directory;

  @ConfigProperty(name = "sogopy.start.allow")
  Optional<List<String>> allowed;

  @ConfigProperty(name = "sogopy.embedded", defaultValue = "false")
  boolean embedded;

  @ConfigProperty(name = "sogopy.sample-data")
  Optional<Boolean> sample;

  @ConfigProperty(name = "sogopy.bootstrap-admin-key")
  Optional<String> bootstrap;

  @ConfigProperty(name = "sogopy.oidc.auth-server-url")
  Optional<String> oidc;

  @ConfigProperty(name = "quarkus.http.host")
  String host;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  Optional<String> user;

  /** The one list of them. */
  private List<StartCheck> all() {
    boolean outside = !isLoopback(host);
    ApiKeyReader.Present present = keys.present();
    DatabaseLogin login = new DatabaseLogin(url, user.orElse(null));
    return List.of(
        new ReadableSecrets(directory.path()),
        new TrustedDatabase(outside, login::takesAnyPassword),
        new SampleKeys(!embedded, sample.orElse(false), present.goodOfSample(), outside),
        new NobodyGetsIn(
            present.any(),
            present.good(),
            present.goodAdmin(),
            bootstrap.isPresent(),
            oidc.isPresent()));
  }

  /**
   * @throws StartupException when something is unsafe, and not allowed
   */
  public void run() {
    judge(all(), Set.copyOf(allowed.orElse(List.of())));
  }

  static void judge(List<StartCheck> checks, Set<String> allowed) {
    Set<String> names = checks.stream().map(StartCheck::name).collect(Collectors.toSet());
    if (!names.containsAll(allowed)) {
      throw new StartupException(
          "SOGOPY_START_ALLOW may name: " + String.join(", ", new TreeSet<>(names)) + ".");
    }
    for (StartCheck check : checks) {
      Optional<String> refusal = check.refusal();
      if (refusal.isPresent() && !allowed.contains(check.name())) {
        throw new StartupException(refusal.get());
      }
      refusal.or(check::warning).ifPresent(LOG::warn);
    }
  }

  /** What is no address here is taken for one that others reach. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
