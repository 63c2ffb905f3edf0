package vn.sogopy.platform.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * The parameters of operations. Those of paths and headers are components of {@code
 * META-INF/openapi.yaml}.
 */
final class ContractParameters {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

  private ContractParameters() {}

  static void complete(Components components, String path, Contract.Promises promises) {
    Operation operation = promises.operation();
    List<Parameter> declared =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    List<Parameter> all = new ArrayList<>();
    // In the order of their names: generated methods take them in this order.
    List<String> names =
        PATH_PARAMETER.matcher(path).results().map(name -> name.group(1)).sorted().toList();
    for (String name : names) {
      boolean section = path.contains("/sections/{" + name + "}");
      all.add(
          declared.stream()
              .filter(parameter -> parameter.getName().equals(name))
              .filter(parameter -> parameter.getExample() != null)
              .findFirst()
              .orElseGet(() -> to(section ? "section" : name)));
    }
    for (Parameter parameter : declared) {
      if (parameter.getIn() != Parameter.In.PATH) {
        complete(components, parameter);
        all.add(parameter);
      }
    }
    if (promises.changesOne()) {
      all.add(to("If-Match"));
    }
    if (promises.replays()) {
      all.add(to("Idempotency-Key"));
    }
    operation.setParameters(all.isEmpty() ? null : all);
  }

  private static void complete(Components components, Parameter parameter) {
    Schema schema = parameter.getSchema();
    if (schema.getType() == null && schema.getRef() == null) {
      schema.addType(SchemaType.STRING);
    }
    // A title makes a component of a parameter that is declared inline.
    String title = schema.getTitle();
    if (title != null) {
      components.addSchema(title, schema.title(null));
      parameter.setSchema(ContractSchemas.to(title));
    }
    if (schema.getItems() != null && schema.getItems().getMaxLength() == null) {
      // Each value may be a list of names, with commas.
      schema.getItems().setMaxLength(500);
    }
  }

  static Parameter to(String component) {
    return OASFactory.createParameter().ref("#/components/parameters/" + component);
  }
}
