package vn.sogopy.platform.http.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.WarningCode;

/**
 * Completes the derived schemas by rule. Responses have every field, null when empty; a field of a
 * response has the limit of the input field of the same name.
 */
final class ContractSchemas {
  /** The longest composed text of a response, where no input of the same name limits it. */
  private static final int LONGEST_TEXT = 45_000;

  private final Set<String> inputs;
  private final Map<String, Integer> limits = new HashMap<>();

  private ContractSchemas(Set<String> inputs) {
    this.inputs = inputs;
  }

  /**
   * @param inputs names of the schemas that requests use
   */
  static void complete(Components components, Set<String> inputs) {
    ContractSchemas schemas = new ContractSchemas(inputs);
    Map<String, Schema> derived = new HashMap<>(components.getSchemas());
    // Those of META-INF/openapi.yaml are complete.
    derived.keySet().removeIf(name -> name.startsWith("Problem"));
    derived.values().forEach(schemas::collectLimits);
    derived.forEach(schemas::complete);
    Schema event = derived.get("CloudEvent");
    components.addSchema("CloudEventType", event.getProperties().get("type"));
    event.addProperty("type", ContractReferences.to("CloudEventType"));
    derived.get("Warning").addProperty("code", ContractReferences.to("WarningCode"));
    components
        .addSchema("WarningCode", codes(WarningCode.values(), WarningCode::code))
        .addSchema("ProblemCode", codes(ProblemCode.values(), ProblemCode::code))
        .addSchema("ProblemItemCode", codes(FieldCode.values(), FieldCode::code));
  }

  private static <C> Schema codes(C[] values, Function<C, Object> code) {
    return OASFactory.createSchema()
        .addType(SchemaType.STRING)
        .enumeration(Arrays.stream(values).map(code).toList());
  }

  private void collectLimits(Schema schema) {
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

  private void complete(String name, Schema schema) {
    boolean input = inputs.contains(name);
    if (input && is(schema, SchemaType.OBJECT)) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
    if (is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.setMaxItems(BoundedLists.MAX_BULK);
    }
    if (schema.getProperties() == null) {
      return;
    }
    schema.getProperties().forEach(this::limit);
    if (input) {
      schema.getProperties().values().forEach(ContractSchemas::describeDefault);
    } else {
      List<String> required = new ArrayList<>(schema.getProperties().keySet());
      required.remove("total");
      schema.setRequired(required);
    }
  }

  /** In words: generators assume that a field with a default is always sent. */
  private static void describeDefault(Schema schema) {
    if (schema.getDefaultValue() != null) {
      String before = schema.getDescription() == null ? "" : schema.getDescription() + "; ";
      schema.setDescription(before + "mặc định · default: " + schema.getDefaultValue());
      schema.setDefaultValue(null);
    }
  }

  private void limit(String name, Schema schema) {
    boolean open =
        schema.getEnumeration() == null && schema.getFormat() == null && schema.getAnyOf() == null;
    if (is(schema, SchemaType.STRING) && open && schema.getMaxLength() == null) {
      schema.setMaxLength(limits.getOrDefault(name, LONGEST_TEXT));
    }
    if (is(schema, SchemaType.INTEGER) && schema.getMinimum() == null) {
      schema.setMinimum(BigDecimal.ZERO);
    }
    if (is(schema, SchemaType.ARRAY) && schema.getItems() != null) {
      limit(name, schema.getItems());
    }
  }

  private static boolean is(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }
}
