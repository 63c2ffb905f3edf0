package vn.sogopy.security;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {
  Optional<ApiKey> byHash(byte[] hash) {
    return find("hash = ?1 and revokedAt is null", hash).firstResultOptional();
  }
}
