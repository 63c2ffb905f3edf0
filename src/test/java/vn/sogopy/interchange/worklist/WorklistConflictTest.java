package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.Status;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Work-lists of several writers, with changes in between. */
@QuarkusTest
class WorklistConflictTest {
  private static final String CONFLICT = "Xung đột lần trước";

  private TestPlan plan;
  private Worklists lists;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    lists = Worklists.of(plan);
  }

  @Test
  void conflictIsShownAndNotOverwritten() {
    TestComment comment = plan.comment("Một");
    SheetFile sheet = lists.out(Key.CONSULTANT).answer("Một", "Tiếp thu", "Từ tệp");
    comment.answer(json("result", "EXPLAINED", "response", "Từ nơi khác", "final", false));
    lists
        .in(Key.CONSULTANT, sheet)
        .statusCode(200)
        .body("rejected", equalTo(1))
        .body("rows[0].status", equalTo("CONFLICT"))
        .body("rows[0].id", equalTo(comment.id()))
        .body("rows[0].errors.code", contains("changed-meanwhile", "changed-meanwhile"))
        .body("rows[0].errors.column", contains("Kết quả", "Nội dung trả lời"))
        .body("rows[0].errors.value", contains("Tiếp thu", "Từ tệp"))
        .body("rows[0].errors[1].candidates", contains("Từ nơi khác"))
        .body("rows[0].errors[1].detail", containsString("Từ nơi khác"));
    comment.get().body("answer.response", equalTo("Từ nơi khác"));
    assertThat(lists.back(Key.CONSULTANT, sheet).text(1, "Kết quả nhập"))
        .startsWith("Xung đột: ")
        .contains("“Từ nơi khác”");
  }

  /** The colleague has answered, so the comment is not open any more. */
  @Test
  void conflictStaysInTheNextListsUntilItIsSeen() {
    TestComment comment = plan.comment("Một");
    plan.comment("Hai");
    SheetFile first = lists.out(Key.CONSULTANT, "open", true);
    SheetFile older = new SheetFile(first.bytes());
    assertThat(first.text(first.rowOf("Một"), CONFLICT)).isEmpty();
    first.answer("Một", "Tiếp thu", "Từ tệp");
    comment.answer(json("result", "EXPLAINED", "response", "Từ nơi khác"));
    lists.in(Key.CONSULTANT, first, "dryRun", true).body("rows[0].status", equalTo("CONFLICT"));
    assertThat(lists.out(Key.CONSULTANT, "open", true).rows()).isOne();
    lists.in(Key.CONSULTANT, first).body("rows[0].status", equalTo("CONFLICT"));

    SheetFile next = lists.out(Key.CONSULTANT, "open", true);
    assertThat(next.rows()).isEqualTo(2);
    assertThat(next.text(1, "Nội dung góp ý")).isEqualTo("Một");
    assertThat(next.text(1, "Trạng thái")).isEqualTo("Chờ duyệt");
    assertThat(next.text(1, "Nội dung trả lời")).isEqualTo("Từ nơi khác");
    assertThat(next.text(1, CONFLICT)).startsWith("Danh sách nộp ngày ");
    assertThat(next.text(2, CONFLICT)).isEmpty();
    // Only who sent the row sees the conflict.
    assertThat(lists.out(Key.COORDINATOR, "open", true).rows()).isOne();
    // Without a filter it is listed once.
    assertThat(lists.out(Key.CONSULTANT).rows()).isEqualTo(2);

    // An older copy does not show the conflict, so it does not end it.
    lists.in(Key.CONSULTANT, older).body("unchanged", equalTo(2));
    assertThat(lists.out(Key.CONSULTANT, "open", true).rows()).isEqualTo(2);
    lists.in(Key.CONSULTANT, next).body("unchanged", equalTo(2)).body("rows", empty());
    assertThat(lists.out(Key.CONSULTANT, "open", true).rows()).isOne();
  }

  @Test
  void conflictEndsWithAnAnswerThatIsWritten() {
    TestComment comment = plan.comment("Một");
    SheetFile first = lists.out(Key.CONSULTANT, "open", true).answer("Một", "Tiếp thu", "Từ tệp");
    comment.answer(json("result", "EXPLAINED", "response", "Từ nơi khác"));
    lists.in(Key.CONSULTANT, first, "mode", "atomic").statusCode(422);
    assertThat(lists.out(Key.CONSULTANT, "open", true).rows()).isZero();
    lists.in(Key.CONSULTANT, first).body("rejected", equalTo(1));
    lists.in(Key.CONSULTANT, first).body("rejected", equalTo(1));
    SheetFile next = lists.out(Key.CONSULTANT, "open", true);
    next.set("Một", "Nội dung trả lời", "Gộp cả hai");
    lists.in(Key.CONSULTANT, next).body("updated", equalTo(1));
    comment.get().body("answer.response", equalTo("Gộp cả hai"));
    assertThat(lists.out(Key.CONSULTANT, "open", true).rows()).isZero();
  }

  @Test
  void equalChangesAreUnchanged() {
    TestComment comment = plan.comment("Một");
    SheetFile sheet = lists.out(Key.CONSULTANT).answer("Một", "Ghi nhận", "Như nhau");
    comment.answer(json("result", "NOTED", "response", "Như nhau", "final", false));
    lists.in(Key.CONSULTANT, sheet).body("unchanged", equalTo(1)).body("rows", empty());
  }

  @Test
  void unrelatedChangesDoNotConflict() {
    TestComment comment = plan.comment("Một");
    TestComment paged = plan.comment("Hai").answer("ACCEPTED");
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet.answer("Một", "Ghi nhận", "Từ tệp").set("Hai", "Nội dung trả lời", "Đã trả lời, rõ hơn");
    comment.assign("Chuyên gia B");
    comment.patch(Key.COORDINATOR, json("content", "Một, sửa lỗi chính tả")).statusCode(200);
    paged.revise(json("page", 52)).statusCode(200);
    lists.in(Key.CONSULTANT, sheet).body("updated", equalTo(2)).body("rows", empty());
    comment.get().body("assignee", equalTo("Chuyên gia B")).body("status", equalTo("DRAFTING"));
    paged
        .get()
        .body("answer.response", equalTo("Đã trả lời, rõ hơn"))
        .body("answer.revision.page", equalTo(52));
  }

  @Test
  void unchangedExportIgnoresTheVersion() {
    TestComment comment = plan.comment("Một").draft();
    SheetFile sheet = lists.out(Key.CONSULTANT);
    comment.answer(json("result", "NOTED", "response", "Khác hẳn")).approve();
    lists.in(Key.CONSULTANT, sheet).body("unchanged", equalTo(1)).body("rows", empty());
  }

  @Test
  void statusDecides() {
    TestComment comment = plan.comment("Một").answer("ACCEPTED").approve();
    SheetFile sheet = lists.out(Key.CONSULTANT).set("Một", "Nội dung trả lời", "Sửa");
    lists
        .in(Key.CONSULTANT, sheet)
        .body("rows[0].status", equalTo("CONFLICT"))
        .body("rows[0].errors[0].code", equalTo("transition-not-allowed"))
        .body("rows[0].errors[0].detail", containsString(Status.APPROVED.label()));
    assertThat(lists.back(Key.CONSULTANT, sheet).text(1, "Kết quả nhập"))
        .isEqualTo(
            "Xung đột: Ý kiến đang ở trạng thái Đã duyệt."
                + " Từ trạng thái này chỉ có thể chuyển sang: Đề nghị hoàn thiện lại.");
    // A page alone can be corrected in any state.
    lists
        .in(Key.CONSULTANT, lists.out(Key.CONSULTANT).set("Một", "Trang chỉnh sửa", 50))
        .body("updated", equalTo(1));
    comment.get().body("status", equalTo("APPROVED")).body("answer.revision.page", equalTo(50));
  }

  @Test
  void changedAnswerIsNotApproved() {
    TestComment comment = plan.comment("Một").answer("ACCEPTED");
    SheetFile sheet = lists.out(Key.COORDINATOR).set("Một", "Duyệt / Trả lại", "Duyệt");
    comment.answer(json("result", "EXPLAINED", "response", "Đổi ý"));
    lists
        .in(Key.COORDINATOR, sheet)
        .body("rows[0].status", equalTo("CONFLICT"))
        .body("rows[0].errors[0].code", equalTo("changed-meanwhile"));
    assertThat(comment.status()).isEqualTo("ANSWERED");
  }

  @Test
  void oldListKeepsAReturn() {
    TestComment comment = plan.comment("Một");
    SheetFile sheet =
        lists.out(Key.CONSULTANT).answer("Một", "Ghi nhận", "Xong").set("Một", "Đã xong", "x");
    lists.in(Key.CONSULTANT, sheet).body("updated", equalTo(1));
    comment.giveBack("Chưa rõ");
    lists.in(Key.CONSULTANT, sheet).body("rows[0].status", equalTo("CONFLICT"));
    assertThat(comment.status()).isEqualTo("RETURNED");
  }

  private static final int ROWS = 12;
  private static final int PEOPLE = 4;

  /** Four copies of one list, filled in on different rows by different writers. */
  private List<SheetFile> copies() {
    for (int i = 0; i < ROWS; i++) {
      plan.comment("Ý kiến " + (char) ('A' + i));
    }
    byte[] list = lists.out(Key.CONSULTANT).bytes();
    List<SheetFile> copies = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      SheetFile copy = new SheetFile(list);
      for (int i = person; i < ROWS; i += PEOPLE) {
        copy.answer("Ý kiến " + (char) ('A' + i), "Ghi nhận", "Của người " + person)
            .set("Ý kiến " + (char) ('A' + i), "Đã xong", "x");
      }
      copies.add(copy);
    }
    return copies;
  }

  @Test
  void fourCopiesInAnyOrder() {
    List<SheetFile> copies = copies();
    Collections.shuffle(copies, new Random(plan.hashCode()));
    for (SheetFile copy : copies) {
      lists
          .in(Key.CONSULTANT, copy)
          .statusCode(200)
          .body("updated", equalTo(ROWS / PEOPLE))
          .body("unchanged", equalTo(ROWS - ROWS / PEOPLE))
          .body("rows", empty());
    }
    for (SheetFile copy : copies) {
      lists.in(Key.CONSULTANT, copy).body("unchanged", equalTo(ROWS));
    }
    SheetFile now = lists.out(Key.CONSULTANT);
    for (int i = 0; i < ROWS; i++) {
      assertThat(now.text(now.rowOf("Ý kiến " + (char) ('A' + i)), "Nội dung trả lời"))
          .isEqualTo("Của người " + i % PEOPLE);
    }
  }

  @Test
  void fourConcurrentCopies() throws Exception {
    List<byte[]> copies = copies().stream().map(SheetFile::bytes).toList();
    List<Integer> updated =
        Race.of(
            PEOPLE,
            person ->
                lists
                    .in(Key.CONSULTANT, copies.get(person))
                    .statusCode(200)
                    .body("rejected", equalTo(0))
                    .extract()
                    .<Integer>path("updated"));
    assertThat(updated).containsOnly(ROWS / PEOPLE).hasSize(PEOPLE);
  }
}
