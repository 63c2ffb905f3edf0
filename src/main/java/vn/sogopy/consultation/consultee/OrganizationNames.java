package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Text;

/** Finds bodies by what people write: code, name, other names, names of other times. */
@ApplicationScoped
public class OrganizationNames {
  private static final int CANDIDATES = 3;
  private static final double SIMILAR = 0.3;

  @Inject DataSource source;

  /** A body. */
  public record Body(UUID id, String code) {}

  /** Every body under each of its names; accents, case and blanks do not matter. */
  public Map<String, Set<Body>> all() {
    Map<String, Set<Body>> found = new HashMap<>();
    Sql.of(
            """
            select o.id, o.code, o.name, o.aliases,
              array(select n.name from organization_name n where n.organization_id = o.id) as names
            from organization o""")
        .list(
            source,
            row -> {
              Body body = new Body(Row.uuid(row, "id"), row.getString("code"));
              List<String> names = new ArrayList<>(Row.texts(row, "aliases"));
              names.addAll(Row.texts(row, "names"));
              names.add(row.getString("name"));
              names.add(body.code());
              names.forEach(
                  name -> found.computeIfAbsent(key(name), k -> new LinkedHashSet<>()).add(body));
              return body;
            });
    return found;
  }

  /** How names are compared. */
  public static String key(String name) {
    return Text.foldName(name);
  }

  /** Codes of the bodies whose names come nearest, for each of the names written. */
  public Map<String, List<String>> similar(List<String> written) {
    Map<String, List<String>> found = new HashMap<>();
    if (written.isEmpty()) {
      return found;
    }
    Sql.of(
            """
            select w.name, o.code
            from unnest(?::text[]) as w (name)
            cross join lateral (
              select code, similarity(search_text(o.name), search_text(w.name)) as near
              from organization o order by near desc, code limit ?) o
            where o.near >= ?
            order by o.near desc, o.code""",
            written.toArray(String[]::new),
            CANDIDATES,
            SIMILAR)
        .list(
            source,
            row ->
                found
                    .computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                    .add(row.getString("code")));
    return found;
  }
}
