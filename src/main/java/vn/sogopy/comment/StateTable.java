package vn.sogopy.comment;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds the table of statuses and transitions to the OpenAPI description. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class StateTable implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getInfo().setDescription(api.getInfo().getDescription().replace("{states}", table()));
  }

  private static String table() {
    return Arrays.stream(Status.values())
        .map(status -> "| " + status + " (" + status.label() + ") | " + transitions(status) + " |")
        .collect(Collectors.joining("\n", "| từ · from | sang · to |\n|---|---|\n", ""));
  }

  private static String transitions(Status status) {
    String names =
        status.transitions().stream().map(Status::name).collect(Collectors.joining(", "));
    return names.isEmpty() ? "-" : names;
  }
}
