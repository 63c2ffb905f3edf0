package vn.sogopy.platform.database;

import java.util.Map;

/**
 * The settings of the embedded server.
 *
 * <p>All of them are on the command line: it overrides every configuration file, so that {@code
 * ALTER SYSTEM} cannot make the register less durable.
 */
final class PostgresSettings {

  /**
   * Settings of the server. They are durable; the library's defaults are for tests: it passes
   * {@code -F} and {@code synchronous_commit=off}.
   *
   * <p>A shell evaluates the values: letters, digits and plain signs only. An empty {@code
   * unix_socket_directories} means no socket. The log has one file for each weekday, overwritten a
   * week later. It omits statements and details of errors, which would repeat what citizens wrote.
   * The server reads blocks synchronously, as before version 18: I/O workers cost two context
   * switches for each read, on a machine with two busy cores (ADR 0023). The planner expects a
   * group for every comment where the counts of a draft have some hundreds, and would sort 100,000
   * rows on disk instead of hashing them: hence the multiplier.
   */
  static final Map<String, String> SERVER =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "100"),
          Map.entry("io_method", "sync"),
          Map.entry("hash_mem_multiplier", "8"),
          Map.entry("logging_collector", "on"),
          Map.entry("log_directory", "../log"),
          Map.entry("log_filename", "postgres-%a.log"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_rotation_age", "1d"),
          Map.entry("log_rotation_size", "0"),
          Map.entry("log_file_mode", "0600"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"));

  /**
   * Options of initdb, so that a new database sorts the same on every machine. The collation is
   * PostgreSQL's own C.UTF-8. The operating system's C.UTF-8 is used only for {@code lc-ctype}:
   * with C there, pg_trgm and ltree do not recognise letters beyond ASCII.
   */
  static final Map<String, String> LOCALE =
      Map.of(
          "locale-provider", "builtin",
          "builtin-locale", "C.UTF-8",
          "locale", "C",
          "lc-ctype", "C.UTF-8");

  /**
   * The whole of pg_hba.conf. A connection that no line matches is refused: sockets, other hosts,
   * replication.
   */
  static final String HBA =
      """
      # Written by the service at every start: do not edit.
      # TYPE  DATABASE  USER  ADDRESS        METHOD
      host    all       all   127.0.0.1/32   scram-sha-256
      """;

  private PostgresSettings() {}
}
