package vn.sogopy.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
public class LetterRepository implements PanacheRepositoryBase<Letter, UUID> {

  /** For a change: comments on their way into this letter are waited for, later ones wait. */
  public Letter lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
