package vn.sogopy.setup.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.security.key.ApiKeyReader;

/** All checks at startup; docs/operation.md, "What the start refuses". */
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
   * @throws StartupException if a condition is unsafe and not allowed by a setting
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

  /** A host that is no valid address counts as reachable from other machines. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** An unsafe condition that is checked before the port is opened. */
  interface StartCheck {
    /** The name for SOGOPY_START_ALLOW. */
    String name();

    /** Why the service does not start, with the setting or command to use; empty = safe. */
    Optional<String> refusal();

    /** A warning for the log if the check passes; empty = none. */
    default Optional<String> warning() {
      return Optional.empty();
    }
  }

  /**
   * A database without a password, in a service that other machines can reach.
   *
   * @param outside whether the service listens on more than the loopback interface
   * @param takesAnyPassword tries a wrong password; evaluated only if needed
   */
  record TrustedDatabase(boolean outside, BooleanSupplier takesAnyPassword)
      implements StartChecks.StartCheck {
    @Override
    public String name() {
      return "trusted-database";
    }

    @Override
    public Optional<String> refusal() {
      if (!outside || !takesAnyPassword.getAsBoolean()) {
        return Optional.empty();
      }
      return Optional.of(
          "The database takes any password (trust in pg_hba.conf) while the service listens for other machines. "
              + "Set scram-sha-256 there, or QUARKUS_HTTP_HOST=127.0.0.1, or, where it asks for something else than a password, SOGOPY_START_ALLOW=trusted-database.");
    }
  }

  /**
   * All keys are revoked or expired, and there is no other access. (In a database without keys the
   * first start creates one.)
   *
   * @param keys whether there is any key, valid or not
   * @param good whether one of them is valid
   * @param admin whether one of them is an ADMIN key
   * @param bootstrap whether SOGOPY_BOOTSTRAP_ADMIN_KEY is set, from which a key will be created
   * @param oidc whether sign-on is enabled
   */
  record NobodyGetsIn(boolean keys, boolean good, boolean admin, boolean bootstrap, boolean oidc)
      implements StartChecks.StartCheck {
    @Override
    public String name() {
      return "nobody-gets-in";
    }

    @Override
    public Optional<String> refusal() {
      return keys && !good && !bootstrap && !oidc
          ? Optional.of(
              "Nobody could sign in: every API key is stopped or expired. Set SOGOPY_BOOTSTRAP_ADMIN_KEY (for example the output of: openssl rand -hex 32), or SOGOPY_OIDC_AUTH_SERVER_URL.")
          : Optional.empty();
    }

    @Override
    public Optional<String> warning() {
      return good && !admin && !bootstrap && !oidc
          ? Optional.of(
              "no ADMIN key is good: nobody can make keys; set SOGOPY_BOOTSTRAP_ADMIN_KEY and start again to have one")
          : Optional.empty();
    }
  }

  /**
   * Keys of the sample in a service with real data. The files of such keys are easily copied.
   *
   * @param external whether the database is not the embedded one
   * @param wanted whether SOGOPY_SAMPLE_DATA enables the sample
   * @param present whether a key of the sample is valid
   * @param outside whether the service listens on more than the loopback interface
   */
  record SampleKeys(boolean external, boolean wanted, boolean present, boolean outside)
      implements StartChecks.StartCheck {
    @Override
    public String name() {
      return "sample-keys";
    }

    @Override
    public Optional<String> refusal() {
      if (external && wanted) {
        return Optional.of(
            "The sample and its keys are not for an external database. Set SOGOPY_SAMPLE_DATA=false; to try it there all the same, SOGOPY_START_ALLOW=sample-keys.");
      }
      if (external && present) {
        return Optional.of(
            "Keys of the sample open this external database. Start once with SOGOPY_START_ALLOW=sample-keys, "
                + "make an ADMIN key of your own, DELETE /api/v1/sample-data and the sample's ADMIN key.");
      }
      return Optional.empty();
    }

    /** No refusal: the sample is meant for demonstrations on the network. */
    @Override
    public Optional<String> warning() {
      return present && outside
          ? Optional.of(
              "keys of the sample open this service to other machines: before real work DELETE /api/v1/sample-data and the sample's ADMIN key")
          : Optional.empty();
    }
  }

  /**
   * The login of the service to its database.
   *
   * @param url may contain user and password
   */
  record DatabaseLogin(String url, String user) {
    private static final String SECONDS = "10";

    /**
     * Whether a login with a random password succeeds. False if the server is unreachable, or
     * refuses for another reason.
     */
    boolean takesAnyPassword() {
      byte[] wrong = new byte[16];
      new SecureRandom().nextBytes(wrong);
      Properties login = new Properties();
      if (user != null) {
        login.setProperty("user", user);
      }
      login.setProperty("password", HexFormat.of().formatHex(wrong));
      login.setProperty("loginTimeout", SECONDS);
      login.setProperty("ApplicationName", "so-gop-y start check");
      try (Connection connection = DriverManager.getConnection(withoutPassword(url), login)) {
        return connection.isValid(Integer.parseInt(SECONDS));
      } catch (SQLException refused) {
        return false;
      }
    }

    /** A password in the URL has precedence over the properties. */
    static String withoutPassword(String url) {
      return url.replaceAll("(?<=[?&])password=[^&]*&?", "").replaceAll("[?&]$", "");
    }
  }
}
