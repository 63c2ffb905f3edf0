package vn.sogopy.platform.http.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters of operations: shared path parameters, query parameters and headers. */
final class ContractParameters {
  private static final Named SECTION =
      new Named("Mã mục, không phân biệt dấu · section code, accents do not matter", "V.1", 40);

  private static final Map<String, Named> PATH_PARAMETERS =
      Map.of(
          "plan",
              new Named("Tên quy hoạch trong đường dẫn · the plan's slug", "bac-kan-2021-2030", 63),
          "draft", new Named("Lần dự thảo · the draft's number", "2", 2),
          "id", new Named("UUID", null, 36),
          "copy", new Named("Mã bản đã ký · the signed copy", null, 36),
          "code", new Named("Mã cơ quan · organization code", "sgtvt", 63),
          "organization", new Named("Mã cơ quan · organization code", "sgtvt", 63));

  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

  private ContractParameters() {}

  /**
   * @param example from the sample
   */
  private record Named(String description, String example, int maxLength) {
    void describe(Parameter parameter) {
      parameter.setDescription(description);
      if (parameter.getExample() == null) {
        parameter.setExample(example);
      }
      parameter.setSchema(text(maxLength));
    }
  }

  static void complete(Components components, String path, Contract.Promises promises) {
    Operation operation = promises.operation();
    addPathParameters(path, operation);
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> complete(components, path, parameter));
    }
    if (promises.changesOne()) {
      operation.addParameter(
          header(
                  "If-Match",
                  "ETag của lần đọc gần nhất; thiếu: 428 · ETag of the last read; missing: 428",
                  "\"0\"",
                  1000)
              .required(true));
    }
    if (promises.replays()) {
      operation.addParameter(
          header(
              "Idempotency-Key",
              "Gửi lại an toàn: cùng khóa, cùng yêu cầu (JSON so theo nội dung), cùng câu trả lời"
                  + " · safe retries; JSON is compared as JSON",
              "c1a7e0f2",
              257));
    }
  }

  private static void complete(Components components, String path, Parameter parameter) {
    Named known =
        path.contains("/sections/{code}") && parameter.getName().equals("code")
            ? SECTION
            : PATH_PARAMETERS.get(parameter.getName());
    if (parameter.getIn() == Parameter.In.PATH && known != null) {
      known.describe(parameter);
      return;
    }
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

  /** Adds the path parameters that only filters read, and that methods do not declare. */
  private static void addPathParameters(String path, Operation operation) {
    List<Parameter> all = new ArrayList<>();
    if (operation.getParameters() != null) {
      all.addAll(operation.getParameters());
    }
    int declared = all.size();
    for (Matcher name = PATH_PARAMETER.matcher(path); name.find(); ) {
      if (all.stream().noneMatch(parameter -> name.group(1).equals(parameter.getName()))) {
        all.add(
            OASFactory.createParameter()
                .name(name.group(1))
                .in(Parameter.In.PATH)
                .required(true)
                .schema(text(null)));
      }
    }
    if (all.size() > declared) {
      // Path parameters first, by name; the others keep their order.
      all.sort(
          Comparator.comparing(
              parameter -> parameter.getIn() == Parameter.In.PATH ? parameter.getName() : "~"));
      operation.setParameters(all);
    }
  }

  /**
   * @param example preset in the Swagger UI; null = none, since not every value may be sent twice
   */
  static Parameter header(String name, String description, String example, int maxLength) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .example(example)
        .schema(text(maxLength));
  }

  private static Schema text(Integer maxLength) {
    return OASFactory.createSchema().addType(SchemaType.STRING).maxLength(maxLength);
  }
}
