package vn.sogopy.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One INSERT of a comment into a table with nothing but a primary key, and into one that is
 * searched, too: tables of a schema of their own, which goes again.
 */
final class PlainInserts implements AutoCloseable {
  private final Connection database;
  private final List<String> columns;

  PlainInserts(Connection database) throws SQLException {
    this.database = database;
    Query.execute(database, "drop schema if exists bench cascade");
    Query.execute(database, "create schema bench");
    Query.execute(database, "create table bench.bare as select * from comment with no data");
    for (String search :
        Query.texts(
            database,
            "select column_name from information_schema.columns where table_schema = 'bench'"
                + " and data_type = 'tsvector'")) {
      Query.execute(database, "alter table bench.bare drop column " + search);
    }
    columns =
        Query.texts(
            database,
            "select quote_ident(column_name) from information_schema.columns where table_schema = 'bench'"
                + " and table_name = 'bare' order by ordinal_position");
    Query.execute(database, "create table bench.searched (like bench.bare)");
    Query.execute(
        database,
        "alter table bench.searched add column words tsvector generated always as"
            + " (to_tsvector('simple', search_text(content || ' ' || coalesce(proposal, '')))) stored");
    Query.execute(database, "create index on bench.searched using gin (words)");
    for (String table : List.of("bare", "searched")) {
      Query.execute(database, "alter table bench." + table + " add primary key (id)");
    }
  }

  List<String> bare(int count) throws SQLException {
    return scripts("bench.bare", count);
  }

  List<String> searched(int count) throws SQLException {
    return scripts("bench.searched", count);
  }

  /** With the values of the comments that were sent last; a million of ids must not meet. */
  private List<String> scripts(String table, int count) throws SQLException {
    List<String> scripts = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select %s from comment order by id desc limit %d"
                    .formatted(String.join("::text, ", columns) + "::text", count))) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          String value = row.getString(i);
          if (columns.get(i - 1).equals("id")) {
            values.add("(" + Script.literal(value.substring(0, 19)) + " || :w || '-' || :v)::uuid");
          } else {
            values.add(value == null ? "null" : Script.literal(value));
          }
        }
        scripts.add(
            "\\set v random(100000000000, 999999999999)\n\\set w random(1000, 9999)\ninsert into %s (%s) values (%s);\n"
                .formatted(table, String.join(", ", columns), String.join(", ", values)));
      }
    }
    return scripts;
  }

  @Override
  public void close() throws SQLException {
    Query.execute(database, "drop schema bench cascade");
  }
}
