package vn.sogopy.security.audit;

import jakarta.transaction.Synchronization;

/** The line of one transaction: written before its commit if anything it wrote is still there. */
final class BespokenLine implements Synchronization {
  private final Runnable writing;
  private boolean wanted;

  /** What stays when the transaction goes back to its last savepoint. */
  private boolean saved;

  BespokenLine(Runnable writing) {
    this.writing = writing;
  }

  void wrote() {
    wanted = true;
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
    if (wanted) {
      writing.run();
    }
  }

  @Override
  public void afterCompletion(int status) {
    // It went the way of the transaction.
  }
}
