package vn.sogopy.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Finds letters by their identity, or files them. */
@ApplicationScoped
public class LetterService {
  @Inject LetterRepository letters;
  @Inject LetterHistoryWriter history;
  @Inject DataSource source;

  /**
   * What filing adds to the letter's own words.
   *
   * @param digest SHA-256 of what was sent, where it has an externalId; else null
   * @param reason why it is entered into a closed draft; else null
   */
  public record Filing(byte[] digest, String reason) {}

  /**
   * Until the end of the transaction nobody else files, or renames, a letter of this body under
   * this number, but an import. To be taken before the row of a letter is locked.
   */
  @Transactional
  public void lockIdentity(UUID organizationId, String number) {
    Sql.lockName(source, "letter " + organizationId + " " + LetterNumber.key(number));
  }

  /**
   * Until the end of the transaction nobody else corrects this letter: what it is called does not
   * change between a look at it and the lock on its row.
   */
  @Transactional
  public void lockCorrection(UUID letter) {
    Sql.lockName(source, "letter correction " + letter);
  }

  /**
   * The letter of this body with this number in this year; one that was replaced only if there is
   * no other. It does not change before the end of the transaction.
   */
  @Transactional
  public Optional<LetterRef> find(UUID draft, UUID organizationId, String number, LocalDate date) {
    return letters.share(draft, organizationId, number, date).map(this::ref);
  }

  /**
   * The letter of this body with this number in this year, filed if it is not there yet. Of two
   * that file it at the same moment one does, and the other finds it.
   */
  @Transactional
  public LetterRef findOrFile(
      Actor actor, DraftRef draft, UUID organizationId, LetterInput input, Filing filing) {
    lockIdentity(organizationId, input.number());
    return find(draft.id(), organizationId, input.number(), input.date())
        .orElseGet(() -> file(actor, draft, organizationId, input, filing));
  }

  /** Files a letter that is not there yet, without anything of how it was sent. */
  @Transactional
  public UUID file(Actor actor, DraftRef draft, UUID organizationId, LetterInput input) {
    return file(actor, draft, organizationId, input, new Filing(null, null)).id();
  }

  /** Files a letter that is not there yet, with its first line of history. */
  @Transactional
  public LetterRef file(
      Actor actor, DraftRef draft, UUID organizationId, LetterInput input, Filing filing) {
    Letter letter = letter(actor, draft, organizationId, input, filing);
    letters.persistAndFlush(letter);
    history.write(letter.id, actor, LetterAction.RECEIVED, List.of(), filing.reason());
    return ref(letter);
  }

  /**
   * Files letters that are not there yet, each with its first line of history. Where one is there
   * after all, the unique index says so, and the transaction is to be done again.
   *
   * @return in the order given
   */
  @Transactional
  public List<LetterRef> fileAll(Actor actor, DraftRef draft, List<NewLetter> added) {
    List<Letter> filed =
        added.stream()
            .map(one -> letter(actor, draft, one.organizationId(), one.input(), one.filing()))
            .toList();
    filed.forEach(letters::persist);
    letters.flush();
    for (int i = 0; i < filed.size(); i++) {
      String reason = added.get(i).filing().reason();
      history.write(filed.get(i).id, actor, LetterAction.RECEIVED, List.of(), reason);
    }
    return filed.stream().map(this::ref).toList();
  }

  /** One of several letters to be filed at once. */
  public record NewLetter(UUID organizationId, LetterInput input, Filing filing) {}

  /** What a comment must know of the letter. */
  public LetterRef ref(Letter letter) {
    boolean withdrawn = letter.withdrawnAt != null;
    Optional<LetterRepository.Successor> by =
        withdrawn ? letters.successor(letter.id) : Optional.empty();
    return new LetterRef(
        letter.id,
        letter.position,
        letter.classified,
        withdrawn,
        by.map(LetterRepository.Successor::id).orElse(null),
        by.map(LetterRepository.Successor::number).orElse(null));
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
