package vn.sogopy.interchange.worklist;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentOrder;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.comment.request.RequestView;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.interchange.phrase.PhraseService;
import vn.sogopy.interchange.phrase.PhraseService.PhraseView;
import vn.sogopy.interchange.worklist.WorklistCells.Beside;
import vn.sogopy.interchange.worklist.WorklistResource.WorklistQuery;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.AttachmentResource;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.sql.Hql;
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
  @Inject RequestReader requests;
  @Inject AttachmentReader attachments;
  @Inject EntityManager entities;
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
  void write(Actor actor, DraftRef draft, WorklistQuery filter, String origin, OutputStream out)
      throws IOException {
    Sql.snapshot(source);
    Caller caller = actor.caller();
    Map<UUID, Instant> conflicts = conflicts(caller, draft);
    Rows rows = null;
    String next = null;
    do {
      Page<CommentView> page =
          comments.list(
              caller, scope(draft), filter, filter.sort, Page.MAX_LIMIT, next, rows == null);
      if (rows == null) {
        Map<UUID, CommentView> first = comments.known(caller, conflicts.keySet());
        WorklistXlsx.Head head = head(actor, draft, filter, first.size(), page.total());
        rows = new Rows(caller, origin, conflicts, new WorklistXlsx(out, head));
        write(conflicts.keySet().stream().map(first::get).filter(Objects::nonNull).toList(), rows);
      }
      write(page.items().stream().filter(item -> !conflicts.containsKey(item.id())).toList(), rows);
      next = page.next();
    } while (next != null);
    rows.list.end();
  }

  /**
   * The workbook, and what its rows need.
   *
   * @param origin of this service, as "https://sogopy.example"; null = unknown, no links
   * @param conflicts times of the unresolved conflicts of the caller, by comment
   */
  private record Rows(
      Caller caller, String origin, Map<UUID, Instant> conflicts, WorklistXlsx list) {}

  /** The conflicts of the caller in this draft, in the order of the receipt numbers. */
  private Map<UUID, Instant> conflicts(Caller caller, DraftRef draft) {
    Map<UUID, Instant> found = new LinkedHashMap<>();
    Hql.of("select w from WorklistConflict w join Comment c on c.id = w.key.commentId")
        .add("where w.key.credential = ? and c.draftId = ?", caller.credential(), draft.id())
        .add("order by c.receiptNumber, c.part")
        .list(entities, WorklistConflict.class)
        .forEach(one -> found.put(one.key.commentId(), one.at));
    return found;
  }

  private static CommentScope scope(DraftRef draft) {
    return new CommentScope(draft.planId(), draft.id());
  }

  private void write(List<CommentView> items, Rows rows) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    List<UUID> named =
        items.stream()
            .flatMap(item -> Stream.of(item.follows(), sameAs(item)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Caller caller = rows.caller;
    Map<UUID, CommentView> others = comments.known(caller, named);
    Map<UUID, List<RequestView>> asked =
        requests.of(caller, items.stream().map(CommentView::id).toList()).stream()
            .collect(groupingBy(request -> request.comment().id()));
    Set<UUID> letters =
        items.stream()
            .map(WorklistReader::letter)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<UUID, List<AttachmentView>> files =
        letters.isEmpty()
            ? Map.of()
            : attachments.of(letters, caller.seesRestricted()).stream()
                .collect(groupingBy(AttachmentView::letter));
    for (CommentView item : items) {
      CommentView shared = others.get(sameAs(item));
      UUID letter = letter(item);
      List<AttachmentView> own = letter == null ? List.of() : files.getOrDefault(letter, List.of());
      rows.list.row(
          WorklistCells.of(
              item,
              new Beside(
                  others.get(item.follows()),
                  shared == null ? null : WorklistCells.code(shared),
                  asked.getOrDefault(item.id(), List.of()),
                  own,
                  rows.conflicts.get(item.id()))),
          rows.origin == null ? null : scan(rows.origin, own));
    }
  }

  private static UUID letter(CommentView comment) {
    return comment.letter() == null ? null : comment.letter().id();
  }

  /**
   * The address of the first PDF, else of the first file. Opening it needs a key, as everywhere.
   */
  private static String scan(String origin, List<AttachmentView> files) {
    return files.stream()
        .min(comparing(file -> !file.mediaType().equals(MediaTypes.PDF)))
        .map(file -> origin + AttachmentResource.PATH + "/" + file.id())
        .orElse(null);
  }

  private static UUID sameAs(CommentView comment) {
    return comment.answer() == null ? null : comment.answer().sameAs();
  }

  /** The filter in words, as the list's cover has it; its codes exist. */
  @Transactional
  public List<String> words(DraftRef draft, CommentQuery filter) {
    return FilterWords.of(filter, names(draft, filter));
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
  private WorklistXlsx.Head head(
      Actor actor, DraftRef draft, WorklistQuery filter, int conflicts, long count) {
    UUID outline = drafts.outlinedAfter(draft.planId(), draft.number()).orElse(draft.id());
    Plan plan = plans.findById(draft.planId());
    return new WorklistXlsx.Head(
        plan,
        heads.of(draft.planId()).issuerNow(),
        drafts.findById(draft.id()),
        actor,
        FilterWords.of(filter, names(draft, filter)),
        filter.placesOnly(),
        conflicts,
        count,
        stored.countOf(draft.id(), Status.OPEN),
        stored.countOf(draft.id(), Status.LIVE),
        sections.inOrder(outline).stream()
            .map(section -> section.code + " " + section.title)
            .toList(),
        phrases.mostUsed(actor.caller(), draft.planId(), PHRASES).stream()
            .map(PhraseView::text)
            .toList(),
        plan.assignees.names());
  }
}
