package vn.sogopy.setup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.setup.start.StartChecks;

/**
 * What an empty database is given before the first request: the sample with its keys, or one admin
 * key. Quarkus opens its port after this, so "ready" means that migrations, sample and key files
 * are there.
 */
@ApplicationScoped
public class FirstStart {
  private static final Logger LOG = Logger.getLogger(FirstStart.class);

  @Inject StartChecks checks;
  @Inject SampleService sample;
  @Inject FirstKeysService keys;
  @Inject DataDirectory directory;

  void prepare(@Observes StartupEvent event) {
    checks.run();
    if (sample.loadIntoEmpty()) {
      LOG.infof(
          "sample data loaded; its API keys are in %s",
          directory.path().resolve(FirstKeysService.SAMPLE_FILE));
    } else if (keys.makeAdminKeyIfNone()) {
      LOG.info("no good admin key was there: one was made (README, section Keys)");
    }
  }
}
