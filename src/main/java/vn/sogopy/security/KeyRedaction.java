package vn.sogopy.security;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import vn.sogopy.platform.http.connection.Stop;

/**
 * Removes keys and tokens from log and audit texts, for example a key that a client puts into the
 * path. It is a second line of defence: the code itself logs no key.
 */
@LoggingFilter(name = "keys")
public final class KeyRedaction implements Filter {
  /**
   * A key of this service; JSON in Base64, as in tokens and the signatures of links; or a long path
   * segment that is neither an id nor a name.
   */
  private static final Pattern SECRET =
      Pattern.compile(
          "(sgy_[0-9A-Za-z]{8})_[0-9A-Za-z_]+"
              + "|eyJ[0-9A-Za-z_-]{8,}[0-9A-Za-z_.-]*"
              + "|(?<![^/])[0-9A-Za-z]{32,}");

  @Override
  public boolean isLoggable(LogRecord record) {
    ExtLogRecord line = ExtLogRecord.wrap(record);
    String message = line.getFormattedMessage();
    String cut = message == null ? null : cut(message);
    if (Stop.isOver() && line.getThrown() != null) {
      // For a redacted exception one line without a stack trace is logged.
      line.setMessage(cut(message + ": " + line.getThrown()), ExtLogRecord.FormatStyle.NO_FORMAT);
      line.setThrown(null);
    } else if (cut != null && !cut.equals(message)) {
      line.setMessage(cut, ExtLogRecord.FormatStyle.NO_FORMAT);
    }
    return true;
  }

  /** The text without secrets. The prefix of a key of this service is kept. */
  public static String cut(String text) {
    return SECRET.matcher(text).replaceAll("$1_…");
  }
}
