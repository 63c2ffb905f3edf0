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
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Text;

/** Finds bodies by what people write: code, name, other names, names of other times. */
@ApplicationScoped
public class OrganizationNames {
  private static final int CANDIDATES = 3;
  private static final double SIMILAR = 0.3;

  @Inject OrganizationRepository organizations;
  @Inject DataSource source;

  /** A body. */
  public record Body(UUID id, String code) {}

  /** Every body under each of its names; accents, case and blanks do not matter. */
  public Map<String, Set<Body>> all() {
    Map<String, Set<Body>> found = new HashMap<>();
    organizations
        .names()
        .forEach(
            one ->
                found
                    .computeIfAbsent(key(one.name()), k -> new LinkedHashSet<>())
                    .add(new Body(one.id(), one.code())));
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
