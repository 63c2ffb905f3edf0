package vn.sogopy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit takes for writing. */
class WritesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into audit (at) values (?)",
        "UPDATE plan SET title = ?",
        "Delete from section where id = ?",
        "merge into section s using x on true when matched then delete",
        "with received as (\ninsert into comment (id) values (?) returning *) select * from received",
        "WITH gone AS (DELETE\nFROM section RETURNING id) SELECT * FROM gone",
        "with moved as (update comment set version = version + 1 returning *) select * from moved",
        "with both as (merge  into section s using x on true when matched then do nothing) select 1",
        "with held as (select 1 from plan for update), set_ as (update plan set title = ?) select 1",
      })
  void writes(String statement) {
    assertThat(Writes.writes(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from comment",
        "with found as (select id from comment) select * from found",
        "with held as (select id from comment for update) select * from held",
        "with held as (select id from comment for no key update) select * from held",
        "with found as (select updated_at, insert_day, deleted from comment) select * from found",
        "savepoint before_import",
      })
  void reads(String statement) {
    assertThat(Writes.writes(statement)).isFalse();
  }
}
