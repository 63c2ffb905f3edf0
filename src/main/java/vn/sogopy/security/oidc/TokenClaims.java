package vn.sogopy.security.oidc;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/**
 * The claims of an access token whose signature, issuer, audience and times are valid. A missing,
 * duplicate or wrongly typed claim gives no right.
 *
 * @param claims of the token, nested objects as maps
 */
record TokenClaims(Map<String, Object> claims) {
  private static final int MAX_NAME = 200;
  private static final int MAX_CODE = 63;
  private static final int MAX_PLANS = 100;
  private static final int MAX_SUBJECT = 255;

  /** The name beside the role VIEWER that lets a person read restricted comments, too. */
  private static final String READS_RESTRICTED = "READS_RESTRICTED";

  private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7E&&[^@]]{1,200}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * The claims to read: a name, or a path with slashes ({@code resource_access/so-gop-y/roles}).
   */
  record Paths(String role, String organization, String plans) {}

  /**
   * The caller. The existence of the organization is not checked here.
   *
   * @throws ProblemException 401 for a token without subject or client, 403 for a token that does
   *     not give exactly one usable right
   */
  Caller caller(Paths paths) {
    String subject = text("sub");
    String client = text("azp") != null ? text("azp") : text("client_id");
    if (subject == null || subject.length() > MAX_SUBJECT || client == null) {
      throw TokenMechanism.invalid();
    }
    if (!CLIENT.matcher(client).matches()) {
      throw TokenMechanism.invalid();
    }
    Role role = role(paths.role());
    String organization = organization(paths.organization(), role);
    Caller caller =
        new Caller(
            name(client),
            scope(client, organization),
            role,
            organization,
            plans(paths.plans()),
            "oidc:" + subject);
    boolean reads = role == Role.VIEWER && texts(paths.role()).contains(READS_RESTRICTED);
    return reads ? caller.seeingRestricted(true) : caller;
  }

  /** The expiry of the token; null = none. */
  Instant expiresAt() {
    return claims.get("exp") instanceof Number seconds
        ? Instant.ofEpochSecond(Math.min(seconds.longValue(), Instant.MAX.getEpochSecond()))
        : null;
  }

  /**
   * The scope of externalId and Idempotency-Key. One client of the provider, such as a browser
   * application, can serve many organizations, whose scopes must be separate. No API key can have
   * such a scope ({@code ApiKeyService}).
   */
  private static String scope(String client, String organization) {
    return Caller.OIDC + client + (organization == null ? "" : "@" + organization);
  }

  /** Exactly one role of this service; roles of other applications are ignored. */
  private Role role(String path) {
    List<String> names = texts(path);
    List<Role> roles =
        Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).toList();
    if (roles.size() != 1) {
      throw refused(path, roles.isEmpty() ? FieldCode.REQUIRED : FieldCode.MORE_THAN_ONE);
    }
    return roles.get(0);
  }

  private String organization(String path, Role role) {
    List<String> codes = texts(path);
    if (role != Role.SUBMITTER) {
      if (!codes.isEmpty()) {
        throw refused(path, FieldCode.NOT_SUPPORTED);
      }
      return null;
    }
    if (codes.size() != 1) {
      throw refused(path, codes.isEmpty() ? FieldCode.REQUIRED : FieldCode.MORE_THAN_ONE);
    }
    if (codes.get(0).isBlank() || codes.get(0).length() > MAX_CODE) {
      throw refused(path, FieldCode.UNKNOWN_ORGANIZATION, "");
    }
    return codes.get(0);
  }

  /** Null = all, for a token without such a claim; an empty list means no plan. */
  private Set<String> plans(String path) {
    if (at(path) == null) {
      return null;
    }
    List<String> slugs = texts(path);
    if (slugs.size() > MAX_PLANS || slugs.stream().anyMatch(slug -> slug.length() > MAX_CODE)) {
      throw refused(path, FieldCode.TOO_LONG, MAX_PLANS);
    }
    return Set.copyOf(slugs);
  }

  private String name(String client) {
    return Stream.of("name", "preferred_username")
        .map(this::text)
        .map(TokenClaims::printable)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(client);
  }

  /** On one line and short enough for a history; null if nothing is printable. */
  private static String printable(String sent) {
    if (sent == null) {
      return null;
    }
    try {
      String line = BLANKS.matcher(Text.normalize(sent)).replaceAll(" ").strip();
      if (Text.length(line) > MAX_NAME) {
        line = line.substring(0, line.offsetByCodePoints(0, MAX_NAME));
      }
      return line.isEmpty() ? null : line;
    } catch (Text.IllegalTextException e) {
      return null;
    }
  }

  private String text(String claim) {
    return claims.get(claim) instanceof String text && !text.isBlank() ? text : null;
  }

  /**
   * The values of a claim with one text or a list of texts, without duplicates; empty if absent.
   */
  private List<String> texts(String path) {
    Object value = at(path);
    List<?> all = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    if (!all.stream().allMatch(String.class::isInstance)) {
      throw refused(path, FieldCode.WRONG_TYPE, "text");
    }
    return List.copyOf(new LinkedHashSet<>(all.stream().map(String.class::cast).toList()));
  }

  private Object at(String path) {
    if (claims.get(path) != null) {
      return claims.get(path); // a name may be a URL with slashes
    }
    Object here = claims;
    for (String step : path.split("/", -1)) {
      here = here instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return here;
  }

  /** 403 for a valid token without a right in this service (RFC 6750 section 3.1). */
  static ProblemException refused(String claim, FieldCode code, Object... arguments) {
    return new ProblemException(ProblemCode.TOKEN_NOT_ENTITLED, claim)
        .at(FieldError.header("Authorization", code, arguments));
  }
}
