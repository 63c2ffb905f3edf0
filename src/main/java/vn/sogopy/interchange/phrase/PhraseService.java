package vn.sogopy.interchange.phrase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Uses;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * Reads, adds and deletes the stock phrases of a plan, each with the number of answers that use it.
 */
@ApplicationScoped
public class PhraseService {
  private static final String ALPHABET = "cast(sql('? collate \"vi-x-icu\"', f.text) as String)";

  /** Not sorted by uses, since these change between two pages. */
  private static final Keyset<Phrase> BY_TEXT =
      Keyset.ascending(
          new Key<>(ALPHABET, Type.TEXT, phrase -> phrase.text),
          new Key<>("f.id", Type.ID, phrase -> phrase.id));

  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * The result of adding a phrase.
   *
   * @param created false if a phrase with the same words and result existed already
   */
  public record Kept(PhraseView phrase, boolean created) {}

  /**
   * Adds a phrase, or finds the one with the same words and result.
   *
   * @throws ProblemException 400 for a phrase without a fixed word
   */
  @Transactional
  public Kept add(Actor actor, UUID planId, PhraseInput input) {
    Stored stored = store(actor, planId, input);
    return new Kept(get(actor.caller(), planId, stored.id), stored.created);
  }

  record Stored(UUID id, boolean created) {}

  /** Like {@link #add}, without reading the phrase. */
  private Stored store(Actor actor, UUID planId, PhraseInput input) {
    if (PhraseInput.fixed(input.text()).isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
    }
    UUID id = UUID.randomUUID();
    // DO NOTHING waits for another transaction that is adding the same.
    boolean added =
        Hql.of("insert into Phrase (id, planId, text, pattern, result, addedBy, addedAt)")
                .add("values (?, ?, ?,", id, planId, input.text())
                .add(pattern(input))
                .add(", ?, ?, ?)", input.result(), actor.caller().name(), actor.at())
                .add("on conflict do nothing")
                .execute(entities)
            == 1;
    return new Stored(added ? id : find(planId, input), added);
  }

  /**
   * Adds the phrases of a table. A phrase that the plan has already is unchanged, so a table can be
   * sent repeatedly.
   *
   * @throws ProblemException 400 for a file that is no table, 422 for invalid rows unless partial
   */
  @Transactional
  public ImportReport load(Actor actor, UUID planId, Upload file, ImportMode mode) {
    PhraseTable table = PhraseTable.read(file);
    return mode.accept(mode.run(source, () -> load(actor, planId, table, mode)));
  }

  private ImportReport load(Actor actor, UUID planId, PhraseTable table, ImportMode mode) {
    ImportReport.Builder report = mode.report(table.ignored());
    for (PhraseTable.Line line : table.lines()) {
      ImportReport.Status status = ImportReport.Status.INVALID;
      String id = null;
      if (line.errors().isEmpty()) {
        Stored stored = store(actor, planId, line.input());
        status = stored.created ? ImportReport.Status.CREATED : ImportReport.Status.UNCHANGED;
        // The id of a phrase that a dry run has made is not that of the import.
        id = mode.dryRun() && stored.created ? null : stored.id.toString();
      }
      report.add(line.row(), status, id, line.errors());
    }
    return report.build();
  }

  private UUID find(UUID planId, PhraseInput input) {
    return Hql.of("select f.id from Phrase f where f.planId = ? and f.pattern =", planId)
        .add(pattern(input))
        .add("and f.result is not distinct from ?", input.result())
        .add("and function('phrase_signs' as String, f.text) =")
        .add("function('phrase_signs' as String, ?)", input.text())
        .first(entities, UUID.class)
        .orElseThrow(ProblemException::notFound);
  }

  private static Hql pattern(PhraseInput input) {
    Hql pattern = Hql.of("concat('%'");
    PhraseInput.fixed(input.text())
        .forEach(piece -> pattern.add(", function('phrase_words' as String, ?), '%'", piece));
    return pattern.add(")");
  }

  /**
   * Deletes a phrase that no answer uses.
   *
   * @throws ProblemException 404 if the plan has no such phrase; 428, 412; 409 still-in-use
   */
  @Transactional
  public void delete(Caller caller, UUID planId, UUID id, int version, IfMatch ifMatch) {
    PhraseView phrase = get(caller, planId, id);
    ifMatch.checkBefore(version);
    new Uses().add(FieldCode.USED_BY_ANSWERS, phrase.uses()).requireNone(phrase.text());
    if (Hql.of("delete from Phrase f where f.planId = ? and f.id = ?", planId, id).execute(entities)
        == 0) {
      throw ProblemException.notFound();
    }
  }

  /** For a drop-down list, most used first. */
  @Transactional
  public List<PhraseView> mostUsed(Caller caller, UUID planId, int limit) {
    return views(caller, planId, ofPlan(planId)).stream()
        .sorted(Comparator.comparingInt(PhraseView::uses).reversed())
        .limit(limit)
        .toList();
  }

  /** By the alphabet, without the number of uses, which takes long in a large plan. */
  @Transactional
  public List<PhraseInput> texts(UUID planId, int limit) {
    return Hql.of("select f.text, f.result")
        .add(ofPlan(planId))
        .add("order by " + ALPHABET + ", f.id limit " + limit)
        .list(entities, PhraseInput.class);
  }

  @Transactional
  public Page<PhraseView> list(
      Caller caller, UUID planId, int limit, String cursor, boolean count) {
    PageRequest request = new PageRequest("phrases " + planId, limit, cursor, count);
    Page<Phrase> page = BY_TEXT.page(entities, Phrase.class, request, "select f", ofPlan(planId));
    List<UUID> ids = page.items().stream().map(phrase -> phrase.id).toList();
    return new Page<>(
        views(caller, planId, ofPlan(planId).add("and f.id in ?", ids)), page.next(), page.total());
  }

  private static Hql ofPlan(UUID planId) {
    return Hql.of("from Phrase f where f.planId = ?", planId);
  }

  /**
   * @throws ProblemException 404 if the plan has no such phrase
   */
  @Transactional
  PhraseView get(Caller caller, UUID planId, UUID id) {
    return views(caller, planId, ofPlan(planId).add("and f.id = ?", id)).stream()
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /** Phrases by the alphabet. The answers are normalised once, not once for each phrase. */
  private List<PhraseView> views(Caller caller, UUID planId, Hql phrases) {
    return Hql.of("with answers as materialized (")
        .add(
            "select function('phrase_words' as String, c.state.answer.response) as words from Comment c")
        .add("where c.draftId in (select d.id from Draft d where d.planId = ?)", planId)
        .add("and c.state.answer.response is not null")
        .add("and c.state.status in ?", Status.LIVE)
        .add(caller.seesRestricted() ? "" : "and not c.restricted")
        .add(") select f.id, f.text, f.result,")
        .add("cast((select count(*) from answers a where a.words like f.pattern) as Integer),")
        .add("f.addedBy, f.addedAt")
        .add(phrases)
        .add("order by " + ALPHABET + ", f.id")
        .list(entities, PhraseView.class);
  }

  /** A stock phrase for answers, in a request. */
  public record PhraseInput(
      @NotNull
          @Size(min = 1, max = 500)
          @Schema(
              description =
                  "Câu mẫu; … (hoặc ..., ___) là chỗ để điền · the phrase; … (or ..., ___) is where something is filled in",
              examples = "Tiếp thu, đã chỉnh sửa tại trang …, mục …")
          String text,
      @Schema(
              nullable = true,
              description =
                  "Dùng cho kết quả này; null = kết quả nào cũng được · for this result; null = any")
          Result result) {

    /** A placeholder: an ellipsis, or two or more dots or underscores. */
    private static final Pattern PLACE = Pattern.compile("…|\\.{2,}|_{2,}");

    /** The texts between placeholders that have a letter or a digit. */
    static List<String> fixed(String phrase) {
      return Arrays.stream(PLACE.split(phrase))
          .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
          .toList();
    }
  }

  /** A stock phrase in a response, with the number of answers that use it. */
  @Schema(name = "Phrase")
  public record PhraseView(
      UUID id,
      String text,
      @Schema(nullable = true) Result result,
      @Schema(
              description =
                  "Số ý kiến của quy hoạch có nội dung trả lời chứa đủ các từ cố định của câu mẫu, theo thứ tự, không phân biệt hoa thường"
                      + " và dấu câu; không tính ý kiến đã rút, đã tách · comments of the plan whose response has the phrase's fixed words,"
                      + " whole and in order, whatever the case and punctuation; withdrawn and split ones do not count")
          int uses,
      String addedBy,
      Instant addedAt) {}
}
