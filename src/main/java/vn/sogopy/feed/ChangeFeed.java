package vn.sogopy.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.sogopy.platform.http.problem.ProblemException;

/** Reads the feed, and waits where there is nothing new. */
@ApplicationScoped
class ChangeFeed {
  /**
   * How often one request goes on where nothing of what was looked at may be shown: its work is
   * bounded, and the next one goes on from there.
   */
  private static final int ROUNDS = 20;

  @Inject SequencerService sequencer;
  @Inject ChangeReader reader;
  @Inject LongPolling desk;

  /**
   * @param head up to where was read
   */
  private record Reading(ChangeReader.Part part, long head) {}

  /**
   * Reads at once, in the caller's thread; only the waiting is done without one.
   *
   * @param patience how long to wait for news if there are none
   * @throws ProblemException 410 for a cursor of a time that was undone by restoring a backup; 429
   *     if too many wait
   */
  Uni<Changes> read(ChangeReader.Question question, ChangeCursor after, Duration patience) {
    return read(question, after, System.nanoTime() + patience.toNanos());
  }

  private Uni<Changes> read(ChangeReader.Question question, ChangeCursor after, long deadline) {
    Reading reading = look(question, after);
    ChangeReader.Part part = reading.part();
    Changes changes = new Changes(part.events(), part.next().text(question.plan()));
    long left = deadline - System.nanoTime();
    if (!part.events().isEmpty() || part.more() || left <= 0) {
      return Uni.createFrom().item(changes);
    }
    return desk.await(question.caller(), question.plan(), reading.head(), Duration.ofNanos(left))
        .chain(
            news -> news ? read(question, part.next(), deadline) : Uni.createFrom().item(changes));
  }

  private Reading look(ChangeReader.Question question, ChangeCursor after) {
    long head = sequencer.stamp();
    after.requireUpTo(head);
    ChangeReader.Part part = reader.read(question, after, head);
    for (int i = 1; i < ROUNDS && part.events().isEmpty() && part.more(); i++) {
      part = reader.read(question, part.next(), head);
    }
    return new Reading(part, head);
  }
}
