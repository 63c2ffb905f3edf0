package vn.sogopy.security.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import vn.sogopy.platform.text.Sha256;

/**
 * An OpenID provider that signs any claims; it serves its metadata and one key. Whoever asks for a
 * code is signed in as the last person of {@link #signIn}.
 */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
  static final String DESK = "so-gop-y-desk";

  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private volatile JwtClaims person;
  private volatile UnaryOperator<JwtClaims> idToken = UnaryOperator.identity();
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
                """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth", "end_session_endpoint": "%1$s/logout"}\
                """
                    .formatted(url())));
    server.createContext("/auth", this::giveCode);
    server.createContext("/token", this::giveTokens);
    server.createContext(
        "/keys",
        exchange -> {
          keysAsked.incrementAndGet();
          answer(exchange, new JsonWebKeySet(key).toJson());
        });
    server.start();
    return Map.of("sogopy.oidc.auth-server-url", url(), "sogopy.oidc.keys-every", "off");
  }

  /** The claims of the access token of the person who signs in next. */
  void signIn(JwtClaims claims) {
    person = claims;
    idToken = UnaryOperator.identity();
  }

  /** Changes the claims of the ID token of that person. */
  void alterIdToken(UnaryOperator<JwtClaims> change) {
    idToken = change;
  }

  private void giveCode(HttpExchange exchange) throws IOException {
    Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** RFC 6749, section 4.1.3, with RFC 7636, section 4.6. */
  private void giveTokens(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(sent.get("code"));
    String verifier = sent.getOrDefault("code_verifier", "");
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
    if (asked == null
        || !challenge.equals(asked.get("code_challenge"))
        || !asked.get("redirect_uri").equals(sent.get("redirect_uri"))
        || !DESK.equals(sent.get("client_id"))) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    JwtClaims identity = claims("VIEWER");
    identity.setAudience(DESK);
    identity.setStringClaim("nonce", asked.get("nonce"));
    answer(
        exchange,
        """
        {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": 300}\
        """
            .formatted(token(person), token(idToken.apply(identity))));
  }

  private static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    answer(exchange, 200, json);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
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
