package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
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
  @Inject LetterService letters;
  @Inject CommentRepository comments;
  @Inject DataSource source;

  private record LetterKey(UUID organization, String number, int year) {}

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

    private static Imported invalid(List<FieldError> errors) {
      return new Imported(Status.INVALID, null, errors);
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
    DraftGate.lockImports(source, draft);
    DraftStatus status = DraftGate.hold(source, draft.id());
    if (status == DraftStatus.PREPARING) {
      DraftGate.requireIntake(actor.caller(), status, draft.number(), null);
    }
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
    List<Imported> outcomes = new Batch(actor, intake.lookImported(actor, draft, inputs)).receive();
    comments.flushAndForget();
    return outcomes;
  }

  private static boolean isForeign(Caller caller, CommentInput input) {
    return caller.organization() != null
        && input.organization() != null
        && !caller.organization().equals(input.organization());
  }

  /** One call of {@link #receive}. */
  private final class Batch {
    private final Actor actor;
    private final IntakeBatch batch;
    private final List<Fingerprint> fingerprints;
    private final List<Integer> taken = new ArrayList<>();

    /** Indexes of accepted comments by externalId and by fingerprint. */
    private final Map<Object, Integer> earlier = new HashMap<>();

    /** Index of the stored comment: this one or an equal one; -1 = none. */
    private final int[] as;

    private final Imported[] results;

    Batch(Actor actor, IntakeBatch batch) {
      this.actor = actor;
      this.batch = batch;
      this.fingerprints = Fingerprint.read(source, batch);
      this.as = new int[batch.inputs.size()];
      this.results = new Imported[as.length];
    }

    List<Imported> receive() {
      List<List<FieldError>> errors = intake.checkEach(actor.caller(), batch, index -> "");
      for (int i = 0; i < as.length; i++) {
        as[i] = -1;
        CommentInput input = batch.inputs.get(i);
        if (isForeign(actor.caller(), input)) {
          results[i] =
              Imported.invalid(
                  List.of(
                      FieldError.pointer(
                          "/organization", FieldCode.FOREIGN_ORGANIZATION, input.organization())));
        } else if (!comesAgain(i)) {
          judge(i, errors.get(i));
        }
      }
      UUID[] ids = file();
      for (int i = 0; i < as.length; i++) {
        if (as[i] >= 0) {
          Status status = as[i] == i ? Status.CREATED : Status.UNCHANGED;
          results[i] = new Imported(status, ids[as[i]], List.of());
        }
      }
      return List.of(results);
    }

    /** Whether it was stored before; its errors are then ignored. */
    private boolean comesAgain(int i) {
      CommentInput input = batch.inputs.get(i);
      UUID same = batch.contexts.get(i).sameExternalId();
      boolean named = input.externalId() != null;
      Integer before = earlier.get(named ? input.externalId() : fingerprints.get(i));
      if (same != null) {
        results[i] =
            intake.isSame(batch, i) ? Imported.unchanged(same) : Imported.conflict(known(same));
      } else if (!named && fingerprints.get(i).stored() != null) {
        results[i] = Imported.unchanged(fingerprints.get(i).stored());
      } else if (named && before != null && !input.equals(batch.inputs.get(before))) {
        results[i] = Imported.conflict(null);
      } else if (before != null) {
        as[i] = before;
      }
      return results[i] != null || as[i] >= 0;
    }

    private void judge(int i, List<FieldError> found) {
      CommentInput input = batch.inputs.get(i);
      IntakeBatch.Context context = batch.contexts.get(i);
      List<FieldError> errors = new ArrayList<>();
      if (context.status() == DraftStatus.CLOSED
          && actor.caller().isCoordinator()
          && input.reason() == null) {
        errors.add(FieldError.pointer("/reason", FieldCode.REQUIRED));
      } else {
        DraftGate.requireIntake(
            actor.caller(), context.status(), batch.draft.number(), input.reason());
      }
      errors.addAll(CommentIntake.checkSender(input, context, context.letter()));
      errors.addAll(found);
      if (!errors.isEmpty()) {
        results[i] = Imported.invalid(errors);
        return;
      }
      as[i] = i;
      taken.add(i);
      if (fingerprints != null) {
        earlier.putIfAbsent(fingerprints.get(i), i);
      }
      if (input.externalId() != null) {
        earlier.put(input.externalId(), i);
      }
    }

    /** Stores the accepted comments; returns their ids by index. */
    private UUID[] file() {
      Map<LetterKey, LetterRef> added = fileLetters();
      List<LetterRef> named = new ArrayList<>();
      taken.forEach(i -> named.add(letter(i, added)));
      List<UUID> filed = intake.file(actor, batch.only(taken), named);
      UUID[] ids = new UUID[as.length];
      for (int n = 0; n < filed.size(); n++) {
        ids[taken.get(n)] = filed.get(n);
      }
      return ids;
    }

    private LetterRef letter(int i, Map<LetterKey, LetterRef> added) {
      LetterRef known = batch.contexts.get(i).letter();
      return known != null || batch.inputs.get(i).letter() == null ? known : added.get(key(i));
    }

    private Map<LetterKey, LetterRef> fileLetters() {
      Map<LetterKey, LetterService.NewLetter> missing = new LinkedHashMap<>();
      for (int i : taken) {
        CommentInput input = batch.inputs.get(i);
        if (input.letter() != null && batch.contexts.get(i).letter() == null) {
          LetterInput named =
              LetterInput.named(
                  input.letter().number(), input.letter().date(), VietnamTime.dayOf(actor.at()));
          missing.putIfAbsent(
              key(i),
              new LetterService.NewLetter(
                  key(i).organization(), named, new LetterService.Filing(null, input.reason())));
        }
      }
      Map<LetterKey, LetterRef> filed = new LinkedHashMap<>();
      if (!missing.isEmpty()) {
        List<LetterRef> refs = letters.fileAll(actor, batch.draft, List.copyOf(missing.values()));
        int n = 0;
        for (LetterKey key : missing.keySet()) {
          filed.put(key, refs.get(n++));
        }
      }
      return filed;
    }

    private LetterKey key(int i) {
      CommentInput.Letter letter = batch.inputs.get(i).letter();
      return new LetterKey(
          batch.contexts.get(i).organizationId(),
          IntakeBatch.numberKey(letter),
          IntakeBatch.year(letter));
    }

    /**
     * null if the comment is not visible to the caller: keys of one client can belong to different
     * organizations.
     */
    private UUID known(UUID id) {
      return reader.known(actor.caller(), List.of(id)).containsKey(id) ? id : null;
    }
  }
}
