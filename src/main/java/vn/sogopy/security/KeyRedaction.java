package vn.sogopy.security;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import vn.sogopy.platform.http.connection.Stop;

/**
 * Cuts keys and tokens out of what is logged and audited, wherever they come from: one that was
 * sent by mistake as part of a path, say, would stand in the access log. A net, and not the first
 * one: nothing here logs a key.
 */
@LoggingFilter(name = "keys")
public final class KeyRedaction implements Filter {
  /**
   * A key of ours; JSON in base64, of which tokens and the signatures of links are made; else what
   * fills one part of a path as no id and no name here does.
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
      // Of what the stop cuts, and of the framework around it, a line says enough.
      line.setMessage(cut(message + ": " + line.getThrown()), ExtLogRecord.FormatStyle.NO_FORMAT);
      line.setThrown(null);
    } else if (cut != null && !cut.equals(message)) {
      line.setMessage(cut, ExtLogRecord.FormatStyle.NO_FORMAT);
    }
    return true;
  }

  /** The text without the secrets in it; of a key of ours its prefix stays. */
  public static String cut(String text) {
    return SECRET.matcher(text).replaceAll("$1_…");
  }
}
