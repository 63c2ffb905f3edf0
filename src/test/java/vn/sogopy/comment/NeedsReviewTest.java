package vn.sogopy.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** An approved answer that needs another review keeps its flag until it is approved again. */
@QuarkusTest
class NeedsReviewTest {
  @Inject DataSource source;

  @Test
  void nextApprovalClearsNeedsReview() {
    TestComment comment = TestPlan.open().comment("Một ý").answer("EXPLAINED").approve();
    Sql.of("update comment set needs_review = true where id = ?", UUID.fromString(comment.id()))
        .execute(source);
    comment.giveBack("Văn bản đã được thay thế.").answer("EXPLAINED");
    comment.get().body("needsReview", equalTo(true));
    comment.approve();
    comment.get().body("needsReview", equalTo(false));
    comment
        .history(Key.COORDINATOR)
        .body("items[-1].action", equalTo("APPROVED"))
        .body("items[-1].changes.field", contains("needsReview"))
        .body("items[-1].changes.after", contains(false));
  }
}
