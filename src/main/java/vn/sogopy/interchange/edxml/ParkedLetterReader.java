package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.paging.HqlKeyset;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/** Parked letters; their warnings are in Vietnamese. */
@ApplicationScoped
public class ParkedLetterReader {
  private static final String SELECT = "select k, p.slug, d.number";
  private static final String FROM =
      "from ParkedLetter k join Draft d on d.id = k.draftId join Plan p on p.id = k.planId where true";

  private static final HqlKeyset<Row> OLDEST_FIRST =
      HqlKeyset.ascending(
          new HqlKeyset.Key<>("k.receivedAt", Keyset.Type.INSTANT, row -> row.letter().receivedAt),
          new HqlKeyset.Key<>("k.id", Keyset.Type.ID, row -> row.letter().id));

  @Inject ParkedLetters parked;
  @Inject ParkedFileRepository files;
  @Inject SenderFinder senders;
  @Inject EntityManager entities;

  record Row(ParkedLetter letter, String plan, int draft) {}

  /**
   * @throws ProblemException 404 if there is none that this caller may know of
   */
  @Transactional
  public ParkedLetterView get(Caller caller, UUID id) {
    Hql query = Hql.of(SELECT).add(FROM).add("and k.id = ?", id);
    if (caller.plans() != null) {
      query.add("and p.slug in ?", caller.plans());
    }
    List<Row> found = query.list(entities, Row.class);
    if (found.isEmpty()) {
      throw ProblemException.notFound();
    }
    return complete(found).get(0);
  }

  /**
   * Those of a draft, oldest first.
   *
   * @param status null = all
   */
  @Transactional
  public Page<ParkedLetterView> list(
      DraftRef draft, ParkedStatus status, int limit, String cursor, boolean count) {
    Hql from = Hql.of(FROM).add("and k.draftId = ?", draft.id());
    if (status != null) {
      from.add("and k.status = ?", status);
    }
    PageRequest request =
        new PageRequest("parked-letters " + draft.id() + status, limit, cursor, count);
    Page<Row> page = OLDEST_FIRST.page(entities, Row.class, request, SELECT, from);
    return new Page<>(complete(page.items()), page.next(), page.total());
  }

  /** Those of a draft that wait still, oldest first; without those they may come from. */
  @Transactional
  public List<ParkedLetterView> waiting(DraftRef draft, int most) {
    return views(
        Hql.of(SELECT)
            .add(FROM)
            .add("and k.draftId = ? and k.status = ?", draft.id(), ParkedStatus.WAITING)
            .add("order by k.receivedAt, k.id limit " + most)
            .list(entities, Row.class));
  }

  private List<ParkedLetterView> complete(List<Row> rows) {
    SenderFinder.Bodies bodies = senders.bodies();
    List<ParkedLetterView> views = views(rows);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> complete(views.get(i), rows.get(i).letter().keyOrganization, bodies))
        .toList();
  }

  /** Who it may come from is worked out anew: bodies are added, and named, after it came. */
  private static ParkedLetterView complete(
      ParkedLetterView view, String keyOrganization, SenderFinder.Bodies bodies) {
    EdxmlHeader header = view.header();
    List<String> candidates = new ArrayList<>();
    if (view.status() == ParkedStatus.WAITING) {
      SenderFinder.Sender sender = bodies.find(header.senderId(), header.senderName());
      candidates.addAll(sender.code() == null ? sender.candidates() : List.of(sender.code()));
      if (keyOrganization != null && !candidates.contains(keyOrganization)) {
        candidates.add(0, keyOrganization);
      }
    }
    return view.with(candidates, header.warnings());
  }

  private List<ParkedLetterView> views(List<Row> rows) {
    Map<UUID, List<ParkedFile>> stored =
        files.of(rows.stream().map(row -> row.letter().id).toList());
    return rows.stream()
        .map(row -> view(row, stored.getOrDefault(row.letter().id, List.of())))
        .toList();
  }

  private ParkedLetterView view(Row row, List<ParkedFile> stored) {
    ParkedLetter letter = row.letter();
    return new ParkedLetterView(
        letter.id,
        row.plan(),
        row.draft(),
        letter.status,
        letter.status.label(),
        parked.header(letter.header),
        stored.stream().map(ParkedLetterReader::file).toList(),
        List.of(),
        List.of(),
        letter.letterId,
        letter.reason,
        letter.receivedAt,
        letter.receivedBy,
        letter.decidedAt,
        letter.decidedBy,
        letter.version);
  }

  private static MessageFile file(ParkedFile file) {
    return new MessageFile(
        file.fileName, file.mediaType, file.size, HexFormat.of().formatHex(file.sha256));
  }
}
