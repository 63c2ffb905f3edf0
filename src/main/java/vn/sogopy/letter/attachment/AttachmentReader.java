package vn.sogopy.letter.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Attached files as the caller may see them. The file of a letter speaks for all its comments: if
 * one of them is restricted, the file is as well.
 */
@ApplicationScoped
public class AttachmentReader {
  private static final String SELECT =
      "select a.id, a.letter_id, a.file_name, a.media_type, a.size, a.sha256, a.created_at, a.created_by";

  private static final String FROM =
      " from letter l join plan p on p.id = l.plan_id"
          + " join organization o on o.id = l.organization_id";

  private static final Keyset OLDEST_FIRST =
      Keyset.ascending(new Keyset.Key("a.id", Keyset.Type.ID));

  /** The file of a letter speaks for all its comments. */
  private static final String UNRESTRICTED =
      "and not exists (select 1 from comment c where c.letter_id = l.id and c.restricted)";

  @Inject DataSource source;
  @Inject AttachmentPieces pieces;

  /**
   * Whether a file may come to this letter, before anything of the file is read: what is classified
   * must not even lie on the disk for a moment.
   *
   * @throws ProblemException 404 if there is no such letter for this caller, 409 if it is
   *     classified
   */
  @Transactional
  public void requireOpenToFiles(Caller caller, UUID letter) {
    letter(caller, letter, "l.number, l.classified")
        .first(source, row -> row.getBoolean("classified") ? row.getString("number") : "")
        .map(
            classified -> {
              if (!classified.isEmpty()) {
                throw AttachmentService.classified(classified);
              }
              return true;
            })
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * The files of a letter, oldest first.
   *
   * @throws ProblemException 404 if there is no such letter for this caller
   */
  @Transactional
  public Page<AttachmentView> list(
      Caller caller, UUID letter, int limit, String cursor, boolean count) {
    letter(caller, letter, "1").first(source, row -> true).orElseThrow(ProblemException::notFound);
    String question = "attachments " + caller.role() + " " + letter;
    Sql where = files(caller).add("and l.id = ?", letter);
    return OLDEST_FIRST.page(
        source,
        question,
        limit,
        cursor,
        Sql.of(SELECT).add(OLDEST_FIRST.columns()).add(where),
        AttachmentReader::view,
        count ? Sql.of("select count(*)").add(where) : null);
  }

  /**
   * @throws ProblemException 404 if there is no such file for this caller
   */
  @Transactional
  public AttachmentView get(Caller caller, UUID id) {
    return Sql.of(SELECT)
        .add(files(caller))
        .add("and a.id = ?", id)
        .first(source, AttachmentReader::view)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * The files of these letters, oldest first; not paged. For who may know of the letters.
   *
   * @param restricted whether those of letters with a restricted comment are among them
   */
  @Transactional
  public List<AttachmentView> of(Collection<UUID> letters, boolean restricted) {
    return Sql.of(SELECT)
        .add(FROM + " join attachment a on a.letter_id = l.id where true")
        .add(restricted ? "" : UNRESTRICTED)
        .add("and l.id = any(?) order by a.id", (Object) letters.toArray(UUID[]::new))
        .list(source, AttachmentReader::view);
  }

  /** Writes bytes of a file that the caller may see; see {@link AttachmentPieces#read}. */
  public void copy(UUID id, long from, long to, OutputStream out) throws IOException {
    pieces.read(id, from, to, out);
  }

  private static Sql letter(Caller caller, UUID letter, String columns) {
    return Sql.of("select " + columns + FROM + " where l.id = ?", letter).add(visible(caller));
  }

  private static Sql files(Caller caller) {
    return Sql.of(FROM + " join attachment a on a.letter_id = l.id where true")
        .add(visible(caller))
        .add(caller.seesRestricted() ? "" : UNRESTRICTED);
  }

  private static Sql visible(Caller caller) {
    Sql and = new Sql();
    if (caller.plans() != null) {
      and.add("and p.slug = any(?)", (Object) caller.plans().toArray(String[]::new));
    }
    if (caller.isSubmitter()) {
      and.add("and o.code = ?", caller.organization());
    }
    return and;
  }

  private static AttachmentView view(ResultSet row) throws SQLException {
    return new AttachmentView(
        Row.uuid(row, "id"),
        Row.uuid(row, "letter_id"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getLong("size"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        Row.instant(row, "created_at"),
        row.getString("created_by"));
  }
}
