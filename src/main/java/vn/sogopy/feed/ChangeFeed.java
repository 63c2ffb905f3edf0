package vn.sogopy.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.sogopy.platform.http.problem.ProblemException;

/** Reads the feed and waits if there is nothing new. */
@ApplicationScoped
class ChangeFeed {
  /**
   * Maximum number of reads of one request while the caller can see none of the events. This bounds
   * the work of a request; the next request continues from there.
   */
  private static final int ROUNDS = 20;

  @Inject SequencerService sequencer;
  @Inject ChangeReader reader;
  @Inject LongPolling polling;

  /**
   * Reads in the caller's thread. Waiting holds no thread.
   *
   * @param patience maximum wait if there are no new events
   * @throws ProblemException 410 for a cursor that is newer than a restored backup; 429 if too many
   *     requests wait
   */
  Uni<Changes> read(ChangeReader.Question question, ChangeCursor after, Duration patience) {
    return read(question, after, System.nanoTime() + patience.toNanos());
  }

  private Uni<Changes> read(ChangeReader.Question question, ChangeCursor after, long deadline) {
    long head = sequencer.stamp();
    after.requireUpTo(head);
    ChangeReader.Part part = reader.read(question, after, head);
    for (int i = 1; i < ROUNDS && part.events().isEmpty() && part.more(); i++) {
      part = reader.read(question, part.next(), head);
    }
    ChangeCursor next = part.next();
    Changes changes = new Changes(part.events(), next.text(question.plan()));
    long left = deadline - System.nanoTime();
    if (!part.events().isEmpty() || part.more() || left <= 0) {
      return Uni.createFrom().item(changes);
    }
    return polling
        .await(question.caller(), question.plan(), head, Duration.ofNanos(left))
        .chain(news -> news ? read(question, next, deadline) : Uni.createFrom().item(changes));
  }
}
