package vn.sogopy.interchange.edxml;

import io.quarkus.arc.lookup.LookupUnlessProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.consultation.letter.WaitingLetters;
import vn.sogopy.interchange.edxml.EdxmlPreview.MessageFile;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/** Reads parked letters. Their warnings are in Vietnamese. */
@ApplicationScoped
@LookupUnlessProperty(name = EdxmlService.ENABLED, stringValue = "false", lookupIfMissing = true)
public class ParkedLetterReader implements WaitingLetters {
  private static final String SELECT = "select k, p.slug, d.number";
  private static final String FROM =
      "from ParkedLetter k join Draft d on d.id = k.draftId join Plan p on p.id = k.planId where true";

  private static final Keyset<Row> OLDEST_FIRST =
      Keyset.ascending(
          new Keyset.Key<>("k.receivedAt", Keyset.Type.INSTANT, row -> row.letter().receivedAt),
          new Keyset.Key<>("k.id", Keyset.Type.ID, row -> row.letter().id));

  @Inject ParkedFileRepository files;
  @Inject SenderFinder senders;
  @Inject EntityManager entities;

  record Row(ParkedLetter letter, String plan, int draft) {}

  /**
   * @throws ProblemException 404 if there is none that is visible to the caller
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
    return views(found).get(0);
  }

  /**
   * The parked letters of a draft, oldest first.
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
    return new Page<>(views(page.items()), page.next(), page.total());
  }

  @Override
  @Transactional
  public List<Waiting> waiting(DraftRef draft, int most) {
    return Hql.of("select k from ParkedLetter k")
        .add("where k.draftId = ? and k.status = ?", draft.id(), ParkedStatus.WAITING)
        .add("order by k.receivedAt, k.id limit " + most)
        .list(entities, ParkedLetter.class)
        .stream()
        .map(
            letter ->
                new Waiting(
                    letter.id,
                    letter.header.sender(),
                    letter.header.number(),
                    letter.header.date(),
                    letter.receivedAt))
        .toList();
  }

  private List<ParkedLetterView> views(List<Row> rows) {
    SenderFinder.Bodies bodies = senders.bodies();
    Map<UUID, List<ParkedFile>> stored =
        files.of(rows.stream().map(row -> row.letter().id).toList());
    return rows.stream()
        .map(row -> view(row, stored.getOrDefault(row.letter().id, List.of()), bodies))
        .toList();
  }

  private static ParkedLetterView view(
      Row row, List<ParkedFile> stored, SenderFinder.Bodies bodies) {
    ParkedLetter letter = row.letter();
    return new ParkedLetterView(
        letter.id,
        row.plan(),
        row.draft(),
        letter.status,
        letter.status.label(),
        letter.header,
        stored.stream().map(ParkedLetterReader::file).toList(),
        letter.status == ParkedStatus.WAITING ? candidates(letter, bodies) : List.of(),
        letter.header.warnings(),
        letter.letterId,
        letter.reason,
        letter.receivedAt,
        letter.receivedBy,
        letter.decidedAt,
        letter.decidedBy,
        letter.version);
  }

  /**
   * Computed for each request, since organizations are added and renamed after a letter arrived.
   */
  private static List<String> candidates(ParkedLetter letter, SenderFinder.Bodies bodies) {
    SenderFinder.Sender sender = bodies.find(letter.header.senderId(), letter.header.senderName());
    List<String> found = sender.code() == null ? sender.candidates() : List.of(sender.code());
    return letter.keyOrganization == null || found.contains(letter.keyOrganization)
        ? found
        : Stream.concat(Stream.of(letter.keyOrganization), found.stream()).toList();
  }

  private static MessageFile file(ParkedFile file) {
    return new MessageFile(
        file.fileName, file.mediaType, file.size, HexFormat.of().formatHex(file.sha256));
  }
}
