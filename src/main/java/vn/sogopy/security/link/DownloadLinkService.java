package vn.sogopy.security.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Signs the path of one file for some minutes. */
@ApplicationScoped
public class DownloadLinkService {
  /** Of a caller whose end nobody told and whose rights nobody can look up. */
  private static final Duration UNKNOWN_END = Duration.ofMinutes(5);

  /** What the service takes as request line, with room for the method and the version. */
  private static final int LONGEST_URL = 8_000;

  @Inject LinkSecretService secrets;

  /**
   * @param end when the token that the caller showed ends; null = not told
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
}
