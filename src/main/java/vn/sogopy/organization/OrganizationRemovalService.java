package vn.sogopy.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Uses;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;

/** Deletes organizations that were entered by mistake. */
@ApplicationScoped
public class OrganizationRemovalService {
  @Inject OrganizationRepository organizations;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * @throws ProblemException 404, 428, 412; 409 still-in-use that names what refers to it
   */
  @Transactional
  public void remove(String code, IfMatch ifMatch) {
    // Stronger than the lock of a change: no new row can refer to this one.
    Sql.of("select 1 from organization where code = ? for update", code).exists(source);
    Organization organization = organizations.lock(code).orElseThrow(ProblemException::notFound);
    ifMatch.checkBefore(organization.version);
    uses(organization).requireNone(organization.name);
    organizations.delete(organization);
    organizations.flush();
  }

  /** By the entities' names: their packages depend on this one. */
  private Uses uses(Organization organization) {
    UUID id = organization.id;
    return new Uses()
        .add(
            FieldCode.USED_BY_LETTERS,
            count(
                "select count(*) from Letter l where l.organizationId = ?"
                    + " or cast(sql('cast(? as text) = any(?)', ?, l.onBehalfOf) as Boolean) = true",
                id,
                organization.code))
        .add(
            FieldCode.USED_BY_PREDECESSORS,
            count("select count(*) from Organization o where ? member of o.successors", id))
        .add(
            FieldCode.USED_BY_COMMENTS,
            count("select count(*) from Comment c where c.organizationId = ?", id))
        .add(FieldCode.USED_BY_CONSULTATIONS, consultations(id))
        .add(
            FieldCode.USED_BY_REQUESTS,
            count("select count(*) from CommentRequest r where r.organizationId = ?", id))
        .add(
            FieldCode.USED_BY_KEYS,
            count("select count(*) from ApiKey k where k.organization = ?", organization.code))
        .add(
            FieldCode.USED_BY_SECTIONS,
            count(
                "select count(*) from Section s"
                    + " where cast(sql('cast(? as text) = any(?)', ?, s.responsible) as Boolean) = true",
                organization.code));
  }

  /** The drafts in which it is or was asked. The history of a body taken out remains. */
  private long consultations(UUID id) {
    return Hql.of("select count(*) from Draft d where")
        .add("exists (select 1 from Consultee k")
        .add("where k.key.draftId = d.id and k.key.organizationId = ?)", id)
        .add("or exists (select 1 from ConsulteeHistoryEntry h")
        .add("where h.draftId = d.id and h.organizationId = ?)", id)
        .add("or exists (select 1 from ContactEntry e")
        .add("where e.draftId = d.id and e.organizationId = ?)", id)
        .add("or exists (select 1 from SentReminder r")
        .add("where r.key.draftId = d.id and r.key.organizationId = ?)", id)
        .first(entities, Long.class)
        .orElseThrow();
  }

  private long count(String query, Object... values) {
    return Hql.of(query, values).first(entities, Long.class).orElseThrow();
  }
}
