package vn.sogopy.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;

/**
 * The server's two roles and their passwords: {@code postgres}, its superuser, which only this
 * package uses, and {@code sogopy}, which owns the database {@code sogopy} and nothing else.
 *
 * <p>Passwords are sent as SCRAM verifiers computed here; the server never receives one in clear
 * text.
 */
final class PostgresRoles {

  /** The application's role, and its database of the same name. */
  static final String APPLICATION = "sogopy";

  static final String SUPERUSER = "postgres";

  private static final int PASSWORD_BYTES = 32; // 256 bits.
  private static final String SCRAM = "scram-sha-256";

  private final PostgresFolder folder;

  PostgresRoles(PostgresFolder folder) {
    this.folder = folder;
  }

  /** Whether the superuser has no password yet, or the password file is missing. */
  boolean superuserNeedsPassword() {
    return !folder.isReady() || !Files.exists(file(SUPERUSER));
  }

  /**
   * Sets the superuser's password while no server runs, by PostgreSQL's single-user mode. initdb
   * leaves the superuser without a password, so the server must not listen before that.
   */
  void setSuperuserPassword() throws IOException {
    String sql;
    try {
      sql = PasswordUtil.genAlterUserPasswordSQL(SUPERUSER, password(SUPERUSER), SCRAM);
    } catch (SQLException e) {
      throw new IOException(e);
    }
    int code =
        PostgresProgram.run(
            folder,
            sql + "\n",
            PostgresBinaries.program(folder, "postgres"),
            "--single",
            "-D",
            folder.data().toString(),
            "-c",
            "log_min_error_statement=panic",
            "-c",
            "exit_on_error=on",
            SUPERUSER);
    if (code != 0) {
      throw new IOException("the superuser's password could not be set");
    }
  }

  /**
   * Creates what is missing of the application's role and database; idempotent.
   *
   * @throws StartupException when the database was created once and is missing now
   */
  void provision(int port) throws SQLException, IOException {
    try (Connection connection = connect(SUPERUSER, "postgres", port);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = 'sogopy'")) {
        statement.execute(
            "CREATE ROLE sogopy LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION");
      }
      if (!folder.isReady() || !canLogIn(port)) {
        connection
            .unwrap(PGConnection.class)
            .alterUserPassword(APPLICATION, password(APPLICATION), SCRAM);
      }
      if (!exists(statement, "SELECT FROM pg_database WHERE datname = 'sogopy'")) {
        if (folder.isReady()) {
          throw new StartupException(
              "The database sogopy is gone from the server in %s. Restore it, or, to begin with an empty one, move %s away."
                  .formatted(folder.data(), folder.root()));
        }
        statement.execute("CREATE DATABASE sogopy OWNER sogopy");
      }
      if (!folder.isReady()) {
        statement.execute("REVOKE ALL ON DATABASE postgres, template1, sogopy FROM PUBLIC");
        connect(APPLICATION, APPLICATION, port).close();
        SafeFiles.writeAtomically(folder.ready(), "The database in data is complete.\n");
      }
    }
  }

  private boolean canLogIn(int port) throws SQLException, IOException {
    if (!Files.exists(file(APPLICATION))) {
      return false;
    }
    try {
      connect(APPLICATION, APPLICATION, port).close();
      return true;
    } catch (SQLException e) {
      if (isRefusedLogin(e)) {
        return false;
      }
      throw e;
    }
  }

  /** Whether the failure is a wrong password or a missing right, so that a retry is useless. */
  static boolean isRefusedLogin(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith("28");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** A new connection; the caller closes it. */
  Connection connect(String role, String database, int port) throws SQLException, IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(role);
    source.setPassword(new String(password(role)));
    source.setConnectTimeout(5); // Seconds.
    return source.getConnection();
  }

  /** The role's password; made and kept on first use. */
  char[] password(String role) throws IOException {
    Path file = file(role);
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      SafeFiles.writeAtomically(
          file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip().toCharArray();
  }

  private Path file(String role) {
    return folder.root().resolve(role.equals(SUPERUSER) ? "superuser-password" : "password");
  }
}
