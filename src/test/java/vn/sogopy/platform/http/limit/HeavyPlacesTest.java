package vn.sogopy.platform.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeavyPlacesTest {

  @Test
  void soManyAtOnce() {
    HeavyPlaces places = new HeavyPlaces(2, 0);
    places.take("a");
    places.take("a");
    assertThatThrownBy(() -> places.take("a")).hasMessageContaining("too-many-requests");
    places.give("a");
    assertThatCode(() -> places.take("a")).doesNotThrowAnyException();
  }

  @Test
  void oneClientTakesNotAllThatOthersCouldUse() {
    HeavyPlaces places = new HeavyPlaces(1_000, 0);
    IntStream.range(0, HeavyPlaces.MOST_OF_CLIENT).forEach(i -> places.take("a"));
    assertThatThrownBy(() -> places.take("a")).hasMessageContaining("too-many-requests");
    for (int i = HeavyPlaces.MOST_OF_CLIENT; i < HeavyPlaces.MOST; i++) {
      places.take("b" + i % 10);
    }
    assertThatThrownBy(() -> places.take("c")).hasMessageContaining("too-many-requests");
    places.give("a");
    assertThatCode(() -> places.take("c")).doesNotThrowAnyException();
  }

  @Test
  void aBurstOfAnOfficeWaitsForItsTurn() throws ExecutionException, InterruptedException {
    HeavyPlaces places = new HeavyPlaces(2, 60);
    ExecutorService people = Executors.newFixedThreadPool(20);
    try {
      CompletableFuture<?>[] all =
          IntStream.range(0, 200)
              .map(i -> i % 20)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> {
                            places.take("office");
                            places.give("office");
                          },
                          people))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).get();
      assertThat(all).allMatch(one -> !one.isCompletedExceptionally());
    } finally {
      people.shutdownNow();
    }
  }
}
