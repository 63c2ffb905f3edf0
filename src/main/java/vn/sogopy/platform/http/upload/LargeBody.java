package vn.sogopy.platform.http.upload;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;

/** What the request at hand holds of {@link LargeBodies}, until its end. */
@RequestScoped
public class LargeBody {
  private final Deque<Runnable> held = new ArrayDeque<>();

  @Inject LargeBodies bodies;
  @Inject TemporaryFiles temporary;

  /**
   * The same body once it has arrived whole; {@link InputStream#reset} goes back to its begin. One
   * above {@link BodyLimit#DEFAULT} lies on the disk, and waits for its turn.
   *
   * @throws ProblemException 503 if there is no place, or no turn, for too long
   */
  public InputStream read(InputStream body) throws IOException {
    byte[] head = body.readNBytes(BodyLimit.DEFAULT + 1);
    if (head.length <= BodyLimit.DEFAULT) {
      return new ByteArrayInputStream(head);
    }
    hold(bodies.places());
    TemporaryFile spooled =
        temporary.write(
            out -> {
              out.write(head);
              body.transferTo(out);
            });
    held.push(() -> close(spooled));
    work();
    return spooled.open();
  }

  /**
   * Before more than {@link BodyLimit#DEFAULT} is made into text and records.
   *
   * @throws ProblemException 503 if the turn does not come in time
   */
  public void work() {
    hold(bodies.turn());
  }

  /**
   * Before a form or a file is read to the disk.
   *
   * @throws ProblemException 503 if too many requests do
   */
  public void spool() {
    if (!bodies.files().tryAcquire()) {
      throw FailureProblems.unavailable();
    }
    held.push(bodies.files()::release);
  }

  private static void close(TemporaryFile file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
