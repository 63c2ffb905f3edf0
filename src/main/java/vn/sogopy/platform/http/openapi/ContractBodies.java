package vn.sogopy.platform.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import vn.sogopy.platform.http.MediaTypes;

/** Request bodies: merge patches, tables, forms and NDJSON. */
final class ContractBodies {
  private static final String FORM = "multipart/form-data";

  private final Components components;
  private final Set<String> inputs = new HashSet<>();
  private final Set<String> forms = new HashSet<>();

  private ContractBodies(Components components) {
    this.components = components;
  }

  /** The names of the schemas that requests use, directly or nested. */
  static Set<String> complete(OpenAPI api) {
    ContractBodies bodies = new ContractBodies(api.getComponents());
    for (PathItem item : api.getPaths().getPathItems().values()) {
      item.getOperations().forEach(bodies::complete);
    }
    bodies.forms.removeAll(bodies.inputs);
    bodies.forms.forEach(api.getComponents()::removeSchema);
    return bodies.inputs;
  }

  private void complete(PathItem.HttpMethod method, Operation operation) {
    if (operation.getRequestBody() == null) {
      return;
    }
    Content content = operation.getRequestBody().getContent();
    if (content.getMediaTypes().size() > 1 && content.hasMediaType(FORM)) {
      asParts(content.getMediaType(FORM));
    }
    if (content.hasMediaType(MediaTypes.CSV)) {
      addWorkbook(content);
    }
    if (content.hasMediaType(MediaTypes.NDJSON)) {
      asLines(content.getMediaType(MediaTypes.NDJSON));
    }
    for (MediaType body : content.getMediaTypes().values()) {
      if (method == PathItem.HttpMethod.PATCH) {
        body.setSchema(asMergePatch(body.getSchema()));
      }
      collect(body.getSchema());
    }
    if (method == PathItem.HttpMethod.PATCH) {
      // The same patch under the type that most clients send.
      content.addMediaType(
          "application/json", content.getMediaType("application/merge-patch+json"));
    }
  }

  private void collect(Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null && inputs.add(ContractSchemas.nameOf(schema))) {
      collect(components.getSchemas().get(ContractSchemas.nameOf(schema)));
    }
    collect(schema.getItems());
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::collect);
    }
    Stream.of(schema.getAnyOf(), schema.getOneOf())
        .filter(choices -> choices != null)
        .flatMap(List::stream)
        .forEach(this::collect);
  }

  /** A merge patch requires no field: it has a schema of its own, named …Patch. */
  private Schema asMergePatch(Schema reference) {
    String name = ContractSchemas.nameOf(reference);
    Schema whole = components.getSchemas().get(name);
    String patch = name.replaceFirst("(Input|Patch)?$", "Patch");
    Map<String, Schema> fields = new LinkedHashMap<>(whole.getProperties());
    fields.replaceAll((field, schema) -> withinPatch(schema));
    components.addSchema(
        patch,
        OASFactory.createSchema()
            .addType(Schema.SchemaType.OBJECT)
            .properties(fields)
            .description(whole.getDescription()));
    return ContractSchemas.to(patch);
  }

  /** An object that may be null is merged, too. */
  private Schema withinPatch(Schema field) {
    if (field.getAnyOf() == null || field.getAnyOf().get(0).getRef() == null) {
      return field;
    }
    Schema object = field.getAnyOf().get(0);
    Schema whole = components.getSchemas().get(ContractSchemas.nameOf(object));
    return whole.getRequired() == null
        ? field
        : OASFactory.createSchema()
            .description(field.getDescription())
            .anyOf(List.of(asMergePatch(object), field.getAnyOf().get(1)));
  }

  /** A form beside other types: generators import the class of such a form without writing it. */
  private void asParts(MediaType form) {
    String name = ContractSchemas.nameOf(form.getSchema());
    form.setSchema(parts(components.getSchemas().get(name).getProperties().keySet()));
    forms.add(name);
  }

  private static Schema parts(Set<String> names) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("Các phần · parts: " + String.join(", ", names))
        .additionalPropertiesSchema(binary());
  }

  private static Schema binary() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("binary");
  }

  /** What takes a CSV takes a workbook, too, and both as a part of a form. */
  private static void addWorkbook(Content content) {
    content.addMediaType(MediaTypes.XLSX, OASFactory.createMediaType().schema(binary()));
    content.addMediaType(FORM, OASFactory.createMediaType().schema(parts(Set.of("file"))));
  }

  /** The scanner treats NDJSON as JSON, but the lines are a text. */
  private static void asLines(MediaType lines) {
    lines
        .getExamples()
        .values()
        .forEach(
            example -> {
              try {
                example.setValue(new ObjectMapper().writeValueAsString(example.getValue()) + "\n");
              } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
