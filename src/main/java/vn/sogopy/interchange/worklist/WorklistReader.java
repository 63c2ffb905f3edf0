package vn.sogopy.interchange.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
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
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.interchange.phrase.PhraseService;
import vn.sogopy.interchange.phrase.PhraseService.PhraseView;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.organization.OrganizationRepository;
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
  @Inject PhraseService phrases;
  @Inject PlanRepository plans;
  @Inject PlanHead heads;
  @Inject OrganizationRepository organizations;
  @Inject GroupRepository groups;
  @Inject LetterRepository letters;
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;
  @Inject CommentRepository stored;
  @Inject DataSource source;

  /**
   * Number of matching comments.
   *
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 for a filter by an unknown value
   */
  @Transactional
  public int size(Caller caller, DraftRef draft, CommentQuery filter) {
    return comments
        .list(caller, scope(draft), filter, CommentOrder.SECTION, 1, null, true)
        .total()
        .intValue();
  }

  @Transactional
  void write(Actor actor, DraftRef draft, CommentQuery filter, CommentOrder order, OutputStream out)
      throws IOException {
    Sql.snapshot(source);
    Caller caller = actor.caller();
    WorklistXlsx list = null;
    String next = null;
    do {
      Page<CommentView> page =
          comments.list(caller, scope(draft), filter, order, Page.MAX_LIMIT, next, list == null);
      if (list == null) {
        list = new WorklistXlsx(out, head(actor, draft, filter, page.total()));
      }
      write(caller, page.items(), list);
      next = page.next();
    } while (next != null);
    list.end();
  }

  private static CommentScope scope(DraftRef draft) {
    return new CommentScope(draft.planId(), draft.id());
  }

  private void write(Caller caller, List<CommentView> items, WorklistXlsx list) throws IOException {
    List<UUID> named =
        items.stream()
            .flatMap(item -> Stream.of(item.follows(), sameAs(item)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<UUID, CommentView> others = comments.known(caller, named);
    for (CommentView item : items) {
      CommentView shared = others.get(sameAs(item));
      list.row(
          WorklistCells.of(
              item,
              others.get(item.follows()),
              shared == null ? null : WorklistCells.code(shared)));
    }
  }

  private static UUID sameAs(CommentView comment) {
    return comment.answer() == null ? null : comment.answer().sameAs();
  }

  private FilterWords.Names names(DraftRef draft, CommentQuery filter) {
    return new FilterWords.Names(
        filter.organization == null
            ? null
            : organizations.byCode(filter.organization).orElseThrow().name,
        filter.group == null ? null : groups.findById(filter.group).title,
        filter.letter == null
            ? null
            : letters
                .findByIdOptional(filter.letter)
                .filter(letter -> letter.draftId.equals(draft.id()))
                .map(letter -> letter.number)
                .orElse("?"));
  }

  /** Answers refer to sections of the next draft; without one, to those of this draft. */
  private WorklistXlsx.Head head(Actor actor, DraftRef draft, CommentQuery filter, long count) {
    UUID outline = drafts.outlinedAfter(draft.planId(), draft.number()).orElse(draft.id());
    return new WorklistXlsx.Head(
        plans.findById(draft.planId()),
        heads.of(draft.planId()).issuerNow(),
        drafts.findById(draft.id()),
        actor,
        FilterWords.of(filter, names(draft, filter)),
        count,
        stored.countOf(draft.id(), Status.OPEN),
        stored.countOf(draft.id(), Status.LIVE),
        sections.inOrder(outline).stream()
            .map(section -> section.code + " " + section.title)
            .toList(),
        phrases.mostUsed(actor.caller(), draft.planId(), PHRASES).stream()
            .map(PhraseView::text)
            .toList());
  }
}
