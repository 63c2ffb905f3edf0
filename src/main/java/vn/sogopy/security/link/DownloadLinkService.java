package vn.sogopy.security.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.link.LinkSigner.LinkPayload;

/**
 * Creates a download link: a signed path of one file, valid for some minutes, or days if a
 * COORDINATOR makes it. The signing secret is random, created at first use, and shared by all
 * replicas.
 */
@ApplicationScoped
public class DownloadLinkService {
  /** For the bearer of a token without expiry, whose rights cannot be looked up later. */
  private static final Duration UNKNOWN_END = Duration.ofMinutes(5);

  /** Characters. The limit of the request line, minus the method and the version. */
  private static final int LONGEST_URL = 8_000;

  private static final int SECRET_BYTES = 32;

  @Inject EntityManager entities;
  @Inject StoredLinkService stored;

  private volatile LinkSigner signer;

  /**
   * A link for longer than an hour is stored. It outlives a token, and can be revoked.
   *
   * @param end expiry of the caller's token; null = unknown
   * @throws ProblemException 400 for a path that is no download, and for more than an hour unless
   *     the caller is a COORDINATOR
   */
  public DownloadLink create(Actor actor, DownloadLinkInput input, Instant end) {
    String target = LinkTarget.of(input.path());
    Instant expires = actor.at().plus(Duration.ofMinutes(input.minutesOrDefault()));
    boolean days = input.minutesOrDefault() > DownloadLinkInput.HOUR;
    if (days && !actor.caller().isCoordinator()) {
      throw ProblemException.invalid(
          FieldError.pointer("/minutes", FieldCode.OUT_OF_RANGE, 1, DownloadLinkInput.HOUR));
    }
    boolean key = actor.caller().credential().startsWith(Caller.KEY);
    Instant latest = end == null && !key ? actor.at().plus(UNKNOWN_END) : end;
    if (!days && latest != null && latest.isBefore(expires)) {
      expires = latest;
    }
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
    UUID id = days ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : null;
    String token = signer().sign(LinkPayload.of(actor.caller(), expires, id), target);
    String url =
        target + (target.contains("?") ? "&" : "?") + LinkMechanism.PARAMETER + "=" + token;
    if (url.length() > LONGEST_URL) {
      throw ProblemException.invalid(
          FieldError.pointer(
              "/path", FieldCode.TOO_LONG, LONGEST_URL - (url.length() - target.length())));
    }
    if (days) {
      stored.add(actor, id, target, expires);
    }
    return new DownloadLink(id, url, target, expires);
  }

  /** The signer of this database; read once. */
  @Transactional
  LinkSigner signer() {
    LinkSigner known = signer;
    if (known == null) {
      byte[] secret = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(secret);
      // DO NOTHING waits for another replica that is creating it.
      Hql.of("insert into LinkSecret (one, secret) values (true, ?)", secret)
          .add("on conflict do nothing")
          .execute(entities);
      known = new LinkSigner(entities.find(LinkSecret.class, true).secret);
      signer = known;
    }
    return known;
  }

  /** The single row with the secret that signs download links. */
  @Entity(name = "LinkSecret")
  @Table(name = "download_link_secret")
  static class LinkSecret {
    @Id boolean one;

    byte[] secret;
  }

  /** A new link. No other response contains its token. */
  public record DownloadLink(
      @Schema(
              nullable = true,
              description = "Để thu hồi; null khi không quá 60 phút · to revoke it")
          UUID id,
      @Schema(
              maxLength = 8_192,
              description =
                  "Dùng được không cần khóa; đừng ghi lại · works without a key; do not log it")
          String url,
      @Schema(maxLength = 8_192, description = "Đường dẫn đã ký · the path it is for") String path,
      Instant expiresAt) {}

  /** The target of a new link. */
  public record DownloadLinkInput(
      @Schema(
              description =
                  "Đường dẫn tải tệp, kèm truy vấn · path of the file, with its query: /api/v1/…/file?format=…")
          @NotNull
          @Size(min = 1, max = 2_000)
          String path,
      @Schema(
              nullable = true,
              description =
                  "Số phút có hiệu lực; quá 60 (đến 7 ngày = 10080): chỉ COORDINATOR · minutes it works; above 60, up to 7 days:"
                      + " COORDINATOR only",
              defaultValue = "15")
          @Min(1)
          @Max(DownloadLinkInput.WEEK)
          Integer minutes) {
    static final int HOUR = 60;
    static final int WEEK = 7 * 24 * HOUR;
    private static final int DEFAULT_MINUTES = 15;

    int minutesOrDefault() {
      return minutes == null ? DEFAULT_MINUTES : minutes;
    }
  }
}
