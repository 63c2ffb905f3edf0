package vn.sogopy.setup;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.sogopy.platform.sql.Outage;

/** Logs that a job failed, in place of the framework, which logs a stack trace each time. */
@ApplicationScoped
class FailedJobs {
  void failed(@Observes FailedExecution failed) {
    Outage.tell(
        "a job failed, " + failed.getExecution().getTrigger().getMethodDescription(),
        failed.getException());
  }
}
