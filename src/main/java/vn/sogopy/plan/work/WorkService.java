package vn.sogopy.plan.work;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.work.DeskWork.WorkPiece;
import vn.sogopy.platform.http.download.FileExchange.Facts;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.security.Caller;

/**
 * Keeps the long works of people and their results for {@link #RETENTION}. Only the person who
 * began a work finds it, and only with the rights of that moment: the plan, and the view of
 * restricted comments.
 */
@ApplicationScoped
public class WorkService {
  static final Duration RETENTION = Duration.ofDays(7);

  /** Without a sign of life for so long, a work counts as stopped with its process. */
  static final Duration SILENCE = Duration.ofMinutes(1);

  private static final String FROM =
      """
      from DeskWork w join Draft d on d.id = w.draftId join Plan p on p.id = d.planId
      where w.credential = ? and (w.restricted = false or w.restricted = ?)\
      """;

  @Inject EntityManager entities;
  @Inject Pieces pieces;

  /** Begins a work, which replaces a finished one of the same caption. */
  @Transactional
  public UUID begin(Caller person, DraftRef draft, String caption) {
    Hql.of(
            "delete DeskWork where credential = ? and draftId = ? and caption = ? and finishedAt is"
                + " not null",
            person.credential(),
            draft.id(),
            caption)
        .execute(entities);
    DeskWork work = new DeskWork();
    work.draftId = draft.id();
    work.credential = person.credential();
    work.restricted = person.seesRestricted();
    work.caption = caption;
    work.startedAt = Instant.now();
    work.seenAt = work.startedAt;
    entities.persist(work);
    return work.id;
  }

  /**
   * Notes that works go on.
   *
   * @param rows read so far, by work
   */
  @Transactional
  public void note(Map<UUID, Integer> rows) {
    rows.forEach(
        (id, count) ->
            Hql.of(
                    "update DeskWork set rowCount = ?, seenAt = ? where id = ?",
                    count,
                    Instant.now(),
                    id)
                .execute(entities));
  }

  /** Ends a work whose result is a page. */
  @Transactional
  public void end(UUID id, int rows, String address) {
    finish(id, rows, work -> work.address = address);
  }

  /** Ends a work whose result is a file. */
  @Transactional
  public void end(UUID id, int rows, String name, String mediaType, TemporaryFile file) {
    finish(
        id,
        rows,
        work -> {
          work.fileName = name;
          work.mediaType = mediaType;
          work.size = file.size();
          work.sha256 = file.sha256();
          pieces.write(WorkPiece::new, id, file.path());
        });
  }

  /** Ends a work that failed, with a sentence for its person. */
  @Transactional
  public void fail(UUID id, int rows, String problem) {
    finish(id, rows, work -> work.problem = problem);
  }

  /** A work that was deleted with its draft is passed over. */
  private void finish(UUID id, int rows, Consumer<DeskWork> result) {
    DeskWork work = entities.find(DeskWork.class, id);
    if (work != null) {
      work.rowCount = rows;
      work.finishedAt = Instant.now();
      work.seenAt = work.finishedAt;
      result.accept(work);
    }
  }

  /** The works of a person, newest first. */
  @Transactional
  public List<WorkView> list(Caller person) {
    return Hql.of(
            "select w.id, p.slug, d.number, w.caption, w.rowCount, w.startedAt, w.seenAt,"
                + " w.finishedAt, w.problem, w.address, w.fileName, w.size")
        .add(FROM, person.credential(), person.seesRestricted())
        .add("order by w.startedAt desc, w.id")
        .list(entities, WorkView.class)
        .stream()
        .filter(work -> person.mayKnowPlan(work.plan()))
        .toList();
  }

  /**
   * The file of a work of a draft that the caller can see.
   *
   * @throws ProblemException 404 if the work is another person's, has no file, or the person has
   *     lost the right to it
   */
  @Transactional
  public Facts file(Caller person, DraftRef draft, UUID id) {
    return Hql.of("select w")
        .add(FROM, person.credential(), person.seesRestricted())
        .add("and w.id = ? and d.id = ? and w.fileName is not null", id, draft.id())
        .first(entities, DeskWork.class)
        .map(work -> new Facts(work.fileName, work.mediaType, work.size, work.sha256))
        .orElseThrow(ProblemException::notFound);
  }

  /** See {@link Pieces#read}. */
  public void read(UUID id, long from, long to, OutputStream out) throws IOException {
    pieces.read(WorkPiece.class, id, from, to, out);
  }

  @Scheduled(every = "1h", delayed = "5m")
  @Transactional
  void deleteOld() {
    Hql.of("delete DeskWork where startedAt < ?", Instant.now().minus(RETENTION)).execute(entities);
  }
}
