package vn.sogopy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many keys, each of a client of its own: what one client may ask for in a second is limited. */
final class Keys {
  private final Service service;

  Keys(Service service) {
    this.service = service;
  }

  /**
   * Made once and kept beside the data, since a key is shown only when it is made.
   *
   * @param bodies the organization of each; null = none
   */
  List<String> of(String role, List<String> bodies) throws IOException {
    Path file = service.data.resolve("bench-" + role + ".keys");
    if (!Files.exists(file)) {
      Api api = new Api(service);
      String admin = service.key("ADMIN");
      List<String> keys = new ArrayList<>();
      for (String body : bodies) {
        String name = "bench-%s-%d".formatted(role.toLowerCase(Locale.ROOT), keys.size());
        ObjectNode key =
            Api.JSON
                .createObjectNode()
                .put("name", name)
                .put("role", role)
                .put("client", name)
                .put("organization", body);
        keys.add(
            api.send(Call.of("POST", "/api/v1/api-keys", admin, key.toString()))
                .get("key")
                .asText());
      }
      Files.write(file, keys);
    }
    return Files.readAllLines(file);
  }
}
