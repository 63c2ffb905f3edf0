package vn.sogopy.personaldata;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Before the first request, applies the erasures that were entered after a restore. */
@ApplicationScoped
class PendingErasures {
  private static final Logger LOG = Logger.getLogger(PendingErasures.class);

  /** After the checks of the start. */
  private static final int LATE = 5_000;

  @Inject PersonalDataService service;

  void apply(@Observes @Priority(LATE) StartupEvent event) {
    int applied = service.applyPending();
    if (applied > 0) {
      LOG.infof("erasures of personal data applied again: %d", applied);
    }
  }
}
