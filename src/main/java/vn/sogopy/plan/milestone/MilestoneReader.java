package vn.sogopy.plan.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/** The road of a plan as it is shown. */
@ApplicationScoped
public class MilestoneReader {
  @Inject DataSource source;

  /** Of one moment: version and items in one statement, an empty road as one row without title. */
  @Transactional
  public Milestones get(UUID plan, Locale locale) {
    record Line(int version, Milestones.Milestone item) {}
    List<Line> lines =
        Sql.of(
                "select p.milestones_version, m.title, m.planned_for, m.reached_on from plan p"
                    + " left join milestone m on m.plan_id = p.id where p.id = ? order by m.ordinal",
                plan)
            .list(
                source,
                row ->
                    new Line(
                        row.getInt("milestones_version"),
                        new Milestones.Milestone(
                            row.getString("title"),
                            Row.date(row, "planned_for"),
                            Row.date(row, "reached_on"))));
    if (lines.isEmpty()) {
      throw ProblemException.notFound();
    }
    List<Milestones.Milestone> items =
        lines.stream().map(Line::item).filter(item -> item.title() != null).toList();
    return Milestones.of(items, lines.get(0).version(), locale);
  }
}
