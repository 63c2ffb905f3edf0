package vn.sogopy.hostile;

import java.util.List;
import java.util.Random;

/** Mutations of headers. */
final class HeaderMutations {
  private static final List<String> TAGS =
      List.of(
          "*",
          "\"0\"",
          "W/\"0\"",
          "\"0\", \"1\"",
          "\"99999999999999\"",
          "0",
          "\"",
          "\"\"",
          "*, *",
          "\"-1\"",
          "\"a\"b\"",
          "\"0.0123456789abcdef\"",
          ",",
          "W/",
          "\"\u00e9\"",
          " ");
  private static final List<String> ACCEPTS =
      List.of(
          "*/*",
          "application/json",
          "text/html",
          "application/*;q=0.1",
          "application/json;q=0",
          "nonsense",
          "a/b;q=x",
          ";",
          ",",
          "text/csv, */*;q=0.01",
          "*/json",
          "application/json;q=2",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "a/b,".repeat(300) + "*/*",
          "");
  private static final List<String> LANGUAGES =
      List.of(
          "en",
          "vi",
          "fr",
          "*",
          "en;q=0",
          "en-US,en;q=0.5",
          "x;q=abc",
          "-",
          "en;q=1.0001",
          "a".repeat(200),
          "vi-\u00e9",
          "");
  private static final List<String> RANGES =
      List.of(
          "bytes=0-0",
          "bytes=0-",
          "bytes=-1",
          "bytes=5-1",
          "bytes=0-1,3-4",
          "bytes=999999999999999999999-",
          "items=0-1",
          "bytes=",
          "bytes=-0");
  private static final List<String[]> ODD =
      List.of(
          new String[] {"X-HTTP-Method-Override", "DELETE"},
          new String[] {"X-Method-Override", "PUT"},
          new String[] {"Expect", "100-continue"},
          new String[] {"Expect", "200-ok"},
          new String[] {"X-Request-Id", "a\tb"},
          new String[] {"X-Request-Id", "x".repeat(500)},
          new String[] {"X-Request-Id", "<script>\u00e9"},
          new String[] {"X-Forwarded-For", "127.0.0.1"},
          new String[] {"X-Forwarded-Proto", "https"},
          new String[] {"X-Forwarded-Host", "evil"},
          new String[] {"Forwarded", "for=x;host=evil;proto=javascript"},
          new String[] {"X-Original-URL", "/api/v1/api-keys"},
          new String[] {"Origin", "null"},
          new String[] {"Origin", "http://evil.test"},
          new String[] {"Cookie", "a=b; \u00e9; =; $Version=1"},
          new String[] {"Cookie", "a".repeat(7000)},
          new String[] {"Host", ""},
          new String[] {"Host", "evil.test:99999"},
          new String[] {"Host", "a b"},
          new String[] {"Host", "[::1"},
          new String[] {"Connection", "Host, X-API-Key"},
          new String[] {"Upgrade", "h2c"},
          new String[] {"Upgrade", "websocket"},
          new String[] {"If-Modified-Since", "yesterday"},
          new String[] {"If-None-Match", "*"},
          new String[] {"Content-Length ", "0"},
          new String[] {"Traceparent", "00-zz-zz-01"});

  private HeaderMutations() {}

  static void any(Message message, Random random) {
    switch (random.nextInt(9)) {
      case 0 -> message.header("If-Match", OddValues.of(TAGS, random));
      case 1 -> message.header("If-None-Match", OddValues.of(TAGS, random));
      case 2 -> message.header("Accept", OddValues.of(ACCEPTS, random));
      case 3 -> message.header("Accept-Language", OddValues.of(LANGUAGES, random));
      case 4 ->
          message.header(
              "Accept-Encoding",
              OddValues.of(List.of("gzip", "br", "identity;q=0", "*;q=0", "x;q=y"), random));
      case 5 -> message.header("Range", OddValues.of(RANGES, random));
      case 6 ->
          message.header(
              "Idempotency-Key",
              OddValues.of(
                  List.of(
                      "",
                      "\"k\"",
                      "\"",
                      "a b",
                      "\u00e9",
                      "x".repeat(255),
                      "x".repeat(256),
                      "\"a\"b\"",
                      "k, l"),
                  random));
      case 7 -> {
        String[] first = OddValues.of(message.headers, random);
        if (!first[0].equals("X-API-Key")) {
          message.headers.add(new String[] {first[0], first[1]});
        }
      }
      default -> odd(message, random);
    }
  }

  private static void odd(Message message, Random random) {
    String[] odd = OddValues.of(ODD, random);
    message.header(odd[0], odd[1]);
    if (odd[0].equals("Host") || odd[0].equals("Content-Length ") || odd[0].equals("Upgrade")) {
      message.framed = false;
    }
    if (odd[0].equals("Expect") || odd[0].equals("Host")) {
      message.routed = false;
    }
  }

  /** Too many, too long, or with invalid bytes. */
  static void broken(Message message, Random random) {
    message.framed = false;
    message.routed = false;
    switch (random.nextInt(8)) {
      case 0 ->
          message.header("X-Long", "a".repeat(OddValues.of(List.of(8000, 16_000, 70_000), random)));
      case 1 -> {
        for (int i = 0; i < 500; i++) {
          message.headers.add(new String[] {"X-" + i, "y"});
        }
      }
      case 2 -> message.header("X-Control", "a\u0000b\u0001");
      case 3 -> message.header("X-Folded", "a\r\n b");
      case 4 -> message.header("X-Split", "a\r\nInjected: b");
      case 5 -> message.header("X \u00e9(", "a");
      case 6 -> message.header("", "a");
      default -> message.header("X-Line", "a\nb: c");
    }
  }

  static void credentials(Message message, Random random) {
    String key = message.header("X-API-Key");
    message.header("X-API-Key", null);
    switch (random.nextInt(8)) {
      case 0 -> message.header("X-API-Key", key + "x");
      case 1 -> message.header("X-API-Key", "");
      case 2 -> message.header("Authorization", "Bearer");
      case 3 -> message.header("Authorization", "Basic YTpi");
      case 4 -> message.header("Authorization", "bearer  " + key);
      case 5 -> message.header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.");
      case 6 -> message.header("Authorization", "Bearer \u00e9\u00ff " + "x".repeat(5000));
      default -> {
        message.header("X-API-Key", key);
        message.header("Authorization", "Bearer " + "z".repeat(40));
      }
    }
  }
}
