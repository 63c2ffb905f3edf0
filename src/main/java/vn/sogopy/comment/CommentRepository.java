package vn.sogopy.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.comment.History.Action;
import vn.sogopy.platform.http.problem.ProblemException;

@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {

  /**
   * Locks a comment for a change. Waits for a transaction that holds the lock.
   *
   * @throws ProblemException 404 if it was deleted since it was found
   */
  public Comment lock(UUID id) {
    Comment comment = findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (comment == null) {
      throw ProblemException.notFound();
    }
    return comment;
  }

  /** The ids among these that belong to the plan of the draft. */
  public Set<UUID> ofPlan(UUID draftId, Collection<UUID> ids) {
    return find(
            "select c.id from Comment c join Draft d on d.planId = c.planId where d.id = ?1 and c.id in ?2",
            draftId,
            ids)
        .project(UUID.class)
        .stream()
        .collect(Collectors.toSet());
  }

  /**
   * The number of the last part of a comment, without those of splits that were undone; 0 = none.
   */
  public int lastPart(long receiptNumber) {
    return find(
            "select coalesce(max(c.part), 0) from Comment c where c.receiptNumber = ?1 and not c.splitUndone",
            receiptNumber)
        .project(Integer.class)
        .firstResult();
  }

  /** The number of comments of a draft in one of these states. */
  public long countOf(UUID draftId, Collection<Status> states) {
    return count("draftId = ?1 and state.status in ?2", draftId, states);
  }

  /** The letter that contained the comment, if any. */
  public Optional<UUID> letter(UUID id) {
    return find("select c.letterId from Comment c where c.id = ?1 and c.letterId is not null", id)
        .project(UUID.class)
        .firstResultOptional();
  }

  /** The states of the comments of a letter. */
  public List<Status> statuses(UUID letterId) {
    return find("select c.state.status from Comment c where c.letterId = ?1", letterId)
        .project(Status.class)
        .list();
  }

  /** Locks all comments of a letter, in the order of their ids. */
  public List<Comment> lockByLetter(UUID letterId) {
    return find("letterId = ?1 order by id", letterId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Flushes and detaches all entities. For batches of many thousand entities. */
  public void flushAndClear() {
    flush();
    getEntityManager().clear();
  }

  /** Locks several comments, in the order of their ids. */
  public List<Comment> lockAll(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Locks the comments of this draft among these ids, in the order of their ids. */
  public List<Comment> lockAll(UUID draftId, Collection<UUID> ids) {
    return find("draftId = ?1 and id in ?2 order by id", draftId, ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Locks the parts of a split comment, in order, without those of a split that was undone. */
  public List<Comment> lockParts(UUID id) {
    return find("partOfId = ?1 and splitUndone = false order by part", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Whether a client other than this one has ever assigned the comment. */
  public boolean wasAssigned(UUID id, String client) {
    return count(
            "from CommentHistoryEntry h where h.commentId = ?1 and h.action = ?2 and h.client <> ?3",
            id,
            Action.ASSIGNED,
            client)
        > 0;
  }
}
