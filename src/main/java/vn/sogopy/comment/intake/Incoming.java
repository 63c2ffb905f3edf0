package vn.sogopy.comment.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.sogopy.comment.CommentState;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.Letter.Signer;
import vn.sogopy.letter.LetterDetails;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService.NewLetter;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.security.Actor;

/** A comment of an intake, with the data that it refers to; null = not found. */
public final class Incoming {
  final UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
  final Actor actor;
  final DraftRef draft;
  final CommentInput input;

  /** SHA-256 of the content. A repeated externalId must have the same content. */
  final byte[] digest;

  final DraftStatus draftStatus;
  final UUID organizationId;
  final UUID sectionId;

  /** The state of the stored comment. */
  final CommentState state;

  final UUID sameExternalId;
  final byte[] sameDigest;

  LetterRef letter;

  /** A refused comment leaves a gap in the receipt numbers. */
  long receiptNumber;

  /** Ids of the additional sections; set by the check. */
  List<UUID> alsoSections;

  /** Errors of the references; set by the check. */
  final List<FieldError> errors = new ArrayList<>();

  Incoming(
      Actor actor,
      DraftRef draft,
      CommentInput input,
      byte[] digest,
      String defaultAssignee,
      ResultSet row)
      throws SQLException {
    this.actor = actor;
    this.draft = draft;
    this.input = input;
    this.digest = digest;
    draftStatus = Row.constant(row, "status", DraftStatus.class);
    organizationId = Row.uuid(row, "organization_id");
    sectionId = Row.uuid(row, "section_id");
    state = CommentState.received(defaultAssignee);
    letter = LetterRef.of(row);
    sameExternalId = Row.uuid(row, "same_id");
    sameDigest = row.getBytes("sent_digest");
    receiptNumber = row.getLong("receipt_number");
  }

  /** The identity of a letter. */
  record LetterKey(UUID organization, String number, int year) {}

  /** Null if the comment names no letter. */
  LetterKey letterKey() {
    CommentInput.Letter named = input.letter();
    return named == null ? null : new LetterKey(organizationId, numberKey(named), year(named));
  }

  UUID letterId() {
    return letter == null ? null : letter.id();
  }

  /** Whether the stored comment with the same externalId has the same content. */
  boolean isSame() {
    return Arrays.equals(digest, sameDigest);
  }

  boolean namesNewLetter() {
    return letter == null && input.letter() != null;
  }

  /** The letter that the comment names, to be filed. */
  NewLetter newLetter() {
    Letter named = new Letter();
    named.organizationId = organizationId;
    named.identify(input.letter().number(), input.letter().date());
    LetterDetails stated = input.letter().details();
    named.receivedOn = stated.receivedOn() == null ? actor.today() : stated.receivedOn();
    named.arrivalNumber = stated.arrivalNumber();
    named.position = stated.position();
    named.channel = stated.channel() == null ? Channel.LETTER : stated.channel();
    named.signer =
        stated.signer() == null
            ? null
            : Signer.of(stated.signer().fullName(), stated.signer().position());
    named.subject = stated.subject();
    named.onBehalfOf =
        stated.onBehalfOf() == null ? null : stated.onBehalfOf().toArray(String[]::new);
    return new NewLetter(named, input.reason());
  }

  /** What the comment states of its letter and the stored letter has otherwise. */
  List<FieldError> differences() {
    return letter == null || input.letter() == null
        ? List.of()
        : input.letter().details().differences(letter.details(), !actor.caller().isSubmitter());
  }

  /** Whether it only says that its letter agrees. It is then a reply and no comment. */
  boolean isReply() {
    boolean stated = input.letter() != null && input.letter().position() != null;
    boolean agrees =
        stated ? input.letter().position() == Position.AGREES : letter != null && letter.agrees();
    return agrees && input.onlyAgrees();
  }

  /** Whether it only agrees, and nothing says whether its letter is more than that. */
  boolean isUndecided() {
    boolean stated = input.letter() != null && input.letter().position() != null;
    boolean known = letter != null && letter.details().position() != null;
    return !stated && !known && input.onlyAgrees();
  }

  /**
   * Checks the organization and the letter.
   *
   * @param reply whether it is a reply without comments
   */
  void checkSender(boolean reply) {
    if (input.organization() == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.REQUIRED));
    } else if (organizationId == null) {
      errors.add(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, input.organization()));
    }
    if (letter != null) {
      (reply ? letter.closed("/letter") : letter.refusal("/letter")).ifPresent(errors::add);
    }
    CommentInput.Letter named = input.letter();
    if (!reply && named != null && named.position() == Position.AGREES) {
      errors.add(FieldError.pointer("/letter/position", FieldCode.LETTER_AGREES));
    }
  }

  static String numberKey(CommentInput.Letter letter) {
    return letter == null ? null : LetterNumber.key(letter.number());
  }

  static Integer year(CommentInput.Letter letter) {
    return letter == null ? null : letter.date().getYear();
  }
}
