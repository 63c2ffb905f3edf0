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

/** Who was asked, who has answered, and what of it was dealt with: the counts of a draft. */
@ApplicationScoped
public class CoverageReader {
  @Inject CommentCountQueries comments;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * The block A…G. Within a transaction at REPEATABLE READ it is of the same snapshot as all else
   * there.
   */
  @Transactional
  public Counts counts(Caller caller, DraftRef draft) {
    return round(caller, draft, VietnamTime.dayOf(Instant.now())).counts();
  }

  /** Two statements, in the caller's snapshot as {@link #counts}. */
  @Transactional
  public ConsultationRound round(Caller caller, DraftRef draft, LocalDate today) {
    return round(caller, false, draft, today, null);
  }

  /**
   * As {@link #round(Caller, DraftRef, LocalDate)}, of one part of the draft; what a body was asked
   * and whether it replied stays as it is.
   *
   * @param publicForm without restricted comments, whoever asks
   * @param section path of a section: comments on it or below it alone; null = all
   */
  @Transactional
  public ConsultationRound round(
      Caller caller, boolean publicForm, DraftRef draft, LocalDate today, String section) {
    return read(comments.said(draft, today, section), caller, publicForm, draft, today);
  }

  /** A round, with its comments told apart in other ways too. */
  record Detailed(ConsultationRound round, StatisticsBuilder.Work work) {}

  /** Two statements, as {@link #round}. */
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

  /** How far each section has been spoken on by those who are responsible for it. */
  @Transactional
  Coverage coverage(Actor actor, DraftRef draft) {
    Sql.snapshot(source);
    LocalDate today = VietnamTime.dayOf(actor.at());
    ConsultationRound round = round(actor.caller(), draft, today);
    List<OutlineLine> sections = sections(draft);
    return CoverageBuilder.build(
        today, round, sections, responsible(sections), comments.touching(actor.caller(), draft));
  }

  /** Who may not see restricted comments is not told either how many were left out. */
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
   * Everybody that was asked, wrote or commented, once for each letter, in register order. A letter
   * whose day of receipt was not noted counts as received on the day it was filed, as its comments
   * do.
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

  /** The outline, in order. */
  List<OutlineLine> sections(DraftRef draft) {
    return Hql.of(
            """
            select s.code, s.title, above.code, s.path, s.responsible
            from Section s left join Section above on above.id = s.parentId
            where s.draftId = ? order by s.path""",
            draft.id())
        .list(entities, OutlineLine.class);
  }

  /** The names of all responsible bodies by code. */
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
}
