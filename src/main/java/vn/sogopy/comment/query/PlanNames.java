package vn.sogopy.comment.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.query.CommentView.OrganizationRef;
import vn.sogopy.comment.query.CommentView.SectionRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

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

    private static DraftNames of(ResultSet row) throws SQLException {
      return new DraftNames(
          row.getInt("number"),
          Row.date(row, "due_on"),
          Row.date(row, "answer_due_on"),
          Row.instant(row, "closed_at"),
          new HashMap<>());
    }

    /** The due date of the organization's reply; null = none. */
    LocalDate dueOn(UUID organization) {
      return ownDueOn.getOrDefault(organization, dueOn);
    }
  }

  /** The version is read first: names that change meanwhile are read again for the next rows. */
  static PlanNames read(Connection connection, UUID plan) {
    long version =
        Sql.of("select version from reference_version")
            .list(connection, row -> row.getLong("version"))
            .get(0);
    Map<UUID, DraftNames> drafts = new HashMap<>();
    List<String> slugs =
        Sql.of(
                "select p.slug, d.* from draft d join plan p on p.id = d.plan_id where p.id = ?",
                plan)
            .list(
                connection,
                row -> {
                  drafts.put(Row.uuid(row, "id"), DraftNames.of(row));
                  return row.getString("slug");
                });
    Sql.of(
            "select a.* from consultee a join draft d on d.id = a.draft_id"
                + " where d.plan_id = ? and a.due_on is not null",
            plan)
        .list(
            connection,
            row ->
                drafts
                    .get(Row.uuid(row, "draft_id"))
                    .ownDueOn()
                    .put(Row.uuid(row, "organization_id"), Row.date(row, "due_on")));
    Map<UUID, SectionRef> sections = new HashMap<>();
    Sql.of(
            "select s.id, s.code, s.title from section s join draft d on d.id = s.draft_id"
                + " where d.plan_id = ?",
            plan)
        .list(
            connection,
            row ->
                sections.put(
                    Row.uuid(row, "id"),
                    new SectionRef(row.getString("code"), row.getString("title"))));
    Map<UUID, OrganizationRef> organizations = new HashMap<>();
    Sql.of("select id, code, name, group_code from organization")
        .list(
            connection,
            row ->
                organizations.put(
                    Row.uuid(row, "id"),
                    new OrganizationRef(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("group_code"))));
    return new PlanNames(version, slugs.get(0), drafts, sections, organizations);
  }
}
