package vn.sogopy.comment.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.Acts;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Names that comments show come from memory, and follow every committed change. */
@QuarkusTest
class CommentNamesTest {
  @Inject DataSource source;

  private TestPlan plan;
  private String organization;
  private TestComment comment;

  @BeforeEach
  void comment() {
    plan = TestPlan.open();
    organization = "o-" + UUID.randomUUID();
    Api.as(Key.COORDINATOR)
        .body(json("code", organization, "name", "Tên cũ", "group", "ORGANIZATION", "order", 10))
        .post("/organizations")
        .then()
        .statusCode(201);
    comment = plan.comment(Key.COORDINATOR, json("content", "x", "organization", organization));
    shows("Tên cũ");
  }

  private void shows(String name) {
    comment.get().body("organization.name", equalTo(name));
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .statusCode(200)
        .body("items.organization.name", equalTo(List.of(name)));
  }

  /** As another replica does. */
  private static void rename(Connection connection, String organization, String name)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update organization set name = ? where code = ?")) {
      update.setString(1, name);
      update.setString(2, organization);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void followARename() {
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("name", "Tên mới"))
        .patch("/organizations/" + organization)
        .then()
        .statusCode(200);
    shows("Tên mới");
    Api.as(Key.COORDINATOR)
        .body(json("content", "y", "organization", organization))
        .post(plan.comments())
        .then()
        .statusCode(201)
        .body("organization.name", equalTo("Tên mới"));
  }

  @Test
  void followChangesOfAnotherReplicaOnceCommitted() throws SQLException {
    try (Connection replica = source.getConnection()) {
      replica.setAutoCommit(false);
      rename(replica, organization, "Tên bị hủy");
      shows("Tên cũ");
      replica.rollback();
      shows("Tên cũ");
      rename(replica, organization, "Tên mới");
      replica.commit();
      shows("Tên mới");
      replica.setAutoCommit(true);
    }
  }

  @Test
  void followTheDatesOfTheDraft() {
    comment.get().body("answerDueOn", equalTo(null)).body("late", equalTo(false));
    plan.patchDraft(1, json("dueOn", "2020-01-31", "answerDueOn", "2099-01-31"));
    comment.get().body("answerDueOn", equalTo("2099-01-31")).body("late", equalTo(true));
    Api.as(Key.COORDINATOR)
        .body(List.of(json("organization", organization, "dueOn", "2099-01-31")))
        .post(plan.draftPath(1) + "/consultees")
        .then()
        .statusCode(200);
    comment.get().body("late", equalTo(false));
  }

  /** Only marked comments are looked up in the tables of their children. */
  @Test
  void commentsWithChildrenAreMarked() {
    plan.comment(Key.SGTVT, json("content", "a", "section", "V.1", "alsoSections", List.of("I")));
    TestComment corrected = plan.comment("b");
    corrected.patch(Key.COORDINATOR, json("alsoSections", List.of("I"))).statusCode(200);
    Acts.ask(comment, json("to", "ubnd-huyen-ba-be", "kind", "DATA", "text", "x")).statusCode(201);
    assertThat(
            Sql.of(
                    """
                    select c.id from comment c
                    where not c.has_children and (
                      exists (select 1 from comment_section s where s.comment_id = c.id)
                      or exists (select 1 from comment_request r where r.comment_id = c.id)
                      or exists (select 1 from comment f where f.follows_id = c.id))""")
                .list(source, row -> row.getString("id")))
        .isEmpty();
    assertThat(
            Sql.of(
                    "select c.content from comment c join plan p on p.id = c.plan_id"
                        + " where p.slug = ? and c.has_children order by c.content",
                    plan.slug())
                .list(source, row -> row.getString("content")))
        .containsExactly("a", "b", "x");
  }
}
