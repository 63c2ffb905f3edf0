package vn.sogopy.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.security.Caller;
import vn.sogopy.security.audit.AuditQuery.AuditFilter;

/** Lists audit entries, newest first. */
@ApplicationScoped
public class AuditReader {
  private static final Keyset<AuditEntry> NEWEST_FIRST =
      Keyset.descending(new Key<>("a.position", Type.LONG, entry -> entry.position));

  @Inject EntityManager entities;

  @Transactional
  Page<AuditView> list(Caller caller, AuditFilter filter, int limit, String cursor, boolean count) {
    PageRequest request = new PageRequest("audit " + filter, limit, cursor, count);
    return NEWEST_FIRST
        .page(entities, AuditEntry.class, request, "select a", filter.from(caller))
        .map(AuditView::of);
  }
}
