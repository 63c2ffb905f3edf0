package vn.sogopy.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.http.Cursor;
import vn.sogopy.http.Page;
import vn.sogopy.http.Params;
import vn.sogopy.http.ProblemException;

@ApplicationScoped
public class ApiKeyReader {
  private static final String QUESTION = "api-keys";

  @Inject ApiKeyRepository keys;

  @Transactional
  Optional<ApiKey> valid(byte[] hash) {
    return keys.byHash(hash);
  }

  @Transactional
  Optional<ApiKey> valid(UUID id) {
    return keys.findByIdOptional(id).filter(key -> key.revokedAt == null);
  }

  @Transactional
  public Page<ApiKeyView> list(int limit, String cursor, boolean count) {
    List<String> from = Cursor.decode(cursor, QUESTION, 1);
    List<ApiKey> found = keys.after(from == null ? null : lastId(from), limit + 1);
    List<ApiKeyView> items = found.stream().limit(limit).map(ApiKeyView::of).toList();
    String next =
        found.size() > limit
            ? Cursor.encode(QUESTION, List.of(items.get(limit - 1).id().toString()))
            : null;
    return new Page<>(items, next, count ? keys.count() : null);
  }

  private static UUID lastId(List<String> from) {
    try {
      return Params.uuid("cursor", from.get(0));
    } catch (ProblemException notOurs) {
      throw Cursor.invalid();
    }
  }
}
