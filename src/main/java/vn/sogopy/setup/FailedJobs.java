package vn.sogopy.setup;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.sogopy.platform.sql.Outage;

/** Logs that a job failed, without the stack trace that the framework would log each time. */
@ApplicationScoped
class FailedJobs {
  void failed(@Observes FailedExecution failed) {
    Outage.tell(
        "a job failed, " + failed.getExecution().getTrigger().getMethodDescription(),
        failed.getException());
  }
}
