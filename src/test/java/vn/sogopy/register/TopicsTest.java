package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.register.Registers.body;
import static vn.sogopy.register.Registers.letter;
import static vn.sogopy.register.Registers.row;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Annex I by topic; docs/domain.md section 6. */
class TopicsTest {
  private static Register register(Register.Row... rows) {
    return Registers.of(
        DocumentKind.FULL,
        null,
        List.of(
            new Register.Group(
                "I",
                "PROVINCIAL",
                "Sở, ban, ngành",
                List.of(
                    body(1, "sxd", "Sở Xây dựng", List.of(letter("1/SXD", 2)), null, rows),
                    body(2, "stc", "Sở Tài chính", List.of(), Register.AGREEMENT)))));
  }

  private static Register.Row as(Register.Row row, UUID sameAs, String answer) {
    return new Register.Row(
        row.index(),
        row.id(),
        row.receiptNumber(),
        row.part(),
        row.letter(),
        row.section(),
        row.place(),
        row.content(),
        row.proposal(),
        row.author(),
        row.status(),
        row.result(),
        row.resultLabel(),
        answer,
        row.unplaced(),
        sameAs,
        row.restricted(),
        row.differences(),
        row.direction(),
        row.directed(),
        row.unconfirmed(),
        row.note());
  }

  @Test
  void generalCommentsFirst() {
    Register register =
        register(row("1.1", "V.1", "mục", false), row("1.2", null, "chung", false)).byTopic();
    assertThat(register.groups()).isNull();
    assertThat(register.topics()).extracting(Topics.Topic::section).containsExactly(null, "V.1");
    assertThat(register.topics().get(0).heading()).isEqualTo("Ý kiến chung");
    assertThat(register.withoutComments().get(0).bodies())
        .extracting(Register.Body::name)
        .containsExactly("Sở Tài chính");
  }

  @Test
  void sharedAnswerIsOneRow() {
    Register.Row first = row("1.1", "V.1", "a", true);
    Register.Row same = as(row("1.2", null, "b", true), first.id(), first.answer());
    Register.Row third = as(row("1.3", "V.1", "c", true), same.id(), first.answer());
    List<Topics.Topic> topics = register(first, same, third).byTopic().topics();
    assertThat(topics).hasSize(1);
    assertThat(topics.get(0).rows()).hasSize(1);
    assertThat(topics.get(0).rows().get(0).voices())
        .extracting(voice -> voice.row().index())
        .containsExactly("1.1", "1.2", "1.3");
  }

  @Test
  void otherTextIsAnotherRow() {
    Register.Row first = row("1.1", "V.1", "a", true);
    Register.Row other = as(row("1.2", "V.1", "b", true), first.id(), "Khác.");
    Register.Row open = as(row("1.3", "V.1", "c", false), first.id(), null);
    assertThat(register(first, other, open).byTopic().topics().get(0).rows()).hasSize(3);
  }

  @Test
  void cyclicReferencesTerminate() {
    Register.Row one = row("1.1", "V.1", "a", true);
    Register.Row two = as(row("1.2", "V.1", "b", true), one.id(), one.answer());
    List<Topics.Topic> topics = register(as(one, two.id(), one.answer()), two).byTopic().topics();
    assertThat(topics.get(0).rows().stream().mapToInt(shared -> shared.voices().size()).sum())
        .isEqualTo(2);
  }

  /** Whatever the sameAs links, every comment appears once. */
  @Property(tries = 300)
  void everyCommentOnce(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(min = -1, max = 24) Integer> sameAs) {
    List<Register.Row> rows = new ArrayList<>();
    for (int i = 0; i < sameAs.size(); i++) {
      String section = i % 3 == 0 ? null : "V.1";
      Register.Row row = row("1." + (i + 1), section, "Ý " + i, i % 4 != 0);
      int other = sameAs.get(i);
      UUID id =
          other < 0 || other >= sameAs.size() ? null : row("1." + (other + 1), null, "", true).id();
      rows.add(as(row, i % 4 == 0 ? null : id, row.answer()));
    }
    Register register = register(rows.toArray(Register.Row[]::new));
    List<String> indexes =
        register.byTopic().topics().stream()
            .flatMap(topic -> topic.rows().stream())
            .flatMap(shared -> shared.voices().stream())
            .map(voice -> voice.row().index())
            .toList();
    assertThat(indexes)
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(Register.Row::index).toList());
  }
}
