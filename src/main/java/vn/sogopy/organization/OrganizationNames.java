package vn.sogopy.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.Text;

/** Finds organizations by what people write: code, current or former name, or alias. */
@ApplicationScoped
public class OrganizationNames {
  private static final int CANDIDATES = 3;
  private static final double SIMILAR = 0.3;
  private static final String NEAR =
      "function('similarity' as Double, function('search_text' as String, o.name),"
          + " function('search_text' as String, ?))";

  @Inject EntityManager entities;

  public record Body(UUID id, String code) {}

  record Named(UUID id, String code, String name) {}

  /** All organizations by each of their names. The keys ignore accents, case and blanks. */
  public Map<String, Set<Body>> all() {
    Map<String, Set<Body>> found = new HashMap<>();
    Hql.of(
            """
            select o.id, o.code, o.name from Organization o
            union all select o.id, o.code, o.code from Organization o
            union all select o.id, o.code, a from Organization o join lateral unnest(o.aliases) a
            union all select o.id, o.code, n.name from Organization o join o.names n""")
        .list(entities, Named.class)
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

  /** Codes of the organizations with the most similar names; no entry without a similar name. */
  public Map<String, List<String>> similar(List<String> written) {
    Map<String, List<String>> found = new HashMap<>();
    written.forEach(name -> found.put(name, similar(name)));
    found.values().removeIf(List::isEmpty);
    return found;
  }

  private List<String> similar(String name) {
    return Hql.of("select o.code from Organization o where")
        .add(NEAR + " >= " + SIMILAR, name)
        .add("order by " + NEAR + " desc, o.code limit " + CANDIDATES, name)
        .list(entities, String.class);
  }
}
