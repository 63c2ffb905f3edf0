package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;

/** Mutations of the request line: parameters, path, method. */
final class TargetMutations {
  private static final List<String> RAW =
      List.of(
          "%",
          "%zz",
          "%u0041",
          "%00",
          "%c0%af",
          "%ff",
          "%ED%A0%80",
          "a;b=c",
          "a&&b",
          "a=b=c",
          "+",
          "%0d%0aSet-Cookie:%20a=b",
          "%2500",
          "a%20%20b",
          ",",
          ",,,",
          "a,b,,c",
          "[]",
          "{}",
          "\u00e9",
          "%F4%90%80%80");

  private TargetMutations() {}

  /** An unusual value of a parameter, by its type. */
  static void value(Message message, Random random) {
    List<JsonNode> declared = message.operation.parametersIn("query");
    if (declared.isEmpty()) {
      segment(message, random);
      return;
    }
    String name = OddValues.of(declared, random).path("name").asText();
    String value =
        switch (random.nextInt(6)) {
          case 0 -> OddValues.of(RAW, random);
          case 1 -> OddValues.percent(OddValues.of(OddValues.DATES, random));
          case 2 -> OddValues.percent(OddValues.of(OddValues.NUMBERS, random));
          case 3 ->
              name.equals("limit")
                  ? OddValues.of(List.of("0", "1", "200", "201", "-1"), random)
                  : "";
          case 4 -> "a".repeat(OddValues.of(List.of(199, 200, 201, 500, 501, 2000), random));
          default -> OddValues.percent(OddValues.text(random));
        };
    if (name.equals("wait") && value.matches("[1-9]\\d?")) {
      value = "-1";
    }
    message.query.removeIf(parameter -> parameter[0].equals(name));
    message.query.add(new String[] {name, value});
  }

  /** Parameters that are repeated, unknown or without a value, or none at all. */
  static void parameters(Message message, Random random) {
    List<JsonNode> declared = message.operation.parametersIn("query");
    String name =
        declared.isEmpty() ? "limit" : OddValues.of(declared, random).path("name").asText();
    switch (random.nextInt(7)) {
      case 0 -> {
        message.query.add(new String[] {name, "1"});
        message.query.add(new String[] {name, "2"});
      }
      case 1 -> message.query.add(new String[] {OddValues.percent(OddValues.text(random)), "x"});
      case 2 -> message.query.add(new String[] {name, null});
      case 3 -> message.query.add(new String[] {"", ""});
      case 4 -> message.query.add(new String[] {name.toUpperCase() + "%00", "1"});
      case 5 -> message.query.add(new String[] {name + "[]", "1"});
      default -> {
        for (int i = 0; i < 300; i++) {
          message.query.add(new String[] {"p" + i, ""});
        }
      }
    }
  }

  /** Another identifier in the path. */
  static void segment(Message message, Random random) {
    int slashes = message.operation.path().split("/").length;
    String[] template = message.operation.path().split("/");
    String[] actual = message.path.split("/");
    if (actual.length != slashes || !message.operation.path().contains("{")) {
      parameters(message, random);
      return;
    }
    int i = random.nextInt(slashes);
    while (!template[i].startsWith("{")) {
      i = random.nextInt(slashes);
    }
    actual[i] =
        switch (random.nextInt(4)) {
          case 0 -> OddValues.of(RAW, random).replace("?", "");
          case 1 -> OddValues.percent(OddValues.of(OddValues.NUMBERS, random));
          case 2 -> "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c1" + random.nextInt(10);
          default -> OddValues.percent(OddValues.text(random));
        };
    message.path = String.join("/", actual);
    message.routed &= !actual[i].isEmpty() && actual[i].indexOf(';') < 0;
    if (actual[i].contains("%2F") || actual[i].contains("..") || actual[i].equals(".")) {
      message.routed = false;
    }
  }

  /** The same path in an unusual encoding, as an attacker writes it. */
  static void path(Message message, Random random) {
    message.routed = false;
    String path = message.path;
    int slash = path.lastIndexOf('/');
    message.path =
        switch (random.nextInt(20)) {
          case 0 -> path + "/";
          case 1 -> path.replaceFirst("/api", "//api");
          case 2 -> path.substring(0, slash) + "//" + path.substring(slash + 1);
          case 3 -> path + ";jsessionid=1";
          case 4 -> path.replaceFirst("/v1", "/v1;a=b");
          case 5 -> path + "/.";
          case 6 -> path + "/..";
          case 7 -> path.substring(0, slash) + "/%2e%2e" + path.substring(slash);
          case 8 -> path.substring(0, slash) + "/../.." + path.substring(slash);
          case 9 -> path.substring(0, slash) + "%2f" + path.substring(slash + 1);
          case 10 -> path.substring(0, slash) + "%5c" + path.substring(slash + 1);
          case 11 -> path + "%00";
          case 12 -> path + "%c0%af";
          case 13 -> path + ".";
          case 14 -> path + ".json";
          case 15 -> "http://127.0.0.1" + path;
          case 16 -> "/" + "a".repeat(OddValues.of(List.of(4000, 8000, 8300, 20_000), random));
          case 17 -> path.toUpperCase();
          case 18 -> path + "%0d%0aX: y";
          default -> path + "#x";
        };
    if (message.path.length() > 8000) {
      message.framed = false;
    }
  }

  static void method(Message message, Random random) {
    message.routed = false;
    message.method =
        switch (random.nextInt(10)) {
          case 0 -> message.method.toLowerCase();
          case 1 -> "HEAD";
          case 2 -> "OPTIONS";
          case 3 -> "TRACE";
          case 4 -> "PROPFIND";
          case 5 -> "DELETE".equals(message.method) ? "GET" : "PUT";
          case 6 -> "QUERY";
          case 7 -> "A".repeat(300);
          case 8 -> "POST";
          default -> "PATCH";
        };
    if (message.path.endsWith("/sample-data") || message.path.contains("/api-keys/")) {
      message.method = "TRACE";
    }
  }
}
