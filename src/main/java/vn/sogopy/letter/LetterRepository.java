package vn.sogopy.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

@ApplicationScoped
public class LetterRepository implements PanacheRepositoryBase<Letter, UUID> {

  /** The letter that replaced another one. */
  Optional<Letter> successor(UUID id) {
    return find("replacesId", id).firstResultOptional();
  }

  /** The draft of a letter, which is immutable, and its organization. */
  public record Place(UUID draft, UUID organization) {}

  /**
   * @throws ProblemException 404 if there is no such letter
   */
  public Place place(UUID id) {
    return find("select l.draftId, l.organizationId from Letter l where l.id = ?1", id)
        .project(Place.class)
        .firstResultOptional()
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * Locks the row in share mode for an addition. The letter cannot change before the transaction
   * ends.
   *
   * @throws ProblemException 404 if the letter was deleted in the meantime
   */
  public Letter share(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * The letter of this organization with this number in this year; a replaced one only if there is
   * no other. Its row is locked in share mode.
   */
  Optional<Letter> share(UUID draft, UUID organization, String number, LocalDate date) {
    return find(
            "draftId = ?1 and organizationId = ?2 and numberKey = ?3 and year(date) = ?4"
                + " order by withdrawnAt desc nulls first",
            draft,
            organization,
            LetterNumber.key(number),
            date.getYear())
        .withLock(LockModeType.PESSIMISTIC_READ)
        .firstResultOptional();
  }

  /**
   * The condition that the caller can see letters of the plan {@code p} from {@code o}. Those of
   * its predecessors are its own.
   */
  public static Hql visible(Caller caller) {
    Hql and = Hql.of("").addIf("and p.slug in ?", caller.plans());
    return caller.isSubmitter() ? and.add("and o.code in ?", caller.organizations()) : and;
  }

  /** Locks the row for a change. Waits for running intakes into this letter; later ones wait. */
  public Letter lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
