package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.register.Snapshots.body;
import static vn.sogopy.register.Snapshots.comment;
import static vn.sogopy.register.Snapshots.gone;
import static vn.sogopy.register.Snapshots.letter;
import static vn.sogopy.register.Snapshots.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

class RegisterBuilderTest {
  private static final Instant NOW = Instant.parse("2021-10-01T02:00:00Z");
  private static final Actor ACT =
      new Actor(new Caller("Điều phối", "x", Role.COORDINATOR, null, null), NOW);

  private static Register build(List<Snapshot.LetterRow> letters, List<Snapshots.Row> comments) {
    return Snapshots.build(ACT, Snapshots.of(letters, comments), comments);
  }

  private static List<Register.Body> bodies(Register register) {
    return register.groups().stream().flatMap(group -> group.bodies().stream()).toList();
  }

  @Test
  void emptyDraft() {
    Register register = build(List.of(), List.of());

    assertThat(register.groups()).isEmpty();
    assertThat(register.summary()).isEqualTo(Snapshots.COUNTS);
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
            Snapshots.DRAFT,
            DraftStatus.OPEN,
            Snapshot.Settings.NONE,
            new PlanHead.Head("X", false, Snapshots.HEAD.letterhead(), "Sở X", "Sở X"),
            real.scope(),
            false,
            List.of(),
            real.included(),
            real.places(),
            Snapshots.COUNTS,
            real.apart(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            3,
            real.bodies(),
            Map.of(),
            List.of(),
            real.counted(),
            real.selected(),
            real.sections(),
            real.points());
    Register register = Snapshots.build(ACT, real, List.of());
    assertThat(register.mark()).isNull();
    assertThat(register.restrictedLeftOut()).isEqualTo(3);
  }

  @Test
  void numbersContinueThroughGroups() {
    Snapshot.BodyRef ministry = body(1, 7, "bxd");
    Snapshot.BodyRef second = body(4, 2, "sgtvt");
    Snapshot.BodyRef first = body(4, 1, "sxd");
    Snapshot.BodyRef district = body(5, 1, "babe");

    Register register =
        build(
            List.of(letter(district, "9/UBND")),
            List.of(comment(second), comment(second), comment(ministry), comment(first)));

    assertThat(register.groups().stream().map(g -> g.index() + " " + g.code()))
        .containsExactly("I CENTRAL", "II PROVINCIAL", "III DISTRICT");
    assertThat(bodies(register).stream().map(b -> b.number() + " " + b.code()))
        .containsExactly("1 bxd", "2 sxd", "3 sgtvt", "4 babe");
    assertThat(bodies(register).stream().flatMap(b -> b.rows().stream()).map(Register.Row::index))
        .containsExactly("1.1", "2.1", "3.1", "3.2");
  }

  /** A reader without the right to restricted comments has gaps in the numbers. */
  @Test
  void numbersCountRestrictedComments() {
    Snapshot.BodyRef ministry = body(1, 7, "bxd");
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Snapshot.BodyRef district = body(5, 1, "babe");
    List<Snapshots.Row> comments =
        List.of(
            comment(ministry).restricted(),
            comment(sxd),
            comment(sxd).restricted(),
            comment(sxd),
            comment(sxd).restricted(),
            comment(district));
    Map<String, ReplyState> replies = Map.of();
    RegisterScope whole = RegisterScope.whole(false);

    Register all =
        Snapshots.build(ACT, Snapshots.of(List.of(), comments, replies, whole, true), comments);
    Register open =
        Snapshots.build(ACT, Snapshots.of(List.of(), comments, replies, whole, false), comments);

    assertThat(indexes(all)).containsExactly("1.1", "2.1", "2.2", "2.3", "2.4", "3.1");
    assertThat(indexes(open)).containsExactly("2.1", "2.3", "3.1");
    assertThat(bodies(open).stream().map(b -> b.number() + " " + b.code()))
        .containsExactly("1 bxd", "2 sxd", "3 babe");
    assertThat(bodies(open).get(0).statement()).isEqualTo("Có ý kiến thuộc diện hạn chế tiếp cận");
    assertThat(bodies(all).get(0).statement()).isNull();
    assertThat(open.summary()).isEqualTo(all.summary());
    assertThat(open.restrictedLeftOut()).isEqualTo(3);
    assertThat(open.byTopic().withoutComments()).isEmpty();
  }

  @Test
  void extractHasTheNumbersOfTheWhole() {
    Snapshot.BodyRef ministry = body(1, 7, "bxd");
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Snapshot.BodyRef stc = body(4, 2, "stc");
    List<Snapshot.LetterRow> letters = List.of(letter(ministry, "1/BXD"), letter(stc, "2/STC"));
    List<Snapshots.Row> comments =
        List.of(comment(ministry), comment(sxd).restricted(), comment(stc), comment(stc));
    RegisterScope scope = new RegisterScope(null, "stc", null, false, DocumentKind.FULL);

    Register extract =
        Snapshots.build(ACT, Snapshots.of(letters, comments, Map.of(), scope, false), comments);

    assertThat(extract.groups().stream().map(g -> g.index() + " " + g.code()))
        .containsExactly("II PROVINCIAL");
    assertThat(bodies(extract).stream().map(b -> b.number() + " " + b.code()))
        .containsExactly("3 stc");
    assertThat(indexes(extract)).containsExactly("3.1", "3.2");
    assertThat(extract.letters().stream().map(l -> l.number() + " " + l.symbol()))
        .containsExactly("2 2/STC");
  }

  private static List<String> indexes(Register register) {
    return bodies(register).stream()
        .flatMap(body -> body.rows().stream())
        .map(Register.Row::index)
        .toList();
  }

  @Test
  void equalPositionsAreOrderedByCode() {
    Register register =
        build(List.of(), List.of(comment(body(4, 1, "b")), comment(body(4, 1, "a"))));

    assertThat(bodies(register).stream().map(Register.Body::code)).containsExactly("a", "b");
  }

  @Test
  void agreementHasOneRow() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Register.Body agreeing = agreeing(List.of(letter(sxd, "1/SXD")), List.of());

    assertThat(agreeing.agreement()).isEqualTo("Nhất trí với nội dung dự thảo");
    assertThat(agreeing.rows()).isEmpty();
    assertThat(agreeing.letters()).hasSize(1);
  }

  @Test
  void conditionalAgreementIsNotAgreement() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Snapshot.LetterRow letter = letter(sxd, "1/SXD");
    assertThat(bodies(build(List.of(letter), List.of())).get(0).agreement()).isNull();
    assertThat(agreeing(List.of(letter), List.of(comment(sxd).in(letter))).agreement()).isNull();
  }

  private static Register.Body agreeing(
      List<Snapshot.LetterRow> letters, List<Snapshots.Row> comments) {
    Map<String, ReplyState> replies = Map.of("sxd", reply(ReplyState.State.AGREED));
    return bodies(Snapshots.build(ACT, Snapshots.of(letters, comments, replies), comments)).get(0);
  }

  /** Annex II lists them. */
  @Test
  void organizationsWithoutReplyAreLeftOut() {
    Snapshot.LetterRow minutes = letter(body(4, 1, "sxd"), "1/BB");
    List<Snapshots.Row> comments = List.of(comment(body(4, 2, "stc")));
    Snapshot snapshot =
        Snapshots.of(
            List.of(minutes), comments, Map.of("sxd", reply(ReplyState.State.NOT_REPLIED)));

    assertThat(bodies(Snapshots.build(ACT, snapshot, comments)))
        .extracting(Register.Body::number, Register.Body::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "stc"));
  }

  @Test
  void replacedLetterIsCitedOnlyForItsComments() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Snapshot.LetterRow old = gone(letter(sxd, "1/SXD"));
    Snapshot.LetterRow now = letter(sxd, "2/SXD");

    assertThat(bodies(build(List.of(old, now), List.of())).get(0).letters())
        .extracting(Register.Letter::number)
        .containsExactly("2/SXD");
    Register.Body body = bodies(build(List.of(old, now), List.of(comment(sxd).in(old)))).get(0);
    assertThat(body.letters())
        .extracting(Register.Letter::number)
        .containsExactly("1/SXD", "2/SXD");
    assertThat(body.rows().get(0).letter()).isEqualTo("số 1/SXD ngày 24/8/2021");
  }

  @Test
  void letterIsNamedOnlyForSeveralLetters() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Snapshot.BodyRef sgtvt = body(4, 2, "sgtvt");
    Snapshot.LetterRow one = letter(sxd, "1/SXD");
    Snapshot.LetterRow two = letter(sxd, "2/SXD");
    Snapshot.LetterRow only = letter(sgtvt, "3/SGTVT");

    Register register =
        build(
            List.of(one, two, only),
            List.of(comment(sxd).in(two), comment(sxd), comment(sgtvt).in(only)));

    List<Register.Body> bodies = bodies(register);
    assertThat(bodies.get(0).rows().stream().map(Register.Row::letter))
        .containsExactly("số 2/SXD ngày 24/8/2021", null);
    assertThat(bodies.get(1).rows().get(0).letter()).isNull();
    assertThat(bodies.get(0).letters().stream().map(Register.Letter::citation))
        .containsExactly("số 1/SXD ngày 24/8/2021", "số 2/SXD ngày 24/8/2021");
  }

  @Test
  void answersAreShownAfterApproval() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    Register register =
        build(
            List.of(),
            List.of(
                comment(sxd).approved(Result.NOTED),
                comment(sxd).answered(Status.ANSWERED, Result.ACCEPTED, "Nháp."),
                comment(sxd).late()));

    List<Register.Row> rows = bodies(register).get(0).rows();
    assertThat(rows.get(0).result()).isEqualTo(Result.NOTED);
    assertThat(rows.get(0).resultLabel()).isEqualTo("Ghi nhận");
    assertThat(rows.get(0).answer()).isEqualTo("Trả lời.");
    assertThat(rows.get(1).result()).isNull();
    assertThat(rows.get(1).answer()).isNull();
    assertThat(rows.get(1).resultLabel()).isEqualTo("Đang nghiên cứu, xử lý");
    assertThat(rows.get(1).note()).isNull();
    assertThat(rows.get(2).note()).isEqualTo("Gửi sau thời hạn");
  }

  /** A direction closes an open point. */
  @Test
  void directionWithDocumentAndDate() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    List<Register.Row> rows =
        bodies(
                build(
                    List.of(),
                    List.of(
                        comment(sxd).approved(Result.NOTED).reaction(ReactionKind.MAINTAINED),
                        comment(sxd)
                            .approved(Result.NOTED)
                            .reaction(ReactionKind.MAINTAINED)
                            .direction("giữ nguyên."))))
            .get(0)
            .rows();

    assertThat(rows.get(0).differences()).containsExactly("Cơ quan góp ý bảo lưu ý kiến");
    assertThat(rows.get(0).directed()).isNull();
    assertThat(rows.get(1).differences()).isEmpty();
    assertThat(rows.get(1).directed())
        .isEqualTo(
            new RegisterDirection(
                "giữ nguyên.", "Thông báo số 12/TB-UBND", LocalDate.of(2021, 10, 5)));
    assertThat(rows.get(1).directed().source())
        .isEqualTo("Thông báo số 12/TB-UBND ngày 05/10/2021");
    assertThat(rows.get(1).direction())
        .isEqualTo("Ý kiến chỉ đạo (Thông báo số 12/TB-UBND ngày 05/10/2021): giữ nguyên.");
  }

  @Test
  void acceptedAndNotConfirmed() {
    Snapshot.BodyRef sxd = body(4, 1, "sxd");
    List<Register.Row> rows =
        bodies(
                build(
                    List.of(),
                    List.of(
                        comment(sxd).approved(Result.ACCEPTED),
                        comment(sxd).approved(Result.PARTIALLY_ACCEPTED),
                        comment(sxd).approved(Result.ACCEPTED).reaction(ReactionKind.MAINTAINED),
                        comment(sxd).approved(Result.ACCEPTED).reaction(ReactionKind.AGREED),
                        comment(sxd).approved(Result.EXPLAINED),
                        comment(sxd).answered(Status.ANSWERED, Result.ACCEPTED, "x"))))
            .get(0)
            .rows();

    assertThat(rows)
        .extracting(Register.Row::unconfirmed)
        .containsExactly(true, true, true, false, false, false);
  }

  /** docs/domain.md section 3: "a register prints the name as it was when the letter was sent". */
  @Test
  void nameOfTheLatestLetter() {
    LocalDate before = LocalDate.of(2021, 8, 1);
    LocalDate after = LocalDate.of(2021, 9, 1);
    Snapshot.BodyRef old = body(4, 1, "snn", "Sở Nông nghiệp và Phát triển nông thôn", before);
    Snapshot.BodyRef renamed = body(4, 1, "snn", "Sở Nông nghiệp và Môi trường", after);
    Snapshot.LetterRow first = letter(old, "1/SNN", before);
    Snapshot.LetterRow second = letter(renamed, "2/SNN", after);

    List<Register.Body> bodies =
        bodies(build(List.of(first, second), List.of(comment(old).in(first))));

    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0).name()).isEqualTo("Sở Nông nghiệp và Môi trường");
  }

  /** The numbers of an organization are consecutive, and every comment is one row. */
  @Property(tries = 300)
  void everyCommentHasARow(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 11) Integer> senders) {
    List<Snapshots.Row> comments = new ArrayList<>();
    for (int sender : senders) {
      int group = List.of(1, 4, 5).get(sender % 3);
      comments.add(comment(body(group, sender / 3, "c" + sender)));
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
    assertThat(register.groups().stream().map(Register.Group::code)).doesNotHaveDuplicates();
  }
}
