package vn.sogopy.comment.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * The one way in for comments, however many come together: a handful of statements, not one for
 * each. To be called within a transaction, in the order look, check, file.
 */
@ApplicationScoped
public class CommentIntake {
  @Inject CommentReader reader;
  @Inject CommentStore receipt;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * Looks up what the comments, {@linkplain CommentInput#by completed}, refer to. Of two requests
   * that bring the same externalId at once, the second waits here and then finds the first.
   *
   * @param findLetters false where the letter they come in is known to the caller
   */
  public IntakeBatch look(
      Actor actor, DraftRef draft, List<CommentInput> inputs, boolean findLetters) {
    String client = actor.caller().client();
    IntakeLock.externalIds(
        source,
        draft,
        client,
        inputs.stream().map(CommentInput::externalId).filter(Objects::nonNull).toList());
    return new IntakeBatch(
        draft, inputs, IntakeContext.read(source, draft, inputs, client, findLetters));
  }

  /** As {@link #look}, within {@link IntakeLock#all}. */
  IntakeBatch lookImported(Actor actor, DraftRef draft, List<CommentInput> inputs) {
    return new IntakeBatch(
        draft, inputs, IntakeContext.read(source, draft, inputs, actor.caller().client(), true));
  }

  /**
   * Checks what the comments refer to: sections, followed comments, externalIds given twice.
   *
   * @param pointer to the comment of this index
   */
  public List<FieldError> check(Caller caller, IntakeBatch batch, IntFunction<String> pointer) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> externalIds = new HashSet<>();
    List<List<FieldError>> each = checkEach(caller, batch, pointer);
    for (int i = 0; i < each.size(); i++) {
      errors.addAll(each.get(i));
      String externalId = batch.inputs.get(i).externalId();
      if (externalId != null && !externalIds.add(externalId)) {
        errors.add(
            FieldError.pointer(
                pointer.apply(i) + "/externalId", FieldCode.ALREADY_USED, externalId));
      }
    }
    return errors;
  }

  /** Whether it names a body that there is, and a letter, if it is there, that takes comments. */
  static List<FieldError> checkSender(CommentInput input, IntakeContext context, LetterRef letter) {
    List<FieldError> errors = new ArrayList<>();
    if (input.organization() == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.REQUIRED));
    } else if (context.organizationId() == null) {
      errors.add(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, input.organization()));
    }
    if (letter != null) {
      letter.refusal("/letter").ifPresent(errors::add);
    }
    return errors;
  }

  /** As {@link #check}, the errors of each comment by themselves, and without externalIds. */
  List<List<FieldError>> checkEach(Caller caller, IntakeBatch batch, IntFunction<String> pointer) {
    List<List<FieldError>> all = new ArrayList<>();
    Map<UUID, PredecessorFinder> followed = PredecessorFinder.read(source, caller, batch);
    Map<String, Sections.Known> sections =
        Sections.known(
            source,
            batch.draft.id(),
            batch.inputs.stream()
                .map(CommentInput::alsoSections)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList());
    batch.also = new ArrayList<>();
    for (int i = 0; i < batch.inputs.size(); i++) {
      CommentInput input = batch.inputs.get(i);
      List<FieldError> errors = new ArrayList<>();
      all.add(errors);
      String at = pointer.apply(i);
      if (input.section() != null && batch.contexts.get(i).sectionId() == null) {
        errors.add(
            FieldError.pointer(
                at + "/section", FieldCode.UNKNOWN_SECTION, input.section(), batch.draft.number()));
      }
      batch.also.add(
          Sections.resolve(
              sections, batch.draft.number(), input.alsoSections(), at + "/alsoSections/", errors));
      if (input.follows() != null) {
        PredecessorFinder before = followed.get(input.follows());
        UUID organization = batch.contexts.get(i).organizationId();
        if (before == null || !before.by(organization, batch.draft.number())) {
          errors.add(
              FieldError.pointer(
                  at + "/follows",
                  before == null ? FieldCode.UNKNOWN_COMMENT : FieldCode.NOT_FOLLOWABLE,
                  input.follows().toString()));
        }
      }
    }
    return all;
  }

  /**
   * For comments that come in a letter of their own: none of them may have come before.
   *
   * @param pointer to the comment of this index
   * @throws ProblemException 409 external-id-conflict
   */
  public void requireNew(Caller caller, IntakeBatch batch, IntFunction<String> pointer) {
    for (int i = 0; i < batch.contexts.size(); i++) {
      if (batch.contexts.get(i).sameExternalId() != null) {
        throw conflict(caller, batch.contexts.get(i))
            .at(
                FieldError.pointer(
                    pointer.apply(i) + "/externalId", FieldCode.EXTERNAL_ID_CONFLICT));
      }
    }
  }

  /**
   * The comment that the same externalId has brought before; null = none.
   *
   * @throws ProblemException 409 external-id-conflict if it came with other content
   */
  UUID same(Caller caller, IntakeBatch batch, int index) {
    IntakeContext context = batch.contexts.get(index);
    if (context.sameExternalId() != null && !isSame(batch, index)) {
      throw conflict(caller, context);
    }
    return context.sameExternalId();
  }

  /** Whether what the same externalId has brought before is what it brings now. */
  boolean isSame(IntakeBatch batch, int index) {
    return Arrays.equals(
        digest(batch.draft, batch.inputs.get(index)),
        batch.contexts.get(index).sameExternalDigest());
  }

  /** Location only where the caller may know of that comment: else this is 404. */
  private ProblemException conflict(Caller caller, IntakeContext context) {
    CommentView known = reader.get(caller, context.sameExternalId());
    return new ProblemException(
            ProblemCode.EXTERNAL_ID_CONFLICT, String.valueOf(known.receiptNumber()))
        .header("Location", CommentResource.PATH + "/" + known.id());
  }

  /**
   * Writes the comments and the first lines of each one's history.
   *
   * @param letters the letter of each; null = without letter
   * @param reason why they are entered into a closed draft; else null
   * @return their ids, in their order
   */
  public List<UUID> file(Actor actor, IntakeBatch batch, List<LetterRef> letters, String reason) {
    List<Long> receiptNumbers = batch.receiptNumbers();
    List<Comment> filed = new ArrayList<>();
    for (int i = 0; i < batch.inputs.size(); i++) {
      Comment comment = comment(actor, batch, i, letters.get(i));
      comment.receiptNumber = receiptNumbers.get(i);
      filed.add(comment);
    }
    receipt.keep(actor, filed, reason);
    return filed.stream().map(comment -> comment.id).toList();
  }

  /** As {@link #file}, for one that came alone; what the caller sees of it. */
  CommentView fileOne(Actor actor, IntakeBatch batch, LetterRef letter, String reason) {
    Comment comment = comment(actor, batch, 0, letter);
    comment.receiptNumber = batch.contexts.get(0).receiptNumber();
    if (comment.alsoSections.isEmpty()) {
      return receipt.keepOne(actor, comment, reason);
    }
    receipt.keep(actor, List.of(comment), reason);
    return reader.get(actor.caller(), comment.id);
  }

  private Comment comment(Actor actor, IntakeBatch batch, int index, LetterRef letter) {
    CommentInput input = batch.inputs.get(index);
    IntakeContext context = batch.contexts.get(index);
    Comment comment = new Comment();
    comment.planId = batch.draft.planId();
    comment.draftId = batch.draft.id();
    comment.organizationId = context.organizationId();
    comment.letterId = letter == null ? null : letter.id();
    comment.sectionId = context.sectionId();
    comment.alsoSections.addAll(batch.also.get(index));
    comment.alsoSections.remove(context.sectionId());
    comment.locate(input.locator());
    comment.kind = input.kind();
    comment.content = input.content();
    comment.proposal = input.proposal();
    comment.authorFullName = input.author() == null ? null : input.author().fullName();
    comment.authorPosition = input.author() == null ? null : input.author().position();
    comment.restricted = input.restricted();
    CommentStore.assign(comment, context.defaultAssignee());
    comment.followsId = input.follows();
    comment.externalId = input.externalId();
    comment.client = actor.caller().client();
    comment.sentDigest = digest(batch.draft, input);
    comment.receivedAt = actor.at();
    comment.updatedAt = actor.at();
    return comment;
  }

  byte[] digest(DraftRef draft, CommentInput input) {
    try {
      byte[] number = String.valueOf(draft.number()).getBytes(StandardCharsets.US_ASCII);
      return Sha256.of(number, json.writeValueAsBytes(input.withoutReason()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
