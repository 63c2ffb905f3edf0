package vn.sogopy.security.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.Scalars;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Keeps the links for longer than an hour: each belongs to the plan of its file. */
@ApplicationScoped
public class StoredLinkService {
  private static final Keyset<LinkView> NEWEST_FIRST =
      Keyset.descending(new Keyset.Key<>("l.id", Keyset.Type.ID, LinkView::id));

  private static final String SELECT =
      "select l.id, l.path, p.slug, l.createdAt, l.createdBy, l.expiresAt, l.revokedAt, l.revokedBy";

  @Inject EntityManager entities;

  /** The plan of a file. */
  record PlanOf(UUID id, String slug) {}

  /**
   * Stores a link.
   *
   * @throws ProblemException 400 if the caller knows no such file
   */
  @Transactional
  void add(Actor actor, UUID id, String path, Instant expires) {
    StoredLink link = new StoredLink();
    link.id = id;
    link.path = path;
    link.planId =
        planOf(path)
            .filter(plan -> actor.caller().mayKnowPlan(plan.slug))
            .orElseThrow(
                () ->
                    ProblemException.invalid(FieldError.pointer("/path", FieldCode.NOT_A_DOWNLOAD)))
            .id;
    link.createdAt = actor.at();
    link.createdBy = actor.caller().name();
    link.expiresAt = expires;
    entities.persist(link);
  }

  /** By the entities' names: the packages of plans, letters and editions depend on this one. */
  private Optional<PlanOf> planOf(String path) {
    String[] steps = path.split("[?]")[0].substring("/api/v1/".length()).split("/");
    return switch (steps[0]) {
      case "plans" -> planOf("from Plan p where p.slug = ?", steps[1]);
      case "editions" ->
          planOf(
              "from Edition e join Draft d on d.id = e.draftId"
                  + " join Plan p on p.id = d.planId where e.id = ?",
              Scalars.uuid(steps[1]));
      case "attachments" ->
          planOf(
              "from Attachment a join Letter l on l.id = a.letterId"
                  + " join Plan p on p.id = l.planId where a.id = ?",
              Scalars.uuid(steps[1]));
      // The templates of groups and organizations belong to no plan.
      default -> Optional.empty();
    };
  }

  private Optional<PlanOf> planOf(String from, Object key) {
    return Hql.of("select p.id, p.slug").add(from, key).first(entities, PlanOf.class);
  }

  /** Whether the link of this id may be used. */
  @Transactional
  boolean isValid(UUID id) {
    return !Hql.of("select l.id from StoredLink l where l.id = ? and l.revokedAt is null", id)
        .list(entities, UUID.class)
        .isEmpty();
  }

  /** The links to files of the caller's plans, newest first. */
  @Transactional
  Page<LinkView> list(Caller caller, int limit, String cursor, boolean count) {
    return NEWEST_FIRST.page(
        entities,
        LinkView.class,
        new PageRequest("download-links", limit, cursor, count),
        SELECT,
        visible(caller));
  }

  private static Hql visible(Caller caller) {
    return Hql.of("from StoredLink l join Plan p on p.id = l.planId where true")
        .addIf("and p.slug in ?", caller.plans());
  }

  /**
   * Revokes a link. The operation is idempotent.
   *
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  void revoke(Actor actor, UUID id) {
    List<UUID> known =
        Hql.of("select l.id")
            .add(visible(actor.caller()))
            .add("and l.id = ?", id)
            .list(entities, UUID.class);
    if (known.isEmpty()) {
      throw ProblemException.notFound();
    }
    StoredLink link = entities.find(StoredLink.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (link.revokedAt == null) {
      link.revokedAt = actor.at();
      link.revokedBy = actor.caller().name();
    }
  }

  /** A link in lists, without its token. */
  @Schema(name = "StoredDownloadLink")
  public record LinkView(
      UUID id,
      @Schema(maxLength = 8_192, description = "Đường dẫn đã ký · the path it is for") String path,
      String plan,
      Instant createdAt,
      String createdBy,
      Instant expiresAt,
      @Schema(nullable = true, description = "Thu hồi lúc nào · when it was revoked")
          Instant revokedAt,
      @Schema(nullable = true) String revokedBy) {}
}
