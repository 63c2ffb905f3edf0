package vn.sogopy.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.letter.LetterService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Act;
import vn.sogopy.security.Caller;
import vn.sogopy.sql.Sql;
import vn.sogopy.text.VietnamTime;

/** Takes in single comments: the main job. */
@ApplicationScoped
public class IntakeService {
  @Inject CommentReader reader;
  @Inject LetterService letters;
  @Inject Receipt receipt;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * What came of a comment that was sent.
   *
   * @param created false when the same externalId had brought it before
   */
  public record Intake(CommentView comment, boolean created) {}

  /**
   * Takes in one comment, with its first line of history, or finds the one that the same externalId
   * brought.
   *
   * @throws ProblemException 403 another organization, 409 external-id-conflict or draft-not-open,
   *     400 unknown section, organization or followed comment
   */
  @Transactional
  public Intake receive(Act act, DraftRef draft, CommentInput sent) {
    CommentInput input = complete(act.caller(), sent);
    String client = act.caller().client();
    byte[] digest = digest(draft, input);
    if (input.externalId() != null) {
      // Of two that bring the same externalId at once, the second waits here and then finds the
      // first.
      Sql.of(
              "select pg_advisory_xact_lock(hashtextextended(?, 2))",
              draft.planId() + client + input.externalId())
          .first(source, row -> true);
    }
    IntakeContext context = IntakeContext.read(source, draft, input, client);
    if (context.sameExternalId() != null) {
      if (!Arrays.equals(digest, context.sameExternalDigest())) {
        // Location only where the caller may know of that comment: else this is 404.
        CommentView known = reader.get(act.caller(), context.sameExternalId());
        throw new ProblemException(ProblemCode.EXTERNAL_ID_CONFLICT, known.receiptNumber())
            .header("Location", CommentResource.PATH + "/" + known.id());
      }
      return new Intake(reader.get(act.caller(), context.sameExternalId()), false);
    }
    DraftGate.requireIntake(act.caller(), context.status(), draft.number(), input.reason());
    Comment comment = fill(act, draft, input, context);
    comment.client = client;
    comment.sentDigest = digest;
    receipt.keep(act, comment, context.defaultAssignee(), input.reason());
    return new Intake(reader.get(act.caller(), comment.id), true);
  }

  /**
   * What was sent with its defaults: the same content is the same, whether they were written out or
   * not. The organization is taken from the key where that is bound.
   */
  private static CommentInput complete(Caller caller, CommentInput sent) {
    caller.requireOrganization(sent.organization());
    String code = caller.organization() != null ? caller.organization() : sent.organization();
    return new CommentInput(
        code,
        sent.letter(),
        sent.section(),
        sent.alsoSections() == null ? List.of() : sent.alsoSections(),
        sent.locator(),
        sent.kind() == null ? Kind.OTHER : sent.kind(),
        sent.content(),
        sent.proposal(),
        sent.author(),
        sent.follows(),
        sent.externalId(),
        Boolean.TRUE.equals(sent.restricted()),
        sent.reason());
  }

  private Comment fill(Act act, DraftRef draft, CommentInput input, IntakeContext context) {
    List<UUID> also = checkReferences(act.caller(), draft, input, context);
    Comment comment = new Comment();
    comment.receiptNumber = context.receiptNumber();
    comment.planId = draft.planId();
    comment.draftId = draft.id();
    comment.organizationId = context.organizationId();
    comment.letterId = letter(act, draft, input, context);
    comment.sectionId = context.sectionId();
    comment.alsoSections.addAll(also);
    Locator locator = input.locator();
    comment.locatorPage = locator == null ? null : locator.page();
    comment.locatorParagraph = locator == null ? null : locator.paragraph();
    comment.locatorQuote = locator == null ? null : locator.quote();
    comment.kind = input.kind();
    comment.content = input.content();
    comment.proposal = input.proposal();
    comment.authorFullName = input.author() == null ? null : input.author().fullName();
    comment.authorPosition = input.author() == null ? null : input.author().position();
    comment.restricted = input.restricted();
    comment.late = late(act, context);
    comment.status = Status.RECEIVED;
    comment.followsId = input.follows();
    comment.externalId = input.externalId();
    comment.receivedAt = act.at();
    comment.updatedAt = act.at();
    return comment;
  }

  /** Goes by the day the letter arrived; where that is not known, by the day of arrival here. */
  private static boolean late(Act act, IntakeContext context) {
    LocalDate arrived =
        context.letterReceivedOn() != null
            ? context.letterReceivedOn()
            : VietnamTime.dayOf(act.at());
    return context.dueOn() != null && arrived.isAfter(context.dueOn());
  }

  private UUID letter(Act act, DraftRef draft, CommentInput input, IntakeContext context) {
    if (input.letter() == null || context.letterId() != null) {
      return context.letterId();
    }
    LetterInput letter =
        LetterInput.named(
            input.letter().number(), input.letter().date(), VietnamTime.dayOf(act.at()));
    return letters.findOrFile(act, draft, context.organizationId(), letter);
  }

  private List<UUID> checkReferences(
      Caller caller, DraftRef draft, CommentInput input, IntakeContext context) {
    List<FieldError> errors = new ArrayList<>();
    if (input.organization() == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.REQUIRED));
    } else if (context.organizationId() == null) {
      errors.add(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, input.organization()));
    }
    if (input.section() != null && context.sectionId() == null) {
      errors.add(
          FieldError.pointer(
              "/section", FieldCode.UNKNOWN_SECTION, input.section(), draft.number()));
    }
    List<UUID> also =
        Sections.find(
            source, draft.id(), draft.number(), input.alsoSections(), "/alsoSections/", errors);
    if (input.follows() != null && !followable(caller, draft, input.follows())) {
      errors.add(
          FieldError.pointer("/follows", FieldCode.UNKNOWN_COMMENT, input.follows().toString()));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return also;
  }

  /** A comment of an earlier draft of this plan that the caller may know of. */
  private boolean followable(Caller caller, DraftRef draft, UUID id) {
    return Sql.of("select 1")
        .add(CommentSql.FROM)
        .add(CommentSql.visible(caller))
        .add("and c.id = ? and c.plan_id = ? and d.number < ?", id, draft.planId(), draft.number())
        .first(source, row -> true)
        .isPresent();
  }

  private byte[] digest(DraftRef draft, CommentInput input) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          String.valueOf(draft.number()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return digest.digest(json.writeValueAsBytes(input));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
