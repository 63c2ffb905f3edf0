package vn.sogopy.consultation.reminder;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configuration of reminders. */
@ApplicationScoped
class ReminderSettings {
  private static final String HOST = "quarkus.mailer.host";

  /** Sender address; default: {@code quarkus.mailer.from}. */
  @ConfigProperty(name = "sogopy.reminders.from")
  Optional<String> ownFrom;

  @ConfigProperty(name = "quarkus.mailer.from")
  Optional<String> mailerFrom;

  /** Days from the first reminder to the due date; 0 = only the reminder on the due date. */
  @ConfigProperty(name = "sogopy.reminders.days-before", defaultValue = "5")
  int days;

  /** A method, because a client proxy does not expose the fields of the bean. */
  int daysBefore() {
    return days;
  }

  /** Empty if no mailer is configured: no mail is sent, and that is no error. */
  Optional<String> from() {
    return mailerConfigured() ? ownFrom.or(() -> mailerFrom) : Optional.empty();
  }

  /** A mail server without a sender address: no mail can be sent. */
  boolean lacksSender() {
    return mailerConfigured() && ownFrom.or(() -> mailerFrom).isEmpty();
  }

  private static boolean mailerConfigured() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      // Development and tests use the mock mailbox.
      return true;
    }
    ConfigValue host = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigValue(HOST);
    // The default of the extension, localhost, has the lowest ordinal.
    return host.getValue() != null && host.getSourceOrdinal() > Integer.MIN_VALUE;
  }
}
