package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.register.Snapshots.body;
import static vn.sogopy.register.Snapshots.comment;
import static vn.sogopy.register.Snapshots.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Position;

class RegisterBuilderTest {
  private static final Instant NOW = Instant.parse("2021-10-01T02:00:00Z");

  private static Register build(
      List<Snapshot.LetterRow> letters, List<Snapshot.CommentRow> comments) {
    return new RegisterBuilder(Snapshots.of(letters, comments)).build(NOW, "Điều phối");
  }

  private static List<Register.Body> bodies(Register register) {
    return register.groups().stream().flatMap(group -> group.bodies().stream()).toList();
  }

  @Test
  void anEmptyDraftHasAnEmptyRegister() {
    Register register = build(List.of(), List.of());

    assertThat(register.groups()).isEmpty();
    assertThat(register.summary().comments()).isZero();
    assertThat(register.draft()).isEqualTo(2);
    assertThat(register.generatedAt()).isEqualTo(NOW);
    assertThat(register.generatedBy()).isEqualTo("Điều phối");
  }

  @Test
  void sampleDataIsMarked() {
    assertThat(build(List.of(), List.of()).mark()).isEqualTo("DỮ LIỆU MẪU");
    Snapshot real = Snapshots.of(List.of(), List.of());
    real =
        new Snapshot(
            real.plan(),
            real.planTitle(),
            false,
            2,
            null,
            real.documents(),
            List.of(),
            List.of(),
            3);
    Register register = new RegisterBuilder(real).build(NOW, "x");
    assertThat(register.mark()).isNull();
    assertThat(register.restrictedLeftOut()).isEqualTo(3);
  }

  @Test
  void bodiesAreNumberedStraightThroughTheGroups() {
    Snapshot.BodyRef ministry = body(1, 7, "bxd");
    Snapshot.BodyRef second = body(4, 2, "sgtvt");
    Snapshot.BodyRef first = body(4, 1, "sxd");
    Snapshot.BodyRef district = body(5, 1, "babe");

    Register register =
        build(
            List.of(letter(district, "9/UBND", Position.AGREES)),
            List.of(
                comment(second).row(),
                comment(second).row(),
                comment(ministry).row(),
                comment(first).row()));

    assertThat(register.groups().stream().map(g -> g.index() + " " + g.code()))
        .containsExactly("I CENTRAL", "II PROVINCIAL", "III DISTRICT");
    assertThat(bodies(register).stream().map(b -> b.number() + " " + b.code()))
        .containsExactly("1 bxd", "2 sxd", "3 sgtvt", "4 babe");
    assertThat(bodies(register).stream().flatMap(b -> b.rows().stream()).map(Register.Row::index))
        .containsExactly("1.1", "2.1", "3.1", "3.2");
  }

  @Test
  void bodiesOfOnePlaceGoByTheirCode() {
    Register register =
        build(List.of(), List.of(comment(body(4, 1, "b")).row(), comment(body(4, 1, "a")).row()));

    assertThat(bodies(register).stream().map(Register.Body::code)).containsExactly("a", "b");
  }

  @Test
  void aBodyThatAgreesKeepsOneRow() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Register.Body agreeing =
        bodies(build(List.of(letter(sxd, "1/SXD", Position.AGREES)), List.of())).get(0);

    assertThat(agreeing.agreement()).isEqualTo("Nhất trí với nội dung dự thảo");
    assertThat(agreeing.rows()).isEmpty();
    assertThat(agreeing.letters()).hasSize(1);
  }

  @Test
  void whoSaysMoreThanYesDoesNotAgree() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Snapshot.LetterRow yes = letter(sxd, "1/SXD", Position.AGREES);
    for (Position position :
        new Position[] {
          null, Position.AGREES_WITH_COMMENTS, Position.COMMENTS, Position.DISAGREES
        }) {
      assertThat(
              bodies(build(List.of(yes, letter(sxd, "2/SXD", position)), List.of()))
                  .get(0)
                  .agreement())
          .isNull();
    }
    assertThat(bodies(build(List.of(yes), List.of(comment(sxd).in(yes).row()))).get(0).agreement())
        .isNull();
  }

  @Test
  void theLetterStandsOnlyWhereTheBodyHasSeveral() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Snapshot.BodyRef sgtvt = body(4, 2, "sgtvt");
    Snapshot.LetterRow one = letter(sxd, "1/SXD", Position.COMMENTS);
    Snapshot.LetterRow two = letter(sxd, "2/SXD", Position.COMMENTS);
    Snapshot.LetterRow only = letter(sgtvt, "3/SGTVT", Position.COMMENTS);

    Register register =
        build(
            List.of(one, two, only),
            List.of(comment(sxd).in(two).row(), comment(sxd).row(), comment(sgtvt).in(only).row()));

    List<Register.Body> bodies = bodies(register);
    assertThat(bodies.get(0).rows().stream().map(Register.Row::letter))
        .containsExactly("số 2/SXD ngày 24/8/2021", null);
    assertThat(bodies.get(1).rows().get(0).letter()).isNull();
    assertThat(bodies.get(0).letters().stream().map(Register.Letter::citation))
        .containsExactly("số 1/SXD ngày 24/8/2021", "số 2/SXD ngày 24/8/2021");
  }

  @Test
  void resultAndAnswerStandOnceApproved() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Register register =
        build(
            List.of(),
            List.of(
                comment(sxd).approved(Result.NOTED).row(),
                comment(sxd).answered(Status.ANSWERED, Result.ACCEPTED, "Nháp.").row(),
                comment(sxd).late().row()));

    List<Register.Row> rows = bodies(register).get(0).rows();
    assertThat(rows.get(0).result()).isEqualTo(Result.NOTED);
    assertThat(rows.get(0).resultLabel()).isEqualTo("Ghi nhận");
    assertThat(rows.get(0).answer()).isEqualTo("Trả lời.");
    assertThat(rows.get(1).result()).isNull();
    assertThat(rows.get(1).answer()).isNull();
    assertThat(rows.get(1).resultLabel()).isEqualTo("Đang nghiên cứu, xử lý");
    assertThat(rows.get(1).note()).isNull();
    assertThat(rows.get(2).note()).isEqualTo("Gửi sau thời hạn");
    assertThat(register.summary().byResult())
        .containsEntry("NOTED", 1)
        .containsEntry("ACCEPTED", 0)
        .containsEntry("PENDING", 2);
  }

  /** DOMAIN.md section 3: "a register prints the name as it was when the letter was sent". */
  @Test
  void theNameIsThatOfTheLatestPaper() {
    LocalDate before = LocalDate.of(2021, 8, 1);
    LocalDate after = LocalDate.of(2021, 9, 1);
    Snapshot.BodyRef old = body(4, 1, "snn", "Sở Nông nghiệp và Phát triển nông thôn", before);
    Snapshot.BodyRef renamed = body(4, 1, "snn", "Sở Nông nghiệp và Môi trường", after);
    Snapshot.LetterRow first = letter(old, "1/SNN", before, before, Position.COMMENTS);
    Snapshot.LetterRow second = letter(renamed, "2/SNN", after, after, Position.AGREES);

    List<Register.Body> bodies =
        bodies(build(List.of(first, second), List.of(comment(old).in(first).row())));

    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0).name()).isEqualTo("Sở Nông nghiệp và Môi trường");
  }

  @Test
  void aMeetingIsNoReply() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    LocalDate day = LocalDate.of(2021, 8, 24);
    Snapshot.LetterRow minutes =
        new Snapshot.LetterRow(
            sxd, java.util.UUID.randomUUID(), "1/BB", day, day, Position.COMMENTS, false);

    Counts counts = build(List.of(minutes), List.of(comment(sxd).row())).summary();

    assertThat(counts.replied()).isZero();
    assertThat(counts.comments()).isEqualTo(1);
  }

  @Test
  void aBodyIsLateWhenItsFirstLetterToArriveCameAfterTheDueDay() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    LocalDate early = LocalDate.of(2021, 9, 1);
    Snapshot.LetterRow onTheDay = letter(sxd, "1/SXD", early, Snapshots.DUE, Position.COMMENTS);
    Snapshot.LetterRow dayAfter =
        letter(sxd, "2/SXD", early, Snapshots.DUE.plusDays(1), Position.COMMENTS);

    assertThat(build(List.of(onTheDay), List.of()).summary().lateBodies()).isZero();
    assertThat(build(List.of(dayAfter), List.of()).summary().lateBodies()).isEqualTo(1);
    // Whatever the order of their dates, in which the rows come.
    assertThat(build(List.of(dayAfter, onTheDay), List.of()).summary().lateBodies()).isZero();
    assertThat(build(List.of(onTheDay, dayAfter), List.of()).summary().lateBodies()).isZero();
  }

  /** Every number of a body is used once, in order, and every comment is a row. */
  @Property(tries = 300)
  void everyCommentIsARowAndNumbersHaveNoGap(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 11) Integer> senders) {
    List<Snapshot.CommentRow> comments = new ArrayList<>();
    for (int sender : senders) {
      int group = List.of(1, 4, 5).get(sender % 3);
      comments.add(comment(body(group, sender / 3, "c" + sender)).row());
    }

    Register register = build(List.of(), comments);

    List<Register.Body> bodies = bodies(register);
    for (int i = 0; i < bodies.size(); i++) {
      assertThat(bodies.get(i).number()).isEqualTo(i + 1);
      for (int j = 0; j < bodies.get(i).rows().size(); j++) {
        assertThat(bodies.get(i).rows().get(j).index()).isEqualTo((i + 1) + "." + (j + 1));
      }
    }
    assertThat(bodies.stream().mapToInt(b -> b.rows().size()).sum()).isEqualTo(senders.size());
    assertThat(register.summary().comments()).isEqualTo(senders.size());
    assertThat(register.groups().stream().map(Register.Group::code)).doesNotHaveDuplicates();
  }
}
