package vn.sogopy.comment.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import vn.sogopy.comment.query.CommentView.OrganizationRef;
import vn.sogopy.comment.query.CommentView.SectionRef;
import vn.sogopy.organization.Organization;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.sql.Hql;

/**
 * What the comments of one plan show of their plan, drafts, sections and organizations, by id. The
 * database counts the changes of these tables: names are valid for rows of the same version.
 *
 * @param version {@code reference_version} of the database
 * @param plan its slug
 */
record PlanNames(
    long version,
    String plan,
    Map<UUID, DraftNames> drafts,
    Map<UUID, SectionRef> sections,
    Map<UUID, OrganizationRef> organizations) {

  /**
   * @param dueOn null = none
   * @param answerDueOn null = none
   * @param closedAt null = the draft is not closed
   * @param ownDueOn due dates of organizations that have one of their own
   */
  record DraftNames(
      int number,
      LocalDate dueOn,
      LocalDate answerDueOn,
      Instant closedAt,
      Map<UUID, LocalDate> ownDueOn) {

    /** The due date of the organization's reply; null = none. */
    LocalDate dueOn(UUID organization) {
      return ownDueOn.getOrDefault(organization, dueOn);
    }
  }

  private record OwnDueDate(UUID draft, UUID organization, LocalDate dueOn) {}

  /** The version is read first: names that change meanwhile are read again for the next rows. */
  static PlanNames read(StatelessSession session, UUID plan) {
    long version =
        session
            .createNativeQuery("select version from reference_version", Long.class)
            .getSingleResult();
    Map<UUID, Map<UUID, LocalDate>> own = new HashMap<>();
    Hql.of(
            """
            select c.key.draftId, c.key.organizationId, c.data.dueOn
            from Consultee c join Draft d on d.id = c.key.draftId
            where d.planId = ? and c.data.dueOn is not null""",
            plan)
        .read(session, OwnDueDate.class)
        .forEach(
            due ->
                own.computeIfAbsent(due.draft, draft -> new HashMap<>())
                    .put(due.organization, due.dueOn));
    Map<UUID, DraftNames> drafts = new HashMap<>();
    for (Draft draft : Hql.of("from Draft where planId = ?", plan).read(session, Draft.class)) {
      Map<UUID, LocalDate> ownDueOn = own.getOrDefault(draft.id, Map.of());
      drafts.put(
          draft.id,
          new DraftNames(draft.number, draft.dueOn, draft.answerDueOn, draft.closedAt, ownDueOn));
    }
    Map<UUID, SectionRef> sections = new HashMap<>();
    Hql.of("select s from Section s join Draft d on d.id = s.draftId where d.planId = ?", plan)
        .read(session, Section.class)
        .forEach(one -> sections.put(one.id, new SectionRef(one.code, one.title)));
    Map<UUID, OrganizationRef> organizations = new HashMap<>();
    Hql.of("from Organization")
        .read(session, Organization.class)
        .forEach(
            one -> organizations.put(one.id, new OrganizationRef(one.code, one.name, one.group)));
    String slug = session.get(Plan.class, plan).slug;
    return new PlanNames(version, slug, drafts, sections, organizations);
  }
}
