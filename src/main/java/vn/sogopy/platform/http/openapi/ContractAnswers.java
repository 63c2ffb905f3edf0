package vn.sogopy.platform.http.openapi;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;

/** The responses of operations: their headers, and one problem for each status. */
final class ContractAnswers {
  /** Responses of the HTTP server itself, without a body. */
  private static final Set<Integer> BARE = Set.of(414, 431);

  private static final Set<Integer> EVERYWHERE =
      Set.of(400, 401, 403, 405, 406, 414, 429, 431, 500, 503);

  private ContractAnswers() {}

  /** The components that {@link #complete} refers to. */
  static void describe(Components components) {
    Arrays.stream(ProblemCode.values())
        .collect(
            Collectors.groupingBy(
                ProblemCode::status,
                Collectors.mapping(ProblemCode::code, Collectors.joining(", "))))
        .forEach(
            (status, codes) -> components.addResponse("Problem" + status, problem(status, codes)));
  }

  private static APIResponse problem(int status, String codes) {
    APIResponse answer =
        OASFactory.createAPIResponse()
            .description(codes)
            .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem()));
    addCommonHeaders(status, answer);
    switch (status) {
      case 401 -> add(answer, "WWW-Authenticate");
      case 405 -> add(answer, "Allow");
      case 409 -> add(answer, "Location", "Retry-After");
      case 412 -> add(answer, "ETag");
      case 415 -> add(answer, "Accept-Post", "Accept-Patch");
      case 416 -> add(answer, "Content-Range");
      case 429, 503 -> add(answer, "Retry-After");
      default -> {}
    }
    return answer;
  }

  private static MediaType problem() {
    return OASFactory.createMediaType().schema(ContractSchemas.to("Problem"));
  }

  static void complete(String path, Contract.Promises promises) {
    Operation operation = promises.operation();
    Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
    answers.forEach(
        (status, answer) -> {
          if (answer.getRef() == null) {
            complete(path, promises, status, answer);
          }
        });
    if (promises.ranges()) {
      addRanges(operation);
    }
    if (promises.verb() == HttpMethod.GET && hasTag(answers.get("200"))) {
      operation.addParameter(ContractParameters.to("If-None-Match"));
      operation.getResponses().addAPIResponse("304", to("NotModified"));
    }
    addProblems(path, promises);
    // Generated clients ask for the media type of the first response.
    operation
        .getResponses()
        .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
  }

  private static void complete(
      String path, Contract.Promises promises, String status, APIResponse answer) {
    addCommonHeaders(Integer.parseInt(status), answer);
    if (answer.getContent() != null) {
      answer.getContent().getMediaTypes().values().forEach(ContractAnswers::describeFile);
    }
    boolean made = status.equals("201") || status.equals("202");
    if (answer.getDescription() == null || answer.getDescription().equals("Created")) {
      answer.setDescription(status.equals("201") ? "Đã tạo · created" : "OK");
    }
    String shown = jsonOf(answer);
    boolean list = shown.endsWith("Page");
    // A log has no versions. An archive is sent before its digest is known.
    boolean versioned =
        promises.tags() && !list && !path.endsWith("-log") && !path.endsWith("/archive");
    if ((made || status.equals("200")) && versioned && !shown.equals("ImportReport")) {
      add(answer, "ETag");
    }
    if (made) {
      add(answer, "Location");
    }
    if (list) {
      add(answer, "Link");
    }
    if (promises.replays()) {
      add(answer, "Idempotency-Replayed");
    }
  }

  /** An answer is a file unless it has a schema. */
  private static void describeFile(MediaType content) {
    if (content.getSchema() == null) {
      content.setSchema(
          OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary"));
    }
  }

  /** The name of the schema of JSON; empty for other answers. */
  private static String jsonOf(APIResponse answer) {
    MediaType json =
        answer.getContent() == null ? null : answer.getContent().getMediaType("application/json");
    return json == null || json.getSchema() == null || json.getSchema().getRef() == null
        ? ""
        : ContractSchemas.nameOf(json.getSchema());
  }

  private static boolean hasTag(APIResponse answer) {
    return answer != null && answer.getHeaders() != null && answer.getHeaders().containsKey("ETag");
  }

  /** A part of the file, of the same type as the whole. */
  private static void addRanges(Operation operation) {
    operation
        .addParameter(ContractParameters.to("Range"))
        .addParameter(ContractParameters.to("If-Range"));
    APIResponse part =
        OASFactory.createAPIResponse()
            .description("Khoảng được yêu cầu · the range asked for")
            .content(operation.getResponses().getAPIResponse("200").getContent());
    add(part, "ETag", "Content-Range");
    addCommonHeaders(206, part);
    operation.getResponses().addAPIResponse("206", part);
  }

  private static void addProblems(String path, Contract.Promises promises) {
    Operation operation = promises.operation();
    Set<Integer> problems = new TreeSet<>(EVERYWHERE);
    if (path.contains("{") || promises.verb() == HttpMethod.DELETE) {
      problems.add(404);
    }
    if (operation.getRequestBody() != null) {
      problems.addAll(Set.of(413, 415));
    }
    if (promises.verb() == HttpMethod.POST || promises.changesOne()) {
      problems.add(409);
    }
    if (promises.changesOne()) {
      problems.addAll(Set.of(412, 428));
    }
    if (promises.replays()) {
      problems.add(422);
    }
    problems.forEach(status -> addProblem(operation, status));
  }

  /** Adds to the operation's own description of this status, if there is one. */
  private static void addProblem(Operation operation, int status) {
    APIResponse own = operation.getResponses().getAPIResponse(String.valueOf(status));
    if (own != null && own.getRef() == null && own.getContent() != null) {
      own.getContent().addMediaType(Problem.MEDIA_TYPE, problem());
      return;
    }
    operation
        .getResponses()
        .addAPIResponse(
            String.valueOf(status), to((BARE.contains(status) ? "Bare" : "Problem") + status));
  }

  private static APIResponse to(String component) {
    return OASFactory.createAPIResponse().ref("#/components/responses/" + component);
  }

  private static void addCommonHeaders(int status, APIResponse answer) {
    add(answer, "X-Request-Id");
    if (status != 401) {
      add(answer, "X-API-Key-Expires-On", "RateLimit-Policy", "RateLimit");
    }
  }

  /** Adds headers that are components of {@code META-INF/openapi.yaml}. */
  private static void add(APIResponse answer, String... headers) {
    for (String name : headers) {
      answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
    }
  }
}
