package vn.sogopy.platform.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
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

  private static Keyset<String> keyset(boolean descending, Type... types) {
    return new Keyset<>(
        descending,
        Stream.of(types)
            .map(type -> new Key<String>(type.name().toLowerCase(Locale.ROOT), type, row -> row))
            .toList());
  }

  private static PageRequest at(String... keys) {
    return new PageRequest("list", 1, Cursor.encode("list", List.of(keys)), false);
  }

  @Test
  void conditionOfTheNextPage() {
    Keyset<String> up = keyset(false, Type.NUMBER, Type.DATE, Type.ID);
    List<Object> after = up.after(at("-1", "2021-09-15", ID));
    assertThat(after).containsExactly(-1, LocalDate.of(2021, 9, 15), UUID.fromString(ID));
    Statement first = statement(up.restrict(Sql.of("where x = ?", "q"), after));
    assertThat(first.text.replaceAll("\\s+", ""))
        .isEqualTo("wherex=?and(number,date,id)>" + VALUES + "orderbynumberasc,dateasc,idasc");
    assertThat(first.parameters).first().isEqualTo("q");
    assertThat(first.parameters.subList(1, 4)).isEqualTo(after);
    Keyset<String> down = keyset(true, Type.NUMBER, Type.DATE, Type.ID);
    assertThat(statement(down.restrict(new Sql(), after)).text.replaceAll("\\s+", ""))
        .isEqualTo("and(number,date,id)<" + VALUES + "orderbynumberdesc,datedesc,iddesc");
  }

  @Test
  void theFirstPageHasAnOrderAlone() {
    Keyset<String> keyset = keyset(false, Type.ID);
    List<Object> after = keyset.after(new PageRequest("list", 1, null, false));
    assertThat(after).isNull();
    assertThat(statement(keyset.restrict(new Sql(), after)).text.trim())
        .isEqualTo("order by id asc");
  }

  @Test
  void oneRowMoreThanTheLimitShowsAnotherPage() {
    Keyset<String> keyset = keyset(false, Type.TEXT);
    PageRequest request = new PageRequest("list", 2, null, false);
    Page<String> page = keyset.page(List.of("a", "b", "c"), request, 3L);
    assertThat(page.items()).containsExactly("a", "b");
    assertThat(page.total()).isEqualTo(3);
    assertThat(keyset.after(new PageRequest("list", 2, page.next(), false))).containsExactly("b");
    assertThat(keyset.page(List.of("a", "b"), request, null).next()).isNull();
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
    "DATE, infinity",
    "INSTANT, yesterday",
    "INSTANT, +1000000000-12-31T23:59:59Z",
    "INSTANT, 2021-08-25",
    "INSTANT, infinity",
    "ID, nope",
    "ID, 1-1-1-1-1",
  })
  void keyOfAnotherTypeIsRefused(Type type, String key) {
    assertThatThrownBy(() -> keyset(false, type).after(at(key)))
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
