package vn.sogopy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts after a clean stop, a kill or a damaged folder. */
class EmbeddedDatabaseRestartTest {

  @TempDir Path folder;
  private Path pg;

  @BeforeEach
  void database() throws IOException {
    DatabaseTemplate.copyTo(folder);
    pg = folder.resolve("pg");
  }

  /** A failed test must not leave a server running. */
  @AfterEach
  void stopServer() throws IOException {
    ServerProcesses.stopOrphan(new PostgresFolder(pg));
  }

  @Test
  void keepsDataAndPasswordOverAStop() throws Exception {
    String password = inDatabase("CREATE TABLE kept AS SELECT 'Đã nhận' AS note");
    assertThat(pg.resolve("data/postmaster.pid")).doesNotExist();
    assertThat(serverLog()).contains("database system is shut down");

    assertThat(inDatabase("SELECT 1")).isEqualTo(password);
    assertThat(keptRow()).isEqualTo("Đã nhận");
  }

  @Test
  void stopsTheServerOfAKilledOwnerAndKeepsWhatWasCommitted() throws Exception {
    try (OwnerProcess owner = OwnerProcess.start("row", folder)) {
      owner.awaitDone();
    }
    long orphan = postmaster();
    PostgresFolder postgres = new PostgresFolder(pg);
    assertThat(ServerProcesses.on(postgres)).isNotEmpty();

    assertThat(keptRow()).isEqualTo("Đã nhận");
    assertThat(ServerProcesses.on(postgres)).isEmpty();
    assertThat(serverLog()).contains("[" + orphan + "] LOG:  database system is shut down");
    assertThat(serverLog()).doesNotContain("was not properly shut down");
  }

  @Test
  void recoversWhenOwnerAndServerWereKilled() throws Exception {
    try (OwnerProcess owner = OwnerProcess.start("row", folder)) {
      owner.awaitDone();
    }
    ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
    server.destroyForcibly(); // its children end when they notice; the start waits for that

    assertThat(keptRow()).isEqualTo("Đã nhận");
    assertThat(serverLog()).contains("was not properly shut down");
  }

  @Test
  void restartsAnInterruptedInitdb() throws Exception {
    FileUtils.deleteDirectory(pg.toFile());
    try (OwnerProcess owner = OwnerProcess.start("row", folder)) {
      Instant limit = Instant.now().plusSeconds(60);
      while (!Files.exists(pg.resolve("data/base/1")) && Instant.now().isBefore(limit)) {
        Thread.sleep(2);
      }
    }
    assertThat(pg.resolve("ready")).doesNotExist();

    inDatabase("CREATE TABLE kept AS SELECT 'Đã nhận' AS note");
    assertThat(keptRow()).isEqualTo("Đã nhận");
    try (var entries = Files.list(pg)) {
      assertThat(entries.filter(entry -> entry.toString().contains("data.unfinished-"))).hasSize(1);
    }
  }

  @Test
  void finishesAnInterruptedInitialisation() throws Exception {
    inDatabase("CREATE TABLE kept AS SELECT 'Đã nhận' AS note");
    Files.delete(pg.resolve("ready"));
    Files.writeString(pg.resolve("data/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

    assertThat(keptRow()).isEqualTo("Đã nhận");
    assertThat(pg.resolve("ready")).exists();
    assertThat(Files.readString(pg.resolve("data/pg_hba.conf"))).doesNotContain("trust");
  }

  @Test
  void givesNewPasswordsWhenTheirFilesAreLost() throws Exception {
    String old = inDatabase("CREATE TABLE kept AS SELECT 'Đã nhận' AS note");
    Files.delete(pg.resolve("password"));
    Files.delete(pg.resolve("superuser-password"));

    assertThat(inDatabase("SELECT 1")).isNotEqualTo(old);
    assertThat(keptRow()).isEqualTo("Đã nhận");
  }

  @Test
  void unpacksIncompleteBinariesAgain() throws Exception {
    inDatabase("CREATE TABLE kept AS SELECT 'Đã nhận' AS note");
    Files.delete(pg.resolve("bin/.complete"));
    Path program = PostgresBinaries.program(new PostgresFolder(pg), "postgres");
    Files.write(program, new byte[10]);

    assertThat(keptRow()).isEqualTo("Đã nhận");
  }

  @Test
  void ignoresAPostmasterPidOfAnotherProgram() throws Exception {
    inDatabase("CREATE TABLE kept AS SELECT 'Đã nhận' AS note");
    Files.writeString(
        pg.resolve("data/postmaster.pid"),
        "%d\n%s\n1795475726\n5432\n\n127.0.0.1\n 11182500 5\nready   \n"
            .formatted(ProcessHandle.current().pid(), pg.resolve("data")));

    assertThat(keptRow()).isEqualTo("Đã nhận");
  }

  @Test
  void refusesToReplaceAMissingDatabase() throws Exception {
    inDatabase("SELECT 1");
    Files.move(pg.resolve("data"), pg.resolve("elsewhere"));

    assertThatThrownBy(() -> inDatabase("SELECT 1"))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining(pg.resolve("data").toString())
        .hasMessageContaining("missing");
    assertThat(pg.resolve("data")).doesNotExist();
  }

  @Test
  @Timeout(300) // a third of the time limit of a start
  void reportsTheReasonOfAFailedStart() throws Exception {
    inDatabase("SELECT 1");
    Files.writeString(
        pg.resolve("data/postgresql.conf"), "\nno such setting\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> inDatabase("SELECT 1"))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("postgresql.conf");
  }

  @Test
  void refusesAFolderInUseByAnotherProcess() throws Exception {
    try (OwnerProcess owner = OwnerProcess.start("lock", folder)) {
      owner.awaitDone();
      assertThatThrownBy(() -> DataDirectory.lock(folder))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + owner.pid());
    }
    DataDirectory.lock(folder).close();
  }

  /** Starts the database, runs one statement as the application, stops it. Returns the password. */
  private String inDatabase(String sql) throws SQLException {
    return inDatabase(
        (database, statement) -> {
          statement.execute(sql);
          return database.password();
        });
  }

  private String keptRow() throws SQLException {
    return inDatabase(
        (database, statement) -> {
          ResultSet rows = statement.executeQuery("SELECT note FROM kept");
          return rows.next() ? rows.getString(1) : null;
        });
  }

  private String inDatabase(Work work) throws SQLException {
    try (DataDirectory directory = DataDirectory.lock(folder);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      return work.apply(database, statement);
    }
  }

  private interface Work {
    String apply(EmbeddedDatabase database, Statement statement) throws SQLException;
  }

  private long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(pg.resolve("data/postmaster.pid")).get(0));
  }

  private String serverLog() throws IOException {
    StringBuilder text = new StringBuilder();
    try (var logs = Files.newDirectoryStream(pg.resolve("log"), "postgres-*.log")) {
      for (Path log : logs) {
        text.append(Files.readString(log));
      }
    }
    return text.toString();
  }
}
