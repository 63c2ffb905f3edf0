package vn.sogopy.setup;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.sogopy.setup.start.StartChecks;

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

  void check(@Observes @Priority(CHECKS) StartupEvent event) {
    checks.run();
  }

  void makeKey(@Observes @Priority(KEYS) StartupEvent event) {
    if (keys.makeAdminKeyIfNone()) {
      LOG.info("no good admin key was there: one was made (README, section Keys)");
    }
  }
}
