package vn.sogopy.setup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.platform.database.DataDirectory;

/**
 * The steps before the first request: the checks, the sample if it is enabled, and an ADMIN key if
 * there is none. Quarkus opens its port afterwards, so "ready" implies that migrations, sample and
 * key files are complete.
 */
@ApplicationScoped
public class FirstStart {
  /** The priority of loading the sample among the observers of the startup. */
  public static final int SAMPLE = 4_001;

  private static final int CHECKS = SAMPLE - 1;
  private static final int KEYS = SAMPLE + 1;

  private static final Logger LOG = Logger.getLogger(FirstStart.class);

  @Inject StartChecks checks;
  @Inject FirstKeysService keys;
  @Inject DataDirectory directory;

  /** The data folder for injection. {@link Main} holds its lock. */
  @Produces
  @Singleton
  static DataDirectory dataDirectory(
      @ConfigProperty(name = DataDirectory.PROPERTY, defaultValue = DataDirectory.DEFAULT)
          String folder) {
    return DataDirectory.of(DataDirectory.configured(folder));
  }

  void check(@Observes @Priority(CHECKS) StartupEvent event) {
    checks.run();
  }

  void makeKey(@Observes @Priority(KEYS) StartupEvent event) {
    if (keys.makeAdminKeyIfNone()) {
      LOG.info("no good admin key was there: one was made (README, section Keys)");
    }
  }

  void started(@ObservesAsync HttpServerStart server) {
    logAddress("http", server.options());
  }

  void started(@ObservesAsync HttpsServerStart server) {
    logAddress("https", server.options());
  }

  /** Logs the URLs of the service and the files with its first keys, but no key. */
  private void logAddress(String scheme, HttpServerOptions options) {
    String host = options.getHost();
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    String address = "%s://%s:%d".formatted(scheme, shown, options.getPort());
    LOG.infof("Desk:       %s/", address);
    LOG.infof("Swagger UI: %s/q/swagger-ui", address);
    for (String file : List.of(FirstKeysService.SAMPLE_FILE, FirstKeysService.ADMIN_FILE)) {
      Path stored = directory.path().resolve(file);
      if (Files.exists(stored)) {
        LOG.infof("API keys:   %s", stored);
      }
    }
    Path sample = directory.path().resolve(FirstKeysService.SAMPLE_FILE);
    if (Files.exists(sample)) {
      LOG.infof("Codes:      SOGOPY_CODE_* in %s, to sign in with at the desk", sample);
    }
  }
}
