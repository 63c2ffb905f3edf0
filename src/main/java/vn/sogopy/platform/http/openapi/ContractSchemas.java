package vn.sogopy.platform.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.Blocker;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.WarningCode;

/** Completes the schemas of the description by rule. */
public final class ContractSchemas {
  private static final String SCHEMAS = ContractReferences.SCHEMAS;

  /**
   * What an answer's text is at most where no input of the same name limits it: the longest text
   * there is, composed.
   */
  private static final int LONGEST_TEXT = 45_000;

  private ContractSchemas() {}

  /**
   * @param inputs names of the schemas that requests are made of, directly or within others
   */
  static void complete(Components components, Set<String> inputs) {
    Map<String, Integer> limits = new HashMap<>();
    components.getSchemas().forEach((name, schema) -> collectLimits(schema, limits));
    components
        .getSchemas()
        .forEach((name, schema) -> complete(schema, inputs.contains(name), limits));
    Schema event = components.getSchemas().get("CloudEvent");
    components.addSchema("CloudEventType", event.getProperties().get("type"));
    event.addProperty("type", reference("CloudEventType"));
    components.getSchemas().get("Warning").addProperty("code", reference("WarningCode"));
    components
        .addSchema("WarningCode", codes(WarningCode.values(), WarningCode::code))
        .addSchema("Problem", problem())
        .addSchema("ProblemBlocker", blocker())
        .addSchema("ProblemCode", codes(ProblemCode.values(), ProblemCode::code))
        .addSchema("ProblemItem", problemItem())
        .addSchema("ProblemItemCode", codes(FieldCode.values(), FieldCode::code));
  }

  /** The name of the schema that a body refers to, and of all within it. */
  static void collect(Components components, Schema schema, Set<String> names) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(SCHEMAS.length());
      if (names.add(name)) {
        collect(components, components.getSchemas().get(name), names);
      }
    }
    collect(components, schema.getItems(), names);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> collect(components, property, names));
    }
    if (schema.getAnyOf() != null) {
      schema.getAnyOf().forEach(one -> collect(components, one, names));
    }
    if (schema.getOneOf() != null) {
      schema.getOneOf().forEach(one -> collect(components, one, names));
    }
  }

  /** What looks like JSON was read as such, but the lines of NDJSON are a text. */
  static void asLines(Content body) {
    MediaType lines = body.getMediaType(MediaTypes.NDJSON);
    if (lines != null) {
      lines.getExamples().values().forEach(one -> one.setValue(asLine(one.getValue())));
    }
  }

  private static String asLine(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a merge patch nothing is required: it goes by a schema of its own, named …Patch. */
  static void asMergePatch(Components components, MediaType body) {
    String name = body.getSchema().getRef().substring(SCHEMAS.length());
    Schema whole = components.getSchemas().get(name);
    String patchName = name.replaceFirst("Input$", "Patch");
    Schema patch = object().properties(whole.getProperties()).description(whole.getDescription());
    components.addSchema(patchName, patch);
    body.setSchema(reference(patchName));
  }

  /**
   * A form beside other types: generators import the class of such a form, but write none.
   *
   * @return the name of the form's schema
   */
  static String asParts(Components components, MediaType form) {
    String name = form.getSchema().getRef().substring(SCHEMAS.length());
    Set<String> parts = components.getSchemas().get(name).getProperties().keySet();
    form.setSchema(
        object()
            .description("Các phần · parts: " + String.join(", ", parts))
            .additionalPropertiesSchema(
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary")));
    return name;
  }

  static boolean isPage(APIResponse answer) {
    if (answer.getContent() == null) {
      return false;
    }
    MediaType json = answer.getContent().getMediaType("application/json");
    return json != null
        && json.getSchema() != null
        && json.getSchema().getRef() != null
        && json.getSchema().getRef().endsWith("Page");
  }

  static boolean isReport(APIResponse answer) {
    MediaType json =
        answer.getContent() == null ? null : answer.getContent().getMediaType("application/json");
    return json != null
        && json.getSchema() != null
        && (SCHEMAS + "ImportReport").equals(json.getSchema().getRef());
  }

  private static void collectLimits(Schema schema, Map<String, Integer> limits) {
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach(
              (name, property) -> {
                if (property.getMaxLength() != null) {
                  limits.merge(name, property.getMaxLength(), Math::max);
                }
              });
    }
  }

  /** Answers carry every field, null when empty; a field shown has the limit it was taken with. */
  private static void complete(Schema schema, boolean input, Map<String, Integer> limits) {
    List<Schema.SchemaType> types = schema.getType() == null ? List.of() : schema.getType();
    if (input && types.contains(Schema.SchemaType.OBJECT)) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
    if (types.contains(Schema.SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.setMaxItems(BoundedLists.MAX_BULK);
    }
    if (schema.getProperties() == null) {
      return;
    }
    List<String> required = new ArrayList<>();
    schema
        .getProperties()
        .forEach(
            (property, value) -> {
              if (!property.equals("total")) {
                required.add(property);
              }
              limit(property, value, limits);
              if (input) {
                describeDefault(value);
              }
            });
    if (!input) {
      schema.setRequired(required);
    }
  }

  /** In words: generators take a field with a default for one that is always sent. */
  private static void describeDefault(Schema schema) {
    if (schema.getDefaultValue() != null) {
      String before = schema.getDescription() == null ? "" : schema.getDescription() + "; ";
      schema.setDescription(before + "mặc định · default: " + schema.getDefaultValue());
      schema.setDefaultValue(null);
    }
  }

  private static void limit(String name, Schema schema, Map<String, Integer> limits) {
    List<Schema.SchemaType> types = schema.getType() == null ? List.of() : schema.getType();
    boolean open =
        schema.getEnumeration() == null && schema.getFormat() == null && schema.getAnyOf() == null;
    if (types.contains(Schema.SchemaType.STRING) && open && schema.getMaxLength() == null) {
      schema.setMaxLength(limits.getOrDefault(name, LONGEST_TEXT));
    }
    if (types.contains(Schema.SchemaType.INTEGER) && schema.getMinimum() == null) {
      schema.setMinimum(java.math.BigDecimal.ZERO);
    }
    if (types.contains(Schema.SchemaType.ARRAY) && schema.getItems() != null) {
      limit(name, schema.getItems(), limits);
    }
  }

  private static Schema problem() {
    Schema errors =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.ARRAY)
            .items(reference("ProblemItem"))
            .description("Những chỗ cần sửa · what to mend");
    return object()
        .description("RFC 9457")
        .addProperty("type", text(200).examples(List.of("urn:sogopy:problem:validation-failed")))
        .addProperty("title", text(200))
        .addProperty(
            "status",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(java.math.BigDecimal.valueOf(400))
                .maximum(java.math.BigDecimal.valueOf(599)))
        .addProperty("detail", text(2_000))
        .addProperty("instance", text(8_192))
        .addProperty("code", reference("ProblemCode"))
        .addProperty("requestId", text(128))
        .addProperty("errors", errors)
        .addProperty("report", reference("ImportReport"))
        .addProperty(
            "blockers",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(reference("ProblemBlocker"))
                .maxItems(2 * Blocker.MOST)
                .description("Những gì còn vướng · what stands in the way"))
        .required(List.of("type", "title", "status", "detail", "instance", "code", "requestId"));
  }

  private static Schema blocker() {
    return object()
        .addProperty("code", text(100).description("unanswered, unplaced"))
        .addProperty(
            "id", OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uuid"))
        .addProperty("label", text(200).description("STT trong bảng tổng hợp · its index"))
        .required(List.of("code", "id", "label"));
  }

  private static Schema problemItem() {
    return object()
        .description("Có đúng một trong pointer, parameter, header · exactly one of the three")
        .addProperty(
            "pointer",
            text(Problem.POINTER).description("RFC 6901").examples(List.of("/letter/date")))
        .addProperty("parameter", text(Problem.NAME))
        .addProperty("header", text(Problem.NAME))
        .addProperty(
            "sheet",
            text(Problem.NAME)
                .description("Trang tính của tệp đã gửi · sheet of the file that was sent"))
        .addProperty(
            "line",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(java.math.BigDecimal.ONE)
                .description("Dòng của tệp đã gửi · line of the file that was sent"))
        .addProperty(
            "column",
            text(Problem.NAME).description("Cột của tệp đã gửi · column of the file sent"))
        .addProperty("code", reference("ProblemItemCode"))
        .addProperty("detail", text(2_000))
        .required(List.of("code", "detail"));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(int maxLength) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(maxLength);
  }

  private static <C> Schema codes(C[] values, Function<C, Object> code) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .enumeration(Arrays.stream(values).map(code).toList());
  }

  static Schema reference(String name) {
    return OASFactory.createSchema().ref(SCHEMAS + name);
  }
}
