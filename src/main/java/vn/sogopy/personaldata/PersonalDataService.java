package vn.sogopy.personaldata;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.sogopy.personaldata.Erasure.Count;
import vn.sogopy.personaldata.PersonalData.Kept;
import vn.sogopy.personaldata.PersonalData.Kind;
import vn.sogopy.personaldata.PersonalData.Place;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.audit.AuditTrail;

/**
 * Finds and erases the personal data of one person: the view {@code personal_data} and the function
 * {@code erase_person} of the database.
 */
@ApplicationScoped
class PersonalDataService {
  private static final Logger LOG = Logger.getLogger(PersonalDataService.class);
  private static final int MAX_SECONDS = 600;

  /** After the checks of the start. */
  private static final int LATE = 5_000;

  @Inject DataSource source;
  @Inject AuditTrail audit;

  /**
   * @param name with any accents
   * @throws ProblemException 403 for a key of some plans only
   */
  @Transactional
  @TransactionConfiguration(timeout = MAX_SECONDS)
  PersonalData find(Caller caller, String name, Locale locale) {
    requireAllPlans(caller);
    Sql.takeLong(source);
    List<Place> found = places(NamePattern.any(name), locale);
    return new PersonalData(name, Instant.now(), cut(found), found.size() > PersonalData.MAX);
  }

  /** Extends the transaction timeout, which is one minute by default. */
  @Transactional
  @TransactionConfiguration(timeout = MAX_SECONDS)
  <T> T withLongTimeout(Supplier<T> work) {
    Sql.takeLong(source);
    return work.get();
  }

  /**
   * Erases a person, and records that for the time after a restore.
   *
   * @throws ProblemException 403 for a key of some plans only, 400 for a single word
   */
  @Transactional
  Erasure erase(Actor actor, Erasure.Input input, Locale locale) {
    requireAllPlans(actor.caller());
    input.requireFullName();
    String any = NamePattern.any(input.person());
    Stored erasure =
        new Stored(
            UUID.randomUUID(), input.person(), actor.caller().name(), actor.caller().client());
    Sql.of(
            "insert into personal_erasure (id, person, reason, at, by_name, client, applied_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)",
            erasure.id(),
            erasure.person(),
            input.reason(),
            actor.at(),
            erasure.by(),
            erasure.client(),
            actor.at())
        .execute(source);
    // The files of a letter are found by the author of its comments, too.
    List<Place> before = places(any, locale);
    List<Count> erased = apply(erasure, actor.at());
    List<Place> after = places(any, locale);
    List<Place> remaining =
        Stream.concat(
                before.stream().filter(place -> place.kept() != null),
                after.stream().filter(place -> place.kept() == null))
            .map(place -> remaining(place, locale))
            .distinct()
            .toList();
    boolean incomplete = Math.max(before.size(), remaining.size()) > PersonalData.MAX;
    return new Erasure(erasure.id(), actor.at(), erased, cut(remaining), incomplete);
  }

  /**
   * Before the first request, applies the erasures that an operator has entered after a restore.
   *
   * @return their number
   */
  @Transactional
  @TransactionConfiguration(timeout = MAX_SECONDS)
  int applyPending(@Observes @Priority(LATE) StartupEvent event) {
    Sql.takeLong(source);
    // Of several replicas that start at once, one applies them.
    Sql.set(source, "lock_timeout", "120s");
    List<Stored> pending =
        Sql.of(
                """
                select id, person, by_name, client from personal_erasure
                where applied_at is null order by at, id for update""")
            .list(
                source,
                row ->
                    new Stored(
                        Row.uuid(row, "id"),
                        row.getString("person"),
                        row.getString("by_name"),
                        row.getString("client")));
    for (Stored erasure : pending) {
      apply(erasure, Instant.now());
      Sql.of("update personal_erasure set applied_at = ? where id = ?", Instant.now(), erasure.id())
          .execute(source);
      audit.byItself(
          new Caller(erasure.by(), erasure.client(), Role.ADMIN, null, null), "reapplyErasure");
    }
    if (!pending.isEmpty()) {
      LOG.infof("erasures of personal data applied again: %d", pending.size());
    }
    return pending.size();
  }

  private record Stored(UUID id, String person, String by, String client) {}

  private List<Count> apply(Stored erasure, Instant at) {
    String pattern = NamePattern.of(erasure.person());
    return Sql.of(
            "select kind, places from erase_person(?, ?, ?, ?, ?)",
            pattern,
            NamePattern.whole(pattern),
            erasure.by(),
            erasure.client(),
            at)
        .list(
            source, row -> new Count(Row.constant(row, "kind", Kind.class), row.getInt("places")));
  }

  /** At most one more than the maximum. */
  private List<Place> places(String pattern, Locale locale) {
    return Sql.of(
            """
            select distinct kind, kept, id, plan, draft, organization, value
            from personal_data
            where text collate "und-x-icu" ~* ?
            order by kind, plan, draft, organization, id, value
            limit ?""",
            pattern,
            PersonalData.MAX + 1)
        .list(source, row -> place(row, locale));
  }

  private static Place place(ResultSet row, Locale locale) throws SQLException {
    Kept kept = Row.constant(row, "kept", Kept.class);
    return new Place(
        Row.constant(row, "kind", Kind.class),
        Row.uuid(row, "id"),
        row.getString("plan"),
        Row.integer(row, "draft"),
        row.getString("organization"),
        row.getString("value"),
        kept,
        kept == null ? null : kept.text(locale));
  }

  /** The answer of an erasure is kept for replays: it must not have the name. */
  private static Place remaining(Place place, Locale locale) {
    Kept kept = place.kept() == null ? Kept.LONGER_NAME : place.kept();
    return new Place(
        place.kind(),
        place.id(),
        place.plan(),
        place.draft(),
        place.organization(),
        null,
        kept,
        kept.text(locale));
  }

  private static List<Place> cut(List<Place> places) {
    return places.subList(0, Math.min(places.size(), PersonalData.MAX));
  }

  /** A person is found and erased in all plans. */
  private static void requireAllPlans(Caller caller) {
    if (caller.plans() != null) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
