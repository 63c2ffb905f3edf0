package vn.sogopy.platform.http.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;

/** The description of refusals: one answer a status, with the codes it may carry. */
final class ContractProblems {
  private static final String RESPONSES = "#/components/responses/";

  /** Answers of the HTTP server below, without a body. */
  private static final Map<Integer, String> BARE =
      new TreeMap<>(
          Map.of(
              414, "Dòng yêu cầu dài quá 8 KiB · the request line is longer than 8 KiB",
              431, "Các header dài quá 16 KiB · the headers are longer than 16 KiB"));

  private ContractProblems() {}

  static void describe(Components components) {
    Arrays.stream(ProblemCode.values())
        .mapToInt(ProblemCode::status)
        .distinct()
        .forEach(status -> components.addResponse("Problem" + status, problem(status)));
    BARE.forEach(
        (status, description) ->
            components.addResponse(
                "Bare" + status, OASFactory.createAPIResponse().description(description)));
  }

  /** Beside what the operation itself may say with this status, if it does. */
  static void add(Operation operation, int status) {
    APIResponse own = operation.getResponses().getAPIResponse(String.valueOf(status));
    if (own != null && own.getRef() == null && own.getContent() != null) {
      own.getContent().addMediaType(Problem.MEDIA_TYPE, body());
      return;
    }
    operation
        .getResponses()
        .addAPIResponse(
            String.valueOf(status),
            OASFactory.createAPIResponse()
                .ref(RESPONSES + (BARE.containsKey(status) ? "Bare" : "Problem") + status));
  }

  private static APIResponse problem(int status) {
    List<String> codes =
        Arrays.stream(ProblemCode.values())
            .filter(code -> code.status() == status)
            .map(ProblemCode::code)
            .toList();
    APIResponse answer = OASFactory.createAPIResponse().description(String.join(", ", codes));
    ContractEveryAnswer.headers(status, answer);
    headers(status, answer);
    return answer.content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, body()));
  }

  /** What a refusal of this status may bring along. */
  private static void headers(int status, APIResponse answer) {
    switch (status) {
      case 401 -> answer.addHeader("WWW-Authenticate", ContractHeaders.header("Bearer"));
      case 405 ->
          answer.addHeader(
              "Allow",
              ContractHeaders.header("Phương thức của đường dẫn này · methods of this path"));
      case 409 -> {
        answer.addHeader("Location", ContractHeaders.header("Cái đã có · what is there already"));
        answer.addHeader("Retry-After", ContractHeaders.header("Giây · seconds"));
      }
      case 412 ->
          answer.addHeader("ETag", ContractHeaders.header("Phiên bản hiện tại · as it is now"));
      case 415 -> {
        answer.addHeader(
            "Accept-Post", ContractHeaders.header("Kiểu được nhận · types that are taken"));
        answer.addHeader(
            "Accept-Patch", ContractHeaders.header("Kiểu được nhận · types that are taken"));
      }
      case 416 -> answer.addHeader("Content-Range", ContractHeaders.header("bytes */4096"));
      default -> {}
    }
  }

  private static MediaType body() {
    return OASFactory.createMediaType()
        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
  }
}
