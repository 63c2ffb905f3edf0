package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.sql.Sql;

class CommentOrderTest {
  private static final String ID = "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";
  private static final String INSTANT = "2021-08-25T02:11:09.123Z";

  private static final Map<CommentOrder, List<String>> KEYS =
      Map.of(
          CommentOrder.RECEIVED_AT, List.of(INSTANT, ID),
          CommentOrder.RECEIVED_AT_DESCENDING, List.of(INSTANT, ID),
          CommentOrder.SECTION, List.of("2", "00010003", INSTANT, ID),
          CommentOrder.ORGANIZATION, List.of("4", "12", "sgtvt", INSTANT, ID));

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

  /** A keyset page goes on where the order stands: same columns, same direction, all of them. */
  @ParameterizedTest
  @EnumSource
  void thePageBehindTheCursorGoesByTheColumnsOfTheOrder(CommentOrder order) {
    for (boolean ranked : new boolean[] {false, true}) {
      List<String> cursor = new ArrayList<>(KEYS.get(order));
      if (ranked) {
        cursor.add(0, "1");
      }
      assertThat(order.size(ranked)).isEqualTo(cursor.size());

      Statement statement = statement(order.behind(ranked, cursor, Sql.of("rank")));
      String comparison = order.descending() ? "<" : ">";
      String[] sides = statement.text.split(" " + comparison + " ");
      assertThat(sides).hasSize(2);
      assertThat(columns(sides[0].replace("and (", "")))
          .isEqualTo(
              columns(
                  order
                      .orderBy(ranked)
                      .replace("order by ", "")
                      .replace(" desc", "")
                      .replace(" asc", "")));
      assertThat(statement.parameters).hasSize(cursor.size());
      assertThat(order.orderBy(ranked).split(order.descending() ? " desc" : " asc"))
          .hasSize(cursor.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOrderEndsInTheIdSoThatNoTwoRowsAreEqual(CommentOrder order) {
    assertThat(order.orderBy(false)).contains("c.received_at").matches(".*, c\\.id (asc|desc)$");
  }

  @ParameterizedTest
  @EnumSource
  void keysThatAreNoneAreAWrongCursor(CommentOrder order) {
    List<String> good = KEYS.get(order);
    for (int i = 0; i < good.size(); i++) {
      if (good.get(i).matches("sgtvt|00010003")) {
        continue;
      }
      for (String bad : List.of("", "x", "99999999999", "+999999-01-01T00:00:00Z")) {
        List<String> keys = new ArrayList<>(good);
        keys.set(i, bad);
        assertThatThrownBy(() -> order.behind(false, keys, null))
            .as("%s key %s: %s", order, i, bad)
            .isInstanceOfSatisfying(
                ProblemException.class,
                problem -> {
                  assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
                  assertThat(problem.errors().get(0).name()).isEqualTo("cursor");
                });
      }
    }
  }

  private static List<String> columns(String text) {
    return java.util.Arrays.stream(
            text.replaceAll("\\s+", " ").replace("coalesce(s.path, '')", "path").split(","))
        .map(column -> column.replaceAll("[()]", "").trim())
        .toList();
  }

  private record Statement(String text, List<Object> parameters) {}

  /** What would go to the database. */
  private static Statement statement(Sql sql) {
    List<String> text = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    PreparedStatement prepared =
        proxy(
            PreparedStatement.class,
            (name, arguments) -> {
              if (name.startsWith("set")) {
                parameters.add(arguments[1]);
              }
              return name.equals("executeUpdate") ? 0 : null;
            });
    Connection connection =
        proxy(
            Connection.class,
            (name, arguments) -> {
              if (name.equals("prepareStatement")) {
                text.add((String) arguments[0]);
                return prepared;
              }
              return null;
            });
    sql.execute(proxy(DataSource.class, (name, arguments) -> connection));
    return new Statement(text.get(0), parameters);
  }

  private interface Call {
    Object answer(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.answer(method.getName(), arguments)));
  }
}
