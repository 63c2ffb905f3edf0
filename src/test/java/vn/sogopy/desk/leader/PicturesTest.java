package vn.sogopy.desk.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.sogopy.desk.leader.Pictures.Bar;
import vn.sogopy.desk.leader.Pictures.Bars;
import vn.sogopy.desk.leader.Pictures.Column;
import vn.sogopy.desk.leader.Pictures.Days;
import vn.sogopy.desk.leader.Pictures.Line;
import vn.sogopy.desk.leader.Pictures.Part;

class PicturesTest {
  private static final LocalDate DUE = LocalDate.of(2021, 9, 15);
  private static final List<String> LEGEND = List.of("Nhất trí", "Có ý kiến", "Chưa trả lời");

  private static Line line(int... numbers) {
    return new Line("Nhóm", java.util.Arrays.stream(numbers).boxed().toList());
  }

  @Test
  void longestBarHasTheWholeWidth() {
    Bars bars = Bars.of(LEGEND, List.of(line(10, 20, 30), line(10, 0, 20)));
    assertThat(bars.bars().get(0).parts())
        .containsExactly(new Part(10, 3, 59), new Part(20, 62, 118), new Part(30, 180, 177));
    assertThat(bars.bars().get(1).parts())
        .containsExactly(new Part(10, 3, 59), new Part(0, 62, 0), new Part(20, 62, 118));
    assertThat(bars.bars()).extracting(Bar::top).containsExactly(60, 98);
    assertThat(bars.height()).isEqualTo(139);
    assertThat(bars.total()).isEqualTo(90);
    assertThat(bars.sum(2)).isEqualTo(50);
  }

  @Property(tries = 200)
  void partsTouchAndStayInside(
      @ForAll @Size(min = 1, max = 8)
          List<@Size(3) List<@IntRange(max = 100_000) Integer>> numbers) {
    Bars bars = Bars.of(LEGEND, numbers.stream().map(some -> new Line("Nhóm", some)).toList());
    for (Bar bar : bars.bars()) {
      int x = 3;
      for (Part part : bar.parts()) {
        assertThat(part.x()).isEqualTo(x);
        assertThat(part.width()).isNotNegative();
        x += part.width();
      }
      assertThat(x).isLessThanOrEqualTo(Pictures.WIDTH - 3);
    }
  }

  @Test
  void numberIsWrittenWhereItFits() {
    assertThat(new Part(5, 0, 11).isRoomy()).isTrue();
    assertThat(new Part(15, 0, 11).isRoomy()).isFalse();
    assertThat(new Part(0, 0, 100).isRoomy()).isFalse();
  }

  @Test
  void longLabelIsCut() {
    Bar bar = new Bar(new Line("Ủy ban nhân dân ".repeat(10), List.of()), List.of(), 0);
    assertThat(bar.label()).isEqualTo("Ủy ban nhân dân Ủy ban nhân dân Ủy ban…");
    assertThat(new Bar(new Line("X".repeat(50), List.of()), List.of(), 0).label()).hasSize(42);
    assertThat(new Bar(new Line("Bộ", List.of()), List.of(), 0).label()).isEqualTo("Bộ");
  }

  @Test
  void repliesAreCountedAtTheDueLine() {
    TreeMap<LocalDate, Integer> replies = new TreeMap<>();
    replies.put(DUE.minusDays(9), 2);
    replies.put(DUE, 4);
    replies.put(DUE.plusDays(2), 1);
    Days days = Days.of(replies, DUE.minusDays(9), DUE);
    assertThat(days.inTime()).isEqualTo(6);
    assertThat(days.total()).isEqualTo(7);
    assertThat(days.first()).isEqualTo(DUE.minusDays(9));
    assertThat(days.last()).isEqualTo(DUE.plusDays(2));
    // Twelve days of 29.5 pixels; the line is at the end of the tenth.
    assertThat(days.due()).isEqualTo(298);
    assertThat(days.columns())
        .containsExactly(
            new Column(DUE.minusDays(9), 2, 3, 24, 55, true),
            new Column(DUE, 4, 269, 24, 110, true),
            new Column(DUE.plusDays(2), 1, 328, 24, 28, true));
    assertThat(days.peak().day()).isEqualTo(DUE);
    assertThat(days.peak().top()).isEqualTo(Days.TOP);
  }

  @Test
  void withoutDueDateThereIsNoLine() {
    Days days = Days.of(new TreeMap<>(java.util.Map.of(DUE, 1)), null, null);
    assertThat(days.due()).isNull();
    assertThat(days.inTime()).isEqualTo(1);
    assertThat(days.first()).isEqualTo(days.last()).isEqualTo(DUE);
  }

  @Property(tries = 200)
  void columnsStayInside(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 4_000) Integer> offsets) {
    TreeMap<LocalDate, Integer> replies = new TreeMap<>();
    offsets.forEach(offset -> replies.merge(DUE.plusDays(offset), 1, Integer::sum));
    for (Column column : Days.of(replies, DUE.minusDays(30), DUE).columns()) {
      assertThat(column.x()).isBetween(3, Pictures.WIDTH - 3 - column.width());
      assertThat(column.top()).isBetween(Days.TOP, Days.BASE - 1);
    }
  }
}
