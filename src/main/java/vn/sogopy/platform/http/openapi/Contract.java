package vn.sogopy.platform.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;
import vn.sogopy.platform.http.download.FileExchange;

/**
 * Writes into the description what holds for every operation by rule, so that no resource has to
 * repeat it: keys, preconditions, idempotency, headers and the problems each can answer with.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
  private static final Set<String> EMPTY_BODIES = Set.of("replaceSections", "createConsultees");
  private static final Set<String> IF_MATCH = Set.of("removeConsultee");

  /** Their answers hold a secret, which is not kept. */
  static final Set<String> NO_REPLAY = Set.of("createApiKey", "createDownloadLink");

  /** Files that are answered through {@link FileExchange}, and so by a range, too. */
  private static final Set<String> FILES =
      Set.of(
          "exportEditionRegister",
          "exportRegister",
          "exportWorklist",
          "getAttachment",
          "getCommentImportTemplate",
          "getEditionRegister",
          "getRegister",
          "getSignedCopy");

  private static final Set<String> MOVES = Set.of("approval", "return", "withdrawal", "parts");

  private final ContractRoles roles;

  public Contract(IndexView index) {
    roles = new ContractRoles(index);
  }

  @Override
  public Schema filterSchema(Schema schema) {
    return ContractReferences.simplify(schema);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    ContractReferences.rename(api.getComponents());
    ContractSchemas.complete(api.getComponents(), inputs(api));
    ContractProblems.describe(api.getComponents());
    ContractEveryAnswer.describe(api.getComponents());
    ContractSecurity.describe(api);
    api.setServers(List.of(OASFactory.createServer().url("/")));
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) ->
                            complete(api.getComponents(), path, method, operation)));
  }

  private static Set<String> inputs(OpenAPI api) {
    Set<String> names = new HashSet<>();
    Set<String> forms = new HashSet<>();
    for (PathItem item : api.getPaths().getPathItems().values()) {
      item.getOperations()
          .forEach(
              (method, operation) -> {
                if (operation.getRequestBody() != null) {
                  Content content = operation.getRequestBody().getContent();
                  if (content.getMediaTypes().size() > 1
                      && content.hasMediaType("multipart/form-data")) {
                    forms.add(
                        ContractSchemas.asParts(
                            api.getComponents(), content.getMediaType("multipart/form-data")));
                  }
                  for (MediaType body : content.getMediaTypes().values()) {
                    if (method == PathItem.HttpMethod.PATCH) {
                      ContractSchemas.asMergePatch(api.getComponents(), body);
                    }
                    ContractSchemas.collect(api.getComponents(), body.getSchema(), names);
                  }
                  if (method == PathItem.HttpMethod.PATCH) {
                    // The same patch under the type that most clients send.
                    content.addMediaType(
                        "application/json", content.getMediaType("application/merge-patch+json"));
                  }
                }
              });
    }
    forms.removeAll(names);
    forms.forEach(api.getComponents()::removeSchema);
    return names;
  }

  /** Adds a sentence to what an operation says of itself, in both languages. */
  static void addSentence(Operation operation, String vietnamese, String english) {
    String[] said =
        operation.getDescription() == null
            ? new String[] {"", ""}
            : operation.getDescription().split(" · ", 2);
    String[] all = said.length == 2 ? said : new String[] {said[0], said[0]};
    operation.setDescription(
        (all[0] + " " + vietnamese).strip() + " · " + (all[1] + " " + english).strip());
  }

  private void complete(
      Components components, String path, PathItem.HttpMethod method, Operation operation) {
    boolean changesOne =
        method == PathItem.HttpMethod.PUT
            || method == PathItem.HttpMethod.PATCH
            || (method != PathItem.HttpMethod.GET
                && MOVES.contains(path.substring(path.lastIndexOf('/') + 1)))
            || IF_MATCH.contains(operation.getOperationId());
    boolean idempotencyKey =
        method == PathItem.HttpMethod.POST && !NO_REPLAY.contains(operation.getOperationId());
    ContractParameters.describe(components, path, operation);
    if (changesOne) {
      operation.addParameter(ContractParameters.ifMatch());
    }
    if (idempotencyKey) {
      operation.addParameter(ContractParameters.idempotencyKey());
    }
    Set<Integer> problems = new TreeSet<>(Set.of(400, 401, 403, 405, 406, 414, 429, 431, 500, 503));
    if (path.contains("{") || method == PathItem.HttpMethod.DELETE) {
      problems.add(404);
    }
    if (operation.getRequestBody() != null) {
      problems.addAll(Set.of(413, 415));
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
                ContractHeaders.of(path, method, operation.getOperationId(), status, answer);
              }
            });
    if (FILES.contains(operation.getOperationId())) {
      ContractHeaders.ranges(operation);
      problems.add(416);
    }
    problems.forEach(status -> ContractProblems.add(operation, status));
    ContractSecurity.complete(method, operation);
    ContractWarnings.complete(operation);
    roles.complete(operation);
    ContractHeaders.conditionalGet(method, operation);
    if (EMPTY_BODIES.contains(operation.getOperationId())) {
      operation.getRequestBody().setRequired(false);
    }
  }
}
