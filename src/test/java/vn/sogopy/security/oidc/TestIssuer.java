package vn.sogopy.security.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID provider that signs any claims; it serves its metadata and one key. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
  private HttpServer server;
  private RsaJsonWebKey key;
  private final AtomicInteger keysAsked = new AtomicInteger();

  @Override
  public Map<String, String> start() {
    try {
      key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId("one");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException | JoseException e) {
      throw new IllegalStateException(e);
    }
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\", \"token_endpoint\": \"%1$s/token\"}"
                    .formatted(url())));
    server.createContext(
        "/keys",
        exchange -> {
          keysAsked.incrementAndGet();
          answer(exchange, new JsonWebKeySet(key).toJson());
        });
    server.start();
    return Map.of("sogopy.oidc.auth-server-url", url(), "sogopy.oidc.keys-every", "off");
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int keysAsked() {
    return keysAsked.get();
  }

  /** The claims of a valid token of a person with this role. */
  JwtClaims claims(String role) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(url());
    claims.setAudience("so-gop-y");
    claims.setSubject("somebody");
    claims.setExpirationTimeMinutesInTheFuture(10);
    claims.setIssuedAtToNow();
    claims.setClaim("azp", "portal");
    claims.setClaim("resource_access", Map.of("so-gop-y", Map.of("roles", List.of(role))));
    return claims;
  }

  String token(JwtClaims claims) {
    return token(claims, "one");
  }

  String token(JwtClaims claims, String keyId) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setKeyIdHeaderValue(keyId);
    signature.setKey(key.getPrivateKey());
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(TestIssuer.class));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
