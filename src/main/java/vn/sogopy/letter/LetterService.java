package vn.sogopy.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Finds letters by their identity and files new ones. */
@ApplicationScoped
public class LetterService {
  @Inject LetterRepository letters;
  @Inject DataSource source;
  @Inject ObjectMapper json;

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
   * The letter of this organization with this number in this year; a replaced one only if there is
   * no other. It cannot change before the transaction ends.
   */
  @Transactional
  public Optional<LetterRef> find(UUID draft, UUID organizationId, String number, LocalDate date) {
    return letters.share(draft, organizationId, number, date).map(this::ref);
  }

  /**
   * Finds the letter of this organization with this number in this year, or files it. Of two
   * concurrent calls one files the letter and the other finds it.
   */
  @Transactional
  public LetterRef findOrFile(
      Actor actor, DraftRef draft, UUID organizationId, LetterInput input, Filing filing) {
    lockIdentity(organizationId, input.number());
    return find(draft.id(), organizationId, input.number(), input.date())
        .orElseGet(() -> file(actor, draft, organizationId, input, filing));
  }

  /** Files a new letter and writes its first history entry. */
  @Transactional
  public LetterRef file(
      Actor actor, DraftRef draft, UUID organizationId, LetterInput input, Filing filing) {
    return fileAll(actor, draft, List.of(new NewLetter(organizationId, input, filing))).get(0);
  }

  /**
   * Files new letters and writes the first history entry of each. If one exists already, the unique
   * index raises an error, and the caller must repeat the transaction.
   *
   * @return in the given order
   */
  @Transactional
  public List<LetterRef> fileAll(Actor actor, DraftRef draft, List<NewLetter> added) {
    List<Letter> filed = added.stream().map(one -> letter(actor, draft, one)).toList();
    filed.forEach(letters::persist);
    letters.flush();
    for (int i = 0; i < filed.size(); i++) {
      String reason = added.get(i).filing().reason();
      addHistory(filed.get(i).id, actor, LetterAction.RECEIVED, List.of(), reason);
    }
    return filed.stream().map(this::ref).toList();
  }

  public record NewLetter(UUID organizationId, LetterInput input, Filing filing) {}

  /**
   * Adds an entry to the history of a letter, in the transaction of the change.
   *
   * @param changes records or maps of field, before and after
   * @param reason null = none given
   */
  public void addHistory(
      UUID letterId, Actor actor, LetterAction action, List<?> changes, String reason) {
    LetterHistoryEntry entry = new LetterHistoryEntry();
    entry.letterId = letterId;
    entry.at = actor.at();
    entry.by = actor.caller().name();
    entry.client = actor.caller().client();
    entry.action = action;
    entry.changes = json.valueToTree(changes);
    entry.reason = reason;
    letters.getEntityManager().persist(entry);
  }

  /** The letter with the fields that the intake of a comment checks. */
  public LetterRef ref(Letter letter) {
    boolean withdrawn = letter.withdrawnAt != null;
    Optional<Letter> by = withdrawn ? letters.successor(letter.id) : Optional.empty();
    return new LetterRef(
        letter.id,
        letter.position,
        letter.classified,
        withdrawn,
        by.map(successor -> successor.id).orElse(null),
        by.map(successor -> successor.number).orElse(null));
  }

  private static Letter letter(Actor actor, DraftRef draft, NewLetter added) {
    LetterInput input = added.input();
    Letter letter = new Letter();
    letter.draftId = draft.id();
    letter.organizationId = added.organizationId();
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
    letter.sentDigest = added.filing().digest();
    letter.createdAt = actor.at();
    letter.updatedAt = actor.at();
    return letter;
  }
}
