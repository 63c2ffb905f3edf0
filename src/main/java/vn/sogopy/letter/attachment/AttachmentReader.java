package vn.sogopy.letter.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.letter.attachment.Attachment.AttachmentPiece;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.security.Caller;

/**
 * Reads attached files with the permissions of the caller. If one comment of a letter is
 * restricted, all files of the letter are.
 */
@ApplicationScoped
public class AttachmentReader {
  private static final String FROM =
      "from Letter l join Plan p on p.id = l.planId join Organization o on o.id = l.organizationId";

  private static final String FILES = FROM + " join Attachment a on a.letterId = l.id where true";

  private static final Keyset<Attachment> OLDEST_FIRST =
      Keyset.ascending(new Keyset.Key<>("a.id", Keyset.Type.ID, file -> file.id));

  private static final String UNRESTRICTED =
      "and not exists (select 1 from Comment c where c.letterId = l.id and c.restricted)";

  @Inject EntityManager entities;
  @Inject Pieces pieces;

  /**
   * Checks before the upload is read whether the letter takes files. A classified file must never
   * be written to disk.
   *
   * @throws ProblemException 404 if the caller can see no such letter, 409 if it is classified
   */
  @Transactional
  public void requireOpenToFiles(Caller caller, UUID letter) {
    Kept kept = letter(caller, letter);
    if (kept.classified()) {
      throw AttachmentService.classified(kept.number());
    }
  }

  /**
   * The files of a letter, oldest first.
   *
   * @throws ProblemException 404 if the caller can see no such letter
   */
  @Transactional
  public Page<AttachmentView> list(
      Caller caller, UUID letter, int limit, String cursor, boolean count) {
    letter(caller, letter);
    String question = "attachments " + caller.role() + " " + letter;
    return OLDEST_FIRST
        .page(
            entities,
            Attachment.class,
            new PageRequest(question, limit, cursor, count),
            "select a",
            files(caller).add("and l.id = ?", letter))
        .map(AttachmentView::of);
  }

  /**
   * @throws ProblemException 404 if the caller can see no such file
   */
  @Transactional
  public AttachmentView get(Caller caller, UUID id) {
    return Hql.of("select a")
        .add(files(caller))
        .add("and a.id = ?", id)
        .first(entities, Attachment.class)
        .map(AttachmentView::of)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * The files of these letters, oldest first, not paged. The caller must have checked the access.
   *
   * @param restricted whether to include files of letters with a restricted comment
   */
  @Transactional
  public List<AttachmentView> of(Collection<UUID> letters, boolean restricted) {
    return Hql.of("select a")
        .add(FILES)
        .add(restricted ? "" : UNRESTRICTED)
        .add("and l.id in ? order by a.id", letters)
        .list(entities, Attachment.class)
        .stream()
        .map(AttachmentView::of)
        .toList();
  }

  /**
   * The files that were not stored, oldest first, by letter. The caller must have checked the
   * access to the letters.
   */
  @Transactional
  public Map<UUID, List<LeftOutFile>> leftOut(Caller caller, Collection<UUID> letters) {
    return Hql.of("select f")
        .add(FROM)
        .add("join LeftOutFile f on f.letterId = l.id where true")
        .add(caller.seesRestricted() ? "" : UNRESTRICTED)
        .add("and l.id in ? order by f.id", letters)
        .list(entities, LeftOutFile.class)
        .stream()
        .collect(Collectors.groupingBy(file -> file.letterId));
  }

  /** Writes bytes of a file that the caller may see; see {@link Pieces#read}. */
  public void copy(UUID id, long from, long to, OutputStream out) throws IOException {
    pieces.read(AttachmentPiece.class, id, from, to, out);
  }

  record Kept(String number, boolean classified) {}

  private Kept letter(Caller caller, UUID letter) {
    return Hql.of("select l.number, l.classified")
        .add(FROM)
        .add("where l.id = ?", letter)
        .add(LetterRepository.visible(caller))
        .first(entities, Kept.class)
        .orElseThrow(ProblemException::notFound);
  }

  private static Hql files(Caller caller) {
    return Hql.of(FILES)
        .add(LetterRepository.visible(caller))
        .add(caller.seesRestricted() ? "" : UNRESTRICTED);
  }
}
