package vn.sogopy.consultation.round;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

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
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.sogopy.letter.DueDate;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.Draft;
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
  @Inject SuccessionReader successions;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * Two statements, and one more if an organization of the round has ended, in the snapshot of the
   * caller's transaction.
   */
  @Transactional
  public ConsultationRound round(Caller caller, DraftRef draft, LocalDate today) {
    return round(caller, false, draft, today, null);
  }

  /**
   * Like {@link #round(Caller, DraftRef, LocalDate)}, for one part of the draft. The part does not
   * affect who was consulted and who replied. The figures are the same for every caller.
   *
   * @param publicForm hides restricted comments from every caller
   * @param section path of a section: only comments on it or below it; null = all
   */
  @Transactional
  public ConsultationRound round(
      Caller caller, boolean publicForm, DraftRef draft, LocalDate today, String section) {
    Map<UUID, List<CommentGroup>> points = new HashMap<>();
    Map<UUID, List<CommentGroup>> hidden = new HashMap<>();
    boolean hides = publicForm || !caller.seesRestricted();
    for (CommentCountQueries.OfBody counted : comments.byOrganization(draft, today, section)) {
      Map<UUID, List<CommentGroup>> where = counted.restricted() && hides ? hidden : points;
      where.computeIfAbsent(counted.body(), id -> new ArrayList<>()).add(counted.comments());
    }
    List<ConsultationRound.Line> lines = lines(draft);
    Successions ended =
        lines.stream().anyMatch(ConsultationRound.Line::ends)
            ? successions.read()
            : Successions.NONE;
    return ConsultationRound.of(lines, points, hidden, ended, today);
  }

  @Transactional
  Statistics statistics(Actor actor, DraftRef draft) {
    return progress(actor, draft).statistics();
  }

  /** The statistics of a draft, and the round that they count. */
  public record Progress(Statistics statistics, ConsultationRound round) {}

  /** Read from one snapshot. */
  @Transactional
  public Progress progress(Actor actor, DraftRef draft) {
    Sql.snapshot(source);
    Caller caller = actor.caller();
    LocalDate today = actor.today();
    ConsultationRound round = round(caller, draft, today);
    List<CommentCountQueries.OfWork> work = comments.bySectionAndAssignee(caller, draft, today);
    Map<Boolean, List<CommentGroup>> bySection =
        work.stream()
            .collect(
                partitioningBy(
                    CommentCountQueries.OfWork::bySection,
                    mapping(CommentCountQueries.OfWork::comments, toList())));
    Statistics statistics =
        Statistics.of(
            today,
            round,
            work.stream()
                .filter(some -> some.bySection() && some.unconfirmed())
                .mapToInt(some -> some.comments().number())
                .sum(),
            bySection.get(true),
            bySection.get(false),
            sections(draft),
            comments.days(caller, draft));
    return new Progress(statistics, round);
  }

  /**
   * For each section, the reactions of its responsible organizations. The successors take the place
   * of one that has ended, or had ended when the round closed, unless that took part itself.
   */
  @Transactional
  Coverage coverage(Actor actor, DraftRef draft) {
    Sql.snapshot(source);
    LocalDate today = actor.today();
    ConsultationRound round = round(actor.caller(), draft, today);
    List<OutlineLine> sections = sections(draft);
    List<Responsible> responsible = responsible(sections);
    if (responsible.stream().anyMatch(one -> one.dissolvedOn() != null)) {
      Instant closed = entities.find(Draft.class, draft.id()).closedAt;
      LocalDate day = closed == null ? today : VietnamTime.dayOf(closed);
      sections = following(sections, round, day);
      responsible = responsible(sections);
    }
    return Coverage.of(
        today,
        round,
        sections,
        responsible.stream().collect(Collectors.toMap(Responsible::code, Responsible::name)),
        comments.bodiesBySection(actor.caller(), draft));
  }

  /**
   * Every organization that was consulted, wrote or commented, once for each of its letters, in the
   * order of the register. A letter without a known arrival day counts as received on the day of
   * entry, like its comments.
   */
  private List<ConsultationRound.Line> lines(DraftRef draft) {
    return Hql.of(
            """
            select o.id, o.code, o.name, g.code, g.title, o.dissolvedOn,
              asked.key.draftId, coalesce(asked.data.dueOn, d.dueOn),
              new vn.sogopy.consultation.round.RoundLetter(l.id, l.number, l.date, l.receivedOn,
                l.arrivedOn, l.position, l.channel, l.withdrawnAt is not null, l.replacesId,
                l.onBehalfOf, d.kind)
            from Organization o
            join OrganizationGroup g on g.code = o.group
            join Draft d on d.id = ?
            %s
            left join Letter l on l.draftId = d.id and l.organizationId = o.id
            where asked.key.draftId is not null or l.id is not null
              or exists (select 1 from Comment c where c.draftId = d.id and c.organizationId = o.id)
            order by g.position, o.position, o.code, coalesce(l.receivedOn, l.date), l.date, l.id"""
                .formatted(DueDate.HQL_JOIN),
            draft.id())
        .list(entities, ConsultationRound.Line.class);
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

  private List<OutlineLine> following(
      List<OutlineLine> sections, ConsultationRound round, LocalDate day) {
    Successions ended = successions.read();
    Set<String> spoke =
        round.complete().participations().stream()
            .filter(Participation::hasParticipated)
            .map(one -> one.body().code())
            .collect(Collectors.toSet());
    return sections.stream().map(line -> line.following(ended, day, spoke)).toList();
  }

  private List<Responsible> responsible(List<OutlineLine> sections) {
    Set<String> codes =
        sections.stream()
            .flatMap(section -> section.responsible().stream())
            .collect(Collectors.toSet());
    return Hql.of("select o.code, o.name, o.dissolvedOn from Organization o")
        .add("where o.code in ?", codes)
        .list(entities, Responsible.class);
  }

  record Responsible(String code, String name, LocalDate dissolvedOn) {}

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

    /**
     * @param spoke the codes of the organizations that took part themselves
     */
    OutlineLine following(Successions ended, LocalDate day, Set<String> spoke) {
      List<String> now =
          responsible.stream()
              .flatMap(
                  body ->
                      spoke.contains(body)
                          ? Stream.of(body)
                          : ended.following(List.of(body), day).stream())
              .distinct()
              .toList();
      return new OutlineLine(code, title, parent, path, now);
    }

    /** The paths of a section and of all its ancestors. */
    static List<String> pathWithAncestors(String path) {
      List<String> paths = new ArrayList<>();
      for (int end = path.length(); end > 0; end -= DIGITS) {
        paths.add(path.substring(0, end));
      }
      return paths;
    }
  }
}
