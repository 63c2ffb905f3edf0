package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.TestPlan;

/** What counts as a change of the current transaction. */
@QuarkusTest
class AuditServiceTest {
  @Inject AuditService writer;
  @Inject DataSource source;

  private String slug;

  @BeforeEach
  void begin() {
    slug = TestPlan.open().slug();
    QuarkusTransaction.begin();
  }

  @AfterEach
  void rollback() {
    QuarkusTransaction.rollback();
  }

  private void execute(String statement) {
    Sql.of(statement).execute(source);
  }

  private void rename() {
    Sql.of("update plan set title = title || '.' where slug = ?", slug).execute(source);
  }

  @Test
  void readingWritesNoEntry() {
    assertThat(writer.hasWritten()).isFalse();
    Sql.of("select id from plan where slug = ? for update", slug).first(source, row -> 1);
    Sql.of("select id from plan where slug = ? for share", slug).first(source, row -> 1);
    Sql.lockName(source, slug);
    assertThat(writer.hasWritten()).isFalse();
  }

  @Test
  void writingWritesOneEntry() {
    rename();
    assertThat(writer.hasWritten()).isTrue();
  }

  @Test
  void updateQueryWritesOneEntry() {
    Sql.of("with moved as (update plan set title = title returning id) select id from moved")
        .list(source, row -> 1);
    assertThat(writer.hasWritten()).isTrue();
  }

  @Test
  void housekeepingWritesNoEntry() {
    execute("delete from idempotency_record where client = 'nobody'");
    execute("delete from download_link_secret where false");
    assertThat(writer.hasWritten()).isFalse();
  }

  @Test
  void savepointRollbackWritesNoEntry() {
    execute("savepoint before");
    rename();
    execute("rollback to savepoint before");
    assertThat(writer.hasWritten()).isFalse();
    rename();
    assertThat(writer.hasWritten()).isTrue();
  }

  @Test
  void writeBeforeTheSavepointWritesOneEntry() {
    rename();
    execute("savepoint before");
    rename();
    execute("rollback to savepoint before");
    assertThat(writer.hasWritten()).isTrue();
  }
}
