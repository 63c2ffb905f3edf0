package vn.sogopy.platform.database;

import java.util.Map;

/**
 * How the embedded server runs.
 *
 * <p>All of it goes on the command line: that outranks every configuration file, and {@code ALTER
 * SYSTEM} cannot quietly make the register less durable.
 */
final class PostgresSettings {

  /**
   * Settings of the server. Durable where the library's defaults are for tests: it passes {@code
   * -F} and {@code synchronous_commit=off}.
   *
   * <p>A shell evaluates the values: letters, digits and plain signs only. No value for {@code
   * unix_socket_directories} means no socket at all. The log, a file for each weekday, overwritten
   * a week later, leaves out statements and details of errors: they would repeat what citizens
   * wrote. What is not in its buffers the server reads itself, as before version 18: workers that
   * read for it cost two switches of process each time, on a machine of two cores that are busy
   * (ADR 0023). It expects a group for every comment where the counts of a draft have some
   * hundreds, and would sort 100,000 on disk rather than hash so many: hence the multiplier.
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
   * Options of initdb, so that a new database sorts the same wherever it is made. The collation is
   * PostgreSQL's own C.UTF-8. The operating system's C.UTF-8 is used for {@code lc-ctype} only:
   * with C there, pg_trgm and ltree take no letter beyond ASCII for a letter.
   */
  static final Map<String, String> LOCALE =
      Map.of(
          "locale-provider", "builtin",
          "builtin-locale", "C.UTF-8",
          "locale", "C",
          "lc-ctype", "C.UTF-8");

  /**
   * The whole of pg_hba.conf. What no line matches is refused: sockets, other hosts, replication.
   */
  static final String HBA =
      """
      # Written by the service at every start: do not edit.
      # TYPE  DATABASE  USER  ADDRESS        METHOD
      host    all       all   127.0.0.1/32   scram-sha-256
      """;

  private PostgresSettings() {}
}
