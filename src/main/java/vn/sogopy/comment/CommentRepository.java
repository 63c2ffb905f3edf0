package vn.sogopy.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.problem.ProblemException;

@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {

  /**
   * For a change: whoever comes second sees the version of the first.
   *
   * @throws ProblemException 404 if it has gone since it was found
   */
  public Comment lock(UUID id) {
    Comment comment = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (comment == null) {
      throw ProblemException.notFound();
    }
    return comment;
  }

  /** Those of these ids that are of the same plan as the draft. */
  public Set<UUID> ofPlan(UUID draftId, Collection<UUID> ids) {
    return find(
            "select c.id from Comment c join Draft d on d.planId = c.planId where d.id = ?1 and c.id in ?2",
            draftId,
            ids)
        .project(UUID.class)
        .stream()
        .collect(Collectors.toSet());
  }

  /** The number of the last part of a comment, but for those of splits that were undone. */
  public int lastPart(long receiptNumber) {
    return find(
            "select coalesce(max(c.part), 0) from Comment c where c.receiptNumber = ?1 and not c.splitUndone",
            receiptNumber)
        .project(Integer.class)
        .firstResult();
  }

  /** How many comments of a draft are in one of these states. */
  public long countOf(UUID draftId, Collection<Status> states) {
    return count("draftId = ?1 and status in ?2", draftId, states);
  }

  /** The states of the comments of a letter. */
  public List<Status> statuses(UUID letterId) {
    return find("select c.status from Comment c where c.letterId = ?1", letterId)
        .project(Status.class)
        .list();
  }

  /** All comments of a letter, for a change; always locked in the same order. */
  public List<Comment> lockByLetter(UUID letterId) {
    return find("letterId = ?1 order by id", letterId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Writes what is still to be written, and lets go of all: for work on very many. */
  public void flushAndForget() {
    flush();
    getEntityManager().clear();
  }

  /** Several at once, always in the same order. */
  public List<Comment> lockAll(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Those of these ids that are of this draft, always in the same order. */
  public List<Comment> lockAll(UUID draftId, Collection<UUID> ids) {
    return find("draftId = ?1 and id in ?2 order by id", draftId, ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The points a comment was split into, in order, but those of a split that was undone. */
  public List<Comment> lockParts(UUID id) {
    return find("partOfId = ?1 and splitUndone = false order by part", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
