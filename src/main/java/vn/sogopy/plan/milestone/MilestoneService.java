package vn.sogopy.plan.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;

/** Replaces the road of a plan. */
@ApplicationScoped
public class MilestoneService {
  @Inject DataSource source;

  /**
   * @return the new version
   * @throws ProblemException 428, 412
   */
  @Transactional
  public int replace(UUID plan, List<Milestones.Milestone> items, IfMatch ifMatch) {
    int version =
        Sql.of("select milestones_version from plan where id = ? for update", plan)
            .first(source, row -> row.getInt(1))
            .orElseThrow(ProblemException::notFound);
    ifMatch.check(version);
    Sql.of("delete from milestone where plan_id = ?", plan).execute(source);
    Sql.of(
            "insert into milestone (plan_id, ordinal, title, planned_for, reached_on)"
                + " select ?::uuid, ordinal, title, planned_for::date, reached_on::date"
                + " from unnest(?::text[], ?::text[], ?::text[])"
                + " with ordinality as line (title, planned_for, reached_on, ordinal)",
            plan,
            items.stream().map(Milestones.Milestone::title).toArray(String[]::new),
            days(items, Milestones.Milestone::plannedFor),
            days(items, Milestones.Milestone::reachedOn))
        .execute(source);
    // Not through the entity: the plan's own version, and with it its ETag, stays.
    Sql.of("update plan set milestones_version = milestones_version + 1 where id = ?", plan)
        .execute(source);
    return version + 1;
  }

  private static String[] days(
      List<Milestones.Milestone> items, Function<Milestones.Milestone, LocalDate> day) {
    return items.stream()
        .map(day)
        .map(date -> date == null ? null : date.toString())
        .toArray(String[]::new);
  }
}
