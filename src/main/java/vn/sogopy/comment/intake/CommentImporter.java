package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.intake.Incoming.LetterKey;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService;
import vn.sogopy.letter.LetterService.NewLetter;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * Imports comments in batches of some hundreds, with the rules of single comments. Errors of one
 * comment do not affect the others. Requires one transaction, with {@link #begin} first.
 */
@ApplicationScoped
public class CommentImporter {
  /** The oldest stored comment equal to each one, and the hash of its content. */
  private static final String EQUAL =
      """
      select i.n, i.content_digest as digest, (
        select c.id from comment c
        where c.content_digest = i.content_digest
          and c.part_of_id is null and c.draft_id is not distinct from ?
          and c.organization_id is not distinct from i.organization
          and c.letter_id is not distinct from i.letter
        order by c.received_at, c.id limit 1) as id
      from (
        select w.n, content_digest(w.content) as content_digest, w.organization::uuid, w.letter::uuid
        from unnest(?, ?, ?) with ordinality as w (content, organization, letter, n) offset 0) i
      order by i.n""";

  @Inject CommentIntake intake;
  @Inject CommentReader reader;
  @Inject CommentStore store;
  @Inject LetterService letters;
  @Inject CommentRepository comments;
  @Inject DraftRepository drafts;
  @Inject DataSource source;

  /**
   * Identifies equal comments without an externalId.
   *
   * @param content hash of the content as accepted, without blanks and case
   */
  private record Fingerprint(UUID organization, LetterKey letter, UUID content) {}

  /**
   * The outcome of one comment.
   *
   * @param id of the new or existing comment; null = none that is visible to the caller
   * @param errors empty unless it was rejected
   */
  public record Imported(Status status, UUID id, List<FieldError> errors) {

    private static Imported unchanged(UUID id) {
      return new Imported(Status.UNCHANGED, id, List.of());
    }

    private static Imported invalid(FieldError... errors) {
      return new Imported(Status.INVALID, null, List.of(errors));
    }

    private static Imported conflict(UUID id) {
      return new Imported(
          Status.CONFLICT,
          id,
          List.of(FieldError.pointer("/externalId", FieldCode.EXTERNAL_ID_CONFLICT)));
    }
  }

  /**
   * Locks out other imports into this draft until the end of the transaction. Single requests do
   * not wait. If one stores the same letter or externalId first, this transaction fails with a
   * unique violation and is retried.
   *
   * @throws ProblemException 409 draft-not-open while the draft is PREPARING
   */
  public void begin(Actor actor, DraftRef draft) {
    lock(draft);
    DraftStatus status = drafts.share(draft.id()).status;
    if (status == DraftStatus.PREPARING) {
      status.requireIntake(actor.caller(), draft.number(), null);
    }
  }

  /**
   * Serializes imports into a draft; the wait is limited to two minutes. Row locks would exceed the
   * lock table of PostgreSQL. A lock shared with single requests would block all of them, each with
   * a connection.
   */
  void lock(DraftRef draft) {
    Sql.of(
            """
            with usual as materialized (select current_setting('lock_timeout') as timeout)
            select set_config('lock_timeout', '120s', true),
              pg_advisory_xact_lock(hashtextextended(?, 5)),
              set_config('lock_timeout', usual.timeout, true)
            from usual""",
            "import " + draft.id())
        .first(source, row -> true);
  }

  /**
   * Stores the comments without errors, with letters and history.
   *
   * @return one outcome for each comment, in their order
   * @throws ProblemException 409 draft-not-open
   */
  public List<Imported> receive(Actor actor, DraftRef draft, List<CommentInput> sent) {
    if (sent.isEmpty()) {
      return List.of();
    }
    // The tables grow by thousands of rows. Plans made for small tables, also those of foreign keys
    // and triggers, would scan a whole table for each row.
    Sql.of("discard plans").execute(source);
    Caller caller = actor.caller();
    List<CommentInput> inputs =
        sent.stream().map(one -> isForeign(caller, one) ? one : one.by(caller)).toList();
    List<Imported> outcomes = new Batch(intake.read(actor, draft, inputs, true)).receive();
    comments.flushAndClear();
    return outcomes;
  }

  private static boolean isForeign(Caller caller, CommentInput input) {
    return caller.organization() != null
        && input.organization() != null
        && !caller.organization().equals(input.organization());
  }

  /** One comment of a batch. */
  private static final class Line {
    final Incoming comment;

    /** null if all comments of the batch have externalIds. */
    Fingerprint fingerprint;

    /** The stored comment with this fingerprint; null = none. */
    UUID equal;

    /** The line whose comment is stored: this one, or an equal one before it; null = none. */
    Line as;

    Imported result;

    Line(Incoming comment) {
      this.comment = comment;
    }
  }

  /** One call of {@link #receive}. */
  private final class Batch {
    private final List<Incoming> batch;
    private final List<Line> lines;

    /** The accepted lines by externalId and by fingerprint. */
    private final Map<Object, Line> earlier = new HashMap<>();

    Batch(List<Incoming> batch) {
      this.batch = batch;
      this.lines = batch.stream().map(Line::new).toList();
    }

    List<Imported> receive() {
      if (batch.stream().anyMatch(one -> one.input.externalId() == null)) {
        findEqual();
      }
      batch.forEach(CommentIntake::checkSender);
      intake.checkEach(batch, index -> "");
      for (Line line : lines) {
        if (isForeign(line.comment.actor.caller(), line.comment.input)) {
          String other = line.comment.input.organization();
          line.result =
              Imported.invalid(
                  FieldError.pointer("/organization", FieldCode.FOREIGN_ORGANIZATION, other));
        } else if (!isRepeated(line)) {
          judge(line);
        }
      }
      List<Incoming> accepted =
          lines.stream().filter(line -> line.as == line).map(line -> line.comment).toList();
      fileLetters(accepted);
      store.keep(accepted);
      return lines.stream()
          .map(
              line ->
                  line.as == null
                      ? line.result
                      : new Imported(
                          line.as == line ? Status.CREATED : Status.UNCHANGED,
                          line.as.comment.id,
                          List.of()))
          .toList();
    }

    /** Finds equal comments, in one statement. */
    private void findEqual() {
      Sql.of(
              EQUAL,
              batch.get(0).draft.id(),
              texts(one -> one.input.content()),
              texts(one -> one.organizationId),
              texts(Incoming::letterId))
          .list(
              source,
              row -> {
                Line line = lines.get(row.getInt("n") - 1);
                Incoming one = line.comment;
                line.fingerprint =
                    new Fingerprint(one.organizationId, one.letterKey(), Row.uuid(row, "digest"));
                // A letter that is not stored yet has no comments.
                line.equal = one.namesNewLetter() ? null : Row.uuid(row, "id");
                return line;
              });
    }

    private String[] texts(Function<Incoming, ?> value) {
      return batch.stream()
          .map(one -> Objects.toString(value.apply(one), null))
          .toArray(String[]::new);
    }

    /** Whether it was stored before; its errors are then ignored. */
    private boolean isRepeated(Line line) {
      CommentInput input = line.comment.input;
      UUID same = line.comment.sameExternalId;
      boolean named = input.externalId() != null;
      Line before = earlier.get(named ? input.externalId() : line.fingerprint);
      if (same != null) {
        line.result =
            line.comment.isSame()
                ? Imported.unchanged(same)
                : Imported.conflict(known(line.comment));
      } else if (!named && line.equal != null) {
        line.result = Imported.unchanged(line.equal);
      } else if (named && before != null && !input.equals(before.comment.input)) {
        line.result = Imported.conflict(null);
      } else {
        line.as = before;
      }
      return line.result != null || line.as != null;
    }

    private void judge(Line line) {
      Incoming comment = line.comment;
      CommentInput input = comment.input;
      Caller caller = comment.actor.caller();
      List<FieldError> errors = new ArrayList<>();
      if (comment.draftStatus == DraftStatus.CLOSED
          && caller.isCoordinator()
          && input.reason() == null) {
        errors.add(FieldError.pointer("/reason", FieldCode.REQUIRED));
      } else {
        comment.draftStatus.requireIntake(caller, comment.draft.number(), input.reason());
      }
      errors.addAll(comment.errors);
      if (!errors.isEmpty()) {
        line.result = Imported.invalid(errors.toArray(FieldError[]::new));
        return;
      }
      line.as = line;
      if (line.fingerprint != null) {
        earlier.putIfAbsent(line.fingerprint, line);
      }
      if (input.externalId() != null) {
        earlier.put(input.externalId(), line);
      }
    }

    /** Files the letters that the accepted comments name and that do not exist yet. */
    private void fileLetters(List<Incoming> accepted) {
      Map<LetterKey, NewLetter> missing = new LinkedHashMap<>();
      for (Incoming one : accepted) {
        if (one.namesNewLetter()) {
          missing.putIfAbsent(one.letterKey(), one.newLetter());
        }
      }
      if (!missing.isEmpty()) {
        Incoming any = accepted.get(0);
        Iterator<LetterRef> filed =
            letters.fileAll(any.actor, any.draft, List.copyOf(missing.values())).iterator();
        Map<LetterKey, LetterRef> byKey = new HashMap<>();
        missing.keySet().forEach(key -> byKey.put(key, filed.next()));
        accepted.stream()
            .filter(Incoming::namesNewLetter)
            .forEach(one -> one.letter = byKey.get(one.letterKey()));
      }
    }

    /**
     * null if the comment is not visible to the caller: keys of one client can belong to different
     * organizations.
     */
    private UUID known(Incoming comment) {
      UUID id = comment.sameExternalId;
      return reader.known(comment.actor.caller(), List.of(id)).containsKey(id) ? id : null;
    }
  }
}
