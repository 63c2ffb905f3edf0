package vn.sogopy.feed;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
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
  @Inject DataSource source;

  /**
   * The parameters of a read.
   *
   * @param slug of the plan
   * @param limit maximum number of events
   * @param locale of warnings
   */
  record Question(Caller caller, UUID plan, String slug, int limit, Locale locale) {}

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
    if (!found.isEmpty() && found.get(0).position() == after.position()) {
      after.requireSame(found.get(0));
      found = found.subList(1, found.size());
    }
    boolean more = found.size() > question.limit();
    List<Change> seen = more ? found.subList(0, question.limit()) : found;
    if (seen.isEmpty()) {
      return new Part(List.of(), after, false);
    }
    Map<UUID, Object> data = data(question, seen);
    List<CloudEvent> events =
        seen.stream()
            .filter(change -> data.containsKey(change.subject()))
            .map(change -> CloudEvent.of(change, question.slug(), data.get(change.subject())))
            .toList();
    return new Part(events, ChangeCursor.at(seen.get(seen.size() - 1)), more);
  }

  /** The event at the cursor, if this caller has it, and up to {@code limit + 1} later events. */
  private List<Change> find(Question question, ChangeCursor after, long head) {
    Sql sql =
        Sql.of(
            "select position, event, type, subject, at from change where plan_id = ?",
            question.plan());
    if (question.caller().isSubmitter()) {
      sql.add(
          "and for_body and organization_id = (select id from organization where code = ?)",
          question.caller().organization());
    } else {
      sql.add("and for_office");
    }
    return sql.add("and position between ? and ?", after.position(), head)
        .add("order by position limit ?", question.limit() + 2)
        .list(
            source,
            row ->
                new Change(
                    row.getLong("position"),
                    row.getString("event"),
                    row.getString("type"),
                    Row.uuid(row, "subject"),
                    Row.instant(row, "at")));
  }

  /** One query for each kind of resource. */
  private Map<UUID, Object> data(Question question, List<Change> changes) {
    Map<UUID, Object> data =
        new HashMap<>(comments.known(question.caller(), subjects(changes, "comment")));
    Set<UUID> sent = subjects(changes, "letter");
    if (!sent.isEmpty()) {
      letters
          .known(question.caller(), sent)
          .forEach(one -> data.put(one.id(), one.in(question.locale())));
    }
    Set<UUID> sealed = subjects(changes, "edition");
    if (!sealed.isEmpty()) {
      editions
          .known(question.caller(), sealed, watch.damaged())
          .forEach(one -> data.put(one.id(), one));
    }
    return data;
  }

  private static Set<UUID> subjects(List<Change> changes, String kind) {
    return changes.stream()
        .filter(change -> change.isOf(kind))
        .map(Change::subject)
        .collect(toSet());
  }
}
