package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.send;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** The number of statements grows with the letters, not with the comments. */
@QuarkusTest
class LetterStatementsTest {

  private static Map<String, Object> withComments(String number, int count, String follows) {
    List<Map<String, Object>> comments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      comments.add(
          json(
              "content",
              "Ý kiến " + i,
              "section",
              "V.1",
              "alsoSections",
              List.of("BĐ.2", "MĐ.1"),
              "follows",
              follows,
              "externalId",
              number + "-" + i));
    }
    return with(with(letter(number), "comments", comments), "externalId", number);
  }

  @Test
  void commentsAreWrittenInBatches() {
    TestPlan plan = TestPlan.open();
    String earlier = plan.comment("Ở lần trước").id();
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    String path = plan.draftPath(2) + "/letters";
    // Warms the caches, such as that of the key.
    send(plan, Key.SGTVT, letter("1/A", "a"));

    List<String> one = statements(path, withComments("2/A", 1, earlier));
    List<String> fifty = statements(path, withComments("3/A", 50, earlier));

    System.out.printf(
        "POST letter: 1 comment %d, 50 comments %d statements%n", one.size(), fifty.size());
    fifty.forEach(statement -> System.out.println("  " + shortened(statement)));
    // Three of them are for the comment that all of them follow: lock, history, update.
    assertThat(fifty).hasSizeLessThanOrEqualTo(20);
    // 100 further sections are two batches of 50.
    assertThat(fifty).hasSizeLessThanOrEqualTo(one.size() + 1);
  }

  @Test
  void singleCommentNeedsNoMoreStatements() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> comment =
        json("content", "a", "letter", json("number", "1/A", "date", "2021-08-24"));
    plan.comment(Key.SGTVT, comment);
    List<String> heard = CountingDriver.statementsDuring(() -> plan.comment(Key.SGTVT, comment));
    // The lookups, the comment with its history, the audit.
    assertThat(heard).hasSize(3);
  }

  private static String shortened(String statement) {
    return statement.length() > 100 ? statement.substring(0, 100) + "…" : statement;
  }

  private static List<String> statements(String path, Map<String, Object> letter) {
    return CountingDriver.statementsDuring(
        () -> Api.as(Key.SGTVT).body(letter).post(path).then().statusCode(201));
  }

  @Test
  void listIsOneQuery() {
    TestPlan plan = TestPlan.open();
    for (int i = 0; i < 5; i++) {
      send(plan, Key.SGTVT, letter(i + "/A", "a"));
    }
    List<String> heard =
        CountingDriver.statementsDuring(
            () -> Api.as(Key.SGTVT).get(TestLetter.letters(plan)).then().statusCode(200));
    assertThat(heard).hasSize(1);
  }
}
