package vn.sogopy.feed;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.feed.Changes.CloudEvent;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.register.edition.EditionReader;
import vn.sogopy.register.edition.EditionWatch;
import vn.sogopy.security.Caller;

/** Reads the events of a plan that the caller can see, with their resources. */
@ApplicationScoped
public class ChangeReader {
  @Inject CommentReader comments;
  @Inject LetterReader letters;
  @Inject EditionReader editions;
  @Inject EditionWatch watch;
  @Inject EntityManager entities;

  /**
   * The parameters of a read.
   *
   * @param slug of the plan
   * @param limit maximum number of events
   */
  record Question(Caller caller, UUID plan, String slug, int limit) {}

  /**
   * The result of a read.
   *
   * @param next after the last event that was read, visible or not
   * @param more whether there may be more events before the head
   */
  record Part(List<CloudEvent> events, ChangeCursor next, boolean more) {}

  /**
   * Reads at most {@code limit} events and returns those whose resource the caller can see.
   *
   * @param head the highest position to read
   * @throws ProblemException 410 if there is another event at the position of the cursor
   */
  @Transactional
  Part read(Question question, ChangeCursor after, long head) {
    List<Change> found = find(question, after, head);
    if (!found.isEmpty() && found.get(0).position == after.position()) {
      after.requireSame(found.get(0));
      found = found.subList(1, found.size());
    }
    boolean more = found.size() > question.limit();
    List<Change> read = more ? found.subList(0, question.limit()) : found;
    if (read.isEmpty()) {
      return new Part(List.of(), after, false);
    }
    Map<UUID, Object> data = data(question, read);
    List<CloudEvent> events =
        read.stream()
            .filter(change -> data.containsKey(change.subject))
            .map(change -> CloudEvent.of(change, question.slug(), data.get(change.subject)))
            .toList();
    return new Part(events, ChangeCursor.at(read.get(read.size() - 1)), more);
  }

  /** The event at the cursor, if this caller has it, and up to {@code limit + 1} later events. */
  private List<Change> find(Question question, ChangeCursor after, long head) {
    Hql query = Hql.of("from Change c where c.planId = ?", question.plan());
    if (question.caller().isSubmitter()) {
      Caller caller = question.caller();
      query.add("and c.forBody and c.organizationId");
      if (caller.body().predecessors().isEmpty()) {
        // Read in the order of an index.
        query.add("= (select o.id from Organization o where o.code = ?)", caller.organization());
      } else {
        query.add("in (select o.id from Organization o where o.code in ?)", caller.organizations());
      }
    } else {
      query.add("and c.forOffice");
    }
    return query
        .add("and c.position between ? and ?", after.position(), head)
        .add("order by c.position limit ?", question.limit() + 2)
        .list(entities, Change.class);
  }

  /** One query for each kind of resource. */
  private Map<UUID, Object> data(Question question, List<Change> changes) {
    Map<UUID, Object> data =
        new HashMap<>(comments.known(question.caller(), subjects(changes, "comment")));
    Set<UUID> letterIds = subjects(changes, "letter");
    if (!letterIds.isEmpty()) {
      letters.known(question.caller(), letterIds).forEach(letter -> data.put(letter.id(), letter));
    }
    Set<UUID> editionIds = subjects(changes, "edition");
    if (!editionIds.isEmpty()) {
      editions
          .known(question.caller(), editionIds, watch.damaged())
          .forEach(edition -> data.put(edition.id(), edition));
    }
    return data;
  }

  private static Set<UUID> subjects(List<Change> changes, String kind) {
    return changes.stream()
        .filter(change -> change.type.startsWith(kind))
        .map(change -> change.subject)
        .collect(toSet());
  }
}
