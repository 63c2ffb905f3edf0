package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sogopy.register.Snapshots.body;
import static vn.sogopy.register.Snapshots.comment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Streamed rows are iterated once, each of them, in their order, or not at all. */
class StreamedRowsTest {
  private static final Snapshot.BodyRef SXD = body(4, 1, "sxd");
  private static final Snapshot.BodyRef SCT = body(4, 2, "sct");

  private final Queue<Snapshot.Numbered> comments =
      Snapshots.passing(
          List.of(SXD.id(), SCT.id()), List.of(comment(SXD), comment(SXD), comment(SCT)), true);
  private final List<Register.Row> seen = new ArrayList<>();
  private final StreamedRows streamed = new StreamedRows(comments::poll, seen::add, false);
  private final List<Register.Row> first = next(2);
  private final List<Register.Row> silent = next(0);
  private final List<Register.Row> second = next(1);

  private List<Register.Row> next(int size) {
    return streamed.next(size, (number, comment) -> Registers.row("1." + number, null, "x", true));
  }

  @Test
  void rowsInOrder() {
    assertThat(first.size()).isEqualTo(2);
    assertThat(silent).isEmpty();
    List<Register.Row> told = new ArrayList<>(first);
    told.addAll(second);
    streamed.requireEnd();
    assertThat(told).extracting(Register.Row::index).containsExactly("1.1", "1.2", "1.1");
    assertThat(seen).isEqualTo(told);
  }

  @Test
  void heldRowsAreReadAtOnceAndAsOftenAsWanted() {
    StreamedRows rows = new StreamedRows(comments::poll, seen::add, true);
    List<Register.Row> held =
        rows.next(2, (number, comment) -> Registers.row("1." + number, null, "x", true));
    assertThat(comments).hasSize(1);
    assertThat(held).isEqualTo(seen).extracting(Register.Row::index).containsExactly("1.1", "1.2");
    assertThat(held.get(1).index()).isEqualTo("1.2");
    assertThatIllegalStateException().isThrownBy(rows::requireEnd);
  }

  /** Before, between and after the rows of an organization. */
  @Test
  void commentsWithoutRowAreCountedAndPassedOver() {
    Queue<Snapshot.Numbered> some =
        Snapshots.passing(
            List.of(SXD.id(), SCT.id()),
            List.of(
                comment(SXD).restricted(),
                comment(SXD),
                comment(SXD).restricted(),
                comment(SXD),
                comment(SXD).restricted(),
                comment(SCT).restricted(),
                comment(SCT),
                comment(SCT).restricted()),
            false);
    StreamedRows rows = new StreamedRows(some::poll, seen::add, false);
    List<Register.Row> ofFirst =
        rows.next(2, (number, comment) -> Registers.row("1." + number, null, "x", true));
    List<Register.Row> ofSecond =
        rows.next(1, (number, comment) -> Registers.row("2." + number, null, "x", true));

    List<Register.Row> told = new ArrayList<>(ofFirst);
    told.addAll(ofSecond);
    rows.requireEnd();
    assertThat(told).extracting(Register.Row::index).containsExactly("1.2", "1.4", "2.2");
    assertThat(seen).isEqualTo(told);
  }

  @Test
  void organizationOutOfOrder() {
    assertThatIllegalStateException().isThrownBy(() -> new ArrayList<>(second));
  }

  @Test
  void organizationTwice() {
    first.forEach(row -> {});
    assertThatIllegalStateException().isThrownBy(() -> new ArrayList<>(first));
  }

  @Test
  void remainingRows() {
    first.forEach(row -> {});
    assertThatIllegalStateException().isThrownBy(streamed::requireEnd);
  }

  @Test
  void otherRowsThanCounted() {
    comments.remove();
    Iterator<Register.Row> rows = first.iterator();
    rows.next();
    assertThatIllegalStateException().isThrownBy(rows::next);
    comments.clear();
    assertThatIllegalStateException().isThrownBy(second.iterator()::next);
  }

  @Test
  void noRandomAccess() {
    Iterator<Register.Row> rows = first.iterator();
    rows.next();
    rows.next();
    assertThat(rows.hasNext()).isFalse();
    assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> second.get(0)).isInstanceOf(UnsupportedOperationException.class);
  }
}
