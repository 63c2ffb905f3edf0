package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.register.RegisterQueries.Selection;
import vn.sogopy.security.Caller;

/** Reads the few comments that need a decision of the leaders or have one, without the register. */
@ApplicationScoped
public class LeaderPointsReader {
  /** Maximum number of items of a list. */
  public static final int MAX_ITEMS = 100;

  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * Numbers of comments, the same for every reader, as the report of the register has them.
   *
   * @param differing open points: {@link Wording#differences}
   * @param awaiting of these, those put to the leaders
   * @param directed those with a direction
   */
  public record Figures(int differing, int awaiting, int directed) {}

  /**
   * @param differing the open points that the caller sees, at most {@link #MAX_ITEMS}; those put to
   *     the leaders first, otherwise in the order of the register
   * @param directed the points with a direction that the caller sees, at most {@link #MAX_ITEMS}
   */
  public record LeaderPoints(Figures figures, List<Point> differing, List<Point> directed) {}

  /**
   * A comment.
   *
   * @param body name of the organization at the time of the letter
   * @param place "V.1. Giao thông", or "Ý kiến chung"
   * @param reasons why it is open; empty with a direction
   * @param direction null = none
   */
  public record Point(
      UUID id,
      String citation,
      String body,
      String place,
      String content,
      List<String> reasons,
      RegisterDirection direction) {}

  /** A row of the database. */
  record Found(
      Snapshot.BodyRef body,
      UUID id,
      long receiptNumber,
      Integer part,
      String section,
      String title,
      String content,
      Position position,
      String escalation,
      ReactionKind reaction,
      String reactionNote,
      String direction,
      String document,
      LocalDate date) {

    Point point() {
      return new Point(
          id,
          receiptNumber + (part == null ? "" : "." + part),
          body.name(),
          section == null ? Wording.GENERAL : section + ". " + title,
          content,
          direction == null
              ? Wording.differences(escalation, position, reaction, reactionNote)
              : List.of(),
          direction == null ? null : new RegisterDirection(direction, document, date));
    }
  }

  @Transactional
  public Figures figures(DraftRef draft) {
    Selection all = Selection.whole(draft.id());
    return new Figures(
        differing(all).count(entities),
        differing(all).add("and c.state.escalation.reason is not null").count(entities),
        directed(all).count(entities));
  }

  @Transactional
  public LeaderPoints read(Caller caller, DraftRef draft) {
    Sql.snapshot(source);
    Selection seen =
        new Selection(draft.id(), RegisterScope.whole(false), null, caller.seesRestricted());
    return new LeaderPoints(figures(draft), points(differing(seen)), points(directed(seen)));
  }

  private static Hql differing(Selection selection) {
    return selection
        .comments()
        .add("and c.state.direction.text is null and c.id in (select few.id from Comment few")
        .add(
            "where few.draftId = ? and (few.state.escalation.reason is not null", selection.draft())
        .add("or few.state.reaction.reaction = ?)", ReactionKind.MAINTAINED)
        .add("union all select sent.id from Comment sent join Letter l on l.id = sent.letterId")
        .add("where l.draftId = ? and l.position = ?)", selection.draft(), Position.DISAGREES);
  }

  private static Hql directed(Selection selection) {
    return selection.comments().add("and c.state.direction.text is not null");
  }

  private List<Point> points(Hql from) {
    return Hql.of("select new vn.sogopy.register.LeaderPointsReader$Found(")
        .add(RegisterQueries.BODY_ON.formatted("coalesce(l.date, p.receivedOn)"))
        .add(
            """
            , p.id, p.receiptNumber, p.part, s.code, s.title, p.content, l.position,
              p.state.escalation.reason, p.state.reaction.reaction, p.state.reaction.note,
              p.state.direction.text, p.state.direction.document, p.state.direction.date)
            from Comment p""")
        .add(RegisterQueries.BODY_JOIN.formatted("p.organizationId"))
        .add("left join Letter l on l.id = p.letterId left join Section s on s.id = p.sectionId")
        .add("where p.id in (select c.id")
        .add(from)
        .add(") order by case when p.state.escalation.reason is null then 1 else 0 end,")
        .add("g.position, o.position, o.code, l.date, p.receiptNumber, p.part")
        .add("limit " + MAX_ITEMS)
        .list(entities, Found.class)
        .stream()
        .map(Found::point)
        .toList();
  }
}
