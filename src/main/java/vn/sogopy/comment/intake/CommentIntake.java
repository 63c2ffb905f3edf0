package vn.sogopy.comment.intake;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * The intake of one or many comments, in a few statements. Requires a transaction. The order of
 * calls is look, check, file.
 */
@ApplicationScoped
public class CommentIntake {
  @Inject CommentReader reader;
  @Inject CommentStore store;
  @Inject SectionRepository outline;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * Looks up the references of the comments ({@linkplain CommentInput#by with defaults}). Of two
   * requests with the same externalId, the second waits here and then finds the comment of the
   * first.
   *
   * @param findLetters false if the caller has already found the letter
   */
  public IntakeBatch look(
      Actor actor, DraftRef draft, List<CommentInput> inputs, boolean findLetters) {
    String client = actor.caller().client();
    DraftGate.lockExternalIds(source, draft, client, inputs);
    return IntakeBatch.read(source, draft, inputs, client, findLetters);
  }

  /** As {@link #look}, without locks on the externalIds. Requires {@link DraftGate#lockImports}. */
  IntakeBatch lookImported(Actor actor, DraftRef draft, List<CommentInput> inputs) {
    return IntakeBatch.read(source, draft, inputs, actor.caller().client(), true);
  }

  /**
   * Checks the references of the comments: sections, followed comments, repeated externalIds.
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

  /** Checks the organization, and the letter if it exists. */
  static List<FieldError> checkSender(
      CommentInput input, IntakeBatch.Context context, LetterRef letter) {
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

  /** As {@link #check}, with separate errors for each comment and without externalIds. */
  List<List<FieldError>> checkEach(Caller caller, IntakeBatch batch, IntFunction<String> pointer) {
    int draft = batch.draft.number();
    Map<UUID, CommentView> followed =
        reader.known(
            caller,
            batch.inputs.stream()
                .map(CommentInput::follows)
                .filter(Objects::nonNull)
                .collect(toSet()));
    Sections also =
        Sections.read(
            outline,
            batch.draft.id(),
            draft,
            batch.inputs.stream()
                .map(CommentInput::alsoSections)
                .filter(Objects::nonNull)
                .flatMap(List::stream));
    List<List<FieldError>> all = new ArrayList<>();
    batch.also = new ArrayList<>();
    for (int i = 0; i < batch.inputs.size(); i++) {
      CommentInput input = batch.inputs.get(i);
      List<FieldError> errors = new ArrayList<>();
      String at = pointer.apply(i);
      if (input.section() != null && batch.contexts.get(i).sectionId() == null) {
        errors.add(
            FieldError.pointer(at + "/section", FieldCode.UNKNOWN_SECTION, input.section(), draft));
      }
      batch.also.add(also.find(input.alsoSections(), at + "/alsoSections", errors));
      if (input.follows() != null) {
        checkFollowed(batch, input, followed.get(input.follows()), at + "/follows", errors);
      }
      all.add(errors);
    }
    return all;
  }

  /**
   * A comment can follow one of the same organization in an earlier draft, unless that is settled.
   */
  private static void checkFollowed(
      IntakeBatch batch,
      CommentInput input,
      CommentView before,
      String pointer,
      List<FieldError> errors) {
    boolean known = before != null && before.plan().equals(batch.draft.plan());
    boolean followable =
        known
            && before.organization().code().equals(input.organization())
            && before.draft() < batch.draft.number()
            && Status.LIVE.contains(before.status());
    if (!followable) {
      errors.add(
          FieldError.pointer(
              pointer,
              known ? FieldCode.NOT_FOLLOWABLE : FieldCode.UNKNOWN_COMMENT,
              input.follows().toString()));
    }
  }

  /**
   * Checks comments of a letter of their own: none of them may exist already.
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
   * The existing comment with the same externalId; null = none.
   *
   * @throws ProblemException 409 external-id-conflict if its content differs
   */
  UUID same(Caller caller, IntakeBatch batch, int index) {
    IntakeBatch.Context context = batch.contexts.get(index);
    if (context.sameExternalId() != null && !isSame(batch, index)) {
      throw conflict(caller, context);
    }
    return context.sameExternalId();
  }

  /** Whether the existing comment with the same externalId has the same content. */
  boolean isSame(IntakeBatch batch, int index) {
    return Arrays.equals(
        digest(batch.draft, batch.inputs.get(index)),
        batch.contexts.get(index).sameExternalDigest());
  }

  /** With the Location of the other comment; 404 if that is not visible to the caller. */
  private ProblemException conflict(Caller caller, IntakeBatch.Context context) {
    CommentView known = reader.get(caller, context.sameExternalId());
    return new ProblemException(
            ProblemCode.EXTERNAL_ID_CONFLICT, String.valueOf(known.receiptNumber()))
        .header("Location", CommentResource.PATH + "/" + known.id());
  }

  /**
   * Writes the comments and the first entries of each one's history.
   *
   * @param letters the letter of each; null = without letter
   * @return their ids, in their order
   */
  public List<UUID> file(Actor actor, IntakeBatch batch, List<LetterRef> letters) {
    List<Comment> filed = comments(actor, batch, letters);
    store.keep(actor, filed, batch.inputs.stream().map(CommentInput::reason).toList());
    return filed.stream().map(comment -> comment.id).toList();
  }

  /** As {@link #file}, for one comment. Returns the caller's view of it. */
  CommentView fileOne(Actor actor, IntakeBatch batch, LetterRef letter) {
    Comment comment = comments(actor, batch, Collections.singletonList(letter)).get(0);
    return store.keepOne(actor, comment, batch.inputs.get(0).reason());
  }

  private List<Comment> comments(Actor actor, IntakeBatch batch, List<LetterRef> letters) {
    List<Long> receiptNumbers = batch.receiptNumbers();
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < batch.inputs.size(); i++) {
      Comment comment = comment(actor, batch, i, letters.get(i));
      comment.receiptNumber = receiptNumbers.get(i);
      comments.add(comment);
    }
    return comments;
  }

  private Comment comment(Actor actor, IntakeBatch batch, int index, LetterRef letter) {
    CommentInput input = batch.inputs.get(index);
    IntakeBatch.Context context = batch.contexts.get(index);
    Comment comment = new Comment();
    comment.planId = batch.draft.planId();
    comment.draftId = batch.draft.id();
    comment.organizationId = context.organizationId();
    comment.letterId = letter == null ? null : letter.id();
    comment.sectionId = context.sectionId();
    comment.alsoSections.addAll(batch.also.get(index));
    comment.alsoSections.remove(context.sectionId());
    comment.locator = input.locator();
    comment.kind = input.kind();
    comment.content = input.content();
    comment.proposal = input.proposal();
    comment.author = input.author();
    comment.restricted = input.restricted();
    comment.state = CommentState.received(context.defaultAssignee());
    comment.followsId = input.follows();
    comment.externalId = input.externalId();
    comment.client = actor.caller().client();
    comment.sentDigest = digest(batch.draft, input);
    comment.receivedAt = actor.at();
    comment.updatedAt = actor.at();
    return comment;
  }

  private byte[] digest(DraftRef draft, CommentInput input) {
    try {
      byte[] number = String.valueOf(draft.number()).getBytes(StandardCharsets.US_ASCII);
      return Sha256.of(number, json.writeValueAsBytes(input.withoutReason()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
