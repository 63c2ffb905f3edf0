package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Signs a person on as a browser does: authorization code with PKCE (RFC 7636), form by form. */
final class CodeFlow {
  private static final String CLIENT = "so-gop-y-web";

  private CodeFlow() {}

  /**
   * The access token.
   *
   * @param redirect the redirect URI: the Swagger UI
   */
  static String signOn(Keycloak keycloak, String redirect, String name, String password)
      throws Exception {
    HttpClient browser = HttpClient.newHttpClient();
    String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    String query =
        form(
            Map.of(
                "response_type", "code",
                "client_id", CLIENT,
                "redirect_uri", redirect,
                "scope", "openid",
                "state", "s",
                "code_challenge_method", "S256",
                "code_challenge", challenge(verifier)));
    HttpResponse<String> page =
        browser.send(
            HttpRequest.newBuilder(
                    URI.create(keycloak.issuer() + "/protocol/openid-connect/auth?" + query))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    String action = Jsoup.parse(page.body()).select("form").attr("action");
    HttpResponse<String> back =
        browser.send(
            HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies(page))
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        form(Map.of("username", name, "password", password))))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
    String location = back.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(redirect);
    return keycloak.token(
        Keycloak.REALM,
        Map.of(
            "grant_type", "authorization_code",
            "client_id", CLIENT,
            "redirect_uri", redirect,
            "code", parameter(location, "code"),
            "code_verifier", verifier));
  }

  /**
   * By hand: they are "Secure". Browsers accept that over http from this machine, Java's
   * CookieManager does not.
   */
  private static String cookies(HttpResponse<String> page) {
    return page.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  private static String challenge(String verifier) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String parameter(String location, String name) {
    return Arrays.stream(URI.create(location).getRawQuery().split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
