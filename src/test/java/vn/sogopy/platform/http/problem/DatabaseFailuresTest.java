package vn.sogopy.platform.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Key;

/** Responses when the database is lost or too slow. */
@QuarkusTest
class DatabaseFailuresTest {
  @Inject DataSource source;
  @Inject Hurried hurried;

  /** Its transactions time out after one second. */
  @ApplicationScoped
  static class Hurried {
    @Transactional
    @TransactionConfiguration(timeout = 1)
    void run(Runnable work) {
      work.run();
    }
  }

  private void sql(String statement) {
    Sql.of(statement).first(source, row -> true);
  }

  /** Another thread ends the transaction after its timeout. */
  @ParameterizedTest
  @ValueSource(
      strings = {"sleep", "sleep and ask", "ask for long", "ask for long, and again", "fail"})
  void transactionTimeoutIs503(String what) {
    Throwable thrown =
        catchThrowable(
            () ->
                hurried.run(
                    () -> {
                      sql("select 1");
                      if (what.startsWith("ask for long")) {
                        sql("select pg_sleep(3)");
                      } else {
                        sleep(3_000);
                      }
                      if (what.contains("and")) {
                        sql("select 2");
                      }
                      if (what.equals("fail")) {
                        sql("select 1/0");
                      }
                    }));

    assertThat(thrown).isNotNull();
    ProblemException told = FailureProblems.of(thrown, "POST");

    assertThat(told.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(told.headers()).containsKey("Retry-After");
  }

  /** As after a restart of the database. */
  @Test
  void lostIdleConnectionsAreReplaced() throws Exception {
    List<Connection> pooled = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pooled.add(source.getConnection());
    }
    for (Connection connection : pooled) {
      connection.close();
    }
    sleep(1_000);
    // Its own connection last: the pool drops it, and would serve all requests from it otherwise.
    catchThrowable(
        () ->
            sql(
                "select count(pg_terminate_backend(pid)) from"
                    + " (select pid from pg_stat_activity where usename = current_user"
                    + " order by pid = pg_backend_pid()) server"));
    sleep(1_000);
    for (int i = 0; i < 12; i++) {
      given()
          .header("X-API-Key", Key.COORDINATOR.secret())
          .get("/api/v1/organizations")
          .then()
          .statusCode(200);
    }
  }

  /** Every timeout of PostgreSQL is set. */
  @Test
  void statementAndLockTimeouts() {
    List<String> unlimited =
        Sql.of(
                "select name from pg_settings where setting = '0' and name in"
                    + " ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')")
            .list(source, row -> row.getString("name"));
    assertThat(unlimited).isEmpty();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
