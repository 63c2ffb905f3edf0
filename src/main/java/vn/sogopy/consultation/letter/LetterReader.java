package vn.sogopy.consultation.letter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.StatelessSession;
import vn.sogopy.comment.History;
import vn.sogopy.letter.LetterHistoryEntry;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.letter.attachment.AttachmentReader;
import vn.sogopy.letter.attachment.LeftOutFile;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** Reads letters with the permissions of the caller. Warnings are in Vietnamese. */
@ApplicationScoped
public class LetterReader {
  private static final TypeReference<List<History.Change>> CHANGES = new TypeReference<>() {};

  @Inject StatelessSession session;
  @Inject EntityManager entities;
  @Inject OrganizationReader organizations;
  @Inject AttachmentReader attachments;
  @Inject ObjectMapper json;

  /**
   * @throws ProblemException 404 if the caller can see no such letter
   */
  @Transactional
  public LetterView get(Caller caller, UUID id) {
    return read(caller, LetterRow.visible(caller).add("and l.id = ?", id)).stream()
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /** The letters of these ids that the caller can see, unordered. */
  @Transactional
  public List<LetterView> known(Caller caller, Collection<UUID> ids) {
    return read(caller, LetterRow.visible(caller).add("and l.id in ?", ids));
  }

  /** The letters of a draft with inconsistent dates. */
  @Transactional
  public List<LetterView> odd(Caller caller, DraftRef draft) {
    Hql ofDraft = LetterRow.visible(caller).add("and l.draftId = ?", draft.id());
    LocalDate today = VietnamTime.today();
    return rows(caller, ofDraft.add("order by l.date, l.id")).stream()
        .map(row -> row.view(today))
        .filter(letter -> !letter.warnings().isEmpty())
        .toList();
  }

  private List<LetterView> read(Caller caller, Hql from) {
    return shown(caller, rows(caller, from));
  }

  /** Reads records, not entities, which could be stale in this transaction. */
  private List<LetterRow> rows(Caller caller, Hql from) {
    return Hql.of(LetterRow.select(caller)).add(from).read(session, LetterRow.class);
  }

  private List<LetterView> shown(Caller caller, List<LetterRow> rows) {
    LocalDate today = VietnamTime.today();
    List<LetterView> letters = rows.stream().map(row -> row.view(today)).toList();
    boolean whole = rows.stream().allMatch(row -> row.leftOut() == 0);
    return whole ? letters : withLeftOut(caller, letters);
  }

  /** Adds the files that were not stored, as far as the caller may see files of the letter. */
  List<LetterView> withLeftOut(Caller caller, List<LetterView> letters) {
    Map<UUID, List<LeftOutFile>> files =
        attachments.leftOut(caller, letters.stream().map(LetterView::id).toList());
    return letters.stream()
        .map(
            letter ->
                letter.without(
                    files.getOrDefault(letter.id(), List.of()).stream()
                        .map(LeftOutFile::view)
                        .toList()))
        .toList();
  }

  @Transactional
  public Page<LetterView> list(Caller caller, DraftRef draft, LetterQuery query) {
    organizations.requireKnown(query.organization, query.group);
    Hql from = LetterRow.visible(caller).add("and l.draftId = ?", draft.id());
    query.addTo(from);
    String question = "letters " + caller.organization() + draft.id() + query.question();
    PageRequest request = new PageRequest(question, query.limit, query.cursor, query.count);
    Page<LetterRow> page =
        query.sort.keyset().read(session, LetterRow.class, request, LetterRow.select(caller), from);
    return new Page<>(shown(caller, page.items()), page.next(), page.total());
  }

  /** The history of the letter, oldest first. */
  @Transactional
  public LetterHistory history(Caller caller, UUID id) {
    get(caller, id);
    Hql history = Hql.of("from LetterHistoryEntry h where h.letterId = ?", id);
    if (!caller.seesRestricted()) {
      // A hidden file also hides its name and hash; see letter.AttachmentReader.
      history.add(
          "and (h.action not in ? or not exists"
              + " (select 1 from Comment c where c.letterId = h.letterId and c.restricted))",
          List.of(LetterAction.ATTACHED, LetterAction.LEFT_OUT));
    }
    return new LetterHistory(
        history.add("order by h.id").list(entities, LetterHistoryEntry.class).stream()
            .map(this::entry)
            .toList());
  }

  private LetterHistory.Entry entry(LetterHistoryEntry entry) {
    return new LetterHistory.Entry(
        entry.at,
        entry.by,
        entry.client,
        entry.action,
        json.convertValue(entry.changes, CHANGES),
        entry.reason);
  }

  /** The history of a letter, oldest first. The first entry is RECEIVED. */
  public record LetterHistory(List<Entry> items) {

    /** One entry, like one of a comment's history but without a state. */
    @Schema(name = "LetterHistoryEntry")
    public record Entry(
        Instant at,
        @Schema(description = "Người hoặc hệ thống thực hiện · who did it") String by,
        String client,
        LetterAction action,
        List<History.Change> changes,
        @Schema(nullable = true) String reason) {}
  }
}
