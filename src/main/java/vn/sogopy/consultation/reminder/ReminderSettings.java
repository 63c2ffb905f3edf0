package vn.sogopy.consultation.reminder;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether, when and as whom reminders are sent. */
@ApplicationScoped
class ReminderSettings {
  private static final String HOST = "quarkus.mailer.host";

  /** Sender's address; without it {@code quarkus.mailer.from}. */
  @ConfigProperty(name = "sogopy.reminders.from")
  Optional<String> ownFrom;

  @ConfigProperty(name = "quarkus.mailer.from")
  Optional<String> mailerFrom;

  /** The first reminder goes out this many days before the due day; 0 = only the one on the day. */
  @ConfigProperty(name = "sogopy.reminders.days-before", defaultValue = "5")
  int days;

  /** A method, since fields of the bean's proxy are not the bean's. */
  int daysBefore() {
    return days;
  }

  /** Empty where no mailer is configured: then no mail is sent, and nothing is wrong with that. */
  Optional<String> from() {
    return mailerConfigured() ? ownFrom.or(() -> mailerFrom) : Optional.empty();
  }

  /** A mail server without a sender: somebody meant mails to go out, and none will. */
  boolean lacksSender() {
    return mailerConfigured() && ownFrom.or(() -> mailerFrom).isEmpty();
  }

  private static boolean mailerConfigured() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      // Mails go to the mock mailbox there.
      return true;
    }
    ConfigValue host = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigValue(HOST);
    // The extension's own default, localhost, has the least ordinal of all.
    return host.getValue() != null && host.getSourceOrdinal() > Integer.MIN_VALUE;
  }
}
