package vn.sogopy.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/** Finds letters by their identity, or files them. */
@ApplicationScoped
public class LetterService {
  @Inject LetterRepository letters;
  @Inject DataSource source;

  /**
   * The letter of this body with this number in this year, filed if it is not there yet. Of two
   * that file it at the same moment one does, and the other finds it.
   */
  @Transactional
  public UUID findOrFile(Act act, DraftRef draft, UUID organizationId, LetterInput input) {
    Sql.lockName(source, "letter " + organizationId + " " + LetterNumber.key(input.number()));
    return find(draft, organizationId, input)
        .orElseGet(() -> file(act, draft, organizationId, input));
  }

  private java.util.Optional<UUID> find(DraftRef draft, UUID organizationId, LetterInput input) {
    return Sql.of(
            "select id from letter where draft_id = ? and organization_id = ? and number_key = ? and letter_year = ?",
            draft.id(),
            organizationId,
            LetterNumber.key(input.number()),
            input.date().getYear())
        .first(source, row -> Row.uuid(row, "id"));
  }

  /** Files a letter that is not there yet. */
  @Transactional
  public UUID file(Act act, DraftRef draft, UUID organizationId, LetterInput input) {
    Letter letter = new Letter();
    letter.draftId = draft.id();
    letter.organizationId = organizationId;
    letter.number = input.number();
    letter.numberKey = LetterNumber.key(input.number());
    letter.date = input.date();
    letter.arrivalNumber = input.arrivalNumber();
    letter.receivedOn = input.receivedOn();
    letter.signerFullName = input.signer() == null ? null : input.signer().fullName();
    letter.signerPosition = input.signer() == null ? null : input.signer().position();
    letter.position = input.position();
    letter.channel = input.channel();
    letter.subject = input.subject();
    letter.planId = draft.planId();
    letter.createdAt = act.at();
    letter.updatedAt = act.at();
    letters.persistAndFlush(letter);
    return letter.id;
  }
}
