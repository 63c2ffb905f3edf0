package vn.sogopy.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class LetterRepository implements PanacheRepositoryBase<Letter, UUID> {

  /** The letter that took the place of another. */
  public record Successor(UUID id, String number) {}

  /** The one that took the place of this letter. */
  public Optional<Successor> successor(UUID id) {
    return find("select n.id, n.number from Letter n where n.replacesId = ?1", id)
        .project(Successor.class)
        .firstResultOptional();
  }

  /** For a change: comments on their way into this letter are waited for, later ones wait. */
  public Letter lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
