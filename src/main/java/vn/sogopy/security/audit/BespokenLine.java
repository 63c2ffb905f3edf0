package vn.sogopy.security.audit;

import jakarta.transaction.Synchronization;

/** The line of one transaction: written before its commit if anything it wrote is still there. */
final class BespokenLine implements Synchronization {
  private final Runnable writing;
  private boolean wanted;

  /** What stays when the transaction goes back to its last savepoint. */
  private boolean saved;

  private boolean taken;

  BespokenLine(Runnable writing) {
    this.writing = writing;
  }

  void wrote() {
    wanted = true;
  }

  /**
   * Whether the line is still due; then the caller writes it, along with a statement of its own.
   */
  boolean take() {
    boolean due = wanted && !taken;
    taken |= due;
    return due;
  }

  void saved() {
    saved = wanted;
  }

  /** To the last savepoint; to an earlier one: rather a line too many than none. */
  void tookBack() {
    wanted = saved;
  }

  @Override
  public void beforeCompletion() {
    if (take()) {
      writing.run();
    }
  }

  @Override
  public void afterCompletion(int status) {
    // It went the way of the transaction.
  }
}
