package vn.sogopy.platform.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * One style of references, which client generators can read: dates and ids are inline, a reference
 * has no type or length beside it, and a page is named after its items.
 */
final class ContractReferences {
  private static final String SCHEMAS = "#/components/schemas/";

  /** The scalars that SmallRye keeps as components. */
  private static final Map<String, String> FORMATS =
      Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");

  private static final Pattern PAGE = Pattern.compile("Page([A-Z]\\w+?)(View)?");

  private ContractReferences() {}

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
      schema.setMaxLength(null);
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
