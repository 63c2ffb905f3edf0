package vn.sogopy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.security.key.KeySecret;

/**
 * Requests with secrets in every place: intended, mistyped, or by mistake. The client logs nothing
 * itself.
 */
final class SecretRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/v1";
  private static final String DRAFT = API + "/plans/bac-kan-2021-2030/drafts/2";

  private final URI base;
  private final Secrets secrets;
  private final HttpClient client = HttpClient.newHttpClient();

  SecretRequests(URI base, Secrets secrets) {
    this.base = base;
    this.secrets = secrets;
  }

  /**
   * @param keys the keys of the sample by their names
   */
  void send(Map<String, String> keys) throws Exception {
    for (Map.Entry<String, String> key : keys.entrySet()) {
      secrets.add(key.getKey(), key.getValue());
      show(key.getValue());
    }
    show(known("unknown key", KeySecret.generate()));
    String mistyped = KeySecret.generate();
    show(known("mistyped key", mistyped.substring(0, mistyped.length() - 1) + "x"));
    show(known("key of another shape", word()));
    show(known("token", token()));
    madeAndStopped(keys.get("ADMIN"));
    words(keys.get("COORDINATOR"));
    files(keys.get("COORDINATOR"));
    link(keys.get("COORDINATOR"));
  }

  private String known(String name, String secret) {
    secrets.add(name, secret);
    return secret;
  }

  private static String word() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** A value that looks like an access token. */
  private static String token() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString(("{\"sub\":\"" + word() + "\"}").getBytes(StandardCharsets.UTF_8))
        + "."
        + word();
  }

  /** Sends the key in the right place and in wrong ones. */
  private void show(String key) throws Exception {
    get(API + "/me", "Authorization", "Bearer " + key);
    get(API + "/me", "X-API-Key", key);
    get(API + "/me", "X-API-Key", key, "Authorization", "Bearer " + key + "x");
    get(DRAFT + "/comments?limit=2", "X-API-Key", key);
    String basic = Base64.getEncoder().encodeToString(("user:" + key).getBytes());
    secrets.add("password", basic);
    get(API + "/me", "Authorization", "Basic " + basic);
    get(API + "/me", "Authorization", key);
    get(API + "/me", "Cookie", "key=" + key);
    get(API + "/me?key=" + key);
    get(API + "/me?access_token=" + key, "X-API-Key", key);
    get(API + "/" + key, "X-API-Key", key);
    get(API + "/comments/" + key, "X-API-Key", key);
    get(DRAFT + "/comments?cursor=" + key + "&q=" + key, "X-API-Key", key);
    if (key.startsWith("sgy_") || key.startsWith("eyJ")) { // others are ordinary ids
      get(API + "/me", "X-API-Key", key, "X-Request-Id", key);
    }
    get("/q/health/live?key=" + key);
    get("/q/openapi?key=" + key);
  }

  private void madeAndStopped(String admin) throws Exception {
    String body = "{\"name\": \"" + word() + "\", \"role\": \"VIEWER\"}";
    JsonNode made = post(API + "/api-keys", admin, "application/json", body);
    String key = known("key just made", made.path("key").asText());
    show(key);
    send(request(API + "/api-keys/" + made.path("id").asText(), "X-API-Key", admin).DELETE());
    show(key);
  }

  /** Sends texts, valid and invalid, and an idempotency key. */
  private void words(String key) throws Exception {
    String content = known("content", word());
    String said = "{\"content\": \"" + content + "\", \"organization\": \"sgtvt\"";
    JsonNode made = post(DRAFT + "/comments", key, "application/json", said + "}");
    send(
        request(
                DRAFT + "/comments",
                "X-API-Key",
                key,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                known("idempotency key", word()))
            .POST(BodyPublishers.ofString(said + "}")));
    post(DRAFT + "/comments", key, "application/json", said);
    post(DRAFT + "/comments", key, "application/json", said + ", \"" + content + "\": 1}");
    post(DRAFT + "/comments", key, "application/json", said + ", \"kind\": \"" + content + "\"}");
    post(DRAFT + "/comments", key, "text/plain", content);
    post(DRAFT + "/comment-imports", key, "text/csv", "Nội dung góp ý;Mục\n" + content + ";V.1\n");
    post(DRAFT + "/comment-imports", key, "application/x-ndjson", said + "}\n{" + content + "\n");
    get(DRAFT + "/comments?q=" + known("words looked for", word()), "X-API-Key", key);
    String answer =
        "{\"result\": \"EXPLAINED\", \"response\": \"" + known("response", word()) + "\"}";
    send(
        request(
                API + "/comments/" + made.path("id").asText() + "/answer",
                "X-API-Key",
                key,
                "Content-Type",
                "application/json",
                "If-Match",
                "\"0\"")
            .PUT(BodyPublishers.ofString(answer)));
    for (String format : new String[] {"json", "csv", "html", "docx"}) {
      get(DRAFT + "/register?format=" + format, "X-API-Key", key);
    }
  }

  private void files(String key) throws Exception {
    String content = known("words in a file", word());
    JsonNode letter =
        post(
            DRAFT + "/letters",
            key,
            "application/json",
            "{\"organization\": \"sgtvt\", \"number\": \""
                + word().substring(0, 8)
                + "\", \"date\": \"2021-08-24\", \"comments\": [{\"content\": \""
                + content
                + "\"}]}");
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + known("file name", word())
            + ".pdf\"\r\n\r\n%PDF-1.7\n"
            + content
            + "\n%%EOF\r\n--b--\r\n";
    String files = API + "/letters/" + letter.path("id").asText() + "/attachments";
    JsonNode file = post(files, key, "multipart/form-data; boundary=b", form);
    get(API + "/attachments/" + file.path("id").asText(), "X-API-Key", key);
    post(files, key, "multipart/form-data; boundary=b", form.substring(0, form.length() - 9));
  }

  /** Sends a signed link. */
  private void link(String key) throws Exception {
    String path = DRAFT + "/register?format=csv";
    String asked = "{\"path\": \"" + path + "\", \"minutes\": 5}";
    JsonNode made = post(API + "/download-links", key, "application/json", asked);
    for (JsonNode value : made) {
      String link = value.asText();
      if (link.contains("/api/v1/")) {
        String query = link.substring(link.indexOf('?') + 1);
        for (String part : query.split("[&=]")) {
          if (part.length() > 24 && !part.contains("/")) {
            secrets.add("signature of a link", part);
          }
        }
        get(base.resolve(link).getRawPath() + "?" + base.resolve(link).getRawQuery());
      }
    }
  }

  private void get(String path, String... headers) throws Exception {
    send(request(path, headers).GET());
  }

  private JsonNode post(String path, String key, String type, String body) throws Exception {
    return send(
        request(path, "X-API-Key", key, "Content-Type", type)
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    return json ? JSON.readTree(answer.body()) : JSON.createObjectNode();
  }
}
