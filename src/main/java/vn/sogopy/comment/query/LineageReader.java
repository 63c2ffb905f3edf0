package vn.sogopy.comment.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.LineageReader.Lineage.Stage;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** Reads a section in all drafts, with the number of comments on it. */
@ApplicationScoped
public class LineageReader {
  /** One section in all drafts of its plan, in their order. */
  @Schema(name = "Lineage")
  public record Lineage(List<Stage> items) {

    /**
     * The section in one draft. It counts comments on the section and its descendants, also those
     * that name it in alsoSections, but no split or withdrawn ones.
     *
     * @param section null if the draft does not have it
     * @param comments the sum of byStatus, and of byResult
     * @param byResult by result once approved, all others as PENDING
     */
    @Schema(name = "LineageStage")
    public record Stage(
        int draft,
        String title,
        DraftStatus status,
        @Schema(
                nullable = true,
                description = "null = dự thảo này không có mục đó · not in this draft")
            CommentView.SectionRef section,
        @Schema(description = "Số ý kiến của mục và các mục con · comments on it and all below it")
            int comments,
        Map<String, Integer> byStatus,
        @Schema(description = "PENDING = đang nghiên cứu, xử lý") Map<String, Integer> byResult) {}
  }

  private static final String PENDING = "PENDING";

  /**
   * The comments of each stage by status and result. One on several of the sections counts once.
   */
  private static final String LINEAGE =
      """
      select d.number, d.title as draft_title, d.status as draft_status, s.code, s.title,
        k.status, k.result, coalesce(k.n, 0) as n
      from (select lineage_id from section where draft_id = ? and code_key = ?) wanted
      cross join draft d
      left join section s on s.draft_id = d.id and s.lineage_id = wanted.lineage_id
      left join lateral (
        select c.status, case when c.status = 'APPROVED' then c.result end as result, count(*) as n
        from comment c
        where c.draft_id = d.id and c.%s and (not c.restricted or ?)
          and (c.section_id in (select b.id from section b where b.draft_id = d.id and b.path like s.path || '%%')
            or exists (select 1 from comment_section cs join section b on b.id = cs.section_id
                       where cs.comment_id = c.id and b.draft_id = d.id and b.path like s.path || '%%'))
        group by 1, 2) k on s.id is not null
      where d.plan_id = ? order by d.number, s.path"""
          .formatted(Status.SQL_LIVE);

  @Inject DataSource source;

  private record Place(
      int draft, String title, DraftStatus status, CommentView.SectionRef section) {}

  private record Line(Place place, Status status, Result result, int count) {}

  /**
   * @param code of the section in this draft; accents and case are ignored
   * @throws ProblemException 404 if this draft has no such section
   */
  @Transactional
  public Lineage read(Caller caller, DraftRef draft, String code) {
    Map<Place, List<Line>> places =
        Sql.of(LINEAGE, draft.id(), Section.key(code), caller.seesRestricted(), draft.planId())
            .list(source, LineageReader::line)
            .stream()
            .collect(groupingBy(Line::place, LinkedHashMap::new, toList()));
    if (places.isEmpty()) {
      throw ProblemException.notFound();
    }
    return new Lineage(
        places.entrySet().stream().map(one -> stage(one.getKey(), one.getValue())).toList());
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        new Place(
            row.getInt("number"),
            row.getString("draft_title"),
            Row.constant(row, "draft_status", DraftStatus.class),
            CommentView.SectionRef.of(row.getString("code"), row.getString("title"))),
        Row.constant(row, "status", Status.class),
        Row.constant(row, "result", Result.class),
        row.getInt("n"));
  }

  private static Stage stage(Place place, List<Line> lines) {
    Map<String, Integer> byStatus = new LinkedHashMap<>();
    Status.LIVE.forEach(status -> byStatus.put(status.name(), 0));
    Map<String, Integer> byResult = new LinkedHashMap<>();
    Stream.of(Result.values()).forEach(result -> byResult.put(result.name(), 0));
    byResult.put(PENDING, 0);
    for (Line line : lines) {
      if (line.status() != null) {
        String result = line.result() == null ? PENDING : line.result().name();
        byStatus.merge(line.status().name(), line.count(), Integer::sum);
        byResult.merge(result, line.count(), Integer::sum);
      }
    }
    return new Stage(
        place.draft(),
        place.title(),
        place.status(),
        place.section(),
        lines.stream().mapToInt(Line::count).sum(),
        byStatus,
        byResult);
  }
}
