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
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/** Organizations in the register's order: group, protocol order, code. */
@ApplicationScoped
public class OrganizationReader {
  private static final TypeReference<List<OrganizationInput.Name>> NAMES = new TypeReference<>() {};
  private static final String SELECT =
      "select o.code, o.name, o.group_code, o.position, o.aliases, o.e_ids, o.version,"
          + " coalesce((select json_agg(json_build_object('name', n.name, 'from', n.valid_from, 'to', n.valid_to)"
          + " order by n.ordinal) from organization_name n where n.organization_id = o.id), '[]')::text as names";
  private static final String FROM =
      " from organization o join organization_group g on g.code = o.group_code where true";
  private static final Keyset ORDER =
      Keyset.ascending(
          new Key("g.position", Type.NUMBER),
          new Key("o.position", Type.NUMBER),
          new Key("o.code", Type.TEXT));

  @Inject DataSource source;
  @Inject ObjectMapper json;

  @Transactional
  public OrganizationView get(String code) {
    return Sql.of(SELECT + FROM)
        .add("and o.code = ?", code)
        .first(source, this::view)
        .orElseThrow(ProblemException::notFound);
  }

  @Transactional
  public Page<OrganizationView> list(String group, int limit, String cursor, boolean count) {
    Sql where = new Sql();
    if (group != null) {
      requireGroup(group);
      where.add("and o.group_code = ?", group);
    }
    return ORDER.page(
        source,
        "organizations " + group,
        limit,
        cursor,
        Sql.of(SELECT).add(ORDER.columns()).add(FROM).add(where),
        this::view,
        count ? Sql.of("select count(*)").add(FROM).add(where) : null);
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

  private void requireGroup(String group) {
    if (!Sql.of("select 1 from organization_group where code = ?", group).exists(source)) {
      throw Params.wrong("group", FieldCode.UNKNOWN_GROUP, group);
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
