package vn.sogopy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A running embedded database is durable, private, and has what the service needs. */
class EmbeddedDatabaseTest {

  @TempDir static Path folder;
  private static DataDirectory directory;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    directory = DataDirectory.lock(folder);
    database = EmbeddedDatabase.start(directory);
  }

  @AfterAll
  static void stop() {
    database.close();
    directory.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "io_method, sync",
    "hash_mem_multiplier, 8",
    "listen_addresses, 127.0.0.1",
    "password_encryption, scram-sha-256",
    "data_checksums, on",
    "server_encoding, UTF8",
    "lc_messages, C"
  })
  void runsWithSetting(String name, String value) throws SQLException {
    assertThat(query("SHOW " + name)).containsExactly(value);
  }

  @Test
  void sortsTheSameOnEveryMachine() throws SQLException {
    assertThat(
            query(
                "SELECT datlocprovider::text || ' ' || datlocale || ' ' || datcollate FROM pg_database"
                    + " WHERE datname = 'sogopy'"))
        .containsExactly("b C.UTF-8 C");
  }

  @Test
  void vietnameseLettersAreLetters() throws SQLException {
    for (String extension : List.of("unaccent", "pg_trgm", "ltree", "btree_gin")) {
      query("CREATE EXTENSION IF NOT EXISTS " + extension);
    }
    assertThat(query("SELECT lower('ĐƯỜNG')")).containsExactly("đường");
    assertThat(query("SELECT unaccent('Đường Nguyễn Huệ')")).containsExactly("Duong Nguyen Hue");
    assertThat(query("SELECT array_length(show_trgm('đường'), 1)::text")).containsExactly("6");
    assertThat(query("SELECT 'Đ.ề'::ltree::text")).containsExactly("Đ.ề");
  }

  @Test
  void applicationRoleOwnsOnlyItsDatabase() throws SQLException {
    assertThat(
            query(
                "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls"
                    + " FROM pg_roles WHERE rolname = 'sogopy'"))
        .containsExactly("f");
    assertThat(
            query("SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = 'sogopy'"))
        .containsExactly("sogopy");
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    database.jdbcUrl().replaceAll("sogopy$", "postgres"),
                    "sogopy",
                    database.password()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sogopy", "postgres"})
  void refusesAWrongAndNoPassword(String role) {
    for (String password : new String[] {"wrong", ""}) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), role, password).close())
          .isInstanceOf(SQLException.class)
          .hasMessageMatching(
              "(?s).*(password authentication failed|password is an empty string).*");
    }
  }

  @Test
  void refusesThePasswordOfOneRoleForTheOther() {
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password())
                    .close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void everyConnectionNeedsScram() throws Exception {
    PostgresRoles roles = new PostgresRoles(new PostgresFolder(directory.path().resolve("pg")));
    int port = Integer.parseInt(query("SHOW port").get(0));
    try (Connection connection = roles.connect("postgres", "postgres", port)) {
      assertThat(query(connection, "SHOW unix_socket_directories")).containsExactly("");
      assertThat(query(connection, "SELECT auth_method FROM pg_hba_file_rules"))
          .isNotEmpty()
          .containsOnly("scram-sha-256");
      assertThat(query(connection, "SELECT left(rolpassword, 13) FROM pg_authid WHERE rolcanlogin"))
          .containsOnly("SCRAM-SHA-256");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sogopy.lock, rw-------",
    "pg, rwx------",
    "pg/bin, rwx------",
    "pg/data, rwx------",
    "pg/log, rwx------",
    "pg/log/control.log, rw-------",
    "pg/password, rw-------",
    "pg/superuser-password, rw-------",
    "pg/ready, rw-------",
    "pg/data/pg_hba.conf, rw-------"
  })
  void isPrivateOnDisk(String name, String mode) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
        .isEqualTo(mode);
  }

  @Test
  void passwordHas256BitsAndIsInNoLog() throws Exception {
    assertThat(database.password()).matches("[A-Za-z0-9_-]{43}");
    assertThat(database.jdbcUrl()).doesNotContain(database.password());
    try (var logs = Files.list(folder.resolve("pg/log"))) {
      for (Path log : logs.toList()) {
        assertThat(Files.readString(log)).doesNotContain(database.password());
      }
    }
  }

  @Test
  void logsNoDetailsOfStatements() throws Exception {
    assertThatThrownBy(() -> query("SELECT 1 / 0 AS \"what a citizen wrote\""))
        .isInstanceOf(SQLException.class);
    try (var logs = Files.list(folder.resolve("pg/log"))) {
      for (Path log : logs.toList()) {
        assertThat(Files.readString(log)).doesNotContain("what a citizen wrote");
      }
    }
  }

  private static List<String> query(String sql) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
      return query(connection, sql);
    }
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
    }
    return values;
  }
}
