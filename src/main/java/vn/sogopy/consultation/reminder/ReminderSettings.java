package vn.sogopy.consultation.reminder;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of reminders. */
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

  /** A method: fields of the client proxy are not those of the bean. */
  int daysBefore() {
    return days;
  }

  /** The sender; empty if no mail server is configured: then no mail is sent. */
  Optional<String> from() {
    return mailerConfigured() ? ownFrom.or(() -> mailerFrom) : Optional.empty();
  }

  /** Whether a mail server is configured, but no sender. */
  boolean lacksSender() {
    return mailerConfigured() && ownFrom.or(() -> mailerFrom).isEmpty();
  }

  private static boolean mailerConfigured() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      // Mails go to the mock mailbox.
      return true;
    }
    ConfigValue host = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigValue(HOST);
    // The default of the extension, localhost, has the lowest ordinal.
    return host.getValue() != null && host.getSourceOrdinal() > Integer.MIN_VALUE;
  }
}
