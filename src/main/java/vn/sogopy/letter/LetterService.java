package vn.sogopy.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Finds letters by their identity and files new ones. */
@ApplicationScoped
public class LetterService {
  @Inject LetterRepository letters;
  @Inject LetterHistoryWriter history;
  @Inject DataSource source;

  /**
   * Data of the intake that are stored with the letter.
   *
   * @param digest SHA-256 of the request if it has an externalId, else null
   * @param reason of a late entry into a closed draft, else null
   */
  public record Filing(byte[] digest, String reason) {}

  /**
   * Until the transaction ends, no other one can file a letter of this organization under this
   * number or rename one to it, except imports. Must be taken before the row lock of a letter.
   */
  @Transactional
  public void lockIdentity(UUID organizationId, String number) {
    Sql.lockName(source, "letter " + organizationId + " " + LetterNumber.key(number));
  }

  /**
   * Until the transaction ends, no other transaction can correct this letter. Its number cannot
   * change between a read and the row lock.
   */
  @Transactional
  public void lockCorrection(UUID letter) {
    Sql.lockName(source, "letter correction " + letter);
  }

  /**
   * The letter of this organization with this number in this year. A replaced letter is returned
   * only if there is no other. The row is locked FOR SHARE until the transaction ends.
   */
  @Transactional
  public Optional<LetterRef> find(
      DraftRef draft, UUID organizationId, String number, java.time.LocalDate date) {
    return Sql.of("select")
        .add(LetterRef.COLUMNS)
        .add(
            "from letter l where l.draft_id = ? and l.organization_id = ? and l.number_key = ? and l.letter_year = ?"
                + " order by l.withdrawn_at desc nulls first limit 1 for share",
            draft.id(),
            organizationId,
            LetterNumber.key(number),
            date.getYear())
        .first(source, LetterRef::of);
  }

  /**
   * Finds the letter of this organization with this number in this year, or files it. Of two
   * concurrent calls one files the letter and the other finds it.
   */
  @Transactional
  public LetterRef findOrFile(
      Actor actor, DraftRef draft, UUID organizationId, LetterInput input, Filing filing) {
    lockIdentity(organizationId, input.number());
    return find(draft, organizationId, input.number(), input.date())
        .orElseGet(() -> file(actor, draft, organizationId, input, filing));
  }

  /** Files a new letter without data of its intake. */
  @Transactional
  public UUID file(Actor actor, DraftRef draft, UUID organizationId, LetterInput input) {
    return file(actor, draft, organizationId, input, new Filing(null, null)).id();
  }

  /** Files a new letter and writes its first history entry. */
  @Transactional
  public LetterRef file(
      Actor actor, DraftRef draft, UUID organizationId, LetterInput input, Filing filing) {
    Letter letter = letter(actor, draft, organizationId, input, filing);
    letters.persistAndFlush(letter);
    history.write(letter.id, actor, LetterAction.RECEIVED, List.of(), filing.reason());
    return ref(letter);
  }

  /**
   * Files new letters and writes the first history entry of each. If one exists already, the unique
   * index raises an error, and the caller must repeat the transaction.
   *
   * @return in the given order
   */
  @Transactional
  public List<LetterRef> fileAll(Actor actor, DraftRef draft, List<NewLetter> added) {
    List<Letter> filed =
        added.stream()
            .map(one -> letter(actor, draft, one.organizationId(), one.input(), one.filing()))
            .toList();
    filed.forEach(letters::persist);
    letters.flush();
    history.writeReceived(
        actor,
        filed.stream().map(letter -> letter.id).toList(),
        added.stream().map(one -> one.filing().reason()).toList());
    return filed.stream().map(LetterService::ref).toList();
  }

  public record NewLetter(UUID organizationId, LetterInput input, Filing filing) {}

  private static LetterRef ref(Letter letter) {
    return new LetterRef(letter.id, letter.position, letter.classified, false, null, null);
  }

  private static Letter letter(
      Actor actor, DraftRef draft, UUID organizationId, LetterInput input, Filing filing) {
    Letter letter = new Letter();
    letter.draftId = draft.id();
    letter.organizationId = organizationId;
    letter.planId = draft.planId();
    letter.identify(input.number(), input.date());
    letter.arrivalNumber = input.arrivalNumber();
    letter.receivedOn = input.receivedOn();
    letter.sign(input.signer());
    letter.position = input.position();
    letter.channel = input.channel() == null ? Channel.LETTER : input.channel();
    letter.subject = input.subject();
    letter.occasion = input.occasion();
    letter.inReplyTo = input.inReplyTo();
    letter.replacesId = input.replaces();
    letter.classified = input.classified();
    letter.externalId = input.externalId();
    letter.client = actor.caller().client();
    letter.sentDigest = filing.digest();
    letter.createdAt = actor.at();
    letter.updatedAt = actor.at();
    return letter;
  }
}
