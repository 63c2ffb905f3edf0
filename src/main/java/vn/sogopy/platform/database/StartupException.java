package vn.sogopy.platform.database;

/**
 * The service cannot start for a reason that the operator can correct: a folder in use, a file that
 * cannot be written, a database that does not start.
 *
 * <p>The message is for the operator: it names the folder or file and the remedy. {@link Main}
 * prints only the message, without a stack trace.
 */
public final class StartupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the fault, its place, and the remedy
   */
  public StartupException(String message) {
    super(message);
  }

  /**
   * @param message the fault, its place, and the remedy
   * @param cause for debugging only
   */
  public StartupException(String message, Throwable cause) {
    super(message, cause);
  }
}
