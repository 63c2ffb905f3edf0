package vn.sogopy.interchange.edxml;

import io.quarkus.arc.lookup.LookupUnlessProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.letter.WaitingLetters;
import vn.sogopy.interchange.edxml.EdxmlOutcome.MessageFile;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedFile;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/** Reads parked letters. */
@ApplicationScoped
@LookupUnlessProperty(name = EdxmlService.ENABLED, stringValue = "false", lookupIfMissing = true)
public class ParkedLetterReader implements WaitingLetters {
  private static final Keyset<ParkedLetter> OLDEST_FIRST =
      Keyset.ascending(
          new Keyset.Key<>("k.receivedAt", Keyset.Type.INSTANT, letter -> letter.receivedAt),
          new Keyset.Key<>("k.id", Keyset.Type.ID, letter -> letter.id));

  /** Obstacles that are about the number of the message itself. */
  private static final Set<WarningCode> NUMBER =
      EnumSet.of(WarningCode.LETTER_EXISTS, WarningCode.LETTER_NUMBER_USED);

  @Inject SenderFinder senders;
  @Inject DraftRepository drafts;
  @Inject EntityManager entities;

  /** A letter that is parked until the coordinator files it. */
  @Schema(name = "ParkedLetter")
  public record ParkedLetterView(
      UUID id,
      @Schema(maxLength = 63) String plan,
      int draft,
      ParkedStatus status,
      @Schema(maxLength = 100, examples = "Chờ vào sổ") String statusLabel,
      EdxmlHeader header,
      @Schema(maxItems = 10) List<MessageFile> files,
      @Schema(
              maxItems = 6,
              description = "Có thể là những cơ quan này · codes of the bodies it may come from")
          List<String> candidates,
      @Schema(description = "Bất thường, không phải lỗi · oddities, no refusals")
          List<Warning> warnings,
      @Schema(nullable = true, description = "Văn bản đã thành · the letter it became") UUID letter,
      @Schema(nullable = true, maxLength = 1_000, description = "Lý do · why it was dropped")
          String reason,
      Instant receivedAt,
      @Schema(maxLength = 200, description = "Khóa đã gửi · the key that sent it")
          String receivedBy,
      @Schema(nullable = true) Instant decidedAt,
      @Schema(nullable = true, maxLength = 200) String decidedBy,
      int version) {}

  record Parked(ParkedLetter letter, DraftRef draft) {}

  /**
   * @param lock PESSIMISTIC_WRITE for a decision, since concurrent ones must wait
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  Parked find(Caller caller, UUID id, LockModeType lock) {
    ParkedLetter letter = entities.find(ParkedLetter.class, id, lock);
    if (letter == null) {
      throw ProblemException.notFound();
    }
    DraftRef draft = drafts.refs(List.of(letter.draftId)).get(letter.draftId);
    caller.requirePlan(draft.plan());
    return new Parked(letter, draft);
  }

  /**
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  public ParkedLetterView get(Caller caller, UUID id) {
    Parked found = find(caller, id, LockModeType.NONE);
    return view(found.letter(), found.draft(), isOpen(found.draft()), senders.organizations());
  }

  /**
   * The parked letters of a draft, oldest first.
   *
   * @param status null = all
   */
  @Transactional
  public Page<ParkedLetterView> list(DraftRef draft, ParkedStatus status, PageQuery query) {
    Hql from = Hql.of("from ParkedLetter k where k.draftId = ?", draft.id());
    if (status != null) {
      from.add("and k.status = ?", status);
    }
    String question = "parked-letters " + draft.id() + status;
    SenderFinder.Organizations known = senders.organizations();
    boolean open = isOpen(draft);
    return OLDEST_FIRST
        .page(
            entities,
            ParkedLetter.class,
            new PageRequest(question, query.limit, query.cursor, query.count),
            "select k",
            from)
        .map(letter -> view(letter, draft, open, known));
  }

  private boolean isOpen(DraftRef draft) {
    return drafts.findById(draft.id()).status == DraftStatus.OPEN;
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

  private static ParkedLetterView view(
      ParkedLetter letter, DraftRef draft, boolean open, SenderFinder.Organizations known) {
    List<MessageFile> files = letter.files.stream().map(ParkedLetterReader::file).toList();
    List<Warning> warnings = new ArrayList<>(letter.header.warnings());
    warnings.addAll(MessageFile.warnings(files));
    if (letter.status == ParkedStatus.WAITING && letter.obstacle != null) {
      boolean number = NUMBER.contains(letter.obstacle);
      String pointer = number ? "/number" : "/earlierDocumentId";
      warnings.add(Warning.of(pointer, letter.obstacle, letter.header.number()));
    }
    if (letter.status == ParkedStatus.WAITING && !open) {
      warnings.add(Warning.of("/draft", WarningCode.DRAFT_NOT_OPEN));
    }
    return new ParkedLetterView(
        letter.id,
        draft.plan(),
        draft.number(),
        letter.status,
        letter.status.label(),
        letter.header,
        files,
        letter.status == ParkedStatus.WAITING ? candidates(letter, known) : List.of(),
        warnings,
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
  private static List<String> candidates(ParkedLetter letter, SenderFinder.Organizations known) {
    SenderFinder.Sender sender = known.find(letter.header.senderId(), letter.header.senderName());
    List<String> found = sender.code() == null ? sender.candidates() : List.of(sender.code());
    return letter.keyOrganization == null || found.contains(letter.keyOrganization)
        ? found
        : Stream.concat(Stream.of(letter.keyOrganization), found.stream()).toList();
  }

  private static MessageFile file(ParkedFile file) {
    return new MessageFile(
        file.fileName(),
        file.mediaType(),
        file.fileRisk(),
        file.size(),
        HexFormat.of().formatHex(file.sha256()));
  }
}
