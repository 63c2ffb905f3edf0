package vn.sogopy.platform.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

  @Test
  void oneAddressLeavesRoomForOthers() {
    OpenConnections connections = new OpenConnections(4, 2);
    assertThat(connections.open("a")).isTrue();
    assertThat(connections.open("a")).isTrue();
    assertThat(connections.open("a")).isFalse();
    assertThat(connections.open("b")).isTrue();
    connections.close("a");
    assertThat(connections.open("a")).isTrue();
  }

  @Test
  void allTogetherAreBounded() {
    OpenConnections connections = new OpenConnections(2, 0);
    assertThat(connections.open("a")).isTrue();
    assertThat(connections.open("b")).isTrue();
    assertThat(connections.open("c")).isFalse();
    assertThat(connections.open()).isEqualTo(2);
  }

  @Test
  void nothingIsKeptOfAddressesThatLeft() {
    OpenConnections connections = new OpenConnections(0, 0);
    for (int i = 0; i < 1_000; i++) {
      assertThat(connections.open("a" + i)).isTrue();
      connections.close("a" + i);
    }
    assertThat(connections.addresses()).isZero();
    assertThat(connections.open()).isZero();
  }

  @Test
  void moreThanHalfIsACrowd() {
    OpenConnections connections = new OpenConnections(6, 4);
    connections.open("a");
    connections.open("a");
    assertThat(connections.isCrowded("a")).isFalse();
    connections.open("a");
    assertThat(connections.isCrowded("a")).isTrue();
    assertThat(connections.isCrowded("b")).isFalse();
    connections.open("b");
    assertThat(connections.isCrowded("b")).isTrue();
  }

  @Test
  void withoutALimitThereIsNoCrowd() {
    OpenConnections connections = new OpenConnections(0, 0);
    connections.open("a");
    assertThat(connections.isCrowded("a")).isFalse();
  }
}
