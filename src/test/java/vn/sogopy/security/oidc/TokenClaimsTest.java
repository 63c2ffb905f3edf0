package vn.sogopy.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** Maps the claims of a valid token to a caller with exactly one role, or refuses them. */
class TokenClaimsTest {
  private static final TokenClaims.Paths PATHS =
      new TokenClaims.Paths("resource_access/so-gop-y/roles", "organization", "plans");

  private static Map<String, Object> claims(Object roles) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", "s-1");
    claims.put("azp", "portal");
    if (roles != null) {
      claims.put("resource_access", Map.of("so-gop-y", Map.of("roles", roles)));
    }
    return claims;
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    claims.put(name, value);
    return claims;
  }

  private static Caller caller(Map<String, Object> claims) {
    return new TokenClaims(claims).caller(PATHS);
  }

  private static ProblemCode refused(Map<String, Object> claims) {
    return catchThrowableOfType(ProblemException.class, () -> caller(claims)).code();
  }

  @Test
  void aSubmitter() {
    Map<String, Object> claims = claims(List.of("SUBMITTER"));
    claims.put("organization", "sgtvt");
    claims.put("plans", List.of("bac-kan-2021-2030"));
    claims.put("name", " Nông Thị\tBích ");
    assertThat(caller(claims))
        .isEqualTo(
            new Caller(
                "Nông Thị Bích",
                "oidc:portal@sgtvt",
                Role.SUBMITTER,
                "sgtvt",
                Set.of("bac-kan-2021-2030"),
                "oidc:s-1"));
  }

  @Test
  void aViewerWhoReadsRestrictedComments() {
    assertThat(caller(claims(List.of("VIEWER", "READS_RESTRICTED"))).seesRestricted()).isTrue();
    assertThat(caller(claims(List.of("VIEWER"))).seesRestricted()).isFalse();
    // Of no effect beside another role, and no right without one.
    assertThat(caller(claims(List.of("ADMIN", "READS_RESTRICTED"))).seesRestricted()).isFalse();
    assertThat(refused(claims(List.of("READS_RESTRICTED"))))
        .isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
  }

  @Test
  void expiry() {
    assertThat(new TokenClaims(claims("VIEWER")).expiresAt()).isNull();
    assertThat(new TokenClaims(with(claims("VIEWER"), "exp", 1_795_631_346)).expiresAt())
        .isEqualTo("2026-11-25T18:29:06Z");
    assertThat(new TokenClaims(with(claims("VIEWER"), "exp", Long.MAX_VALUE)).expiresAt())
        .isAfter("9999-12-31T00:00:00Z");
  }

  @Test
  void nameOfTheCaller() {
    assertThat(caller(claims("VIEWER")).name()).isEqualTo("portal");
    Map<String, Object> claims = with(claims("VIEWER"), "preferred_username", "bich");
    assertThat(caller(claims).name()).isEqualTo("bich");
    assertThat(caller(with(claims, "name", "bad\u0000")).name()).isEqualTo("bich");
    assertThat(caller(with(claims, "name", "😀".repeat(300))).name()).isEqualTo("😀".repeat(200));
  }

  @Test
  void clientOfOtherProviders() {
    Map<String, Object> claims = with(claims("VIEWER"), "client_id", "from-rfc-9068");
    claims.remove("azp");
    assertThat(caller(claims).client()).isEqualTo("oidc:from-rfc-9068");
  }

  @Test
  void claimByNameOrPath() {
    TokenClaims.Paths urls = new TokenClaims.Paths("https://x.vn/role", "o/c", "plans");
    Map<String, Object> claims = with(claims(null), "https://x.vn/role", "SUBMITTER");
    claims.put("o", Map.of("c", List.of("sxd")));
    assertThat(new TokenClaims(claims).caller(urls).organization()).isEqualTo("sxd");
  }

  @Test
  void exactlyOneOfOurRoles() {
    assertThat(refused(claims(null))).isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
    assertThat(refused(claims(List.of()))).isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
    assertThat(refused(claims(List.of("viewer", "owner"))))
        .isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
    assertThat(refused(claims(List.of("VIEWER", "ADMIN"))))
        .isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
    assertThat(refused(claims(List.of("VIEWER", 1)))).isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
    assertThat(caller(claims(List.of("offline_access", "VIEWER", "VIEWER"))).role())
        .isEqualTo(Role.VIEWER);
  }

  @Test
  void onlySubmittersHaveAnOrganization() {
    assertThat(refused(claims("SUBMITTER"))).isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
    for (Object wrong : new Object[] {"", " ", List.of(), List.of("a", "b"), 7, Map.of("a", "b")}) {
      assertThat(refused(with(claims("SUBMITTER"), "organization", wrong)))
          .isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
    }
    assertThat(refused(with(claims("ADMIN"), "organization", "sxd")))
        .isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
  }

  @Test
  void missingPlansAreAll() {
    assertThat(caller(claims("VIEWER")).plans()).isNull();
    assertThat(caller(with(claims("VIEWER"), "plans", List.of())).plans()).isEmpty();
    assertThat(caller(with(claims("VIEWER"), "plans", "one")).plans()).containsExactly("one");
    assertThat(refused(with(claims("VIEWER"), "plans", true)))
        .isEqualTo(ProblemCode.TOKEN_NOT_ENTITLED);
  }

  @Test
  void subjectOrClientIsRequired() {
    for (String claim : List.of("sub", "azp")) {
      Map<String, Object> claims = claims("VIEWER");
      claims.remove(claim);
      assertThat(refused(claims)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }
    // The client id would equal that of "portal" of sgtvt.
    assertThat(refused(with(claims("VIEWER"), "azp", "portal@sgtvt")))
        .isEqualTo(ProblemCode.UNAUTHENTICATED);
  }

  @Property
  void anyClaimsGiveACallerOrAProblem(@ForAll("anyClaims") Map<String, Object> claims) {
    Caller caller;
    try {
      caller = caller(claims);
    } catch (ProblemException refusal) {
      assertThat(refusal.code()).isIn(ProblemCode.UNAUTHENTICATED, ProblemCode.TOKEN_NOT_ENTITLED);
      return;
    }
    assertThat(claims.toString()).contains(caller.role().name());
    assertThat(caller.organization() != null).isEqualTo(caller.isSubmitter());
    assertThat(caller.client()).startsWith("oidc:");
    assertThat(caller.client().endsWith("@" + caller.organization()))
        .isEqualTo(caller.isSubmitter());
    assertThat(caller.name()).isNotBlank();
    assertThat(Text.length(caller.name())).isLessThanOrEqualTo(200);
    assertThat(caller.plans() == null).isEqualTo(claims.get("plans") == null);
    assertThat(caller.credential()).startsWith("oidc:");
  }

  @Provide
  Arbitrary<Map<String, Object>> anyClaims() {
    Arbitrary<Object> text =
        Arbitraries.of("SUBMITTER", "VIEWER", "ADMIN", "sxd", "", " ", "a@b", "\u0007", "portal")
            .asGeneric();
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            text,
            text.list().ofMaxSize(3).asGeneric(),
            Arbitraries.of(1, true, Map.of("VIEWER", "VIEWER")).asGeneric());
    Arbitrary<Object> roles =
        Arbitraries.oneOf(value, Arbitraries.just(List.of("VIEWER")).asGeneric())
            .map(v -> (Object) Map.of("so-gop-y", Map.of("roles", v)));
    return Arbitraries.of("sub", "azp", "name", "organization", "plans", "client_id")
        .flatMap(key -> value.map(v -> Map.entry(key, v)))
        .list()
        .ofMaxSize(6)
        .flatMap(
            entries ->
                roles.map(
                    r -> {
                      Map<String, Object> claims = new HashMap<>(Map.of("sub", "s", "azp", "p"));
                      claims.put("resource_access", r);
                      entries.forEach(entry -> claims.put(entry.getKey(), entry.getValue()));
                      return claims;
                    }));
  }
}
