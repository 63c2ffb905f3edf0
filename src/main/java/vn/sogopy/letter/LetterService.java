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
   * A letter to be filed, with its organization.
   *
   * @param reason of a late entry into a closed draft, else null
   */
  public record NewLetter(Letter letter, String reason) {}

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
  public LetterRef findOrFile(Actor actor, DraftRef draft, NewLetter added) {
    Letter letter = added.letter();
    lockIdentity(letter.organizationId, letter.number);
    return find(draft.id(), letter.organizationId, letter.number, letter.date)
        .orElseGet(() -> file(actor, draft, added));
  }

  /** Files a new letter and writes its first history entry. */
  @Transactional
  public LetterRef file(Actor actor, DraftRef draft, NewLetter added) {
    return fileAll(actor, draft, List.of(added)).get(0);
  }

  /**
   * Files new letters and writes the first history entry of each. If one exists already, the unique
   * index raises an error, and the caller must repeat the transaction. The arrival of a letter that
   * a SUBMITTER enters is the day of entry.
   *
   * @return in the given order
   */
  @Transactional
  public List<LetterRef> fileAll(Actor actor, DraftRef draft, List<NewLetter> added) {
    for (NewLetter one : added) {
      Letter letter = one.letter();
      letter.draftId = draft.id();
      letter.planId = draft.planId();
      letter.client = actor.caller().client();
      letter.createdAt = actor.at();
      letter.updatedAt = actor.at();
      if (actor.caller().isSubmitter()) {
        letter.claimArrival(actor.today());
      }
      letters.persist(letter);
    }
    letters.flush();
    for (NewLetter one : added) {
      addHistory(one.letter().id, actor, LetterAction.RECEIVED, List.of(), one.reason());
    }
    return added.stream().map(one -> ref(one.letter())).toList();
  }

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
        LetterDetails.of(letter),
        letter.classified,
        withdrawn,
        by.map(successor -> successor.id).orElse(null),
        by.map(successor -> successor.number).orElse(null));
  }
}
