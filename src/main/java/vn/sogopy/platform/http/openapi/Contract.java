package vn.sogopy.platform.http.openapi;

import io.quarkus.security.Authenticated;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.platform.http.idempotency.NotReplayed;
import vn.sogopy.platform.text.StateSecrets;

/**
 * Adds to the description derived from the resources what holds for every operation by rule: keys,
 * preconditions, idempotency, headers and problems. The constant parts are in {@code
 * META-INF/openapi.yaml}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

  /** By operationId. */
  private final Map<String, MethodInfo> methods;

  public Contract(IndexView index) {
    methods =
        index.getAnnotations(OPERATION).stream()
            .filter(operation -> operation.value("hidden") == null)
            .collect(
                Collectors.toMap(
                    operation -> operation.value("operationId").asString(),
                    operation -> operation.target().asMethod(),
                    (method, again) -> method));
  }

  @Override
  public Schema filterSchema(Schema schema) {
    return ContractSchemas.simplify(schema);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components = api.getComponents();
    ContractSchemas.rename(components);
    ContractSchemas.complete(components, ContractBodies.complete(api));
    ContractAnswers.describe(components);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((verb, operation) -> complete(components, path, verb, operation)));
  }

  private void complete(Components components, String path, HttpMethod verb, Operation operation) {
    Promises promises = new Promises(methods.get(operation.getOperationId()), verb, operation);
    ContractParameters.complete(components, path, promises);
    ContractAnswers.complete(path, promises);
    if (verb == HttpMethod.GET && (answersFile(operation) || takesFormat(operation))) {
      operation.setSecurity(
          Stream.of("bearer", "apiKey", "link")
              .map(scheme -> OASFactory.createSecurityRequirement().addScheme(scheme))
              .toList());
    }
    if (operation.getRequestBody() != null) {
      addSentence(operation, StateSecrets.VIETNAMESE, StateSecrets.ENGLISH);
    }
    String roles = promises.roles();
    if (roles == null) {
      addSentence(operation, "Vai trò: mọi vai trò.", "Roles: every role.");
    } else {
      addSentence(operation, "Vai trò: " + roles + ".", "Roles: " + roles + ".");
    }
  }

  private static boolean answersFile(Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    return ok != null
        && ok.getContent() != null
        && ok.getContent().getMediaTypes().keySet().stream()
            .anyMatch(type -> !type.equals(MediaType.APPLICATION_JSON));
  }

  /** Whether a deprecated parameter can select a file as its answer. */
  private static boolean takesFormat(Operation operation) {
    List<Parameter> parameters = operation.getParameters();
    return parameters != null
        && parameters.stream().anyMatch(parameter -> "format".equals(parameter.getName()));
  }

  /** Adds a sentence to the description of an operation, in both languages. */
  private static void addSentence(Operation operation, String vietnamese, String english) {
    String before = operation.getDescription() == null ? "" : operation.getDescription();
    String[] halves = before.split(" · ", 2);
    String other = halves.length == 2 ? halves[1] : halves[0];
    operation.setDescription(
        (halves[0] + " " + vietnamese).strip() + " · " + (other + " " + english).strip());
  }

  /** The properties of an operation, by the annotations and the signature of its method. */
  record Promises(MethodInfo method, HttpMethod verb, Operation operation) {

    /** Whether it requires an If-Match: PUT, PATCH, and operations that declare 412. */
    boolean changesOne() {
      return verb == HttpMethod.PUT || verb == HttpMethod.PATCH || declares("412");
    }

    /** Whether it accepts an Idempotency-Key. */
    boolean replays() {
      return verb == HttpMethod.POST && !method.hasAnnotation(NotReplayed.class);
    }

    /** Whether it supports ranges: it declares 416. */
    boolean ranges() {
      return declares("416");
    }

    /** Whether its responses have an ETag: a method that returns its entity sets no header. */
    boolean tags() {
      DotName type = method.returnType().name();
      return !method.hasAnnotation(NotReplayed.class)
          && (type.equals(DotName.createSimple(Response.class))
              || type.equals(DotName.createSimple(RestResponse.class)));
    }

    /** The roles that may call it; null = every role. */
    String roles() {
      AnnotationInstance roles = deciding(RolesAllowed.class);
      if (roles == null && deciding(Authenticated.class) == null) {
        throw new IllegalStateException("nothing says who may call " + operation.getOperationId());
      }
      return roles == null
          ? null
          : String.join(", ", Arrays.stream(roles.value().asStringArray()).sorted().toList());
    }

    /** The annotation of the method, else that of its class. */
    private AnnotationInstance deciding(Class<?> type) {
      boolean own =
          method.hasAnnotation(RolesAllowed.class) || method.hasAnnotation(Authenticated.class);
      DotName name = DotName.createSimple(type);
      return own ? method.annotation(name) : method.declaringClass().declaredAnnotation(name);
    }

    private boolean declares(String status) {
      return operation.getResponses().getAPIResponse(status) != null;
    }
  }
}
