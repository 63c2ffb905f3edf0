package vn.sogopy.consultation.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.DueDate;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Reads the counts of a draft: consultees, replies, and progress of the work on comments. */
@ApplicationScoped
public class CoverageReader {
  @Inject CommentCountQueries comments;
  @Inject EntityManager entities;
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
    List<CommentCountQueries.Said> byBody = new ArrayList<>();
    List<CommentGroup> bySection = new ArrayList<>();
    List<CommentGroup> byAssignee = new ArrayList<>();
    for (CommentCountQueries.Said said : comments.apart(draft, today)) {
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
    Sql.snapshot(source);
    LocalDate today = VietnamTime.dayOf(actor.at());
    ConsultationRound round = round(actor.caller(), draft, today);
    List<OutlineLine> sections = sections(draft);
    return CoverageBuilder.build(
        today, round, sections, responsible(sections), comments.touching(actor.caller(), draft));
  }

  /** A caller who cannot see restricted comments does not get their number either. */
  private ConsultationRound read(
      List<CommentCountQueries.Said> all,
      Caller caller,
      boolean publicForm,
      DraftRef draft,
      LocalDate today) {
    Map<UUID, List<CommentGroup>> points = new HashMap<>();
    Map<UUID, List<CommentGroup>> leftOut = new HashMap<>();
    for (CommentCountQueries.Said said : all) {
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
    return Hql.of(
            """
            select o.id, o.code, o.name, g.code, g.title,
              asked.key.draftId is not null, coalesce(asked.dueOn, d.dueOn),
              l.id, l.date, l.arrivedOn, l.position, l.channel, l.withdrawnAt is not null, l.replacesId
            from Organization o
            join OrganizationGroup g on g.code = o.group
            join Draft d on d.id = ?""",
            draft.id())
        .add(DueDate.HQL_JOIN)
        .add(
            """
            left join Letter l on l.draftId = d.id and l.organizationId = o.id
            where (asked.key.draftId is not null or l.id is not null
              or exists (select 1 from Comment c where c.draftId = d.id and c.organizationId = o.id))
            order by g.position, o.position, o.code, l.id""")
        .list(entities, Listed.class)
        .stream()
        .map(Listed::line)
        .toList();
  }

  record Listed(
      UUID id,
      String code,
      String name,
      String group,
      String groupTitle,
      boolean asked,
      LocalDate dueOn,
      UUID letter,
      LocalDate date,
      LocalDate arrivedOn,
      Position position,
      Channel channel,
      boolean withdrawn,
      UUID replaces) {

    ConsultationRound.Line line() {
      return new ConsultationRound.Line(
          new Participation.Body(id, code, name, group, groupTitle),
          asked,
          dueOn,
          letter == null
              ? null
              : new ReplyState.Letter(
                  letter, date, arrivedOn, position, channel, withdrawn, replaces));
    }
  }

  List<OutlineLine> sections(DraftRef draft) {
    return Hql.of(
            """
            select s.code, s.title, above.code, s.path, s.responsible
            from Section s left join Section above on above.id = s.parentId
            where s.draftId = ? order by s.path""",
            draft.id())
        .list(entities, OutlineLine.class);
  }

  /** The names of all responsible organizations by code. */
  private Map<String, String> responsible(List<OutlineLine> sections) {
    Set<String> codes =
        sections.stream()
            .flatMap(section -> section.responsible().stream())
            .collect(Collectors.toSet());
    return Hql.of("select o.code, o.name from Organization o where o.code in ?", codes)
        .list(entities, Name.class)
        .stream()
        .collect(Collectors.toMap(Name::code, Name::name));
  }

  record Name(String code, String name) {}

  /**
   * A section as needed for counting.
   *
   * @param path {@link #DIGITS} digits for each level, beginning with the path of the parent
   */
  record OutlineLine(
      String code, String title, String parent, String path, List<String> responsible) {
    static final int DIGITS = 4;

    OutlineLine(String code, String title, String parent, String path, String[] responsible) {
      this(code, title, parent, path, List.of(responsible));
    }

    int level() {
      return path.length() / DIGITS;
    }

    /** The paths of a section and of all its ancestors. */
    static List<String> upwards(String path) {
      List<String> paths = new ArrayList<>();
      for (int end = path.length(); end > 0; end -= DIGITS) {
        paths.add(path.substring(0, end));
      }
      return paths;
    }
  }
}
