package vn.sogopy.interchange.edxml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** Parked letters; their warnings are in Vietnamese. */
@ApplicationScoped
public class ParkedLetterReader {
  private static final TypeReference<List<MessageFile>> FILES = new TypeReference<>() {};

  private static final String SELECT =
      """
      select k.*, k.header::text as header_text, p.slug, d.number as draft_number,
        coalesce((select json_agg(json_build_object('fileName', f.file_name, 'mediaType', f.media_type,
            'size', f.size, 'sha256', encode(f.sha256, 'hex')) order by f.ordinal)
          from parked_file f where f.parked_id = k.id), '[]')::text as files""";

  private static final String FROM =
      " from parked_letter k join draft d on d.id = k.draft_id join plan p on p.id = k.plan_id where true";

  private static final Keyset OLDEST_FIRST =
      Keyset.ascending(
          new Keyset.Key("k.received_at", Keyset.Type.INSTANT),
          new Keyset.Key("k.id", Keyset.Type.ID));

  @Inject ParkedLetters parked;
  @Inject SenderFinder senders;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  private record Found(ParkedLetterView view, String keyOrganization) {}

  /**
   * @throws ProblemException 404 if there is none that this caller may know of
   */
  @Transactional
  public ParkedLetterView get(Caller caller, UUID id) {
    Sql sql = Sql.of(SELECT + FROM).add("and k.id = ?", id);
    if (caller.plans() != null) {
      sql.add("and p.slug = any(?)", (Object) caller.plans().toArray(String[]::new));
    }
    return sql.first(source, this::row)
        .map(row -> complete(row, senders.bodies()))
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Those of a draft, oldest first.
   *
   * @param status null = all
   */
  @Transactional
  public Page<ParkedLetterView> list(
      DraftRef draft, ParkedStatus status, int limit, String cursor, boolean count) {
    Sql where = Sql.of(FROM).add("and k.draft_id = ?", draft.id());
    if (status != null) {
      where.add("and k.status = ?", status);
    }
    Page<Found> page =
        OLDEST_FIRST.page(
            source,
            "parked-letters " + draft.id() + status,
            limit,
            cursor,
            Sql.of(SELECT).add(OLDEST_FIRST.columns()).add(where),
            this::row,
            count ? Sql.of("select count(*)").add(where) : null);
    SenderFinder.Bodies bodies = senders.bodies();
    return new Page<>(
        page.items().stream().map(row -> complete(row, bodies)).toList(),
        page.next(),
        page.total());
  }

  /** Those of a draft that wait still, oldest first; without those they may come from. */
  @Transactional
  public List<ParkedLetterView> waiting(DraftRef draft, int most) {
    return Sql.of(SELECT + FROM)
        .add("and k.draft_id = ? and k.status = ?", draft.id(), ParkedStatus.WAITING)
        .add("order by k.received_at, k.id limit ?", most)
        .list(source, this::row)
        .stream()
        .map(Found::view)
        .toList();
  }

  /** Who it may come from is worked out anew: bodies are added, and named, after it came. */
  private static ParkedLetterView complete(Found row, SenderFinder.Bodies bodies) {
    EdxmlHeader header = row.view().header();
    List<String> candidates = new ArrayList<>();
    if (row.view().status() == ParkedStatus.WAITING) {
      SenderFinder.Sender sender = bodies.find(header.senderId(), header.senderName());
      candidates.addAll(sender.code() == null ? sender.candidates() : List.of(sender.code()));
      if (row.keyOrganization() != null && !candidates.contains(row.keyOrganization())) {
        candidates.add(0, row.keyOrganization());
      }
    }
    return row.view().with(candidates, header.warnings());
  }

  private Found row(ResultSet row) throws SQLException {
    ParkedStatus status = Row.constant(row, "status", ParkedStatus.class);
    ParkedLetterView view =
        new ParkedLetterView(
            Row.uuid(row, "id"),
            row.getString("slug"),
            row.getInt("draft_number"),
            status,
            status.label(),
            parked.header(row.getString("header_text")),
            files(row.getString("files")),
            List.of(),
            List.of(),
            Row.uuid(row, "letter_id"),
            row.getString("reason"),
            Row.instant(row, "received_at"),
            row.getString("received_by"),
            Row.instant(row, "decided_at"),
            row.getString("decided_by"),
            row.getInt("version"));
    return new Found(view, row.getString("key_organization"));
  }

  private List<MessageFile> files(String text) {
    try {
      return json.readValue(text, FILES);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
