package vn.sogopy.platform.http.upload;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;

/** The permits for large bodies, and the files, that the current request holds until its end. */
@RequestScoped
public class LargeBody {
  private final Deque<Runnable> held = new ArrayDeque<>();

  @Inject Permits permits;
  @Inject TemporaryFiles temporary;

  /**
   * Reads the whole body. A body above {@link BodyLimit#DEFAULT} is on the disk and needs both
   * permits.
   *
   * @throws ProblemException 503 without a permit
   */
  public InputStream read(InputStream body) throws IOException {
    byte[] head = body.readNBytes(BodyLimit.DEFAULT + 1);
    if (head.length <= BodyLimit.DEFAULT) {
      return new ByteArrayInputStream(head);
    }
    spool();
    TemporaryFile spooled =
        keep(
            temporary.write(
                out -> {
                  out.write(head);
                  body.transferTo(out);
                }));
    work();
    return spooled.open();
  }

  /** Deletes the file at the end of the request. */
  TemporaryFile keep(TemporaryFile file) {
    held.push(file::close);
    return file;
  }

  /**
   * Acquires the permit to convert more than {@link BodyLimit#DEFAULT} to text and records; waits.
   *
   * @throws ProblemException 503 if the wait times out
   */
  public void work() {
    Uploads.acquire(permits.turn, permits.waitSeconds);
    held.push(permits.turn::release);
  }

  /**
   * Acquires the permit to read a body to the disk.
   *
   * @throws ProblemException 503 if too many requests hold one
   */
  public void spool() {
    if (!permits.disk.tryAcquire()) {
      throw FailureProblems.unavailable();
    }
    held.push(permits.disk::release);
  }

  @PreDestroy
  void release() {
    held.forEach(Runnable::run);
    held.clear();
  }

  /**
   * Limits concurrent bodies above {@link BodyLimit#DEFAULT} on this replica. Such a JSON body is
   * held in memory as text, as records and as the response. Many are read at once, to the disk, so
   * that a slow client does not block others; one at a time is processed.
   */
  @Singleton
  static class Permits {
    final Semaphore turn = new Semaphore(1, true);
    final Semaphore disk;
    final int waitSeconds;

    /**
     * @param disk maximum number of concurrent requests with a body on the disk
     */
    @Inject
    Permits(
        @ConfigProperty(name = "sogopy.attachments.max-parallel", defaultValue = "64") int disk) {
      this(disk, 60);
    }

    Permits(int disk, int waitSeconds) {
      this.disk = new Semaphore(disk);
      this.waitSeconds = waitSeconds;
    }
  }
}
