package vn.sogopy.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.security.key.ApiKeyService;

/** All checks at startup; docs/operation.md, "What the start refuses". */
@ApplicationScoped
public class StartChecks {
  private static final Logger LOG = Logger.getLogger(StartChecks.class);
  private static final String LOGIN_SECONDS = "10";
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  @Inject ApiKeyService keys;
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

  /**
   * The finding of a check before the port is opened.
   *
   * @param name for SOGOPY_START_ALLOW
   * @param refusal why the service does not start, with the setting or command to use; null = safe
   * @param warning for the log of a service that starts; null = none
   */
  record Finding(String name, String refusal, String warning) {}

  /**
   * @throws StartupException if a condition is unsafe and not allowed by a setting
   */
  public void run() {
    boolean outside = !isLoopback(host);
    ApiKeyService.Present present = keys.present();
    judge(
        List.of(
            readableSecrets(directory.path()),
            trustedDatabase(outside, () -> takesAnyPassword(url, user.orElse(null))),
            sampleKeys(!embedded, sample.orElse(false), present.validOfSample(), outside),
            nobodyGetsIn(
                present.any(),
                present.good(),
                present.validAdmin(),
                bootstrap.isPresent(),
                oidc.isPresent())),
        Set.copyOf(allowed.orElse(List.of())));
  }

  static void judge(List<Finding> findings, Set<String> allowed) {
    Set<String> names = findings.stream().map(Finding::name).collect(Collectors.toSet());
    if (!names.containsAll(allowed)) {
      throw new StartupException(
          "SOGOPY_START_ALLOW may name: " + String.join(", ", new TreeSet<>(names)) + ".");
    }
    for (Finding finding : findings) {
      if (finding.refusal != null && !allowed.contains(finding.name)) {
        throw new StartupException(finding.refusal);
      }
      String line = finding.refusal != null ? finding.refusal : finding.warning;
      if (line != null) {
        LOG.warn(line);
      }
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

  /**
   * A database without a password, in a service that other machines can reach.
   *
   * @param outside whether the service listens on more than the loopback interface
   * @param takesAnyPassword tries a wrong password; evaluated only if needed
   */
  static Finding trustedDatabase(boolean outside, BooleanSupplier takesAnyPassword) {
    String refusal =
        outside && takesAnyPassword.getAsBoolean()
            ? "The database takes any password (trust in pg_hba.conf) while the service listens for other machines. "
                + "Set scram-sha-256 there, or QUARKUS_HTTP_HOST=127.0.0.1, or, where it asks for something else than a password, SOGOPY_START_ALLOW=trusted-database."
            : null;
    return new Finding("trusted-database", refusal, null);
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
  static Finding nobodyGetsIn(
      boolean keys, boolean good, boolean admin, boolean bootstrap, boolean oidc) {
    boolean otherAccess = bootstrap || oidc;
    String refusal =
        keys && !good && !otherAccess
            ? "Nobody could sign in: every API key is stopped or expired. Set SOGOPY_BOOTSTRAP_ADMIN_KEY (for example the output of: openssl rand -hex 32), or SOGOPY_OIDC_AUTH_SERVER_URL."
            : null;
    String warning =
        good && !admin && !otherAccess
            ? "no ADMIN key is good: nobody can make keys; set SOGOPY_BOOTSTRAP_ADMIN_KEY and start again to have one"
            : null;
    return new Finding("nobody-gets-in", refusal, warning);
  }

  /**
   * Keys of the sample in a service with real data. The files of such keys are easily copied. On
   * the embedded database they are no refusal: the sample is meant for demonstrations on the
   * network.
   *
   * @param external whether the database is not the embedded one
   * @param wanted whether SOGOPY_SAMPLE_DATA enables the sample
   * @param present whether a key of the sample is valid
   * @param outside whether the service listens on more than the loopback interface
   */
  static Finding sampleKeys(boolean external, boolean wanted, boolean present, boolean outside) {
    String refusal = null;
    if (external && wanted) {
      refusal =
          "The sample and its keys are not for an external database. Set SOGOPY_SAMPLE_DATA=false; to try it there all the same, SOGOPY_START_ALLOW=sample-keys.";
    } else if (external && present) {
      refusal =
          "Keys of the sample open this external database. Start once with SOGOPY_START_ALLOW=sample-keys, "
              + "make an ADMIN key of your own, DELETE /api/v1/sample-data and the sample's ADMIN key and code.";
    }
    String warning =
        present && outside
            ? "keys of the sample open this service to other machines: before real work DELETE /api/v1/sample-data and the sample's ADMIN key and code"
            : null;
    return new Finding("sample-keys", refusal, warning);
  }

  /**
   * Whether a login to the database with a random password succeeds. False if the server is
   * unreachable, or refuses for another reason.
   *
   * @param url may contain user and password
   * @param user null = the one of the URL
   */
  static boolean takesAnyPassword(String url, String user) {
    byte[] wrong = new byte[16];
    new SecureRandom().nextBytes(wrong);
    Properties login = new Properties();
    if (user != null) {
      login.setProperty("user", user);
    }
    login.setProperty("password", HexFormat.of().formatHex(wrong));
    login.setProperty("loginTimeout", LOGIN_SECONDS);
    login.setProperty("ApplicationName", "so-gop-y start check");
    try (Connection connection = DriverManager.getConnection(withoutPassword(url), login)) {
      return connection.isValid(Integer.parseInt(LOGIN_SECONDS));
    } catch (SQLException refused) {
      return false;
    }
  }

  /** A password in the URL has precedence over the properties. */
  static String withoutPassword(String url) {
    return url.replaceAll("(?<=[?&])password=[^&]*&?", "").replaceAll("[?&]$", "");
  }

  /** Key files and passwords in the data folder that other users may read or change. */
  static Finding readableSecrets(Path folder) {
    String files =
        secrets(folder).stream()
            .filter(StartChecks::isOpen)
            .sorted()
            .map(file -> "'" + file.toString().replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String refusal =
        files.isEmpty()
            ? null
            : "Other users may read or change files with keys or passwords. Run: chmod 600 "
                + files;
    return new Finding("readable-secrets", refusal, null);
  }

  private static List<Path> secrets(Path folder) {
    Path database = folder.resolve("pg");
    Stream<Path> passwords =
        Stream.of(database.resolve("password"), database.resolve("superuser-password"));
    try (Stream<Path> files = Files.list(folder)) {
      Stream<Path> keys =
          files.filter(
              file -> file.toString().endsWith(".env") || file.toString().endsWith(".key"));
      return Stream.concat(keys, passwords).filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Always false on a file system without owners and modes. */
  private static boolean isOpen(Path file) {
    try {
      return !OWNER.containsAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
