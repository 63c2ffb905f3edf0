package vn.sogopy.consultation.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static vn.sogopy.testing.Api.json;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** Reminders. Each due date is in a far year that no other test uses. */
@QuarkusTest
class ReminderTest {
  private static final String ADDRESS = "dau-moi@example.org";

  @Inject ReminderJob job;
  @Inject ReminderService service;
  @Inject MockMailbox mailbox;
  @Inject DataSource source;
  private Consultees consultees;

  @BeforeEach
  void plan() {
    mailbox.clear();
    // No consultee of another test is due.
    Sql.of("update consultee set contact_email = null where contact_email = ?", ADDRESS)
        .execute(source);
    consultees = Consultees.of(TestPlan.open());
    consultees.plan().patchDraft(1, json("dueOn", "2190-06-20"));
    consultees.ask(
        json(
            "organization",
            "sgtvt",
            "requestLetters",
            List.of(json("number", "1186/SKHĐT-TH", "date", "2021-08-16")),
            "contact",
            json("email", ADDRESS)));
  }

  /** Runs the job on a day of June 2190, at this hour in Vietnam. */
  private int runOn(int day, int hour) {
    return job.run(Instant.parse("2190-06-%02dT%02d:00:00Z".formatted(day, hour - 7)));
  }

  private List<Mail> mails() {
    return mailbox.getMailsSentTo(ADDRESS);
  }

  /** The asker asked, and the coordinator waits for the reply. */
  @Test
  void mailNamesWhoAsked() {
    Object people =
        json("groups", List.of("PROVINCIAL"), "letterhead", json("issuer", "UBND tỉnh A"));
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("letterhead", json("issuer", "Sở B"), "askers", List.of(people)))
        .patch(consultees.plan().path())
        .then()
        .statusCode(200);
    assertThat(runOn(15, 8)).isOne();
    assertThat(mails().get(0).getText())
        .contains("UBND tỉnh A đã gửi hồ sơ lấy ý kiến", "Đến nay Sở B chưa nhận được");
  }

  @Test
  void oneMailBeforeAndOneOnTheDueDay() {
    assertThat(runOn(14, 8)).isZero();
    assertThat(runOn(15, 8)).isOne();
    assertThat(runOn(15, 9)).isZero();
    assertThat(runOn(18, 8)).isZero();
    assertThat(runOn(20, 23)).isOne();
    assertThat(runOn(20, 23)).isZero();
    assertThat(runOn(21, 8)).isZero();
    assertThat(mails()).hasSize(2);
    Mail first = mails().get(0);
    assertThat(first.getFrom()).isEqualTo("so-gop-y@example.org");
    assertThat(first.getSubject())
        .startsWith("Nhắc hạn góp ý dự thảo lần 1 Quy hoạch thử")
        .contains("20/6/2190");
    assertThat(first.getText())
        .contains(
            "Kính gửi: Sở Giao thông vận tải",
            "tại Văn bản số 1186/SKHĐT-TH ngày 16/8/2021",
            "chậm nhất ngày 20/6/2190 (còn 05 ngày)");
    assertThat(mails().get(1).getText()).contains("hôm nay là ngày cuối cùng");
    Api.as(Key.COORDINATOR)
        .get(consultees.path("sgtvt") + "/contacts-log")
        .then()
        .body("items.kind", contains("REMINDER", "REMINDER"))
        .body(
            "items.text",
            contains(
                "Thư nhắc trước hạn đã gửi tới " + ADDRESS,
                "Thư nhắc ngày đến hạn đã gửi tới " + ADDRESS))
        .body("items.contactedOn", contains("2190-06-15", "2190-06-20"));
  }

  @Test
  void missedRunIsRepeated() {
    assertThat(runOn(17, 8)).isOne();
    assertThat(mails().get(0).getText()).contains("còn 03 ngày");
  }

  @Test
  void repliedOrganizationsGetNoMail() {
    consultees
        .plan()
        .comment(
            Key.SGTVT,
            json("content", "Một", "letter", json("number", "1/A", "date", "2021-08-24")));
    assertThat(runOn(20, 8)).isZero();
  }

  @Test
  void commentWithoutLetterIsNoReply() {
    consultees.plan().comment("Tại hội nghị");
    assertThat(runOn(20, 8)).isOne();
  }

  @Test
  void ownDueDateCounts() {
    consultees.patch("sgtvt", "*", json("dueOn", "2190-06-28")).statusCode(200);
    assertThat(runOn(20, 8)).isZero();
    assertThat(runOn(23, 8)).isOne();
  }

  @Test
  void extensionHasItsOwnReminders() {
    assertThat(runOn(15, 8)).isOne();
    consultees.patch("sgtvt", "*", json("dueOn", "2190-06-28")).statusCode(200);
    assertThat(runOn(20, 8)).isZero();
    assertThat(runOn(23, 8)).isOne();
    assertThat(runOn(24, 8)).isZero();
    assertThat(runOn(28, 8)).isOne();
    assertThat(mails()).hasSize(3);
    assertThat(mails().get(1).getSubject()).contains("28/6/2190");
  }

  /** Whether the mail is sent, if this happens between the query for due reminders and the mail. */
  private boolean sentAfter(Runnable meanwhile) {
    Instant now = Instant.parse("2190-06-15T01:00:00Z");
    List<Reminder> due = service.due(VietnamTime.dayOf(now));
    assertThat(due).hasSize(1);
    meanwhile.run();
    return service.send(due.get(0), now, "so-gop-y@example.org");
  }

  private void nothingWasSent() {
    assertThat(mails()).isEmpty();
    Api.as(Key.COORDINATOR)
        .get(consultees.path("sgtvt") + "/contacts-log")
        .then()
        .body("items", empty());
  }

  @Test
  void replyDuringTheRunStopsTheMail() {
    assertThat(
            sentAfter(
                () ->
                    consultees
                        .plan()
                        .comment(
                            Key.SGTVT,
                            json(
                                "content",
                                "Một",
                                "letter",
                                json("number", "1/A", "date", "2021-08-24")))))
        .isFalse();
    nothingWasSent();
  }

  @Test
  void closeDuringTheRunStopsTheMails() {
    assertThat(sentAfter(() -> consultees.plan().close())).isFalse();
    nothingWasSent();
  }

  @Test
  void removalDuringTheRunStopsTheMail() {
    assertThat(
            sentAfter(
                () ->
                    Api.as(Key.COORDINATOR)
                        .header("If-Match", "*")
                        .delete(consultees.path("sgtvt"))
                        .then()
                        .statusCode(204)))
        .isFalse();
    assertThat(mails()).isEmpty();
  }

  @Test
  void dueDateChangedDuringTheRunStopsTheMail() {
    assertThat(
            sentAfter(
                () -> consultees.patch("sgtvt", "*", json("dueOn", "2190-06-28")).statusCode(200)))
        .isFalse();
    nothingWasSent();
  }

  private String askedOther() {
    String code = TestOrganization.make("Sở Giao thông thử");
    consultees.ask(json("organization", code, "contact", json("email", ADDRESS)));
    return code;
  }

  @Test
  void endedOrganizationGetsNoMail() {
    String code = askedOther();
    TestOrganization.endOn("2190-06-20", code, "sxd");
    assertThat(runOn(15, 8)).isEqualTo(2);
    assertThat(runOn(20, 8)).isOne();
  }

  @Test
  void endDuringTheRunStopsTheMail() {
    String code = askedOther();
    Instant now = Instant.parse("2190-06-15T01:00:00Z");
    List<Reminder> due = service.due(VietnamTime.dayOf(now));
    TestOrganization.endOn("2190-06-15", code, "sxd");
    for (Reminder reminder : due) {
      assertThat(service.send(reminder, now, "so-gop-y@example.org"))
          .isEqualTo(!reminder.code().equals(code));
    }
    assertThat(mails()).hasSize(1);
  }

  @Test
  void mailsSuppressAutomaticReplies() {
    runOn(15, 8);
    assertThat(mails().get(0).getHeaders())
        .containsEntry("Auto-Submitted", List.of("auto-generated"));
  }

  @Test
  void closedDraftSendsNoMail() {
    consultees.plan().close();
    assertThat(runOn(20, 8)).isZero();
  }

  @Test
  void manyReplicasSendOneMail() throws Exception {
    List<Integer> sent = Race.of(8, i -> runOn(15, 8));
    assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isOne();
    assertThat(mails()).hasSize(1);
  }
}
