package vn.sogopy.comment.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentOrderTest {

  @Test
  void theParametersAreThoseOfTheContract() {
    assertThat(CommentOrder.parameters())
        .isEqualTo("receivedAt, -receivedAt, section, organization");
    for (CommentOrder order : CommentOrder.values()) {
      assertThat(CommentOrder.of(order.parameter())).isEqualTo(order);
      assertThat(order.descending()).isEqualTo(order.parameter().startsWith("-"));
    }
    assertThat(CommentOrder.of("content")).isNull();
    assertThat(CommentOrder.of(null)).isNull();
  }
}
