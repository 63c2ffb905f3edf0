package vn.sogopy.platform.database;

/**
 * The service cannot start for a reason that the operator can correct: a folder in use, a file that
 * cannot be written, a database that does not come up.
 *
 * <p>The message is written for that person: it names the folder or file concerned and says what to
 * do. {@link Main} prints the message alone, without a stack trace.
 */
public final class StartupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception from a complete, readable message.
   *
   * @param message what is wrong, where, and what the operator can do
   */
  public StartupException(String message) {
    super(message);
  }

  /**
   * Makes an exception from a complete, readable message and the failure behind it.
   *
   * @param message what is wrong, where, and what the operator can do
   * @param cause the failure behind it, kept for debugging only
   */
  public StartupException(String message, Throwable cause) {
    super(message, cause);
  }
}
