package vn.sogopy.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.OtherServers;
import vn.sogopy.testing.TestPlan;

/** Tokens beside keys, over HTTP; {@code KeycloakIT} uses a real Keycloak. */
@QuarkusTest
@TestProfile(OtherServers.class)
class SignOnTest {

  TestIssuer issuer;

  private static RequestSpecification with(String token) {
    return Api.anonymous().header("Authorization", "Bearer " + token);
  }

  private String submitter(String organization) {
    JwtClaims claims = issuer.claims("SUBMITTER");
    claims.setClaim("organization", organization);
    return issuer.token(claims);
  }

  @Test
  void tokenAndKeyAreAccepted() {
    with(submitter("sgtvt"))
        .get("/me")
        .then()
        .statusCode(200)
        .body("organization", equalTo("sgtvt"))
        .body("client", equalTo("oidc:portal@sgtvt"));
    Api.as(Key.SGTVT).get("/me").then().statusCode(200);
    with(Key.SGTVT.secret()).get("/me").then().statusCode(200);
  }

  @Test
  void invalidTokenIsRefused() {
    for (Consumer<JwtClaims> change :
        List.<Consumer<JwtClaims>>of(
            claims -> claims.setAudience("another"),
            claims -> claims.unsetClaim("aud"),
            claims -> claims.setIssuer("http://127.0.0.1:1"),
            claims -> claims.unsetClaim("iss"),
            claims -> claims.setExpirationTimeMinutesInTheFuture(-1),
            claims -> claims.unsetClaim("exp"),
            claims -> claims.setNotBefore(NumericDate.fromSeconds(4_000_000_000L)),
            claims -> claims.unsetClaim("sub"),
            claims -> claims.unsetClaim("azp"))) {
      JwtClaims claims = issuer.claims("VIEWER");
      with(issuer.token(claims)).get("/me").then().statusCode(200);
      change.accept(claims);
      with(issuer.token(claims))
          .get("/me")
          .then()
          .spec(problem(401, "unauthenticated"))
          .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }
  }

  @Test
  void tokenWithoutRightNamesTheClaim() {
    with(issuer.token(issuer.claims("owner")))
        .get("/me")
        .then()
        .spec(problem(403, "token-not-entitled"))
        .body("errors[0].header", equalTo("Authorization"))
        .body("errors[0].code", equalTo("required"));
    with(submitter("nowhere"))
        .get("/me")
        .then()
        .spec(problem(403, "token-not-entitled"))
        .body("errors[0].code", equalTo("unknown-organization"));
  }

  @Test
  void organizationsOfOneClientAreSeparate() {
    String path = TestPlan.open().path() + "/drafts/1/comments";
    String name = UUID.randomUUID().toString();
    for (String organization : List.of("sgtvt", "sxd")) {
      with(submitter(organization))
          .header("Idempotency-Key", name)
          .body(json("content", "Đề nghị của " + organization, "externalId", name))
          .post(path)
          .then()
          .statusCode(201);
    }
  }

  /** The rights cannot be looked up later, so the link expires with the token. */
  @Test
  void linkExpiresWithTheToken() {
    JwtClaims claims = issuer.claims("VIEWER");
    NumericDate end = NumericDate.now();
    end.addSeconds(400);
    claims.setExpirationTime(end);
    String path = "/api/v1" + TestPlan.open().path() + "/drafts/1/register?format=csv";
    String url =
        with(issuer.token(claims))
            .body(json("path", path, "minutes", 60))
            .post("/download-links")
            .then()
            .statusCode(201)
            .body("expiresAt", equalTo(Instant.ofEpochSecond(end.getValue()).toString()))
            .extract()
            .path("url");
    Api.anonymous().basePath("").urlEncodingEnabled(false).get(url).then().statusCode(200);
  }

  @Test
  void keysCannotUseAnOidcClient() {
    Api.as(Key.ADMIN)
        .body(json("name", "x", "role", "VIEWER", "client", "oidc:portal"))
        .post("/api-keys")
        .then()
        .spec(Api.badField("/client", "already-used"));
  }

  @Test
  void unknownKeyIdsAreLimited() {
    int before = issuer.keysAsked();
    for (int i = 0; i < 30; i++) {
      with(issuer.token(issuer.claims("VIEWER"), "unknown-" + i))
          .get("/me")
          .then()
          .spec(problem(401, "unauthenticated"));
    }
    assertThat(issuer.keysAsked() - before).isBetween(0, 10);
  }
}
