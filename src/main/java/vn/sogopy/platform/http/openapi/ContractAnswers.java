package vn.sogopy.platform.http.openapi;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;

/** The responses of operations: their headers, and one problem for each status. */
final class ContractAnswers {
  private static final String RESPONSES = "#/components/responses/";

  /** Responses of the HTTP server itself, without a body. */
  private static final SortedMap<Integer, String> BARE =
      new TreeMap<>(
          Map.of(
              414, "Dòng yêu cầu dài quá 8 KiB · the request line is longer than 8 KiB",
              431, "Các header dài quá 16 KiB · the headers are longer than 16 KiB"));

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
    BARE.forEach(
        (status, description) ->
            components.addResponse(
                "Bare" + status, OASFactory.createAPIResponse().description(description)));
  }

  private static APIResponse problem(int status, String codes) {
    APIResponse answer =
        OASFactory.createAPIResponse()
            .description(codes)
            .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem()));
    addCommonHeaders(status, answer);
    switch (status) {
      case 401 -> answer.addHeader("WWW-Authenticate", header("Bearer"));
      case 405 ->
          answer.addHeader("Allow", header("Phương thức của đường dẫn này · methods of this path"));
      case 409 ->
          answer
              .addHeader("Location", header("Cái đã có · what is there already"))
              .addHeader("Retry-After", header("Giây · seconds"));
      case 412 -> answer.addHeader("ETag", header("Phiên bản hiện tại · as it is now"));
      case 415 ->
          answer
              .addHeader("Accept-Post", header("Kiểu được nhận · types that are taken"))
              .addHeader("Accept-Patch", header("Kiểu được nhận · types that are taken"));
      case 416 -> answer.addHeader("Content-Range", header("bytes */4096"));
      case 429, 503 -> answer.addHeader("Retry-After", reference("Retry-After"));
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
      operation.addParameter(
          ContractParameters.header("If-None-Match", "ETag đã có · the ETag at hand", null, 1000));
      APIResponse same =
          OASFactory.createAPIResponse()
              .description("Không thay đổi · not modified")
              .addHeader("ETag", header("Phiên bản · version"));
      addCommonHeaders(304, same);
      operation.getResponses().addAPIResponse("304", same);
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
    // A log has no versions.
    boolean versioned = promises.tags() && !list && !path.endsWith("-log");
    if ((made || status.equals("200")) && versioned && !shown.equals("ImportReport")) {
      answer.addHeader("ETag", header("Phiên bản · version"));
    }
    if (made) {
      answer.addHeader("Location", header("Đường dẫn của mục mới · path of the new resource"));
    }
    if (list) {
      answer.addHeader("Link", header("rel=\"next\""));
    }
    if (promises.replays()) {
      answer.addHeader(
          "Idempotency-Replayed",
          header("true khi là câu trả lời đầu tiên gửi lại · true when replayed"));
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
        .addParameter(
            ContractParameters.header(
                "Range", "Một khoảng byte · one range of bytes: bytes=0-1023", null, 100))
        .addParameter(
            ContractParameters.header(
                "If-Range",
                "ETag mà khoảng đó thuộc về · the ETag that the range is of",
                null,
                1000));
    APIResponse part =
        OASFactory.createAPIResponse()
            .description("Khoảng được yêu cầu · the range asked for")
            .content(operation.getResponses().getAPIResponse("200").getContent())
            .addHeader("ETag", header("Phiên bản · version"))
            .addHeader("Content-Range", header("bytes 0-1023/4096"));
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
            String.valueOf(status),
            OASFactory.createAPIResponse()
                .ref(RESPONSES + (BARE.containsKey(status) ? "Bare" : "Problem") + status));
  }

  private static void addCommonHeaders(int status, APIResponse answer) {
    answer.addHeader("X-Request-Id", reference("X-Request-Id"));
    if (status != 401) {
      answer
          .addHeader("X-API-Key-Expires-On", reference("X-API-Key-Expires-On"))
          .addHeader("RateLimit-Policy", reference("RateLimit-Policy"))
          .addHeader("RateLimit", reference("RateLimit"));
    }
  }

  private static Header reference(String name) {
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }

  private static Header header(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(8192));
  }
}
