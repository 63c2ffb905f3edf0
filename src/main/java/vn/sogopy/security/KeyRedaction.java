package vn.sogopy.security;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Cuts keys out of what is logged, wherever they come from: one that was sent by mistake as part of
 * a path, say, would stand in the access log. A net, and not the first one: nothing here logs a
 * key.
 */
@LoggingFilter(name = "keys")
public final class KeyRedaction implements Filter {
  /** A key of ours; else what fills one part of a path as no id and no name here does. */
  private static final Pattern SECRET =
      Pattern.compile("(sgy_[0-9A-Za-z]{8})_[0-9A-Za-z_]+|(?<=/)[0-9A-Za-z]{32,}");

  @Override
  public boolean isLoggable(LogRecord record) {
    ExtLogRecord line = ExtLogRecord.wrap(record);
    String message = line.getFormattedMessage();
    Matcher secret = message == null ? null : SECRET.matcher(message);
    if (secret != null && secret.find()) {
      line.setMessage(secret.replaceAll("$1_…"), ExtLogRecord.FormatStyle.NO_FORMAT);
    }
    return true;
  }
}
