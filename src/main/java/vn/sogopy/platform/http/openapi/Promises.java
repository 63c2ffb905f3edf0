package vn.sogopy.platform.http.openapi;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.RestResponse;
import vn.sogopy.platform.http.idempotency.NotReplayed;

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
