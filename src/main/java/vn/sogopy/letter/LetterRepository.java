package vn.sogopy.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class LetterRepository implements PanacheRepositoryBase<Letter, UUID> {

  /** The letter that replaced another one. */
  public record Successor(UUID id, String number) {}

  public Optional<Successor> successor(UUID id) {
    return find("select n.id, n.number from Letter n where n.replacesId = ?1", id)
        .project(Successor.class)
        .firstResultOptional();
  }

  /** Locks the row: waits for running intakes of its comments and blocks later ones. */
  public Letter lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
