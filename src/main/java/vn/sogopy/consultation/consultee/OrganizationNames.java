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

/** Finds organizations by what people write: code, current or former name, or alias. */
@ApplicationScoped
public class OrganizationNames {
  private static final int CANDIDATES = 3;
  private static final double SIMILAR = 0.3;

  @Inject OrganizationRepository organizations;
  @Inject DataSource source;

  public record Body(UUID id, String code) {}

  /** All organizations by each of their names. The keys ignore accents, case and blanks. */
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

  /** The comparison key of a name. */
  public static String key(String name) {
    return Text.foldName(name);
  }

  /** For each written name, the codes of the organizations with the most similar names. */
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
