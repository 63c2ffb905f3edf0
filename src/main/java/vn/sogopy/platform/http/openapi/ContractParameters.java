package vn.sogopy.platform.http.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The description of parameters: those of paths, which all operations share, and headers. */
final class ContractParameters {
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

  /** Lists of constants that are no enum of the code, and what they are called. */
  private static final Map<List<Object>, String> ENUMS =
      Map.of(
          List.of("atomic", "partial"), "ImportMode",
          List.of("receivedAt", "-receivedAt", "section", "organization"), "CommentSort",
          List.of("receivedOn", "-receivedOn", "date", "-date", "organization"), "LetterSort",
          List.of("-askedAt", "dueOn"), "RequestSort",
          List.of("organization", "section"), "RegisterGrouping",
          List.of("csv", "xlsx", "docx", "pdf", "html", "zip"), "RegisterFileFormat",
          List.of("csv", "xlsx", "docx"), "ConsulteeFileFormat");

  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

  private ContractParameters() {}

  static void describe(Components components, String path, Operation operation) {
    addPathParameters(path, operation);
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getSchema().getType() == null && parameter.getSchema().getRef() == null) {
        parameter.getSchema().addType(Schema.SchemaType.STRING);
      }
      List<Schema.SchemaType> types = parameter.getSchema().getType();
      if (types != null
          && types.contains(Schema.SchemaType.INTEGER)
          && parameter.getSchema().getFormat() == null) {
        parameter.getSchema().setFormat("int32");
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
      if (operation.getOperationId().equals("replaceSections")
          && parameter.getName().equals("draft")) {
        // Of the sample's drafts only the third is still PREPARING.
        parameter.setExample("3");
      }
      List<Object> values = parameter.getSchema().getEnumeration();
      if (values != null && ENUMS.containsKey(values)) {
        String constants = ENUMS.get(values);
        components.addSchema(
            constants,
            OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(values));
        parameter.setSchema(
            ContractSchemas.reference(constants)
                .defaultValue(parameter.getSchema().getDefaultValue()));
      }
      Schema items = parameter.getSchema().getItems();
      if (items != null && items.getMaxLength() == null) {
        // Each may be a list of names, with commas.
        items.setMaxLength(500);
      }
    }
  }

  /** Those that filters read, and that methods therefore do not declare. */
  private static void addPathParameters(String path, Operation operation) {
    List<Parameter> all = new ArrayList<>();
    for (Matcher name = PATH_PARAMETER.matcher(path); name.find(); ) {
      boolean declared =
          operation.getParameters() != null
              && operation.getParameters().stream()
                  .anyMatch(parameter -> name.group(1).equals(parameter.getName()));
      if (!declared) {
        all.add(
            OASFactory.createParameter()
                .name(name.group(1))
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
      }
    }
    if (!all.isEmpty()) {
      if (operation.getParameters() != null) {
        all.addAll(operation.getParameters());
      }
      // Path parameters first, by name; the others keep their order.
      all.sort(
          Comparator.comparing(
              parameter -> parameter.getIn() == Parameter.In.PATH ? parameter.getName() : "~"));
      operation.setParameters(all);
    }
  }

  static Parameter ifMatch() {
    return header(
            "If-Match",
            "ETag của lần đọc gần nhất; thiếu: 428 · ETag of the last read; missing: 428",
            "\"0\"",
            1000)
        .required(true);
  }

  static Parameter idempotencyKey() {
    return header(
        "Idempotency-Key",
        "Gửi lại an toàn: cùng khóa, cùng yêu cầu (JSON so theo nội dung), cùng câu trả lời"
            + " · safe retries; JSON is compared as JSON",
        "c1a7e0f2",
        257);
  }

  /**
   * @param example what the Swagger UI fills in at once; null = nothing, since not every value may
   *     be sent twice
   */
  static Parameter header(String name, String description, String example, int maxLength) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .example(example)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(maxLength));
  }
}
