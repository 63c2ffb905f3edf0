package vn.sogopy.register.edition;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads all editions again from time to time, and remembers those that were changed. */
@ApplicationScoped
public class EditionWatch {
  private static final Logger LOG = Logger.getLogger(EditionWatch.class);

  @Inject EditionReader reader;

  private volatile List<UUID> damaged = List.of();

  @Scheduled(every = "${sogopy.editions.verify-every:1h}", delayed = "1m")
  void look() {
    damaged = reader.damaged();
    if (!damaged.isEmpty()) {
      LOG.errorf("editions that were changed in the database: %s", damaged);
    }
  }

  /** What a request has just found. */
  void found(EditionView edition) {
    if (edition.intact() == damaged.contains(edition.id())) {
      look();
    }
  }

  /** The editions that were changed, as far as was seen when they were last read. */
  public List<UUID> damaged() {
    return damaged;
  }
}
