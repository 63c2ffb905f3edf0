package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.letter.LetterService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * Imports comments in batches of some hundreds, with the rules of single comments. Errors of one
 * comment do not affect the others. Requires one transaction, with {@link #begin} first.
 */
@ApplicationScoped
public class CommentImporter {
  @Inject CommentIntake intake;
  @Inject CommentReader reader;
  @Inject CommentStore store;
  @Inject LetterService letters;
  @Inject CommentRepository comments;
  @Inject DraftRepository drafts;
  @Inject DataSource source;

  /**
   * The outcome of one comment.
   *
   * @param id of the new or existing comment, or of the letter of a reply without comments; null =
   *     none that is visible to the caller
   * @param errors of a rejected comment; else what its letter has otherwise
   */
  public record Imported(Status status, UUID id, List<FieldError> errors) {

    static Imported unchanged(UUID id, Incoming comment) {
      return new Imported(Status.UNCHANGED, id, comment.differences());
    }

    static Imported invalid(List<FieldError> errors) {
      return new Imported(Status.INVALID, null, errors);
    }

    static Imported conflict(UUID id) {
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
   * Stores the comments without errors, with letters and history. A comment that only agrees is a
   * reply without comments if its letter agrees; without a position it is rejected.
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
    List<Imported> outcomes =
        new ImportBatch(this, intake.read(actor, draft, inputs, true)).receive();
    comments.flushAndClear();
    return outcomes;
  }

  static boolean isForeign(Caller caller, CommentInput input) {
    return caller.organization() != null
        && input.organization() != null
        && !caller.organization().equals(input.organization());
  }
}
