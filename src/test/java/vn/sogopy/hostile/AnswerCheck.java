package vn.sogopy.hostile;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sogopy.testing.Contract;
import vn.sogopy.testing.ContractBodies;

/** Checks that hold for every response, whatever the request was. */
final class AnswerCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";

  /** Headers of HTTP itself, not described per operation. */
  private static final Set<String> GENERAL =
      Set.of(
          "accept-ranges",
          "allow",
          "cache-control",
          "connection",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-length",
          "content-security-policy",
          "content-type",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "date",
          "permissions-policy",
          "ratelimit",
          "ratelimit-policy",
          "referrer-policy",
          "retry-after",
          "strict-transport-security",
          "transfer-encoding",
          "vary",
          "www-authenticate",
          "x-content-type-options",
          "x-frame-options",
          "x-request-id");

  /** Stack traces, class names, words of the database. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\w+Exception\\b|\\bat [a-z]+\\.\\w+\\.|\\b(java|jakarta|vn\\.sogopy|io\\.quarkus|io\\.vertx|io\\.netty|org\\.[a-z]+|com\\.fasterxml)\\.\\w+"
              + "|(?i:SQLSTATE|psql|hibernate|jackson|vert\\.?x|netty|resteasy|PgJDBC|violates \\w+ constraint)");

  /** The statuses that may have no body: the service could not read the head. */
  private static final Set<Integer> BARE = Set.of(400, 414, 431);

  private final OpenApiInteractionValidator validator = Contract.answers();

  /** The violations of the response; empty if there is none. */
  List<String> check(Message message, RawHttp.Answer answer) {
    List<String> wrong = new ArrayList<>();
    int status = answer.status();
    if (status == 0) {
      if (message.framed) {
        wrong.add("no answer");
      }
      return wrong;
    }
    if (status >= 500) {
      wrong.add("status " + status);
    }
    if (answer.header("X-Request-Id") == null
        && !(BARE.contains(status) && answer.body().length == 0)) {
      wrong.add("no X-Request-Id with " + status);
    }
    if (answer.header("Server") != null || answer.header("X-Powered-By") != null) {
      wrong.add("a banner");
    }
    if (status >= 400) {
      problem(message, answer, wrong);
    }
    if (message.routed) {
      contract(message, answer, wrong);
    }
    return wrong;
  }

  private static void problem(Message message, RawHttp.Answer answer, List<String> wrong) {
    if (message.method.equals("HEAD")) {
      return;
    }
    if (answer.body().length == 0) {
      if (!BARE.contains(answer.status()) || isReadable(message)) {
        wrong.add("an empty " + answer.status());
      }
      return;
    }
    String type = answer.header("Content-Type");
    if (!PROBLEM.equals(type)) {
      if (!isDescribed(message, answer.status(), type)) {
        wrong.add("a refusal of type " + type);
      }
      return;
    }
    JsonNode problem = read(answer);
    if (problem == null) {
      wrong.add("a problem that is no JSON");
      return;
    }
    String code = problem.path("code").asText();
    if (problem.path("status").asInt() != answer.status()
        || !problem.path("type").asText().equals("urn:sogopy:problem:" + code)
        || problem.path("title").asText().isBlank()
        || problem.path("detail").asText().isBlank()
        || !problem.path("instance").asText().startsWith("/")
        || !problem.path("requestId").asText().equals(answer.header("X-Request-Id"))) {
      wrong.add("not the shape of a problem: " + problem);
    }
    inside(message, answer, wrong);
  }

  /** Whether the contract has this media type for this status of the operation. */
  private static boolean isDescribed(Message message, int status, String type) {
    JsonNode described = message.operation.answers().get(String.valueOf(status));
    return message.routed
        && type != null
        && described != null
        && described.path("content").has(type.split(";")[0].strip());
  }

  /** Whether the request line and the headers are valid HTTP. */
  private static boolean isReadable(Message message) {
    try {
      new URI(message.target());
      return message.framed;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void inside(Message message, RawHttp.Answer answer, List<String> wrong) {
    String sent = new String(message.toBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    Matcher told = INSIDE.matcher(answer.text());
    while (told.find()) {
      if (!sent.contains(told.group().toLowerCase(Locale.ROOT))) {
        wrong.add("tells of the inside: " + told.group());
      }
    }
  }

  private void contract(Message message, RawHttp.Answer answer, List<String> wrong) {
    Operation operation = message.operation;
    JsonNode described = operation.answers().get(String.valueOf(answer.status()));
    if (described == null) {
      if (!(answer.body().length == 0 && BARE.contains(answer.status()) && !isReadable(message))) {
        wrong.add("a status that is not described: " + answer.status());
      }
      return;
    }
    Set<String> headers =
        ContractOperations.fields(described.path("headers")).keySet().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (String[] header : answer.headers()) {
      String name = header[0].toLowerCase(Locale.ROOT);
      if (!GENERAL.contains(name) && !headers.contains(name)) {
        wrong.add("a header that is not described: " + header[0] + " with " + answer.status());
      }
    }
    String type = answer.header("Content-Type");
    if (type == null || answer.body().length == 0) {
      return;
    }
    String base = type.split(";")[0].strip();
    boolean json = base.endsWith("json");
    SimpleResponse.Builder response =
        new SimpleResponse.Builder(answer.status()).withContentType(base);
    if (json) {
      response.withBody(answer.text());
    }
    if (!json && (described.path("content").has(base) || described.path("content").has("*/*"))) {
      return;
    }
    ValidationReport report =
        validator.validateResponse(
            operation.path().replaceAll("\\{[^}]+}", "1"),
            Request.Method.valueOf(operation.method()),
            response.build());
    wrong.addAll(
        ContractBodies.violations(
            operation.method(),
            operation.path().replaceAll("\\{[^}]+}", "1"),
            answer.status(),
            base,
            answer.body()));
    if (report.hasErrors()) {
      report.getMessages().forEach(error -> wrong.add(error.getMessage()));
    }
  }

  static JsonNode read(RawHttp.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      return null;
    }
  }
}
