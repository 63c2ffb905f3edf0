package vn.sogopy.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.http.Cursor;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.Page;
import vn.sogopy.http.Params;
import vn.sogopy.http.ProblemException;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/** Organizations in the register's order: group, protocol order, code. */
@ApplicationScoped
public class OrganizationReader {
  private static final TypeReference<List<OrganizationInput.Name>> NAMES = new TypeReference<>() {};
  private static final String SELECT =
      "select o.code, o.name, o.group_code, o.position, o.aliases, o.e_ids, o.version, g.position as group_position,"
          + " coalesce((select json_agg(json_build_object('name', n.name, 'from', n.valid_from, 'to', n.valid_to)"
          + " order by n.ordinal) from organization_name n where n.organization_id = o.id), '[]')::text as names"
          + " from organization o join organization_group g on g.code = o.group_code where true";

  @Inject DataSource source;
  @Inject ObjectMapper json;

  @Transactional
  public OrganizationView get(String code) {
    return Sql.of(SELECT)
        .add("and o.code = ?", code)
        .first(source, this::view)
        .orElseThrow(ProblemException::notFound);
  }

  @Transactional
  public Page<OrganizationView> list(String group, int limit, String cursor, boolean count) {
    String question = "organizations " + group;
    List<String> from = Cursor.decode(cursor, question, 3);
    Sql sql = Sql.of(SELECT);
    if (group != null) {
      requireGroup(group);
      sql.add("and o.group_code = ?", group);
    }
    if (from != null) {
      sql.add(
          "and (g.position, o.position, o.code) > (?, ?, ?)",
          number(from.get(0)),
          number(from.get(1)),
          from.get(2));
    }
    sql.add("order by g.position, o.position, o.code limit ?", limit + 1);
    List<Keyed> rows = sql.list(source, row -> new Keyed(view(row), row.getInt("group_position")));
    String next = null;
    if (rows.size() > limit) {
      Keyed last = rows.get(limit - 1);
      next =
          Cursor.encode(
              question,
              List.of(
                  String.valueOf(last.groupPosition()),
                  String.valueOf(last.view().order()),
                  last.view().code()));
    }
    return new Page<>(
        rows.stream().limit(limit).map(Keyed::view).toList(), next, count ? total(group) : null);
  }

  /**
   * A filter by a name that does not exist is a slip of the pen, better told than answered with
   * nothing.
   *
   * @param code of an organization; null = not asked for
   * @param group null = not asked for
   * @throws ProblemException 400 naming the query parameter
   */
  @Transactional
  public void requireKnown(String code, String group) {
    if (code != null && !Sql.of("select 1 from organization where code = ?", code).exists(source)) {
      throw Params.wrong("organization", FieldCode.UNKNOWN_ORGANIZATION, code);
    }
    if (group != null) {
      requireGroup(group);
    }
  }

  private record Keyed(OrganizationView view, int groupPosition) {}

  private void requireGroup(String group) {
    if (!Sql.of("select 1 from organization_group where code = ?", group).exists(source)) {
      throw Params.wrong("group", FieldCode.UNKNOWN_GROUP, group);
    }
  }

  private Long total(String group) {
    return Sql.of(
            "select count(*) from organization where ?::text is null or group_code = ?",
            group,
            group)
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }

  private static int number(String key) {
    try {
      return Integer.parseInt(key);
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }

  private OrganizationView view(ResultSet row) throws SQLException {
    try {
      return new OrganizationView(
          row.getString("code"),
          row.getString("name"),
          row.getString("group_code"),
          row.getInt("position"),
          Row.texts(row, "aliases"),
          Row.texts(row, "e_ids"),
          json.readValue(row.getString("names"), NAMES),
          row.getInt("version"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
