package vn.sogopy.register.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.http.problem.ProblemException;

@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, UUID> {

  /**
   * @throws ProblemException 404 if there is none
   */
  Edition lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }

  Optional<Edition> latest(UUID draftId) {
    return find("draftId = ?1 order by number desc", draftId).firstResultOptional();
  }
}
