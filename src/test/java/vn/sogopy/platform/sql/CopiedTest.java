package vn.sogopy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows by COPY: the one place where values stand in the statement itself. */
@QuarkusTest
class CopiedTest {
  private static final String MANY =
      "select n::int, repeat('ý', 500) from generate_series(1, 200000) n";

  @Inject DataSource source;

  /** What might end a literal, a line, a row or the statement. */
  static List<String> hostile() {
    List<String> texts =
        new ArrayList<>(
            List.of(
                "",
                " ",
                "'",
                "''",
                "\\",
                "\\'",
                "'; drop table comment; --",
                "\\'; drop table comment; --",
                "') to stdout; select pg_sleep(9); --",
                "$$ $1 $body$",
                "? ?? ?::text",
                "\\N",
                "\\.",
                "NULL",
                "E'\\x41' U&'\\0041'",
                "a\tb\nc\rd\u000b\u000c\b\u0001\u001f\u007f",
                "/* -- */ \"cột\"",
                "Đề nghị làm rõ “số liệu”, ữ ự ặ ỗ",
                "e\u0301 \u200b\u200e\u202e\ufeff\u0085\u2028",
                "😀👩‍👩‍👧 𠀀",
                "x".repeat(100_000)));
    Random random = new Random();
    for (int i = 0; i < 50; i++) {
      texts.add(
          random
              .ints(random.nextInt(40), 0, 8)
              .mapToObj(CopiedTest::piece)
              .reduce("", String::concat));
    }
    return texts;
  }

  private static String piece(int kind) {
    return List.of("'", "\\", "?", ";", "--", "\n", "ữ", "😀").get(kind);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aTextComesBackAsItIs(String text) {
    UUID id = UUID.randomUUID();
    Sql sql =
        Sql.of("select ?::text as one, ?::uuid as id, ?::text as other,", text, id, text)
            .add("? = ?::text as same, length(?) as length", text, text, text);

    List<List<Object>> copied =
        sql.copied(
            source, row -> List.of(row.text(), row.uuid(), row.text(), row.flag(), row.integer()));

    assertThat(copied)
        .containsExactly(List.of(text, id, text, true, text.codePointCount(0, text.length())));
  }

  /** A statement ends at a NUL, and PostgreSQL has no text with one. */
  @Test
  void aNulIsRefused() {
    assertThatThrownBy(() -> Sql.of("select ?", "a\0b").copied(source, CopiedRow::text))
        .isInstanceOf(SqlException.class);
  }

  @Test
  void whatIsNeitherTextNorIdIsRefused() {
    assertThatThrownBy(() -> Sql.of("select ?", 7).copied(source, CopiedRow::integer))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyKindOfColumnIsTakenAndPassedOver() {
    List<List<Object>> rows =
        Sql.of(
                """
                select null::text, 'a', now(), 7, null::timestamptz, 8::bigint, ?, null::bool, date '2021-08-24'
                union all select 'b', 'a', now(), null, now(), null, ?, true, null""",
                true,
                null)
            .copied(
                source,
                row -> {
                  List<Object> cells = new ArrayList<>();
                  cells.add(row.text());
                  cells.add(row.text());
                  row.skip();
                  cells.add(row.integer());
                  row.skip();
                  cells.add(row.bigint());
                  cells.add(row.flag());
                  cells.add(row.flag());
                  cells.add(row.date());
                  return cells;
                });
    assertThat(rows)
        .containsExactly(
            java.util.Arrays.asList(null, "a", 7, 8L, true, null, LocalDate.of(2021, 8, 24)),
            java.util.Arrays.asList("b", "a", null, null, null, true, null));
  }

  /** Texts are compared with those of the row before; a row need not be taken to its end. */
  @Test
  void ofARowThatIsNotTakenToItsEndNothingIsMistakenForTheNext() {
    List<String> texts =
        Sql.of(
                """
                select n % 3 = 0 as whole, repeat('x', n % 7), case when n % 2 = 0 then 'chẵn' else 'lẻ' end, (n / 10)::text
                from generate_series(1, 999) n order by n""")
            .copied(
                source,
                row -> row.flag() ? row.text() + " " + row.text() + " " + row.text() : row.text());
    for (int n = 1; n <= 999; n++) {
      String padding = "x".repeat(n % 7);
      assertThat(texts.get(n - 1))
          .isEqualTo(n % 3 == 0 ? padding + (n % 2 == 0 ? " chẵn " : " lẻ ") + n / 10 : padding);
    }
  }

  @Test
  void givenUpHalfWayTheConnectionServesOn() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              int before = pid();
              try (Copied<Integer> copied = Sql.of(MANY).copying(source, CopiedRow::integer)) {
                assertThat(copied.next()).isEqualTo(1);
                assertThat(copied.next()).isEqualTo(2);
              }
              Sql.of("rollback").execute(source);
              assertThat(pid()).isEqualTo(before);
              assertThat(Sql.of(MANY).copied(source, CopiedRow::integer)).hasSize(200_000);
            });
  }

  @Test
  void givenUpInATransactionItIsRolledBackAndTheNextOneRuns() {
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            try (Copied<Integer> copied =
                                Sql.of(MANY).copying(source, CopiedRow::integer)) {
                              copied.next();
                              throw new IllegalStateException("the client went away");
                            }
                          }))
          .hasMessageContaining("the client went away");
    }
    assertThat(pid()).isPositive();
  }

  /** A failure of PostgreSQL half-way is told, not taken for the end. */
  @Test
  void aFailureHalfWayIsNoEnd() {
    Sql failing = Sql.of("select 1 / (5000 - n)::int from generate_series(1, 10000) n");
    assertThatThrownBy(() -> failing.copied(source, CopiedRow::integer))
        .isInstanceOf(SqlException.class);
    assertThat(pid()).isPositive();
  }

  private int pid() {
    return Sql.of("select pg_backend_pid()").first(source, row -> row.getInt(1)).orElseThrow();
  }
}
