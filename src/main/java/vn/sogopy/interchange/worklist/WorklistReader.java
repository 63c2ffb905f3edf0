package vn.sogopy.interchange.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentOrder;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.interchange.phrase.PhraseReader;
import vn.sogopy.interchange.phrase.PhraseService.PhraseView;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Reads work-lists page by page from one snapshot of the database. */
@ApplicationScoped
public class WorklistReader {
  /** Maximum number of phrases in the drop-down list. */
  private static final int PHRASES = 200;

  @Inject CommentReader comments;
  @Inject PhraseReader phrases;
  @Inject PlanRepository plans;
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject CommentRepository stored;
  @Inject DataSource source;

  /** Titles of the draft and progress of the work on it. */
  private record Facts(
      String plan, String title, LocalDate dueOn, int open, int total, List<String> sections) {}

  /**
   * Number of matching comments.
   *
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 for a filter by an unknown value
   */
  @Transactional
  public int size(Caller caller, DraftRef draft, CommentQuery filter) {
    return page(caller, draft, filter, CommentOrder.SECTION, 1, null, true).total().intValue();
  }

  @Transactional
  void write(
      Actor actor, DraftRef draft, CommentQuery filter, CommentOrder order, WorklistTarget target)
      throws IOException {
    Sql.snapshot(source);
    Caller caller = actor.caller();
    Page<CommentView> page = page(caller, draft, filter, order, Page.MAX_LIMIT, null, true);
    target.begin(head(actor, draft, filter, page.total().intValue()));
    while (true) {
      write(caller, page.items(), target);
      if (page.next() == null) {
        break;
      }
      page = page(caller, draft, filter, order, Page.MAX_LIMIT, page.next(), false);
    }
    target.end();
  }

  private Page<CommentView> page(
      Caller caller,
      DraftRef draft,
      CommentQuery filter,
      CommentOrder order,
      int limit,
      String cursor,
      boolean count) {
    CommentScope scope = new CommentScope(draft.planId(), draft.id());
    return comments.list(caller, scope, filter, order, limit, cursor, count);
  }

  private void write(Caller caller, List<CommentView> items, WorklistTarget target)
      throws IOException {
    List<UUID> named =
        items.stream()
            .flatMap(item -> Stream.of(item.follows(), sameAs(item)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<UUID, CommentView> others = comments.known(caller, named);
    for (CommentView item : items) {
      CommentView shared = others.get(sameAs(item));
      target.line(
          WorklistLine.of(
              item,
              others.get(item.follows()),
              shared == null ? null : WorklistCells.code(shared)));
    }
  }

  private static UUID sameAs(CommentView comment) {
    return comment.answer() == null ? null : comment.answer().sameAs();
  }

  private WorklistHead head(Actor actor, DraftRef draft, CommentQuery filter, int count) {
    Facts facts = facts(draft);
    return new WorklistHead(
        facts.plan(),
        draft.number(),
        facts.title(),
        actor.at(),
        actor.caller().name(),
        actor.caller().isCoordinator(),
        FilterWords.of(filter),
        count,
        facts.open(),
        facts.total(),
        facts.dueOn(),
        facts.sections(),
        phrases.mostUsed(actor.caller(), draft.planId(), PHRASES).stream()
            .map(PhraseView::text)
            .toList());
  }

  /** Answers refer to sections of the next draft; without one, to those of this draft. */
  private Facts facts(DraftRef draft) {
    Draft facts = drafts.findById(draft.id());
    UUID outline = drafts.outlinedAfter(draft.planId(), draft.number()).orElse(draft.id());
    return new Facts(
        plans.findById(draft.planId()).title,
        facts.title,
        facts.answerDueOn,
        (int) stored.countOf(draft.id(), Status.OPEN),
        (int) stored.countOf(draft.id(), Status.LIVE),
        sections.inOrder(outline).stream()
            .map(section -> section.code + " " + section.title)
            .toList());
  }
}
