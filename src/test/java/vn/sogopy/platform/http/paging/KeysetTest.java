package vn.sogopy.platform.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;

class KeysetTest {
  private static final String ID = "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";
  private static final String VALUES = "((select?::int),(select?::date),(select?::uuid))";

  @Test
  void theRowsBehindAreThoseAfterAllKeysInTheirDirection() {
    Key rank = new Key(Sql.of("rank(?)", "q"), Type.NUMBER);
    Key day = new Key("day", Type.DATE);
    Key id = new Key("id", Type.ID);
    List<String> cursor = List.of("-1", "2021-09-15", ID);
    Statement up = statement(new Keyset(false, List.of(rank, day, id)).behind(cursor));
    assertThat(up.text.replaceAll("\\s+", "")).isEqualTo("and(rank(?),day,id)>" + VALUES);
    assertThat(up.parameters).containsExactly("q", -1, "2021-09-15", java.util.UUID.fromString(ID));
    Statement down = statement(new Keyset(true, List.of(rank, day, id)).behind(cursor));
    assertThat(down.text.replaceAll("\\s+", "")).isEqualTo("and(rank(?),day,id)<" + VALUES);
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, ''",
    "NUMBER, x",
    "NUMBER, 99999999999",
    "DATE, ''",
    "DATE, nope",
    "DATE, 2021-02-30",
    "DATE, +999999999-01-01",
    "DATE, -infinity",
    "INSTANT, yesterday",
    "INSTANT, +1000000000-12-31T23:59:59Z",
    "INSTANT, 2021-08-25",
    "INSTANT, infinity",
    "ID, nope",
    "ID, 1-1-1-1-1",
  })
  void aKeyThatIsNoneOfItsTypeIsAWrongCursor(Type type, String key) {
    assertThatThrownBy(() -> new Keyset(false, List.of(new Key("x", type))).behind(List.of(key)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.errors().get(0).name()).isEqualTo("cursor"));
  }

  private record Statement(String text, List<Object> parameters) {}

  /** The statement that the database would get. */
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
