package vn.sogopy.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /** Finds the code of the only organization of a name; empty if there is none, or several. */
  public Function<String, Optional<String>> codes() {
    Map<String, Set<Body>> known = all();
    return written -> {
      Set<Body> named = known.getOrDefault(key(written), Set.of());
      return named.size() == 1 ? Optional.of(named.iterator().next().code()) : Optional.empty();
    };
  }

  /**
   * What a cell names, separated by semicolons or line ends, or by commas: a name may have commas.
   *
   * @param isKnown whether this is a name as a whole
   */
  public static List<String> split(String cell, Predicate<String> isKnown) {
    return Stream.of(cell.split("[;\\n]"))
        .map(Text::trim)
        .flatMap(one -> isKnown.test(one) ? Stream.of(one) : Stream.of(one.split(",")))
        .map(Text::trim)
        .filter(one -> !one.isEmpty())
        .toList();
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
