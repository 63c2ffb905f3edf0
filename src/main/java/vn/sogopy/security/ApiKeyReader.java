package vn.sogopy.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.Cursor;
import vn.sogopy.http.Page;
import vn.sogopy.http.Params;
import vn.sogopy.http.ProblemException;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

@ApplicationScoped
public class ApiKeyReader {
  private static final String QUESTION = "api-keys";

  @Inject ApiKeyRepository keys;
  @Inject DataSource source;

  @Transactional
  Optional<ApiKey> valid(byte[] hash) {
    return keys.byHash(hash);
  }

  /** The keys that this caller may stop. */
  @Transactional
  public Page<ApiKeyView> list(Caller caller, int limit, String cursor, boolean count) {
    List<String> from = Cursor.decode(cursor, QUESTION, 1);
    Sql ids = Sql.of("select id").add(known(caller));
    if (from != null) {
      ids.add("and id > ?", lastId(from));
    }
    ids.add("order by id limit ?", limit + 1);
    List<ApiKey> found = keys.ofIds(ids.list(source, row -> Row.uuid(row, "id")));
    List<ApiKeyView> items = found.stream().limit(limit).map(ApiKeyView::of).toList();
    String next =
        found.size() > limit
            ? Cursor.encode(QUESTION, List.of(items.get(limit - 1).id().toString()))
            : null;
    return new Page<>(items, next, count ? total(caller) : null);
  }

  private Long total(Caller caller) {
    return Sql.of("select count(*)")
        .add(known(caller))
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }

  /** As {@link Caller#mayManageKeyFor}. */
  private static Sql known(Caller caller) {
    Sql where = Sql.of("from api_key where true");
    return caller.plans() == null
        ? where
        : where.add("and plans <@ ?", (Object) caller.plans().toArray(String[]::new));
  }

  private static UUID lastId(List<String> from) {
    try {
      return Params.uuid("cursor", from.get(0));
    } catch (ProblemException notOurs) {
      throw Cursor.invalid();
    }
  }
}
