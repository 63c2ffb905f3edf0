package vn.sogopy.interchange.wordletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.sogopy.platform.sql.Hql;

/** The outline that proposals name sections of. */
@ApplicationScoped
public class ProposalReader {
  @Inject EntityManager entities;

  /** The sections of the letter's draft, in outline order. For who may know of the letter. */
  @Transactional
  List<ProposedParts.Candidate> outline(UUID letter) {
    return Hql.of(
            "select s.code, s.title from Section s join Letter l on l.draftId = s.draftId"
                + " where l.id = ? order by s.path",
            letter)
        .list(entities, ProposedParts.Candidate.class);
  }
}
