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

/** The permits of {@link LargeBodies} that the current request holds until its end. */
@RequestScoped
public class LargeBody {
  private final Deque<Runnable> held = new ArrayDeque<>();

  @Inject LargeBodies bodies;
  @Inject TemporaryFiles temporary;

  /**
   * Reads the whole body; {@link InputStream#reset} returns to its beginning. A body above {@link
   * BodyLimit#DEFAULT} is on the disk and waits for a permit.
   *
   * @throws ProblemException 503 if the wait for a permit times out
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
   * Acquires the permit to convert more than {@link BodyLimit#DEFAULT} to text and records.
   *
   * @throws ProblemException 503 if the wait times out
   */
  public void work() {
    hold(bodies.turn());
  }

  /**
   * Acquires the permit to read a form or a file to the disk.
   *
   * @throws ProblemException 503 if too many requests hold one
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
