package vn.sogopy.platform.http.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * response has the limit of the input field of the same name. References have one style, which
 * client generators can read: dates and ids are inline, a reference has no type or length beside
 * it, and a page is named after its items.
 */
final class ContractSchemas {
  private static final String SCHEMAS = "#/components/schemas/";

  /** The scalars that SmallRye keeps as components. */
  private static final Map<String, String> FORMATS =
      Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");

  private static final Pattern PAGE = Pattern.compile("Page([A-Z]\\w+?)(View)?");

  private ContractSchemas() {}

  /**
   * @param inputs names of the schemas that requests use
   */
  static void complete(Components components, Set<String> inputs) {
    Map<String, Schema> derived = new HashMap<>(components.getSchemas());
    // Those of META-INF/openapi.yaml are complete.
    derived.keySet().removeIf(name -> name.startsWith("Problem"));
    derived.forEach((name, schema) -> complete(schema, inputs.contains(name)));
    Schema event = derived.get("CloudEvent");
    components.addSchema("CloudEventType", event.getProperties().get("type"));
    event.addProperty("type", to("CloudEventType"));
    derived.get("Warning").addProperty("code", to("WarningCode"));
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

  private static void complete(Schema schema, boolean input) {
    if (input && is(schema, SchemaType.OBJECT)) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
    if (is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.setMaxItems(BoundedLists.MAX_BULK);
    }
    if (schema.getProperties() == null) {
      return;
    }
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

  private static boolean is(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }

  static Schema to(String name) {
    return OASFactory.createSchema().ref(SCHEMAS + name);
  }

  /** The name of the referenced schema. */
  static String nameOf(Schema reference) {
    return reference.getRef().substring(SCHEMAS.length());
  }

  /** Called for each schema after the schemas within it. */
  static Schema simplify(Schema schema) {
    if (schema.getAllOf() != null) {
      // An enum and its default value.
      schema.setRef(schema.getAllOf().get(0).getRef());
      schema.setDefaultValue(schema.getAllOf().get(1).getDefaultValue());
      schema.setAllOf(null);
    }
    if (schema.getAnyOf() != null && schema.getAnyOf().size() == 2) {
      Schema named = schema.getAnyOf().get(0);
      schema.setType(null);
      if (named.getRef() == null) {
        schema.setAnyOf(null);
        scalar(
            schema, named.getFormat(), List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL));
      }
    } else if (schema.getRef() != null) {
      String name = nameOf(schema);
      schema.setType(null);
      if (FORMATS.containsKey(name)) {
        schema.setRef(null);
        scalar(schema, FORMATS.get(name), List.of(Schema.SchemaType.STRING));
      } else {
        schema.setRef(SCHEMAS + pageName(name));
      }
    } else if (schema.getFormat() != null && FORMATS.containsValue(schema.getFormat())) {
      scalar(schema, schema.getFormat(), schema.getType());
    }
    return schema;
  }

  /** The format is sufficient: no pattern and no length. */
  private static void scalar(Schema schema, String format, List<Schema.SchemaType> types) {
    schema.setFormat(format);
    schema.setType(types);
    schema.setPattern(null);
    schema.setMaxLength(null);
  }

  /** Renames {@code PageCommentView} to {@code CommentPage}. */
  static void rename(Components components) {
    for (String name : new ArrayList<>(components.getSchemas().keySet())) {
      Schema schema = components.getSchemas().get(name);
      if (FORMATS.containsKey(name)) {
        components.removeSchema(name);
      } else if (!pageName(name).equals(name)) {
        components.removeSchema(name);
        components.addSchema(pageName(name), schema);
      }
    }
  }

  private static String pageName(String name) {
    Matcher page = PAGE.matcher(name);
    return page.matches() ? page.group(1) + "Page" : name;
  }
}
