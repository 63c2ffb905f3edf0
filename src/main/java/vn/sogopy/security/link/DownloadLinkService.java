package vn.sogopy.security.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.link.LinkSigner.LinkPayload;

/** Creates a download link: a signed path of one file, valid for some minutes. */
@ApplicationScoped
public class DownloadLinkService {
  /** For the bearer of a token without expiry, whose rights cannot be looked up later. */
  private static final Duration UNKNOWN_END = Duration.ofMinutes(5);

  /** Characters. The limit of the request line, minus the method and the version. */
  private static final int LONGEST_URL = 8_000;

  @Inject LinkSecretService secrets;

  /**
   * @param end expiry of the caller's token; null = unknown
   * @throws ProblemException 400 for a path that is no download
   */
  public DownloadLink create(Actor actor, DownloadLinkInput input, Instant end) {
    String target = LinkTarget.of(input.path());
    Instant expires = actor.at().plus(Duration.ofMinutes(input.minutesOrDefault()));
    boolean key = actor.caller().credential().startsWith(Caller.KEY);
    Instant latest = end == null && !key ? actor.at().plus(UNKNOWN_END) : end;
    if (latest != null && latest.isBefore(expires)) {
      expires = latest;
    }
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
    String token = secrets.signer().sign(LinkPayload.of(actor.caller(), expires), target);
    String url = target + (target.contains("?") ? "&" : "?") + LinkFilter.PARAMETER + "=" + token;
    if (url.length() > LONGEST_URL) {
      throw ProblemException.invalid(
          FieldError.pointer(
              "/path", FieldCode.TOO_LONG, LONGEST_URL - (url.length() - target.length())));
    }
    return new DownloadLink(url, target, expires);
  }

  /** A new link. No other response contains its token. */
  public record DownloadLink(
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
              description = "Số phút có hiệu lực · minutes it works",
              defaultValue = "15")
          @Min(1)
          @Max(60)
          Integer minutes) {
    private static final int DEFAULT_MINUTES = 15;

    int minutesOrDefault() {
      return minutes == null ? DEFAULT_MINUTES : minutes;
    }
  }
}
