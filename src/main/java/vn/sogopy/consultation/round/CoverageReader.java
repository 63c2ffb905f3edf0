package vn.sogopy.consultation.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Reads the counts of a draft: consultees, replies, and progress of the work on comments. */
@ApplicationScoped
public class CoverageReader {
  /** Must be the first statement of its transaction. */
  public static final String SNAPSHOT =
      "set transaction isolation level repeatable read, read only; " + Sql.TAKES_LONG;

  @Inject CommentGroupReader comments;
  @Inject DataSource source;

  /**
   * The block A…G. In a REPEATABLE READ transaction it is from the snapshot of that transaction.
   */
  @Transactional
  public Counts counts(Caller caller, DraftRef draft) {
    return round(caller, draft, VietnamTime.dayOf(Instant.now())).counts();
  }

  /** Two statements, in the caller's snapshot like {@link #counts}. */
  @Transactional
  public ConsultationRound round(Caller caller, DraftRef draft, LocalDate today) {
    return round(caller, false, draft, today, null);
  }

  /**
   * Like {@link #round(Caller, DraftRef, LocalDate)}, for one part of the draft. The part does not
   * affect who was consulted and who replied.
   *
   * @param publicForm omits restricted comments for every caller
   * @param section path of a section: only comments on it or below it; null = all
   */
  @Transactional
  public ConsultationRound round(
      Caller caller, boolean publicForm, DraftRef draft, LocalDate today, String section) {
    return read(comments.said(draft, today, section), caller, publicForm, draft, today);
  }

  /** A round with its comments also grouped by section and assignee. */
  record Detailed(ConsultationRound round, StatisticsBuilder.Work work) {}

  /** Two statements, like {@link #round}. */
  @Transactional
  Detailed detailed(Caller caller, DraftRef draft, LocalDate today) {
    List<CommentGroupReader.Said> byBody = new ArrayList<>();
    List<CommentGroup> bySection = new ArrayList<>();
    List<CommentGroup> byAssignee = new ArrayList<>();
    for (CommentGroupReader.Said said : comments.apart(draft, today)) {
      if (said.body() != null) {
        byBody.add(said);
      } else if (said.points().counted() && (caller.seesRestricted() || !said.restricted())) {
        (said.bySection() ? bySection : byAssignee).add(said.points());
      }
    }
    return new Detailed(
        read(byBody, caller, false, draft, today),
        new StatisticsBuilder.Work(bySection, byAssignee));
  }

  /** For each section, the reactions of its responsible organizations. */
  @Transactional
  Coverage coverage(Actor actor, DraftRef draft) {
    Sql.of(SNAPSHOT).execute(source);
    LocalDate today = VietnamTime.dayOf(actor.at());
    ConsultationRound round = round(actor.caller(), draft, today);
    return CoverageBuilder.build(
        today, round, sections(draft), responsible(draft), touching(actor.caller(), draft));
  }

  /** A caller who cannot see restricted comments does not get their number either. */
  private ConsultationRound read(
      List<CommentGroupReader.Said> all,
      Caller caller,
      boolean publicForm,
      DraftRef draft,
      LocalDate today) {
    Map<UUID, List<CommentGroup>> points = new HashMap<>();
    Map<UUID, List<CommentGroup>> leftOut = new HashMap<>();
    for (CommentGroupReader.Said said : all) {
      if (said.restricted() && !caller.seesRestricted()) {
        continue;
      }
      Map<UUID, List<CommentGroup>> where = said.restricted() && publicForm ? leftOut : points;
      where.computeIfAbsent(said.body(), id -> new ArrayList<>()).add(said.points());
    }
    return ConsultationRound.of(lines(draft), points, leftOut, today);
  }

  /**
   * Every organization that was consulted, wrote or commented, once for each of its letters, in the
   * order of the register. A letter without a known arrival day counts as received on the day of
   * entry, like its comments.
   */
  private List<ConsultationRound.Line> lines(DraftRef draft) {
    return Sql.of(
            """
            select o.id, o.code, o.name, g.code as group_code, g.title as group_title,
              asked.draft_id is not null as asked, %s as due_on,
              l.id as letter_id, l.letter_date,
              %s as received_on,
              l.position as letter_position, l.channel,
              l.withdrawn_at is not null as withdrawn, l.replaces_id
            from draft d
            cross join organization o
            join organization_group g on g.code = o.group_code
            %s
            left join letter l on l.draft_id = d.id and l.organization_id = o.id
            where d.id = ? and (asked.draft_id is not null or l.id is not null
              or exists (select 1 from comment c where c.draft_id = d.id and c.organization_id = o.id))
            order by g.position, o.position, o.code, l.id"""
                .formatted(DueDate.COLUMN, DueDate.LETTER_ARRIVED, DueDate.JOIN),
            draft.id())
        .list(source, CoverageReader::line);
  }

  private static ConsultationRound.Line line(ResultSet row) throws SQLException {
    UUID letter = Row.uuid(row, "letter_id");
    return new ConsultationRound.Line(
        new Participation.Body(
            Row.uuid(row, "id"),
            row.getString("code"),
            row.getString("name"),
            row.getString("group_code"),
            row.getString("group_title")),
        row.getBoolean("asked"),
        Row.date(row, "due_on"),
        letter == null
            ? null
            : new ReplyState.Letter(
                letter,
                Row.date(row, "letter_date"),
                Row.date(row, "received_on"),
                Row.constant(row, "letter_position", Position.class),
                Row.constant(row, "channel", Channel.class),
                row.getBoolean("withdrawn"),
                Row.uuid(row, "replaces_id")));
  }

  List<OutlineLine> sections(DraftRef draft) {
    return Sql.of(
            """
            select s.code, s.title, above.code as parent, s.path, s.responsible
            from section s left join section above on above.id = s.parent_id
            where s.draft_id = ? order by s.path""",
            draft.id())
        .list(
            source,
            row ->
                new OutlineLine(
                    row.getString("code"),
                    row.getString("title"),
                    row.getString("parent"),
                    row.getString("path"),
                    Row.texts(row, "responsible")));
  }

  /** Names of all responsible organizations by code. */
  private Map<String, String> responsible(DraftRef draft) {
    Map<String, String> names = new HashMap<>();
    Sql.of(
            "select code, name from organization where code in"
                + " (select unnest(responsible) from section where draft_id = ?)",
            draft.id())
        .list(source, row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }

  /**
   * By path and organization: the number of comments on the section, on one below it, or with one
   * of these in alsoSections. Comments with one section are counted before the join with the
   * outline. A comment with several sections counts once for each of these and of their ancestors.
   */
  private Map<String, Map<UUID, Integer>> touching(Caller caller, DraftRef draft) {
    Map<String, Map<UUID, Integer>> numbers = new HashMap<>();
    Sql.of(
            """
            with seen as not materialized (
              select id, organization_id, section_id from comment
              where draft_id = ? and %s and (? or not restricted)),
            one as (
              select organization_id, section_id, count(*) as number from seen
              where section_id is not null
                and not exists (select 1 from comment_section also where also.comment_id = seen.id)
              group by 1, 2),
            several as (
              select seen.id, seen.organization_id, also.section_id
              from seen join comment_section also on also.comment_id = seen.id
              union all
              select seen.id, seen.organization_id, seen.section_id from seen
              where section_id is not null
                and exists (select 1 from comment_section also where also.comment_id = seen.id)),
            spoken as (
              select left(s.path, digits) as path, one.organization_id, one.number
              from one join section s on s.id = one.section_id
              cross join generate_series(4, length(s.path), 4) digits
              union all
              select distinct on (several.id, left(s.path, digits))
                left(s.path, digits), several.organization_id, 1
              from several join section s on s.id = several.section_id
              cross join generate_series(4, length(s.path), 4) digits)
            select path, organization_id, sum(number)::int as number from spoken group by 1, 2"""
                .formatted(Status.SQL_LIVE),
            draft.id(),
            caller.seesRestricted())
        .list(
            source,
            row ->
                numbers
                    .computeIfAbsent(row.getString("path"), path -> new HashMap<>())
                    .put(Row.uuid(row, "organization_id"), row.getInt("number")));
    return numbers;
  }
}
