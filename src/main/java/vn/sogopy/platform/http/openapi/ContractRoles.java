package vn.sogopy.platform.http.openapi;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Writes who may call an operation into its description: what the annotations of its method say.
 */
final class ContractRoles {
  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

  /** By operationId. */
  private final Map<String, MethodInfo> methods = new HashMap<>();

  ContractRoles(IndexView index) {
    for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
      if (operation.target().kind() == AnnotationTarget.Kind.METHOD) {
        methods.put(operation.value("operationId").asString(), operation.target().asMethod());
      }
    }
  }

  void complete(Operation operation) {
    MethodInfo method = methods.get(operation.getOperationId());
    AnnotationInstance roles = annotation(method, RolesAllowed.class);
    if (roles != null) {
      String names =
          String.join(", ", Arrays.stream(roles.value().asStringArray()).sorted().toList());
      Contract.addSentence(operation, "Vai trò: " + names + ".", "Roles: " + names + ".");
    } else if (annotation(method, Authenticated.class) != null) {
      Contract.addSentence(operation, "Vai trò: mọi vai trò.", "Roles: every role.");
    } else {
      throw new IllegalStateException("nothing says who may call " + operation.getOperationId());
    }
  }

  /** That of the method, else of its class. */
  private static AnnotationInstance annotation(MethodInfo method, Class<?> type) {
    DotName name = DotName.createSimple(type);
    AnnotationInstance own = method.annotation(name);
    boolean decided =
        method.hasAnnotation(DotName.createSimple(RolesAllowed.class))
            || method.hasAnnotation(DotName.createSimple(Authenticated.class));
    return decided ? own : method.declaringClass().declaredAnnotation(name);
  }
}
