package vn.sogopy.consultation.reminder;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.platform.text.VietnamTime;

/**
 * Sends reminders to organizations that have not replied, every hour of the working day. A later
 * run sends only what failed before. All replicas may run it.
 */
@ApplicationScoped
public class ReminderJob {
  private static final Logger LOG = Logger.getLogger(ReminderJob.class);

  @Inject ReminderService service;

  /** Sender address; default: {@code quarkus.mailer.from}. */
  @ConfigProperty(name = "sogopy.reminders.from")
  Optional<String> ownFrom;

  @ConfigProperty(name = "quarkus.mailer.from")
  Optional<String> mailerFrom;

  void started(@Observes StartupEvent start) {
    if (LaunchMode.current() == LaunchMode.NORMAL && mailerConfigured() && from().isEmpty()) {
      LOG.warn(
          "a mail server is set but no sender (SOGOPY_REMINDERS_FROM): no reminders will be sent");
    }
  }

  @Scheduled(
      cron = "{sogopy.reminders.cron}",
      timeZone = "Asia/Ho_Chi_Minh",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    run(Instant.now());
  }

  /**
   * @param now also gives the day in Vietnam
   * @return how many mails were sent
   */
  int run(Instant now) {
    if (!isConfigured()) {
      return 0;
    }
    int sent = 0;
    for (Reminder reminder : service.due(VietnamTime.dayOf(now))) {
      try {
        sent += service.send(reminder, now, from().get()) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.warnf(
            "reminder %s to %s not sent, the next run tries again: %s",
            reminder.kind(), reminder.code(), e);
      }
    }
    return sent;
  }

  /** Whether there are a mail server and a sender. */
  public boolean isConfigured() {
    return from().isPresent() && mailerConfigured();
  }

  private Optional<String> from() {
    return ownFrom.or(() -> mailerFrom);
  }

  /** Without a mail server no mail is sent. */
  private static boolean mailerConfigured() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      // Mails go to the mock mailbox.
      return true;
    }
    ConfigValue host =
        ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getConfigValue("quarkus.mailer.host");
    // The default of the extension, localhost, has the lowest ordinal.
    return host.getValue() != null && host.getSourceOrdinal() > Integer.MIN_VALUE;
  }
}
