package vn.sogopy.platform.http.download;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Problems;

class ByteRangeTest {
  private static final String TAG = "\"abc\"";

  private static ByteRange of(String range) {
    return ByteRange.of(range, null, TAG, 100);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-99, 0, 99",
    "bytes=10-19, 10, 19",
    "bytes=99-, 99, 99",
    "bytes=90-1000, 90, 99",
    "bytes=-1, 99, 99",
    "bytes=-1000, 0, 99",
    "bytes = 5-6, 5, 6",
    "bytes=0-999999999999999999, 0, 99",
  })
  void oneRange(String header, long from, long to) {
    assertThat(of(header)).isEqualTo(new ByteRange(from, to, 100, true));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "x"})
  void otherRangesAreIgnored(String header) {
    assertThat(of(header)).isEqualTo(new ByteRange(0, 99, 100, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=500-600", "bytes=-0"})
  void rangeAfterTheEnd(String header) {
    ProblemException refused = Problems.of(() -> of(header));
    assertThat(refused.code()).isEqualTo(ProblemCode.RANGE_NOT_SATISFIABLE);
    assertThat(refused.headers()).containsEntry("Content-Range", "bytes */100");
  }

  @Test
  void otherIfRangeReturnsTheWholeFile() {
    assertThat(ByteRange.of("bytes=0-1", TAG, TAG, 100).partial()).isTrue();
    assertThat(ByteRange.of("bytes=0-1", "\"old\"", TAG, 100).partial()).isFalse();
    assertThat(ByteRange.of("bytes=0-1", "W/" + TAG, TAG, 100).partial()).isFalse();
    // The range is not validated then.
    assertThat(ByteRange.of("bytes=500-", "\"old\"", TAG, 100).partial()).isFalse();
  }

  @Property
  void isAlwaysWithinTheFile(
      @ForAll @LongRange(min = 0, max = 300) long from,
      @ForAll @LongRange(min = 0, max = 300) long to,
      @ForAll @LongRange(min = 1, max = 300) long size) {
    ByteRange range;
    try {
      range = ByteRange.of("bytes=" + from + "-" + to, null, TAG, size);
    } catch (ProblemException refused) {
      assertThat(from).isGreaterThanOrEqualTo(size);
      return;
    }
    assertThat(range.from()).isBetween(0L, range.to());
    assertThat(range.to()).isLessThan(size);
    assertThat(range.length()).isBetween(1L, size);
    assertThat(range.partial()).isEqualTo(from <= to);
  }
}
