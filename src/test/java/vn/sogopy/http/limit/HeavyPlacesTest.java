package vn.sogopy.http.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeavyPlacesTest {

  @Test
  void soManyAtOnce() {
    HeavyPlaces places = new HeavyPlaces(2, 0);
    places.take();
    places.take();
    assertThatThrownBy(places::take).hasMessageContaining("too-many-requests");
    places.give();
    assertThatCode(places::take).doesNotThrowAnyException();
  }
}
