package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.paging.Cursor;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

class ChangeCursorTest {
  private static final UUID PLAN = UUID.randomUUID();

  private static Change change(long position, String event) {
    Change change = new Change();
    change.position = position;
    change.event = event;
    change.subject = PLAN;
    change.at = Instant.EPOCH;
    return change;
  }

  @Property
  void cursorRoundTrip(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long position,
      @ForAll String event) {
    ChangeCursor cursor = ChangeCursor.at(change(position, event));
    assertThat(ChangeCursor.parse(cursor.text(PLAN), PLAN)).isEqualTo(cursor);
  }

  @Property
  void anyTextIsParsedOrRefused(@ForAll String sent, @ForAll String position) {
    for (String after :
        new String[] {
          sent, Cursor.encode("changes " + PLAN, java.util.List.of(position, "0")),
        }) {
      try {
        assertThat(ChangeCursor.parse(after, PLAN).position()).isNotNegative();
      } catch (ProblemException e) {
        assertThat(e.errors()).singleElement().extracting(x -> x.name()).isEqualTo("after");
        assertThat(e.errors().get(0).code()).isEqualTo(FieldCode.INVALID_CURSOR);
      }
    }
  }

  @Property
  void cursorOfAnotherPlanIsRefused(@ForAll @LongRange(min = 0) long position) {
    String after = new ChangeCursor(position, "0").text(UUID.randomUUID());
    assertThatThrownBy(() -> ChangeCursor.parse(after, PLAN)).isInstanceOf(ProblemException.class);
  }

  @Property
  void cursorAfterTheHeadIsGone(
      @ForAll @LongRange(min = 0) long position, @ForAll @LongRange(min = 0) long head) {
    ChangeCursor cursor = new ChangeCursor(position, "0");
    if (position <= head) {
      cursor.requireUpTo(head);
    } else {
      assertThatThrownBy(() -> cursor.requireUpTo(head))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CURSOR_GONE));
    }
  }

  @Test
  void otherEventAtThePositionIsGone() {
    ChangeCursor cursor = ChangeCursor.at(change(5, "comment-5"));
    cursor.requireSame(change(5, "comment-5"));
    assertThatThrownBy(() -> cursor.requireSame(change(5, "comment-6")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void missingCursorIsTheBeginning() {
    assertThat(ChangeCursor.parse(null, PLAN)).isEqualTo(ChangeCursor.BEGINNING);
  }
}
