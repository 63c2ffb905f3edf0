package vn.sogopy.comment.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import vn.sogopy.comment.intake.CommentImporter.Imported;
import vn.sogopy.comment.intake.Incoming.LetterKey;
import vn.sogopy.letter.LetterDetails;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService.NewLetter;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** The comments of one call of {@link CommentImporter#receive}: judges and stores them. */
final class ImportBatch {
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

  /**
   * Identifies equal comments without an externalId.
   *
   * @param content hash of the content as accepted, without blanks and case
   */
  private record Fingerprint(UUID organization, LetterKey letter, UUID content) {}

  /** One comment of the batch. */
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

  private final CommentImporter importer;
  private final List<Incoming> batch;
  private final List<Line> lines;

  /** The accepted comments, but no replies, by externalId and by fingerprint. */
  private final Map<Object, Line> earlier = new HashMap<>();

  /** The first accepted line of each new letter; its data are filed. */
  private final Map<LetterKey, Line> firstOfLetter = new HashMap<>();

  ImportBatch(CommentImporter importer, List<Incoming> batch) {
    this.importer = importer;
    this.batch = batch;
    this.lines = batch.stream().map(Line::new).toList();
  }

  List<Imported> receive() {
    if (batch.stream().anyMatch(one -> one.input.externalId() == null)) {
      findEqual();
    }
    batch.forEach(one -> CommentIntake.checkSender(one, one.isReply()));
    importer.intake.checkEach(batch, index -> "");
    for (Line line : lines) {
      if (CommentImporter.isForeign(line.comment.actor.caller(), line.comment.input)) {
        String other = line.comment.input.organization();
        line.result =
            Imported.invalid(
                List.of(
                    FieldError.pointer("/organization", FieldCode.FOREIGN_ORGANIZATION, other)));
      } else if (!OnBehalf.isAllowed(
          line.comment.actor.caller(), line.comment.input.onBehalfOf())) {
        String others = String.join(", ", line.comment.input.onBehalfOf());
        line.result =
            Imported.invalid(
                List.of(
                    FieldError.pointer(
                        "/letter/onBehalfOf", FieldCode.FOREIGN_ORGANIZATION, others)));
      } else if (!isRepeated(line)) {
        judge(line);
      }
    }
    List<Incoming> accepted =
        lines.stream().filter(line -> line.as == line).map(line -> line.comment).toList();
    fileLetters(accepted);
    importer.store.keep(accepted.stream().filter(one -> !one.isReply()).toList());
    return lines.stream().map(this::outcome).toList();
  }

  private Imported outcome(Line line) {
    if (line.as == null) {
      return line.result;
    }
    Incoming stored = line.as.comment;
    return new Imported(
        line.as == line ? Status.CREATED : Status.UNCHANGED,
        stored.isReply() ? stored.letterId() : stored.id,
        line.comment.differences());
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
            importer.source,
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
    if (same == null && line.comment.isReply()) {
      if (isStored(line.comment)) {
        line.result = Imported.unchanged(line.comment.letterId(), line.comment);
      }
    } else if (same != null) {
      line.result =
          line.comment.isSame()
              ? Imported.unchanged(same, line.comment)
              : Imported.conflict(known(line.comment));
    } else if (!named && line.equal != null) {
      line.result = Imported.unchanged(line.equal, line.comment);
    } else if (named
        && before != null
        && !input.compared().equals(before.comment.input.compared())) {
      line.result = Imported.conflict(null);
    } else {
      line.as = before;
    }
    return line.result != null || line.as != null;
  }

  private static boolean isStored(Incoming reply) {
    LetterRef letter = reply.letter;
    return letter != null && letter.agrees() && letter.closed("").isEmpty();
  }

  private void judge(Line line) {
    Incoming comment = line.comment;
    CommentInput input = comment.input;
    List<FieldError> errors = new ArrayList<>(refusals(comment));
    Line first = comment.namesNewLetter() ? firstOfLetter.get(comment.letterKey()) : null;
    if (comment.isUndecided()) {
      errors.add(FieldError.pointer("/content", FieldCode.ONLY_AGREES));
    } else if (first != null && first.comment.isReply() && !comment.isReply()) {
      errors.add(FieldError.pointer("/letter", FieldCode.LETTER_AGREES));
    }
    if (!errors.isEmpty()) {
      line.result = Imported.invalid(errors);
      return;
    }
    if (comment.isReply() && (comment.letter != null || first != null)) {
      repeatReply(line, first);
      return;
    }
    line.as = line;
    if (comment.namesNewLetter()) {
      firstOfLetter.putIfAbsent(comment.letterKey(), line);
    }
    if (comment.isReply()) {
      return;
    }
    if (line.fingerprint != null) {
      earlier.putIfAbsent(line.fingerprint, line);
    }
    if (input.externalId() != null) {
      earlier.put(input.externalId(), line);
    }
  }

  /** A reply whose letter is known: the letter agrees, too, or the reply is a conflict. */
  private void repeatReply(Line line, Line first) {
    if (first != null && first.comment.isReply()) {
      line.as = first;
      return;
    }
    Position known =
        first == null
            ? line.comment.letter.details().position()
            : first.comment.input.letter().position();
    line.result =
        new Imported(
            Status.CONFLICT, line.comment.letterId(), List.of(LetterDetails.otherPosition(known)));
  }

  private List<FieldError> refusals(Incoming comment) {
    Caller caller = comment.actor.caller();
    String reason = comment.input.reason();
    if (comment.draftStatus == DraftStatus.CLOSED && caller.isCoordinator() && reason == null) {
      List<FieldError> errors = new ArrayList<>(comment.errors);
      errors.add(0, FieldError.pointer("/reason", FieldCode.REQUIRED));
      return errors;
    }
    comment.draftStatus.requireIntake(caller, comment.draft.number(), reason);
    return comment.errors;
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
          importer.letters.fileAll(any.actor, any.draft, List.copyOf(missing.values())).iterator();
      Map<LetterKey, LetterRef> byKey = new HashMap<>();
      missing.keySet().forEach(key -> byKey.put(key, filed.next()));
      batch.stream()
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
    return importer.reader.known(comment.actor.caller(), List.of(id)).containsKey(id) ? id : null;
  }
}
