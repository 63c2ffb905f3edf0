package vn.sogopy.consultation.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Reads the statistics of a draft from one snapshot of the database. */
@ApplicationScoped
public class StatisticsReader {
  @Inject CoverageReader coverage;
  @Inject CommentCountQueries comments;
  @Inject DataSource source;

  @Transactional
  Statistics read(Actor actor, DraftRef draft) {
    Sql.snapshot(source);
    LocalDate today = VietnamTime.dayOf(actor.at());
    CoverageReader.Detailed counted = coverage.detailed(actor.caller(), draft, today);
    return StatisticsBuilder.build(
        today,
        counted.round(),
        counted.work(),
        coverage.sections(draft),
        comments.days(actor.caller(), draft));
  }
}
