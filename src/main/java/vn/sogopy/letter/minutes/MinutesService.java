package vn.sogopy.letter.minutes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.attachment.FileRisk;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.letter.minutes.Minutes.MinutesPiece;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.security.Actor;

/** Stores, reads and removes the minutes of meetings about a draft. */
@ApplicationScoped
public class MinutesService {
  private static final Keyset<Minutes> OLDEST_FIRST =
      Keyset.ascending(new Keyset.Key<>("m.id", Keyset.Type.ID, file -> file.id));

  @Inject DraftRepository drafts;
  @Inject EntityManager entities;
  @Inject Pieces pieces;

  @Transactional
  public MinutesView attach(Actor actor, DraftRef draft, IncomingFile file) {
    // The draft cannot be deleted in between.
    drafts.share(draft.id());
    Minutes minutes = new Minutes(actor, draft.id(), file);
    entities.persist(minutes);
    entities.flush();
    pieces.write(MinutesPiece::new, minutes.id, file.upload().content());
    return MinutesView.of(minutes);
  }

  /** Oldest first. */
  @Transactional
  public Page<MinutesView> list(DraftRef draft, int limit, String cursor, boolean count) {
    PageRequest request = new PageRequest("minutes " + draft.id(), limit, cursor, count);
    Hql from = Hql.of("from Minutes m where m.draftId = ?", draft.id());
    return OLDEST_FIRST
        .page(entities, Minutes.class, request, "select m", from)
        .map(MinutesView::of);
  }

  /**
   * @throws ProblemException 404 if the draft has no such file
   */
  @Transactional
  public MinutesView get(DraftRef draft, UUID id) {
    return MinutesView.of(find(draft, id));
  }

  /**
   * @throws ProblemException 404 if the draft has no such file
   */
  @Transactional
  public void remove(DraftRef draft, UUID id) {
    // Another request may remove them at the same time.
    int removed =
        entities
            .createQuery("delete from Minutes m where m.draftId = ?1 and m.id = ?2")
            .setParameter(1, draft.id())
            .setParameter(2, id)
            .executeUpdate();
    if (removed == 0) {
      throw ProblemException.notFound();
    }
  }

  private Minutes find(DraftRef draft, UUID id) {
    return Hql.of("from Minutes m where m.draftId = ? and m.id = ?", draft.id(), id)
        .first(entities, Minutes.class)
        .orElseThrow(ProblemException::notFound);
  }

  /** Writes bytes of a file; see {@link Pieces#read}. */
  public void copy(UUID id, long from, long to, OutputStream out) throws IOException {
    pieces.read(MinutesPiece.class, id, from, to, out);
  }

  /** The minutes of a meeting in a response. */
  @Schema(name = "Minutes")
  public record MinutesView(
      UUID id,
      @Schema(maxLength = 255, examples = "Biên bản hội nghị 25-02-2021.pdf") String fileName,
      @Schema(
              description = "Theo nội dung tệp · by the content of the file",
              examples = "application/pdf")
          String mediaType,
      FileRisk fileRisk,
      @Schema(description = "Byte") long size,
      @Schema(description = "Hệ 16 · in hex", pattern = "[0-9a-f]{64}", maxLength = 64)
          String sha256,
      Instant createdAt,
      String createdBy) {

    FileExchange.Facts facts() {
      return new FileExchange.Facts(fileName, fileRisk.shown(mediaType), size, sha256);
    }

    static MinutesView of(Minutes minutes) {
      return new MinutesView(
          minutes.id,
          minutes.fileName,
          minutes.mediaType,
          minutes.fileRisk,
          minutes.size,
          minutes.hash(),
          minutes.createdAt,
          minutes.createdBy);
    }
  }
}
