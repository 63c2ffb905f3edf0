package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mutations of one place of a JSON body. A request without such a body stays unchanged. */
final class JsonMutations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int[] LENGTHS = {
    40, 50, 63, 100, 200, 255, 300, 500, 1000, 2000, 5000, 20_000
  };

  private JsonMutations() {}

  /** A field of an object or an item of an array. */
  private record Place(JsonNode parent, String name, int index) {
    JsonNode get() {
      return name == null ? parent.get(index) : parent.get(name);
    }

    void set(JsonNode value) {
      if (name == null) {
        ((ArrayNode) parent).set(index, value);
      } else {
        ((ObjectNode) parent).set(name, value);
      }
    }

    void remove() {
      if (name == null) {
        ((ArrayNode) parent).remove(index);
      } else {
        ((ObjectNode) parent).remove(name);
      }
    }
  }

  private static void places(JsonNode node, List<Place> into) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> into.add(new Place(object, name, -1)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        into.add(new Place(array, null, i));
      }
    }
    node.forEach(child -> places(child, into));
  }

  private static Place any(Message message, Random random) {
    List<Place> places = new ArrayList<>();
    if (message.json != null) {
      places(message.json, places);
    }
    return places.isEmpty() ? null : OddValues.of(places, random);
  }

  static void missing(Message message, Random random) {
    Place place = any(message, random);
    if (place != null) {
      place.remove();
    }
  }

  static void nothing(Message message, Random random) {
    Place place = any(message, random);
    if (place != null) {
      place.set(JSON.nullNode());
    }
  }

  static void wrongType(Message message, Random random) {
    List<JsonNode> others =
        List.of(
            JSON.numberNode(7),
            JSON.booleanNode(true),
            new TextNode("7"),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.arrayNode().add(JSON.nullNode()),
            JSON.objectNode().put("code", "x"),
            JSON.numberNode(1.5));
    Place place = any(message, random);
    if (place == null || random.nextInt(12) == 0) {
      message.json = message.json == null ? null : OddValues.of(others, random);
    } else {
      place.set(OddValues.of(others, random));
    }
  }

  static void boundary(Message message, Random random) {
    Place place = any(message, random);
    if (place == null) {
      return;
    }
    if (place.get().isNumber()) {
      raw(message, place, OddValues.of(OddValues.NUMBERS, random));
    } else if (place.get().asText().matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      place.set(new TextNode(OddValues.of(OddValues.DATES, random)));
    } else if (place.get() instanceof ArrayNode array && array.size() > 0) {
      int size = OddValues.of(List.of(0, 1, 20, 21, 50, 51, 100, 101), random);
      JsonNode item = array.get(0);
      array.removeAll();
      for (int i = 0; i < size; i++) {
        array.add(item.deepCopy());
      }
    } else {
      String unit = OddValues.of(List.of("a", "đ", "😀", "e\u0301", "\u1ea9"), random);
      int length = LENGTHS[random.nextInt(LENGTHS.length)] + random.nextInt(3) - 1;
      place.set(new TextNode(unit.repeat(length)));
    }
  }

  static void huge(Message message, Random random) {
    Place place = any(message, random);
    if (place != null) {
      place.set(new TextNode("ă".repeat(random.nextInt(10) == 0 ? 900_000 : 60_000)));
    }
  }

  static void text(Message message, Random random) {
    Place place = any(message, random);
    if (place == null) {
      return;
    }
    List<String> bytes =
        List.of(
            "\"\u00c0\u00af\"",
            "\"\u00e0\u0080\u00af\"",
            "\"\u00ed\u00a0\u0080\"",
            "\"\u00f4\u0090\u0080\u0080\"",
            "\"\u00ff\u00fe\"",
            "\"\u00c3\"",
            "\"a\u0000b\"",
            "\"\t\n\"",
            "\"\\x41\"",
            "\"\\ud800\\u0041\"",
            "'x'");
    boolean escaped = random.nextBoolean();
    raw(
        message,
        place,
        escaped
            ? OddValues.escaped(OddValues.of(OddValues.UNICODE, random))
            : OddValues.of(bytes, random));
  }

  static void injection(Message message, Random random) {
    Place place = any(message, random);
    if (place != null) {
      place.set(new TextNode(OddValues.of(OddValues.INJECTIONS, random)));
    }
  }

  /** A duplicate name, an unknown name, or names in another case. */
  static void names(Message message, Random random) {
    Place place = any(message, random);
    if (place == null || place.name() == null) {
      return;
    }
    ObjectNode parent = (ObjectNode) place.parent();
    switch (random.nextInt(3)) {
      case 0 ->
          raw(
              message,
              place,
              Message.bytes(place.get().toString()) + ",\"" + place.name() + "\":1");
      case 1 ->
          parent.put(
              OddValues.of(
                  List.of("id", "class", "__proto__", "@type", "", "\u0000", "status"), random),
              "x");
      default -> {
        JsonNode value = place.get();
        parent.remove(place.name());
        parent.set(place.name().toUpperCase(), value);
      }
    }
  }

  static void nesting(Message message, Random random) {
    if (message.json == null) {
      return;
    }
    int depth = OddValues.of(List.of(20, 49, 51, 99, 101, 1000, 20_000), random);
    Place place = any(message, random);
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    String close = open.equals("[") ? "]" : "}";
    String deep = open.repeat(depth) + "1" + (random.nextBoolean() ? close.repeat(depth) : "");
    if (place == null) {
      message.body = deep.getBytes();
    } else {
      raw(message, place, deep);
    }
  }

  private static void raw(Message message, Place place, String text) {
    String token = "raw-" + message.raw.size();
    place.set(new TextNode(token));
    message.raw.put(token, text);
  }
}
