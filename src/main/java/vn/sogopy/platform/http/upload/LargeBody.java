package vn.sogopy.platform.http.upload;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.problem.ProblemException;

/** What the request at hand holds of {@link LargeBodies}, until its end. */
@RequestScoped
public class LargeBody {
  private final Deque<Runnable> held = new ArrayDeque<>();

  @Inject LargeBodies bodies;
  @Inject TemporaryFiles temporary;

  /**
   * Before more than {@link Body#DEFAULT_LIMIT} is read.
   *
   * @throws ProblemException 503 if there is no place for too long
   */
  public void read() {
    hold(bodies.places());
  }

  /**
   * Before what was read is made into text and records.
   *
   * @throws ProblemException 503 if the turn does not come in time
   */
  public void work() {
    hold(bodies.turn());
  }

  /** To the disk, as it comes; to be closed. */
  public TemporaryFile spool(TemporaryFile.Content content) {
    return temporary.write(content);
  }

  /**
   * What lets go of the body in memory. A thread that waits for work keeps the last request it had,
   * and so would keep its body, too.
   */
  public void inMemory(Runnable release) {
    held.push(release);
  }

  private void hold(Semaphore semaphore) {
    bodies.await(semaphore);
    held.push(semaphore::release);
  }

  @PreDestroy
  void release() {
    held.forEach(Runnable::run);
    held.clear();
  }
}
