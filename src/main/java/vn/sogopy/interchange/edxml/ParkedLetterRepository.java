package vn.sogopy.interchange.edxml;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

@ApplicationScoped
class ParkedLetterRepository implements PanacheRepositoryBase<ParkedLetter, UUID> {

  /** The previous copy of the same message, unless it was dropped. */
  Optional<ParkedLetter> same(UUID draft, String messageKey) {
    return find(
            "draftId = ?1 and messageKey = ?2 and status <> ?3",
            draft,
            messageKey,
            ParkedStatus.DROPPED)
        .firstResultOptional();
  }

  /** Locks the row, so that concurrent decisions are serialized. */
  ParkedLetter lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The draft of a parked letter that is visible to the caller. */
  Optional<DraftRef> draft(Caller caller, UUID id) {
    Hql draft =
        Hql.of("select p.id, p.slug, d.id, d.number from ParkedLetter k")
            .add("join Draft d on d.id = k.draftId join Plan p on p.id = d.planId")
            .add("where k.id = ?", id);
    if (caller.plans() != null) {
      draft.add("and p.slug in ?", caller.plans());
    }
    return draft.first(getEntityManager(), DraftRef.class);
  }

  /** The code of the organization of a letter. */
  String organization(UUID letter) {
    return find(
            "select o.code from Letter l join Organization o on o.id = l.organizationId where l.id = ?1",
            letter)
        .project(String.class)
        .firstResult();
  }
}
