package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Paths, versions and cursors that the responses of the service have shown. */
final class Known {
  private static final int KEPT = 300;

  /** Only keys made here may be stopped. */
  private static final String KEYS = "/api/v1/api-keys/{id}";

  private final List<String> resources;
  private final Map<String, List<String>> values = new ConcurrentHashMap<>();
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();

  Known(List<String> resources) {
    this.resources = resources;
  }

  /** Adds what a response shows. */
  void learn(Operation operation, String path, RawHttp.Answer answer, JsonNode body) {
    String location = answer.header("Location");
    if (answer.status() == 201 && location != null) {
      resources.stream()
          .filter(template -> location.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
          .forEach(template -> add(template, location));
    }
    String link = answer.header("Link");
    if (link != null) {
      add("next " + operation.id(), link.substring(1, link.indexOf('>')));
    }
    if (body == null) {
      return;
    }
    if (body.path("next").isTextual()) {
      add("cursor", body.get("next").asText());
    }
    version(body);
    for (JsonNode item : body.path("items")) {
      version(item);
      item(operation, path, item);
    }
  }

  private void item(Operation operation, String path, JsonNode item) {
    String own = operation.path() + "/{";
    for (String template : resources) {
      boolean below = template.startsWith(own) && template.indexOf('/', own.length()) < 0;
      boolean root = template.equals("/api/v1/" + operation.collection() + "/{id}");
      if (template.equals(KEYS) || !(below || root)) {
        continue;
      }
      for (String name : List.of("id", "slug", "number", "code", "organization")) {
        JsonNode value = item.path(name);
        if (value.isObject()) {
          value = value.path("code");
        }
        if (value.isValueNode() && !value.isNull()) {
          String parent = below ? path : "/api/v1/" + operation.collection();
          add(template, parent + "/" + OddValues.percent(value.asText()));
          break;
        }
      }
    }
    if (operation.id().equals("listSections")) {
      add("section", item.path("code").asText());
    }
  }

  private void version(JsonNode body) {
    if (body.path("id").isTextual() && body.path("version").isInt()) {
      versions.put(body.get("id").asText(), body.get("version").asInt());
    }
  }

  void add(String kind, String value) {
    List<String> known = values.computeIfAbsent(kind, any -> new ArrayList<>());
    synchronized (known) {
      if (!known.contains(value)) {
        if (known.size() >= KEPT) {
          known.remove(value.hashCode() & 0xff);
        }
        known.add(value);
      }
    }
  }

  /** A random known value, newer ones more often; null if there is none. */
  String any(String kind, Random random) {
    List<String> known = values.get(kind);
    if (known == null) {
      return null;
    }
    synchronized (known) {
      int newer = random.nextInt(3) == 0 ? Math.min(known.size(), 30) : known.size();
      return known.get(known.size() - 1 - random.nextInt(newer));
    }
  }

  /** The last segment of a known path; otherwise an id that does not exist. */
  String id(String template, Random random) {
    String path = any(template, random);
    return path == null
        ? "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11"
        : path.substring(path.lastIndexOf('/') + 1);
  }

  int version(String id) {
    return versions.getOrDefault(id, 0);
  }
}
