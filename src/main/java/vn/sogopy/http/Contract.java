package vn.sogopy.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Writes into the description what holds for every operation by rule, so that no resource has to
 * repeat it: keys, preconditions, idempotency, headers and the problems each can answer with.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String RESPONSES = "#/components/responses/";
  private static final Set<String> EMPTY_BODIES =
      Set.of("approveComment", "replaceSections", "createConsultees");
  private static final Set<String> IF_MATCH = Set.of("removeConsultee");

  /** Lists and reports without a version. */
  private static final Set<String> NO_ETAG =
      Set.of("listChanges", "listConsultees", "listContacts", "addContact", "createApiKey");

  /** As {@code security.KeyExpiry} writes it. */
  private static final String KEY_EXPIRES_ON = "X-API-Key-Expires-On";

  /** Their answers hold a secret, which is not kept. */
  private static final Set<String> NO_REPLAY = Set.of("createApiKey", "createDownloadLink");

  private static final Set<String> MOVES = Set.of("approval", "return", "withdrawal", "parts");

  private static final List<Object> SECTION =
      List.of("Mã mục, không phân biệt dấu · section code, accents do not matter", "V.1", 40);

  /** Path parameters: description, example on the sample, greatest length. */
  private static final Map<String, List<Object>> PATH_PARAMETERS =
      Map.of(
          "plan",
              List.of("Tên quy hoạch trong đường dẫn · the plan's slug", "bac-kan-2021-2030", 63),
          "draft", List.of("Lần dự thảo · the draft's number", "2", 2),
          "id", Arrays.asList("UUID", null, 36),
          "copy", Arrays.asList("Mã bản đã ký · the signed copy", null, 36),
          "code", List.of("Mã cơ quan · organization code", "sgtvt", 63),
          "organization", List.of("Mã cơ quan · organization code", "sgtvt", 63));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ContractSchemas.complete(api.getComponents(), inputs(api));
    Arrays.stream(ProblemCode.values())
        .mapToInt(ProblemCode::status)
        // 405 is for methods that are not described.
        .filter(status -> status != 405)
        .distinct()
        .forEach(status -> api.getComponents().addResponse("Problem" + status, problem(status)));
    ContractLimits.describe(api.getComponents());
    api.getComponents()
        .addSecurityScheme("bearer", bearer())
        .addSecurityScheme("apiKey", apiKey())
        .addSecurityScheme("link", ContractLinks.scheme());
    api.setSecurity(
        List.of(
            OASFactory.createSecurityRequirement().addScheme("bearer"),
            OASFactory.createSecurityRequirement().addScheme("apiKey")));
    api.setServers(List.of(OASFactory.createServer().url("/")));
    Set<String> tags = new TreeSet<>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          complete(path, method, operation);
                          tags.addAll(operation.getTags());
                        }));
    api.setTags(
        tags.stream().map(name -> OASFactory.createTag().name(name).description(name)).toList());
  }

  private static Set<String> inputs(OpenAPI api) {
    Set<String> names = new HashSet<>();
    for (PathItem item : api.getPaths().getPathItems().values()) {
      item.getOperations()
          .forEach(
              (method, operation) -> {
                if (operation.getRequestBody() != null) {
                  Content content = operation.getRequestBody().getContent();
                  for (MediaType body : content.getMediaTypes().values()) {
                    if (method == PathItem.HttpMethod.PATCH) {
                      ContractSchemas.asMergePatch(api.getComponents(), body);
                    }
                    ContractSchemas.collect(api.getComponents(), body.getSchema(), names);
                  }
                  if (method == PathItem.HttpMethod.PATCH) {
                    // The same patch under the type that most clients send.
                    content.addMediaType(Body.JSON, content.getMediaType(Body.MERGE_PATCH));
                  }
                }
              });
    }
    return names;
  }

  private static SecurityScheme bearer() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description("Khóa API · API key");
  }

  private static SecurityScheme apiKey() {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name("X-API-Key")
        .description("Khóa API · API key");
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    boolean changesOne =
        method == PathItem.HttpMethod.PUT
            || method == PathItem.HttpMethod.PATCH
            || (method != PathItem.HttpMethod.GET
                && MOVES.contains(path.substring(path.lastIndexOf('/') + 1)))
            || IF_MATCH.contains(operation.getOperationId());
    boolean idempotencyKey =
        method == PathItem.HttpMethod.POST && !NO_REPLAY.contains(operation.getOperationId());
    describeParameters(path, operation);
    if (changesOne) {
      operation.addParameter(
          header(
              "If-Match",
              "ETag của lần đọc gần nhất; thiếu: 428 · ETag of the last read; missing: 428",
              "\"0\"",
              1000));
    }
    if (idempotencyKey) {
      operation.addParameter(
          header(
              "Idempotency-Key",
              "Gửi lại an toàn: cùng khóa, cùng yêu cầu, cùng câu trả lời · safe retries",
              "c1a7e0f2",
              257));
    }
    Set<Integer> problems = new TreeSet<>(Set.of(400, 401, 403, 406, 429, 500, 503));
    if (path.contains("{") || method == PathItem.HttpMethod.DELETE) {
      problems.add(404);
    }
    if (operation.getRequestBody() != null) {
      problems.addAll(Set.of(408, 413, 415));
      ContractSchemas.asLines(operation.getRequestBody().getContent());
    }
    if (method == PathItem.HttpMethod.POST || changesOne) {
      problems.add(409);
    }
    if (changesOne) {
      problems.addAll(Set.of(412, 428));
    }
    if (idempotencyKey || operation.getOperationId().equals("createApiKey")) {
      problems.add(422);
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              if (answer.getRef() == null) {
                headers(path, method, operation.getOperationId(), status, answer);
              }
            });
    problems.forEach(status -> addProblem(operation, status));
    ContractLinks.complete(method, operation);
    ContractWarnings.complete(operation);
    conditionalGet(method, operation);
    if (operation.getOperationId().equals("replaceSections")) {
      // Of the sample's drafts only the third is still PREPARING.
      operation.getParameters().stream()
          .filter(parameter -> parameter.getName().equals("draft"))
          .forEach(parameter -> parameter.setExample("3"));
    }
    if (EMPTY_BODIES.contains(operation.getOperationId())) {
      operation.getRequestBody().setRequired(false);
    }
  }

  /** Beside what the operation itself may say with this status, if it does. */
  private static void addProblem(Operation operation, int status) {
    APIResponse own = operation.getResponses().getAPIResponse(String.valueOf(status));
    if (own != null && own.getRef() == null && own.getContent() != null) {
      own.getContent()
          .addMediaType(
              Problem.MEDIA_TYPE,
              OASFactory.createMediaType()
                  .schema(OASFactory.createSchema().ref(SCHEMAS + "Problem")));
      return;
    }
    operation
        .getResponses()
        .addAPIResponse(
            String.valueOf(status),
            OASFactory.createAPIResponse().ref(RESPONSES + "Problem" + status));
  }

  private static void describeParameters(String path, Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getSchema().getType() == null && parameter.getSchema().getRef() == null) {
        parameter.getSchema().addType(Schema.SchemaType.STRING);
      }
      boolean section = path.contains("/sections/{code}");
      List<Object> known =
          section && parameter.getName().equals("code")
              ? SECTION
              : PATH_PARAMETERS.get(parameter.getName());
      if (parameter.getIn() == Parameter.In.PATH && known != null) {
        parameter.setDescription((String) known.get(0));
        parameter.setExample(known.get(1));
        parameter.getSchema().setMaxLength((Integer) known.get(2));
      }
      Schema items = parameter.getSchema().getItems();
      if (items != null && items.getMaxLength() == null) {
        // Each may be a list of names, with commas.
        items.setMaxLength(500);
      }
    }
  }

  /**
   * @param example what the Swagger UI fills in at once; null = nothing, since not every value may
   *     be sent twice
   */
  private static Parameter header(String name, String description, String example, int maxLength) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .example(example)
        .schema(text().maxLength(maxLength));
  }

  /** One resource has an ETag, so that its GET can be answered with 304. */
  private static void conditionalGet(PathItem.HttpMethod method, Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    boolean one = ok != null && ok.getHeaders() != null && ok.getHeaders().containsKey("ETag");
    if (method == PathItem.HttpMethod.GET
        && one
        && !operation.getOperationId().equals("getRegister")) {
      operation.addParameter(header("If-None-Match", "ETag đã có · the ETag at hand", null, 1000));
      operation
          .getResponses()
          .addAPIResponse(
              "304", OASFactory.createAPIResponse().description("Không thay đổi · not modified"));
    }
  }

  private static APIResponse problem(int status) {
    List<String> codes =
        Arrays.stream(ProblemCode.values())
            .filter(code -> code.status() == status)
            .map(ProblemCode::code)
            .toList();
    APIResponse answer = OASFactory.createAPIResponse().description(String.join(", ", codes));
    answer.addHeader(RequestIds.HEADER, header("Mã yêu cầu · request id"));
    answer.addHeader(KEY_EXPIRES_ON, keyExpiresOn());
    if (status == 401) {
      answer.addHeader("WWW-Authenticate", header("Bearer"));
    }
    ContractLimits.headers(status, answer);
    return answer.content(
        OASFactory.createContent()
            .addMediaType(
                Problem.MEDIA_TYPE,
                OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref(SCHEMAS + "Problem"))));
  }

  private static void headers(
      String path,
      PathItem.HttpMethod method,
      String operation,
      String status,
      APIResponse answer) {
    answer.addHeader(RequestIds.HEADER, header("Mã yêu cầu · request id"));
    ContractLimits.headers(Integer.parseInt(status), answer);
    answer.addHeader(KEY_EXPIRES_ON, keyExpiresOn());
    if (answer.getDescription() == null) {
      answer.setDescription(status.equals("201") ? "Đã tạo · created" : "OK");
    }
    boolean list = ContractSchemas.isPage(answer);
    boolean one =
        status.equals("200")
            && !list
            && !path.endsWith("/me")
            && !path.endsWith("/history")
            && !path.endsWith("/lineage")
            && !path.endsWith("/similar")
            && !(path.endsWith("/parts") && method == PathItem.HttpMethod.GET);
    boolean tagged = one || (status.equals("201") && !path.endsWith("/api-keys"));
    if (tagged && !NO_ETAG.contains(operation) && !ContractSchemas.isReport(answer)) {
      answer.addHeader("ETag", header("Phiên bản · version"));
    }
    if (status.equals("201")) {
      answer.addHeader("Location", header("Đường dẫn của mục mới · path of the new resource"));
    }
    if (list) {
      answer.addHeader("Link", header("rel=\"next\""));
    }
    if (method == PathItem.HttpMethod.POST && !path.endsWith("/api-keys")) {
      answer.addHeader(
          "Idempotency-Replayed",
          header("true khi là câu trả lời đầu tiên gửi lại · true when replayed"));
    }
  }

  private static Header keyExpiresOn() {
    return header("Ngày cuối của khóa sắp hết hạn · last day of a key that expires soon");
  }

  private static Header header(String description) {
    return OASFactory.createHeader().description(description).schema(text().maxLength(8192));
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }
}
